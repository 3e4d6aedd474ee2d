import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { HTMLAttributes, ReactNode } from 'react';

interface EmptyStateProps {
  title: string;
  /** One or two sentences: why it is empty, what to do. */
  children?: ReactNode;
  actions?: ReactNode;
  /** Attributes of the title, when something refers to it. */
  heading?: HTMLAttributes<HTMLHeadingElement>;
}

/** A place that has nothing to show, on purpose. */
export function EmptyState({ title, children, actions, heading }: EmptyStateProps) {
  return (
    <Box sx={{ display: 'grid', placeContent: 'center', justifyItems: 'center', gap: 1, p: 4, textAlign: 'center' }}>
      <Typography variant="subtitle1" component="h2" {...heading}>
        {title}
      </Typography>
      {children && (
        <Typography component="div" color="text.secondary" sx={{ maxWidth: 440 }}>
          {children}
        </Typography>
      )}
      {actions && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: 1, mt: 1 }}>{actions}</Box>
      )}
    </Box>
  );
}
