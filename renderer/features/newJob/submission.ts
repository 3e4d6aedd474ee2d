import { useSyncExternalStore } from 'react';
import type { JobDraft } from '../../../shared/draft/jobDraft.ts';
import { toAppErrorData, type AppErrorData } from '../../../shared/errors/appError.ts';
import type { SubmissionProgress } from '../../../shared/ipc/routes.ts';
import { call } from '../../api/client.ts';
import { listen } from '../../api/events.ts';
import { announce } from '../../components/announcements.ts';

/** What the one submission of the app is doing. It outlives the page: leaving the wizard does not end it. */
export type Submission =
  | { state: 'idle' }
  | { state: 'running'; progress: SubmissionProgress; isCancelling: boolean }
  | { state: 'cancelled' }
  | { state: 'failed'; error: AppErrorData };

const IDLE: Submission = { state: 'idle' };
let current: Submission = IDLE;
const listeners = new Set<() => void>();
const createdListeners = new Set<(jobId: string) => void>();

function become(next: Submission): void {
  current = next;
  for (const listener of listeners) listener();
}

/**
 * Submits a draft, unless a submission runs already. Once the job exists the stored draft is discarded,
 * whether or not the wizard is still open.
 */
export async function submitDraft(draft: JobDraft): Promise<void> {
  if (current.state === 'running') return;
  const submissionId = crypto.randomUUID();
  become({
    state: 'running',
    isCancelling: false,
    progress: { submissionId, phase: 'checking', bytesDone: null, bytesTotal: null },
  });
  const endListening = listen('submission.progress', (progress) => {
    if (progress.submissionId === submissionId && current.state === 'running') become({ ...current, progress });
  });
  try {
    const { id } = await call('jobs.submit', { submissionId, draft });
    // A draft that could not be removed is only offered again; the job is there.
    await call('drafts.discard').catch(() => undefined);
    become(IDLE);
    announce(`Job ${draft.output.compilationJobName.trim()} was created.`);
    for (const listener of createdListeners) listener(id);
  } catch (thrown) {
    const error = toAppErrorData(thrown);
    if (error.kind === 'cancelled') {
      become({ state: 'cancelled' });
      announce('The submission was cancelled. Nothing was created.');
    } else {
      become({ state: 'failed', error });
      announce(`The job was not created. ${error.message}`);
    }
  } finally {
    endListening();
  }
}

/** Asks main to end the running submission; it ends when `jobs.submit` answers. */
export async function cancelSubmission(): Promise<void> {
  if (current.state !== 'running') return;
  const { submissionId } = current.progress;
  become({ ...current, isCancelling: true });
  await call('jobs.cancelSubmission', { submissionId }).catch(() => undefined);
}

/** Forgets how the last submission ended; a running one runs on. */
export function clearSubmission(): void {
  if (current.state !== 'running') become(IDLE);
}

/** The file changed, moved or cannot be used: the Model step has the ways out. */
export const isAboutModel = ({ kind }: AppErrorData): boolean => kind === 'model' || kind === 'notFound';

/** Tells when a submission became a job; returns the function that ends it. */
export function onJobCreated(listener: (jobId: string) => void): () => void {
  createdListeners.add(listener);
  return () => {
    createdListeners.delete(listener);
  };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export function useSubmission(): Submission {
  return useSyncExternalStore(subscribe, () => current);
}
