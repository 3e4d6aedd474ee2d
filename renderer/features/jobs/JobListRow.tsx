import MoreHorizOutlined from '@mui/icons-material/MoreHorizOutlined';
import { memo, type MouseEvent } from 'react';
import { JobStatus } from '../../components/JobStatus.tsx';
import { MiddleEllipsis } from '../../components/MiddleEllipsis.tsx';
import { Duration, RelativeTime } from '../../components/Time.tsx';
import { COMPACT_ROW_HEIGHT, ROW_HEIGHT } from './jobColumns.ts';
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

/** Characters of the name's end that always show: the time in a generated name. */
const NAME_TAIL = 16;

function WideCells({ row }: { row: JobRow }) {
  return (
    <>
      <td className="name">
        <MiddleEllipsis text={row.name} tail={NAME_TAIL} />
      </td>
      <td className="cut">
        <JobStatus status={row.status} />
      </td>
      <td className="cut" title={row.target}>
        {row.target}
      </td>
      <td className="cut">{row.framework}</td>
      <td className="cut">
        <RelativeTime ms={row.created} />
      </td>
      <td className="cut number">{row.run ? <Duration from={row.run.from} to={row.run.to} /> : '–'}</td>
    </>
  );
}

function CompactCells({ row }: { row: JobRow }) {
  return (
    <td className="lines">
      <div className="name">
        <MiddleEllipsis text={row.name} tail={NAME_TAIL} />
      </div>
      <div className="facts">
        <JobStatus status={row.status} />
        <span className="cut" title={row.target}>
          {row.target}
        </span>
        <RelativeTime ms={row.created} />
      </div>
    </td>
  );
}

/** A job in the list: one line of columns, or two lines beside an open detail. */
export const JobListRow = memo(function JobListRow(props: JobListRowProps) {
  const { row, index, isActive, isOpen, isCompact, onOpen, onMenu } = props;
  const tabIndex = isActive ? 0 : -1;
  const openMenuAtPointer = (event: MouseEvent) => {
    event.preventDefault();
    onMenu(row.id, { left: event.clientX, top: event.clientY });
  };
  return (
    <tr
      className={isCompact ? 'job-row compact' : 'job-row wide'}
      aria-rowindex={isCompact ? index + 1 : index + 2}
      aria-selected={isOpen}
      data-index={index}
      tabIndex={tabIndex}
      onClick={() => onOpen(row.id)}
      onContextMenu={openMenuAtPointer}
      style={{ top: index * (isCompact ? COMPACT_ROW_HEIGHT : ROW_HEIGHT) }}
    >
      {isCompact ? <CompactCells row={row} /> : <WideCells row={row} />}
      <td className="menu-cell">
        <button
          type="button"
          className="row-menu"
          aria-label={`Actions of ${row.name}`}
          aria-haspopup="menu"
          tabIndex={tabIndex}
          onClick={(event) => {
            event.stopPropagation();
            onMenu(row.id, { element: event.currentTarget });
          }}
        >
          <MoreHorizOutlined />
        </button>
      </td>
    </tr>
  );
});
