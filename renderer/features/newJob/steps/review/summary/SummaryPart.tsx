import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { stepOf } from '../../../wizard.ts';
import type { StepId } from '../../../stepIds.ts';
import { useWizard } from '../../../wizardContext.ts';

interface SummaryPartProps {
  step: StepId;
  children: ReactNode;
}

/** One step of the draft in short. */
export function SummaryPart({ step, children }: SummaryPartProps) {
  const { goTo } = useWizard();
  const { title } = stepOf(step);
  return (
    <Box
      component="section"
      aria-label={title}
      sx={{ px: 2, py: 1.25, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}
    >
      <Box sx={{ display: 'flex', alignItems: 'baseline', mb: 0.25 }}>
        <Typography component="h3" variant="h3">
          {title}
        </Typography>
        <Link
          component="button"
          type="button"
          aria-label={`Edit ${title}`}
          sx={{ ml: 'auto', font: 'inherit' }}
          onClick={() => goTo(step)}
        >
          Edit
        </Link>
      </Box>
      {children}
    </Box>
  );
}
