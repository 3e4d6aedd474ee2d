import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent as ReactKeyboardEvent } from 'react';
import type { JobRow } from './jobRows.ts';
import { useRowWindow } from './useRowWindow.ts';

/** The part of a keyboard event, native or React's, that the list looks at. */
type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

interface JobListOptions {
  rows: readonly JobRow[];
  /** The job whose detail is open. */
  openId: string | null;
  rowHeight: number;
  headHeight: number;
  /** Enter, or a move while a detail is open: then the detail follows. */
  onOpen(id: string, how: 'opened' | 'moved'): void;
}

/** What the list needs to be drawn and walked through. */
export interface JobListKeyboard {
  /** Ref of the element that scrolls. */
  attach(element: HTMLElement | null): void;
  first: number;
  end: number;
  /** The one row that Tab reaches. */
  activeIndex: number;
  onKeyDown(event: ReactKeyboardEvent): void;
  /** Puts the focus on a job's row, or on the nearest there is. */
  focusRow(id: string): void;
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
const isElsewhere = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('[role="menu"], [role="dialog"], [role="alertdialog"]') !== null;

/** Where a key leads to from a row; null when it leads nowhere. */
function destination({ key }: Key, index: number, count: number, page: number): number | null {
  const to: Record<string, number> = {
    ArrowDown: index + 1,
    j: index + 1,
    ArrowUp: index - 1,
    k: index - 1,
    PageDown: index + page,
    PageUp: index - page,
    Home: 0,
    End: count - 1,
  };
  const wanted = to[key];
  return wanted === undefined ? null : Math.max(0, Math.min(wanted, count - 1));
}

/** Roving focus over a list of which only a window is drawn. J and K work in the whole page. */
export function useJobListKeyboard(options: JobListOptions): JobListKeyboard {
  const { rows, openId, rowHeight, headHeight, onOpen } = options;
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [activeId, setActiveId] = useState<string | null>(null);
  const isFocusWanted = useRef(false);
  const { first, end, rowsPerPage, scrollToRow } = useRowWindow(scroller, rows.length, rowHeight, headHeight);

  const indexOf = (id: string | null) => (id === null ? -1 : rows.findIndex((row) => row.id === id));
  const activeIndex = Math.max(0, indexOf(activeId) >= 0 ? indexOf(activeId) : indexOf(openId));

  const focusIndex = (index: number) => {
    const row = rows[index];
    if (!row) return;
    setActiveId(row.id);
    isFocusWanted.current = true;
    scrollToRow(index);
  };
  const move = (event: Key): boolean => {
    if (event.ctrlKey || event.metaKey || event.altKey || rows.length === 0) return false;
    // From elsewhere the first key goes to the list, the next ones through it.
    const isEntering = openId === null && !scroller?.contains(document.activeElement);
    const to = isEntering ? activeIndex : destination(event, activeIndex, rows.length, rowsPerPage);
    if (to === null) return false;
    focusIndex(to);
    const row = rows[to];
    if (openId !== null && row && row.id !== openId) onOpen(row.id, 'moved');
    return true;
  };

  // The row may be drawn only now that it is the active one.
  useLayoutEffect(() => {
    if (!isFocusWanted.current) return;
    isFocusWanted.current = false;
    scroller?.querySelector<HTMLElement>(`[data-index="${activeIndex}"]`)?.focus({ preventScroll: true });
  });

  // The open job is where the keyboard goes on from, however it was opened.
  const openIndex = indexOf(openId);
  useEffect(() => {
    if (openId !== null) setActiveId(openId);
  }, [openId]);
  useEffect(() => {
    if (openIndex >= 0) scrollToRow(openIndex);
    // oxlint-disable-next-line react/exhaustive-deps -- only when another job opens; not when the list changes under it
  }, [openId, rowHeight]);

  const latestMove = useRef(move);
  useEffect(() => {
    latestMove.current = move;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!/^[jk]$/u.test(event.key) || event.defaultPrevented) return;
      if (isTyping(event.target) || isElsewhere(event.target)) return;
      if (latestMove.current(event)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  return {
    attach: setScroller,
    first,
    end,
    activeIndex,
    onKeyDown: (event) => {
      const isOnRow = event.target instanceof HTMLElement && event.target.dataset.index !== undefined;
      if (!isOnRow) return;
      const row = rows[activeIndex];
      if ((event.key === 'Enter' || event.key === ' ') && row) onOpen(row.id, 'opened');
      else if (!move(event)) return;
      event.preventDefault();
    },
    focusRow: (id) => focusIndex(Math.max(0, indexOf(id))),
  };
}
