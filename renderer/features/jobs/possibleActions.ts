import { hasEnded, isStoppable } from '../../../shared/api/compilationJobStatus.ts';
import type { JobSnapshot } from '../../../shared/jobs/jobSnapshot.ts';

/** What the state of a job allows. */
export function possibleActions({ status }: JobSnapshot) {
  return {
    stop: isStoppable(status),
    /** The API deletes only what has ended. */
    remove: hasEnded(status),
    showArtifact: status.toUpperCase() === 'COMPLETED',
  };
}
