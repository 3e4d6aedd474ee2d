import type { SortKey } from './jobRows.ts';

interface JobColumn {
  key: SortKey;
  label: string;
  isNumeric?: boolean;
}

/** The columns of the list, in order. */
export const JOB_COLUMNS: readonly JobColumn[] = [
  { key: 'name', label: 'Name' },
  { key: 'status', label: 'Status' },
  { key: 'target', label: 'Target' },
  { key: 'framework', label: 'Framework' },
  { key: 'created', label: 'Created' },
  { key: 'runtime', label: 'Runtime', isNumeric: true },
];

/** Their widths, and the row menu's, as a CSS grid; the least of them fit the window's least width of 960 px. */
export const JOB_COLUMN_WIDTHS =
  'minmax(184px, 2.4fr) minmax(120px, 0.7fr) minmax(112px, 1.5fr) minmax(84px, 0.6fr) minmax(112px, 0.6fr) minmax(80px, 104px) 32px';

export const ROW_HEIGHT = 36;
export const COMPACT_ROW_HEIGHT = 56;
export const HEAD_HEIGHT = 32;
