import { useSyncExternalStore } from 'react';

/** The text that is looked at before it becomes the draft. It outlives the page: closing the import keeps it. */
export interface ImportText {
  text: string;
  /** Where it came from, when that is known: a file's name. */
  origin: string | null;
  /** A text of the user's own that another one took the place of. */
  replaced: string | null;
}

const EMPTY: ImportText = { text: '', origin: null, replaced: null };
let current = EMPTY;
const listeners = new Set<() => void>();

function become(next: ImportText): void {
  current = next;
  for (const listener of listeners) listener();
}

/** The user types. */
export function typeImportText(text: string): void {
  become({ ...current, text, origin: text === '' ? null : current.origin });
}

/** Another text comes from elsewhere; the one before can be brought back. */
export function setImportText(source: string, origin: string | null): void {
  // As a text area holds it, so that positions mean the same in both.
  const text = source.replaceAll(/\r\n?/gu, '\n');
  const isLost = current.text.trim() !== '' && current.text !== text;
  become({ text, origin, replaced: isLost ? current.text : null });
}

/** Brings back the text that was replaced. */
export function restoreImportText(): void {
  if (current.replaced !== null) setImportText(current.replaced, null);
}

/** Forgets everything. */
export function clearImportText(): void {
  become(EMPTY);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export function useImportText(): ImportText {
  return useSyncExternalStore(subscribe, () => current);
}
