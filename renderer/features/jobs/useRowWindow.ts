import { useCallback, useLayoutEffect, useState } from 'react';

/** Rows drawn beyond what is seen, so that fast scrolling shows no gaps. */
const OVERSCAN = 8;
const STEP = 4;
/** What is assumed before the list is measured. */
const ASSUMED_HEIGHT = 800;

interface RowWindow {
  /** First and one past the last row to draw. */
  first: number;
  end: number;
  /** Scrolls as little as needed to show a row. */
  scrollToRow(index: number): void;
  /** Rows to go with PageUp and PageDown. */
  rowsPerPage: number;
}

/** Which rows of a long list of equally high rows are worth drawing. */
export function useRowWindow(
  /** What scrolls; null until it is there. */
  scroller: HTMLElement | null,
  count: number,
  rowHeight: number,
  /** Height of what sticks to the top of the scroller. */
  headHeight: number,
): RowWindow {
  const [firstSeen, setFirstSeen] = useState(0);
  const [height, setHeight] = useState(ASSUMED_HEIGHT);

  useLayoutEffect(() => {
    if (!scroller) return;
    // In steps of a few rows: most scroll events then change nothing.
    const onScroll = () => setFirstSeen(Math.floor(scroller.scrollTop / rowHeight / STEP) * STEP);
    const measure = () => setHeight(scroller.clientHeight || ASSUMED_HEIGHT);
    measure();
    onScroll();
    scroller.addEventListener('scroll', onScroll, { passive: true });
    const observer = new ResizeObserver(measure);
    observer.observe(scroller);
    return () => {
      scroller.removeEventListener('scroll', onScroll);
      observer.disconnect();
    };
  }, [scroller, rowHeight]);

  const scrollToRow = useCallback(
    (index: number) => {
      if (!scroller) return;
      const top = index * rowHeight;
      const visible = scroller.clientHeight - headHeight;
      if (top < scroller.scrollTop) scroller.scrollTo({ top });
      else if (top + rowHeight > scroller.scrollTop + visible) scroller.scrollTo({ top: top + rowHeight - visible });
    },
    [scroller, rowHeight, headHeight],
  );

  return {
    first: Math.max(0, Math.min(firstSeen, count) - OVERSCAN),
    end: Math.min(count, firstSeen + Math.ceil(height / rowHeight) + STEP + OVERSCAN),
    scrollToRow,
    rowsPerPage: Math.max(1, Math.floor((height - headHeight) / rowHeight) - 1),
  };
}
