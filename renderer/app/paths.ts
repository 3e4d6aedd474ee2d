/** Where a job is shown; ids have a slash. */
export function jobPath(id: string): string {
  return `/jobs/${encodeURIComponent(id)}`;
}

export const JOBS_PATH = '/jobs';
/** The wizard where it was left. */
export const NEW_JOB_PATH = '/new';
/** The wizard at its first step, for what brings a model or another draft. */
export const MODEL_STEP_PATH = '/new/model';
export const IMPORT_PATH = '/new/import';
export const SETTINGS_PATH = '/settings';
