import { useSyncExternalStore } from 'react';
import type { SortKey, StatusFilter } from './jobRows.ts';

/** How the list is looked at. Lives outside of the page, so that it is still there after a visit elsewhere. */
export interface JobsView {
  text: string;
  status: StatusFilter;
  sort: { key: SortKey; isAscending: boolean };
}

const INITIAL: JobsView = { text: '', status: 'all', sort: { key: 'created', isAscending: false } };

let view = INITIAL;
let isFocusWanted = false;
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** The view, kept up to date. */
export function useJobsView(): JobsView {
  return useSyncExternalStore(subscribe, () => view);
}

/** Changes a part of the view. */
export function changeJobsView(change: Partial<JobsView>): void {
  view = { ...view, ...change };
  tell();
}

/** Everything shown, newest first. */
export function resetJobsView(): void {
  changeJobsView(INITIAL);
}

/** Sorts by a column; the same column again turns the order around. */
export function sortJobsBy(key: SortKey): void {
  const isSame = view.sort.key === key;
  // Times are looked at newest and longest first, words from A.
  const isAscending = isSame ? !view.sort.isAscending : key !== 'created' && key !== 'runtime';
  changeJobsView({ sort: { key, isAscending } });
}

/** How long a list may take to open and still give its filter the focus that was asked for. */
const FOCUS_WAIT_MS = 1000;

/** Asks the filter field to take the focus, now or when the list opens; an empty list has no filter. */
export function requestFilterFocus(): void {
  isFocusWanted = true;
  tell();
  setTimeout(filterFocusTaken, FOCUS_WAIT_MS);
}

/** True while the filter field should take the focus. */
export function useFilterFocusWanted(): boolean {
  return useSyncExternalStore(subscribe, () => isFocusWanted);
}

/** Called by the filter field when it has taken the focus. */
export function filterFocusTaken(): void {
  if (!isFocusWanted) return;
  isFocusWanted = false;
  tell();
}
