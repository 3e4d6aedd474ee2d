import { useState } from 'react';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { MiddleEllipsis } from '../../components/MiddleEllipsis.tsx';
import type { JobActions } from './useJobActions.ts';

/** The questions that actions on jobs ask. */
export function JobQuestions({ actions: { question, answer } }: { actions: JobActions }) {
  // Keeps the words while the dialog fades out.
  const [shown, setShown] = useState(question);
  if (question && question !== shown) setShown(question);
  if (!shown) return null;
  const common = { isOpen: question !== null, onConfirm: () => answer(true), onCancel: () => answer(false) };
  if (shown.kind === 'delete') {
    return (
      <ConfirmDialog {...common} title="Delete this job?" confirmLabel="Delete job">
        <MiddleEllipsis text={shown.job.name} />
        <p>Only the record of the job is deleted, for good. Its model and its artifact stay where they are.</p>
      </ConfirmDialog>
    );
  }
  return (
    <ConfirmDialog {...common} title="Replace the unfinished job?" confirmLabel="Replace it">
      <p>
        You have an unfinished new job. Cloning <MiddleEllipsis text={shown.job.name} /> takes its place; what you typed
        there is lost.
      </p>
    </ConfirmDialog>
  );
}
