import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { focusPageHeading } from './pageHeading.ts';

/** Moves the focus to the heading of a page that opens, unless the page has put it somewhere itself. */
export function useFocusOnNavigation(): void {
  const section = useLocation().pathname.split('/')[1];
  const shown = useRef(section);
  useEffect(() => {
    if (shown.current === section) return;
    shown.current = section;
    const isInPage = document.querySelector('main')?.contains(document.activeElement) ?? false;
    if (!isInPage) focusPageHeading();
  }, [section]);
}
