/** Statuses that never change again; everything else, unknown ones included, is live. Source: DeleteCompilationJob. */
const ENDED = ['COMPLETED', 'FAILED', 'STOPPED'];

/** Statuses in which StopCompilationJob has something to stop. */
const STOPPABLE = ['STARTING', 'INPROGRESS'];

/** True when the job has ended. Case is ignored: tools have been seen to write "Failed" for FAILED. */
export function hasEnded(status: string): boolean {
  return ENDED.includes(status.toUpperCase());
}

/** True when StopCompilationJob would change the job. */
export function isStoppable(status: string): boolean {
  return STOPPABLE.includes(status.toUpperCase());
}

const WORDS: Readonly<Record<string, string>> = {
  STARTING: 'Starting',
  INPROGRESS: 'Compiling',
  COMPLETED: 'Completed',
  FAILED: 'Failed',
  STOPPING: 'Stopping',
  STOPPED: 'Stopped',
};

/** The status as people read it; a status we do not know is shown as the service sent it. */
export function statusInWords(status: string): string {
  return WORDS[status.toUpperCase()] ?? status;
}
