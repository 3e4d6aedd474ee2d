import Box from '@mui/material/Box';
import { useCallback, useState } from 'react';
import { COMPACT_ROW_HEIGHT, JOB_COLUMNS, ROW_HEIGHT } from './jobColumns.ts';
import { JobListHead } from './JobListHead.tsx';
import { jobListStyles } from './jobListStyles.ts';
import { JobListRow, type MenuAnchor } from './JobListRow.tsx';
import { JobMenu } from './JobMenu.tsx';
import type { JobRow } from './jobRows.ts';
import type { JobsView } from './jobsView.ts';
import type { JobActions } from './useJobActions.ts';
import type { JobListKeyboard } from './useJobListKeyboard.ts';

interface JobListProps {
  rows: readonly JobRow[];
  keyboard: JobListKeyboard;
  openId: string | null;
  sort: JobsView['sort'];
  actions: JobActions;
  onOpen: (id: string) => void;
}

/** The jobs as a grid. A table whose elements are laid out as boxes: only what is seen is drawn, and the row that has the focus. */
export function JobList({ rows, keyboard, openId, sort, actions, onOpen }: JobListProps) {
  const [menu, setMenu] = useState<{ id: string; anchor: MenuAnchor } | null>(null);
  const openMenu = useCallback((id: string, anchor: MenuAnchor) => setMenu({ id, anchor }), []);
  const isCompact = openId !== null;
  const { attach, first, end, activeIndex, onKeyDown } = keyboard;

  const drawn = Array.from({ length: end - first }, (_, offset) => first + offset);
  // A row that left the window keeps its element, or the focus would be lost.
  if (activeIndex < first) drawn.unshift(activeIndex);
  if (activeIndex >= end && activeIndex < rows.length) drawn.push(activeIndex);

  const menuRow = menu && rows.find(({ id }) => id === menu.id);
  return (
    <>
      <Box
        component="table"
        ref={attach}
        role="grid"
        aria-label="Jobs"
        aria-rowcount={rows.length + (isCompact ? 0 : 1)}
        aria-colcount={isCompact ? 2 : JOB_COLUMNS.length + 1}
        onKeyDown={onKeyDown}
        sx={jobListStyles}
      >
        {!isCompact && <JobListHead sort={sort} />}
        <Box
          component="tbody"
          sx={{ display: 'block', position: 'relative' }}
          style={{ height: rows.length * (isCompact ? COMPACT_ROW_HEIGHT : ROW_HEIGHT) }}
        >
          {drawn.map((index) => {
            const row = rows[index];
            if (!row) return null;
            return (
              <JobListRow
                key={row.id}
                row={row}
                index={index}
                isActive={index === activeIndex}
                isOpen={row.id === openId}
                isCompact={isCompact}
                onOpen={onOpen}
                onMenu={openMenu}
              />
            );
          })}
        </Box>
      </Box>
      {menu && menuRow && (
        <JobMenu
          job={menuRow.job}
          anchor={menu.anchor}
          actions={actions}
          onOpen={() => onOpen(menuRow.id)}
          onClose={() => setMenu(null)}
        />
      )}
    </>
  );
}
