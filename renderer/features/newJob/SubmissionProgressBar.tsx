import CheckOutlined from '@mui/icons-material/CheckOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import CircularProgress from '@mui/material/CircularProgress';
import LinearProgress from '@mui/material/LinearProgress';
import { SUBMISSION_PHASES, type SubmissionProgress } from '../../../shared/ipc/routes.ts';
import { formatBytes } from '../../components/formatNumber.ts';
import { cancelSubmission, type Submission } from './submission.ts';

type Phase = SubmissionProgress['phase'];

const PHASE_WORDS: Readonly<Record<Phase, string>> = {
  checking: 'Checking',
  uploading: 'Uploading',
  creating: 'Creating',
  watching: 'Watching',
};

/** `Uploading 12 MB of 98 MB` while bytes are counted; the bare word else. */
function phaseInWords(phase: Phase, { phase: current, bytesDone, bytesTotal }: SubmissionProgress): string {
  if (phase !== current || bytesDone === null || bytesTotal === null) return PHASE_WORDS[phase];
  return `${PHASE_WORDS[phase]} ${formatBytes(bytesDone)} of ${formatBytes(bytesTotal)}`;
}

/** A submission on its way: its four phases by name, and bytes where they are counted. */
export function SubmissionProgressBar({ submission }: { submission: Extract<Submission, { state: 'running' }> }) {
  const { progress, isCancelling } = submission;
  const { bytesDone, bytesTotal } = progress;
  const percent = bytesDone !== null && bytesTotal ? Math.min(100, (bytesDone / bytesTotal) * 100) : null;
  const now = SUBMISSION_PHASES.indexOf(progress.phase);
  return (
    <Box sx={{ flex: 1, display: 'grid', gap: 0.75 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <Box
          component="ol"
          aria-label="Submission"
          sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, m: 0, p: 0, listStyle: 'none' }}
        >
          {SUBMISSION_PHASES.map((phase, index) => (
            <Box
              component="li"
              key={phase}
              aria-current={index === now ? 'step' : undefined}
              sx={{
                display: 'flex',
                alignItems: 'center',
                gap: 0.75,
                ...(index === now ? { fontWeight: 600 } : { color: 'text.secondary' }),
              }}
            >
              {index < now && <CheckOutlined titleAccess="Done" sx={{ fontSize: 16, color: 'success.main' }} />}
              {index === now && <CircularProgress aria-hidden size={12} thickness={6} />}
              {phaseInWords(phase, progress)}
            </Box>
          ))}
        </Box>
        <Button
          variant="outlined"
          sx={{ ml: 'auto' }}
          disabled={isCancelling || progress.phase === 'watching'}
          onClick={() => void cancelSubmission()}
        >
          {isCancelling ? 'Cancelling…' : 'Cancel'}
        </Button>
      </Box>
      <LinearProgress
        aria-label={PHASE_WORDS[progress.phase]}
        {...(percent === null ? {} : { variant: 'determinate', value: percent })}
      />
    </Box>
  );
}
