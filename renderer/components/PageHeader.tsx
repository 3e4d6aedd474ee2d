import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { PAGE_HEADING } from '../app/pageHeading.ts';

interface PageHeaderProps {
  /** The page's one `h1`; takes the focus when the page opens. */
  title: string;
  /** Beside the title, quiet: a count, a name. */
  note?: ReactNode;
  actions?: ReactNode;
  /** False when another heading of the page takes the focus, and names the window. */
  isCurrent?: boolean;
}

/** The head of a page: title on the left, actions on the right. */
export function PageHeader({ title, note, actions, isCurrent = true }: PageHeaderProps) {
  return (
    <Box
      component="header"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.5,
        minHeight: 56,
        px: 2,
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      {isCurrent && <title>{`${title} – Edgewright`}</title>}
      <Typography variant="h1" tabIndex={-1} sx={{ flex: 'none' }} {...(isCurrent && PAGE_HEADING)}>
        {title}
      </Typography>
      {note && (
        <Typography component="div" color="text.secondary" sx={{ minWidth: 0 }}>
          {note}
        </Typography>
      )}
      <Box sx={{ display: 'flex', gap: 1, ml: 'auto' }}>{actions}</Box>
    </Box>
  );
}
