import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useId } from 'react';
import type { FormPlace } from './stepIds.ts';
import type { Submission } from './submission.ts';
import { SubmissionProgressBar } from './SubmissionProgressBar.tsx';
import { nextStep, previousStep } from './wizard.ts';
import { useWizard } from './wizardContext.ts';
import { FooterBar } from './FooterBar.tsx';

interface WizardFooterProps {
  place: FormPlace;
  submission: Submission;
  onBack: () => void;
}

/** The way back and on, always in sight; while a job is submitted, how far it is. */
export function WizardFooter({ place, submission, onBack }: WizardFooterProps) {
  const { endpoint } = useWizard();
  const canSubmit = endpoint.state !== 'disconnected';
  const next = place === 'quick' ? undefined : nextStep(place);
  const previous = place === 'quick' ? undefined : previousStep(place);
  const reasonId = useId();
  return (
    <FooterBar>
      {submission.state === 'running' ? (
        <SubmissionProgressBar submission={submission} />
      ) : (
        <>
          {previous && (
            <Button variant="outlined" sx={{ flex: 'none' }} onClick={onBack}>
              Back
            </Button>
          )}
          <Button
            type="submit"
            variant="contained"
            size={next ? 'medium' : 'large'}
            sx={{ flex: 'none' }}
            aria-describedby={!next && !canSubmit ? reasonId : undefined}
          >
            {next ? `Next: ${next.title}` : canSubmit ? 'Submit job' : 'Export the request'}
          </Button>
          {!next && !canSubmit && (
            <Box id={reasonId} sx={{ ml: 1, minWidth: 0, fontSize: 12, lineHeight: '16px', color: 'text.secondary' }}>
              {endpoint.label} is not connected, so the job cannot be submitted from here: run the exported command
              where your credentials are.
            </Box>
          )}
          <KeyHint action={next ? 'goes on' : canSubmit ? 'submits' : 'exports'} hasBack={previous !== undefined} />
        </>
      )}
    </FooterBar>
  );
}

function KeyHint({ action, hasBack }: { action: string; hasBack: boolean }) {
  return (
    <Box aria-hidden sx={{ ml: 1, flex: 'none', fontSize: 12, color: 'text.secondary' }}>
      Ctrl+Enter {action}
      {hasBack && ', Esc goes back'}
    </Box>
  );
}
