import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { findFailure } from '../../../../shared/failures/failureCatalog.ts';
import type { JobSnapshot } from '../../../../shared/jobs/jobSnapshot.ts';
import { CodeBlock } from '../../../components/CodeBlock.tsx';

interface FailurePanelProps {
  job: JobSnapshot;
  isCloning: boolean;
  onClone: () => void;
}

/** Who has to act, by the class that the service puts before its reasons. */
function whoMustAct(reason: string): string | null {
  if (reason.startsWith('ClientError')) return 'The model or the request needs a change.';
  if (/^(Server|InternalServer)Error/u.test(reason))
    return 'Nothing in the request is wrong; the compiler had a problem.';
  return null;
}

/** Why a job failed: what it means, what to do, and the service's own words. */
export function FailurePanel({ job, isCloning, onClone }: FailurePanelProps) {
  const reason = job.description.FailureReason ?? '';
  const failure = reason ? findFailure(reason) : null;
  return (
    <Box component="section" aria-labelledby="failure-heading" sx={{ px: 3, pb: 2 }}>
      <Alert severity="error" role="none">
        <Typography variant="h3" id="failure-heading">
          {failure?.title ?? 'The job failed'}
        </Typography>
        <div>{failure?.cause ?? whoMustAct(reason) ?? 'The service gave no reason.'}</div>
        {failure && (
          <Box sx={{ mt: 1 }}>
            <strong>What to do: </strong>
            {failure.fix}
          </Box>
        )}
        <Box sx={{ mt: 1.5 }}>
          <Button variant="contained" size="small" loading={isCloning} onClick={onClone}>
            Clone and fix
          </Button>
        </Box>
        {reason && (
          <Box sx={{ mt: 1.5 }}>
            <Box sx={{ mb: 0.5, fontSize: 12, color: 'text.secondary' }}>Original message</Box>
            <CodeBlock code={reason} label="failure reason" maxHeight={200} />
          </Box>
        )}
      </Alert>
    </Box>
  );
}
