import Box from '@mui/material/Box';
import { DraftSummary } from './DraftSummary.tsx';
import { EndpointRefusals } from './EndpointRefusals.tsx';
import { OpenIssues } from './OpenIssues.tsx';
import { RequestPanel } from './RequestPanel.tsx';
import { SubmissionOutcome } from './SubmissionOutcome.tsx';

/** Step 5: everything once more, and the exact request. */
export function ReviewStep() {
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}>
      <SubmissionOutcome />
      <EndpointRefusals />
      <OpenIssues />
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 5fr) minmax(0, 6fr)' },
          alignItems: 'start',
          gap: 2,
        }}
      >
        <DraftSummary />
        <RequestPanel />
      </Box>
    </Box>
  );
}
