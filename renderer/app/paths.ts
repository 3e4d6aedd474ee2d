/** Where a job is shown; ids have a slash. */
export function jobPath(id: string): string {
  return `/jobs/${encodeURIComponent(id)}`;
}

export const JOBS_PATH = '/jobs';
export const NEW_JOB_PATH = '/new/model';
export const SETTINGS_PATH = '/settings';
