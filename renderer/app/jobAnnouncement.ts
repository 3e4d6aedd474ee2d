import type { JobSnapshot } from '../../shared/jobs/jobSnapshot.ts';

const WORDS: Readonly<Record<string, string>> = {
  INPROGRESS: 'is compiling',
  COMPLETED: 'completed',
  FAILED: 'failed',
  STOPPING: 'is stopping',
  STOPPED: 'was stopped',
};

/** What is said when a job changed; null when its status did not. */
export function jobAnnouncement(job: JobSnapshot, before: JobSnapshot | undefined): string | null {
  if (!before || before.status === job.status) return null;
  return `${job.name} ${WORDS[job.status.toUpperCase()] ?? `is now ${job.status}`}`;
}
