import type { ListCompilationJobsRequest } from '../../shared/api/compilationJob.ts';
import type { ListPosition } from './nextToken.ts';
import { SUMMARY_COLUMNS, type JobSummaryRow, type Query } from './store.ts';

/** Page size when a request names none; undocumented, 10 was seen with every List operation of the service. */
const DEFAULT_MAX_RESULTS = 10;

/** A column of a sort order, and the member of a row that holds it. */
interface SortColumn {
  column: string;
  member: keyof JobSummaryRow;
}

const BY_CREATION: readonly SortColumn[] = [
  { column: 'created_ms', member: 'createdMs' },
  { column: 'id', member: 'id' },
];

/** What each SortBy sorts by; the last column is unique, so that jobs never share a position. */
const SORT_COLUMNS: Readonly<Record<string, readonly SortColumn[]>> = {
  Name: [{ column: 'name', member: 'name' }],
  CreationTime: BY_CREATION,
  Status: [{ column: 'status', member: 'status' }, ...BY_CREATION],
};

/** What a NextToken is bound to: filters, in the schema's order, and order, with its defaults filled in. */
export function listQueryOf(request: ListCompilationJobsRequest) {
  const { NextToken: _, MaxResults: __, SortBy = 'CreationTime', SortOrder = 'Ascending', ...filters } = request;
  return { SortBy, SortOrder, filters: Object.entries(filters).filter(([, value]) => value !== undefined) };
}

/**
 * Epoch seconds of a request in milliseconds. A time that we answered comes back as the exact millisecond it was:
 * 1700000000.123 × 1000 is not a whole number in floating point, and the filters are strict.
 */
function milliseconds(seconds: number): number {
  const product = seconds * 1000;
  const whole = Math.round(product);
  return Math.abs(product - whole) < 0.001 ? whole : product;
}

type Condition = [sql: string, value: string | number];

/** All filters compare strictly: "created after", "created before" (boundary as in moto; AWS documents none). */
function conditionsOf(request: ListCompilationJobsRequest): Condition[] {
  const conditions: Condition[] = [];
  const add = (sql: string, value: string | number | undefined) => {
    if (value !== undefined) conditions.push([sql, value]);
  };
  const { CreationTimeAfter, CreationTimeBefore } = request;
  add('created_ms > ?', CreationTimeAfter === undefined ? undefined : milliseconds(CreationTimeAfter));
  add('created_ms < ?', CreationTimeBefore === undefined ? undefined : milliseconds(CreationTimeBefore));
  add('modified_s > ?', request.LastModifiedTimeAfter);
  add('modified_s < ?', request.LastModifiedTimeBefore);
  add('instr(name, ?) > 0', request.NameContains);
  add('status = ?', request.StatusEquals);
  return conditions;
}

/** The statement for one page of a list, and how to tell a page's end. */
export interface ListPlan {
  /** Selects one row more than the page holds: whether there is one tells whether there is a next page. */
  query: Query;
  pageSize: number;
  /** Position of a row in the order, for the NextToken after it. */
  positionOf: (row: JobSummaryRow) => ListPosition;
}

/** Plans ListCompilationJobs with keyset pagination: a page starts after a position, not at a count. */
export function planList(request: ListCompilationJobsRequest, after: ListPosition | null): ListPlan {
  const { SortBy, SortOrder } = listQueryOf(request);
  const columns = SORT_COLUMNS[SortBy] ?? BY_CREATION;
  const descending = SortOrder === 'Descending';
  const conditions = conditionsOf(request);
  const sql = conditions.map(([condition]) => condition);
  const values = conditions.map(([, value]) => value);
  if (after) {
    const names = columns.map(({ column }) => column).join(', ');
    sql.push(`(${names}) ${descending ? '<' : '>'} (${columns.map(() => '?').join(', ')})`);
    values.push(...after);
  }
  const pageSize = request.MaxResults ?? DEFAULT_MAX_RESULTS;
  const order = columns.map(({ column }) => `${column}${descending ? ' DESC' : ''}`).join(', ');
  return {
    query: {
      sql: `SELECT ${SUMMARY_COLUMNS} FROM jobs ${sql.length > 0 ? `WHERE ${sql.join(' AND ')}` : ''} ORDER BY ${order} LIMIT ?`,
      values: [...values, pageSize + 1],
    },
    pageSize,
    positionOf: (row) => columns.map(({ member }) => row[member] ?? ''),
  };
}
