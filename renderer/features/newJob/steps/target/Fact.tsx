import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** A fact of a definition list whose values are sentences. */
export function Fact({ term, children }: { term: ReactNode; children: ReactNode }) {
  return (
    <div>
      <Box component="dt" sx={{ fontSize: 12, lineHeight: '18px', color: 'text.secondary' }}>
        {term}
      </Box>
      <Box component="dd" sx={{ m: 0, fontSize: 12.5, lineHeight: '18px', overflowWrap: 'anywhere' }}>
        {children}
      </Box>
    </div>
  );
}
