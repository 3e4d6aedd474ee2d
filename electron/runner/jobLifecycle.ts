import type { CompilationJobStatus } from '../../shared/api/shapes.ts';

/**
 * Every legal change of a job's status; the store refuses all others.
 * A job that cannot be compiled here passes through INPROGRESS as well, because every FAILED job that was recorded
 * from the real service has a CompilationStartTime. INPROGRESS follows itself when a restart runs the job again.
 */
export const JOB_EDGES: Readonly<Record<CompilationJobStatus, readonly CompilationJobStatus[]>> = {
  STARTING: ['INPROGRESS', 'STOPPED'],
  INPROGRESS: ['INPROGRESS', 'STOPPING', 'COMPLETED', 'FAILED'],
  STOPPING: ['STOPPED'],
  COMPLETED: [],
  FAILED: [],
  STOPPED: [],
};

/** A job that was running this many times when its runner ended is given up. */
export const MAX_ATTEMPTS = 3;

/**
 * Milliseconds as the whole seconds of CompilationStartTime, CompilationEndTime and LastModifiedTime.
 * The service was recorded with whole seconds there and milliseconds in CreationTime. It may cut them off, because its
 * jobs wait for minutes; ours start within the second they are created in, so rounding up keeps the times in order.
 */
export function wholeSeconds(milliseconds: number): number {
  return Math.ceil(milliseconds / 1000);
}

/** The status as the service's sentences spell it: "is in status Completed". */
export function statusInServiceWords(status: CompilationJobStatus): string {
  return status === 'INPROGRESS' ? 'InProgress' : status.charAt(0) + status.slice(1).toLowerCase();
}
