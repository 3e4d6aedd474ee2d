import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useEffect, useRef } from 'react';
import { nextFreeName } from '../../../../../shared/draft/jobName.ts';
import type { AppErrorData } from '../../../../../shared/errors/appError.ts';
import { ErrorPanel } from '../../../../components/ErrorPanel.tsx';
import { clearSubmission, isAboutModel, useSubmission } from '../../submission.ts';
import { useWizard } from '../../wizardContext.ts';
import { GoToModel } from './GoToModel.tsx';

/** How the last submission ended, when it did not become a job. */
export function SubmissionOutcome() {
  const submission = useSubmission();
  if (submission.state === 'cancelled') {
    return (
      <Alert severity="info" onClose={clearSubmission}>
        The submission was cancelled. Nothing was created, and your draft is kept.
      </Alert>
    );
  }
  return submission.state === 'failed' ? <Failed error={submission.error} /> : null;
}

const isNameTaken = ({ code }: AppErrorData) => code === 'ResourceInUse' || code === 'output.nameTaken';

function Failed({ error }: { error: AppErrorData }) {
  const { submit } = useWizard();
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    frame.current?.focus();
  }, [error]);
  return (
    <div ref={frame} tabIndex={-1}>
      <ErrorPanel
        error={error}
        title="The job was not created"
        onRetry={submit}
        onDismiss={clearSubmission}
        actions={isNameTaken(error) ? <UseFreeName /> : isAboutModel(error) ? <GoToModel /> : null}
      />
    </div>
  );
}

/** The name is taken where the job was to be created: the next free one is a click away. */
function UseFreeName() {
  const { draft, context, setField } = useWizard();
  const name = draft.output.compilationJobName.trim();
  const free = nextFreeName(name, new Set([...context.takenNames, name]));
  const take = () => {
    setField('output.nameIsGenerated', false);
    setField('output.compilationJobName', free);
    clearSubmission();
    // One more press of Enter submits under the new name.
    document.querySelector<HTMLElement>('button[type="submit"]')?.focus();
  };
  return (
    <Button variant="outlined" size="small" onClick={take}>
      Use {free}
    </Button>
  );
}
