import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { StepId } from './stepIds.ts';
import type { Submission } from './submission.ts';
import { SubmissionProgressBar } from './SubmissionProgressBar.tsx';
import { nextStep, previousStep } from './wizard.ts';

interface WizardFooterProps {
  step: StepId;
  submission: Submission;
  onBack: () => void;
}

/** The way back and on, always in sight; while a job is submitted, how far it is. */
export function WizardFooter({ step, submission, onBack }: WizardFooterProps) {
  const next = nextStep(step);
  const previous = previousStep(step);
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
      {submission.state === 'running' ? (
        <SubmissionProgressBar submission={submission} />
      ) : (
        <>
          {previous && (
            <Button variant="outlined" onClick={onBack}>
              Back
            </Button>
          )}
          <Button type="submit" variant="contained" size={next ? 'medium' : 'large'}>
            {next ? `Next: ${next.title}` : 'Submit job'}
          </Button>
          <KeyHint isLast={!next} hasBack={previous !== undefined} />
        </>
      )}
    </Box>
  );
}

function KeyHint({ isLast, hasBack }: { isLast: boolean; hasBack: boolean }) {
  return (
    <Box aria-hidden sx={{ ml: 1, fontSize: 12, color: 'text.secondary' }}>
      Ctrl+Enter {isLast ? 'submits' : 'goes on'}
      {hasBack && ', Esc goes back'}
    </Box>
  );
}
