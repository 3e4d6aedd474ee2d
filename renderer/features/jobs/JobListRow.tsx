import MoreHorizOutlined from '@mui/icons-material/MoreHorizOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { memo, type MouseEvent } from 'react';
import { JobStatus } from '../../components/JobStatus.tsx';
import { MiddleEllipsis } from '../../components/MiddleEllipsis.tsx';
import { Duration, RelativeTime } from '../../components/Time.tsx';
import { COMPACT_ROW_HEIGHT, JOB_COLUMN_WIDTHS, ROW_HEIGHT } from './jobColumns.ts';
import type { JobRow } from './jobRows.ts';

/** Where a row's menu opens: at its button, or where the pointer is. */
export type MenuAnchor = { element: HTMLElement } | { left: number; top: number };

interface JobListRowProps {
  row: JobRow;
  index: number;
  isActive: boolean;
  isOpen: boolean;
  isCompact: boolean;
  onOpen: (id: string) => void;
  onMenu: (id: string, anchor: MenuAnchor) => void;
}

const cut = { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

function Runtime({ row }: { row: JobRow }) {
  return row.run ? <Duration from={row.run.from} to={row.run.to} /> : '–';
}

function MenuCell({ row, isActive, isCompact, onMenu }: Omit<JobListRowProps, 'index' | 'isOpen' | 'onOpen'>) {
  return (
    <Box component="td" sx={isCompact ? { position: 'absolute', top: 4, right: 12 } : { justifySelf: 'end', mr: -0.5 }}>
      <IconButton
        className="row-menu"
        aria-label={`Actions of ${row.name}`}
        aria-haspopup="menu"
        tabIndex={isActive ? 0 : -1}
        onClick={(event) => {
          event.stopPropagation();
          onMenu(row.id, { element: event.currentTarget });
        }}
      >
        <MoreHorizOutlined />
      </IconButton>
    </Box>
  );
}

function WideCells({ row }: { row: JobRow }) {
  return (
    <>
      <Box component="td" sx={{ display: 'flex', minWidth: 0 }}>
        <MiddleEllipsis text={row.name} tail={16} />
      </Box>
      <Box component="td" sx={cut}>
        <JobStatus status={row.status} />
      </Box>
      <Box component="td" sx={cut} title={row.target}>
        {row.target}
      </Box>
      <Box component="td" sx={cut}>
        {row.framework}
      </Box>
      <Box component="td" sx={cut}>
        <RelativeTime ms={row.created} />
      </Box>
      <Box component="td" sx={{ ...cut, textAlign: 'right' }}>
        <Runtime row={row} />
      </Box>
    </>
  );
}

function CompactCells({ row }: { row: JobRow }) {
  return (
    <Box component="td" sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 0.25 }}>
      <Box sx={{ display: 'flex', pr: 4 }}>
        <MiddleEllipsis text={row.name} tail={16} />
      </Box>
      <Box sx={{ display: 'flex', gap: 1.5, minWidth: 0, fontSize: 12, lineHeight: '16px' }}>
        <JobStatus status={row.status} />
        <Box sx={{ ...cut, flex: 1, color: 'text.secondary' }} title={row.target}>
          {row.target}
        </Box>
        <Box sx={{ flex: 'none', color: 'text.secondary' }}>
          <RelativeTime ms={row.created} />
        </Box>
      </Box>
    </Box>
  );
}

/** A job in the list: one line of columns, or two lines beside an open detail. */
export const JobListRow = memo(function JobListRow(props: JobListRowProps) {
  const { row, index, isActive, isOpen, isCompact, onOpen, onMenu } = props;
  const height = isCompact ? COMPACT_ROW_HEIGHT : ROW_HEIGHT;
  const openMenu = (event: MouseEvent) => {
    event.preventDefault();
    onMenu(row.id, { left: event.clientX, top: event.clientY });
  };
  return (
    <Box
      component="tr"
      aria-rowindex={isCompact ? index + 1 : index + 2}
      aria-selected={isOpen}
      data-index={index}
      tabIndex={isActive ? 0 : -1}
      onClick={() => onOpen(row.id)}
      onContextMenu={openMenu}
      style={{ top: index * height, height }}
      sx={{
        position: 'absolute',
        left: 0,
        right: 0,
        display: 'grid',
        gridTemplateColumns: isCompact ? 'minmax(0, 1fr)' : JOB_COLUMN_WIDTHS,
        columnGap: 2,
        alignItems: 'center',
        px: 2,
        cursor: 'default',
        borderBottom: 1,
        borderColor: 'divider',
        '& .row-menu': { opacity: 0 },
        '&:hover .row-menu, &:focus-within .row-menu, & .row-menu:focus-visible': { opacity: 1 },
        '&:hover': { bgcolor: 'action.hover' },
        '&[aria-selected="true"]': { bgcolor: 'action.selected' },
        '&:focus-visible': { outlineOffset: -2 },
      }}
    >
      {isCompact ? <CompactCells row={row} /> : <WideCells row={row} />}
      <MenuCell row={row} isActive={isActive} isCompact={isCompact} onMenu={onMenu} />
    </Box>
  );
});
