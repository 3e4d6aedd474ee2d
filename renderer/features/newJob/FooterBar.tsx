import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** The row at the foot of the wizard that stays in sight: the way back and on. */
export function FooterBar({ children }: { children: ReactNode }) {
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        minHeight: 56,
        px: 3,
        py: 1,
        borderTop: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
      }}
    >
      {children}
    </Box>
  );
}
