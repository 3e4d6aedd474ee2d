import type { SxProps, Theme } from '@mui/material/styles';
import { COMPACT_ROW_HEIGHT, JOB_COLUMN_WIDTHS, ROW_HEIGHT } from './jobColumns.ts';

const cut = { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

/**
 * The look of the list's rows. It stands on the list and not on each row, because styling single elements
 * costs more than all else when rows rush by.
 */
export const jobListStyles: SxProps<Theme> = {
  display: 'block',
  flex: 1,
  minHeight: 0,
  overflow: 'hidden auto',
  '& td, & th': { p: 0, fontWeight: 400 },
  '& .job-row': {
    position: 'absolute',
    left: 0,
    right: 0,
    display: 'grid',
    columnGap: 2,
    alignItems: 'center',
    px: 2,
    cursor: 'default',
    borderBottom: 1,
    borderColor: 'divider',
    '&:hover': { bgcolor: 'action.hover' },
    '&[aria-selected="true"]': { bgcolor: 'action.selected' },
    '&:focus-visible': { outlineOffset: -2 },
    '&:hover .row-menu, &:focus-within .row-menu, & .row-menu:focus-visible': { opacity: 1 },
  },
  '& .wide': { height: ROW_HEIGHT, gridTemplateColumns: JOB_COLUMN_WIDTHS },
  '& .compact': { height: COMPACT_ROW_HEIGHT, gridTemplateColumns: 'minmax(0, 1fr)' },
  '& .cut': cut,
  '& .name': { display: 'flex', minWidth: 0 },
  '& .number': { textAlign: 'right' },
  '& .lines': { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 0.25 },
  // Room for the menu at the end of the first line.
  '& .lines .name': { pr: 4 },
  '& .facts': {
    display: 'flex',
    gap: 1.5,
    minWidth: 0,
    fontSize: 12,
    lineHeight: '16px',
    color: 'text.secondary',
    '& .cut': { ...cut, flex: 1 },
    '& time': { flex: 'none' },
  },
  '& .menu-cell': { justifySelf: 'end', mr: -0.5 },
  '& .compact .menu-cell': { position: 'absolute', top: 4, right: 12, m: 0 },
  '& .row-menu': {
    display: 'grid',
    placeContent: 'center',
    width: 28,
    height: 28,
    p: 0,
    color: 'text.secondary',
    bgcolor: 'transparent',
    border: 0,
    borderRadius: 1,
    opacity: 0,
    cursor: 'pointer',
    '&:hover': { bgcolor: 'action.hover' },
    '& svg': { fontSize: 18 },
  },
};
