import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { sectionHeadingId } from '../stepFocus.ts';
import type { StepId } from '../stepIds.ts';
import { stepOf } from '../wizard.ts';

/** A step's part of the quick form. */
export function QuickSection({ step, children }: { step: StepId; children: ReactNode }) {
  const id = sectionHeadingId(step);
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{ minWidth: 0, pt: 2, borderTop: 1, borderColor: 'divider', scrollMarginTop: 8 }}
    >
      <Typography id={id} variant="h2" tabIndex={-1} sx={{ mb: 1.5, fontSize: 14 }}>
        {stepOf(step).title}
      </Typography>
      {children}
    </Box>
  );
}
