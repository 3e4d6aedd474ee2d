import { hasEnded } from '../../../shared/api/compilationJobStatus.ts';
import { runtimeOfJob, targetOfJob, timesOfJob, type JobSnapshot } from '../../../shared/jobs/jobSnapshot.ts';
import { statusLabel } from '../../components/JobStatus.tsx';

export const SORT_KEYS = ['name', 'status', 'target', 'framework', 'created', 'runtime'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** `live` is everything that has not ended, statuses that we do not know included. */
export const STATUS_FILTERS = ['all', 'live', 'COMPLETED', 'FAILED', 'STOPPED'] as const;
export type StatusFilter = (typeof STATUS_FILTERS)[number];

/** A job as the list shows it. */
export interface JobRow {
  job: JobSnapshot;
  id: string;
  name: string;
  status: string;
  target: string;
  framework: string;
  created: number;
  /** When it ran; `to` is null while it does. Null before it starts, and when the service did not say how long. */
  run: { from: number; to: number | null } | null;
  /** What the text filter looks into, lower case. */
  searchText: string;
}

/** A job's row. */
export function jobRow(job: JobSnapshot): JobRow {
  const target = targetOfJob(job);
  const framework = job.description.InputConfig?.Framework ?? '';
  const { created, started, ended } = timesOfJob(job);
  const device = job.description.OutputConfig.TargetDevice ?? '';
  return {
    job,
    id: job.id,
    name: job.name,
    status: job.status,
    target,
    framework,
    created,
    run: started === null || (ended === null && hasEnded(job.status)) ? null : { from: started, to: ended },
    searchText: [job.name, target, device, framework, statusLabel(job.status)].join('\n').toLowerCase(),
  };
}

function fitsStatus({ status }: JobRow, filter: StatusFilter): boolean {
  if (filter === 'all') return true;
  if (filter === 'live') return !hasEnded(status);
  return status.toUpperCase() === filter;
}

/** How many rows each status filter shows. */
export function countByStatus(rows: readonly JobRow[]): Record<StatusFilter, number> {
  const counts = { all: 0, live: 0, COMPLETED: 0, FAILED: 0, STOPPED: 0 };
  for (const row of rows) {
    for (const filter of STATUS_FILTERS) if (fitsStatus(row, filter)) counts[filter] += 1;
  }
  return counts;
}

/** Rows whose job has every word of the text somewhere, and fits the status. */
export function filterRows(rows: readonly JobRow[], text: string, status: StatusFilter): JobRow[] {
  const words = text.toLowerCase().split(/\s+/u).filter(Boolean);
  return rows.filter((row) => fitsStatus(row, status) && words.every((word) => row.searchText.includes(word)));
}

function sortValue(row: JobRow, key: SortKey): string | number {
  switch (key) {
    case 'name':
      return row.name;
    case 'status':
      return statusLabel(row.status);
    case 'target':
      return row.target;
    case 'framework':
      return row.framework;
    case 'created':
      return row.created;
    case 'runtime':
      return runtimeOfJob(row.job, Date.now()) ?? -1;
  }
}

const words = new Intl.Collator('en', { numeric: true });

/** Rows in the order of a column; equal ones newest first. */
export function sortRows(rows: readonly JobRow[], key: SortKey, isAscending: boolean): JobRow[] {
  const direction = isAscending ? 1 : -1;
  const keyed = rows.map((row) => ({ row, value: sortValue(row, key) }));
  keyed.sort((a, b) => {
    const order =
      typeof a.value === 'number' && typeof b.value === 'number'
        ? a.value - b.value
        : words.compare(String(a.value), String(b.value));
    return order * direction || b.row.created - a.row.created;
  });
  return keyed.map(({ row }) => row);
}
