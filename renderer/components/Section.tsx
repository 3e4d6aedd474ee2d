import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';

interface SectionProps {
  title: string;
  /** Beside the title, quiet. */
  note?: ReactNode;
  /** At the right end of the title's line. */
  actions?: ReactNode;
  /** Level of the heading. */
  level?: 'h2' | 'h3';
  /** Anchor of the section in the page. */
  id?: string;
  children: ReactNode;
}

/** A part of a page with its heading, set off by a hairline. */
export function Section({ title, note, actions, level = 'h2', id, children }: SectionProps) {
  const headingId = useId();
  return (
    <Box
      component="section"
      id={id}
      aria-labelledby={headingId}
      sx={{ px: 3, py: 2, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: 28, mb: 1 }}>
        <Typography variant={level} id={headingId}>
          {title}
        </Typography>
        {note && (
          <Typography component="div" color="text.secondary">
            {note}
          </Typography>
        )}
        {actions && <Box sx={{ ml: 'auto' }}>{actions}</Box>}
      </Box>
      {children}
    </Box>
  );
}
