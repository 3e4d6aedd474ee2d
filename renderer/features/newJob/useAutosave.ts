import { useCallback, useEffect, useRef, useState } from 'react';
import type { JobDraft } from '../../../shared/draft/jobDraft.ts';
import { createDraftSaver, type SaveState } from './draftStorage.ts';
import type { FormPlace } from './stepIds.ts';

export interface Autosave {
  state: SaveState;
  /** Stores what waits, now. */
  flush(): void;
  /** This draft needs no storing, and neither does what came before it. */
  skip(draft: JobDraft): void;
}

/** True when two drafts hold the same; the form makes new objects for old values. */
export const sameDraft = (a: JobDraft, b: JobDraft): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/**
 * Stores every change of the draft with the place where it is shown, and what still waits when the page is left, hidden
 * or closed. A fresh draft in which nothing was typed is not worth storing, wherever it is looked at.
 */
export function useAutosave(draft: JobDraft, place: FormPlace, isStored: boolean): Autosave {
  const [state, setState] = useState<SaveState>('unchanged');
  const [saver] = useState(() => createDraftSaver(setState));
  const stored = useRef({ draft, place, isStored });

  useEffect(() => {
    const isSame = sameDraft(stored.current.draft, draft);
    if (isSame && (place === stored.current.place || !stored.current.isStored)) return;
    stored.current = { draft, place, isStored: true };
    saver.schedule({ ...draft, place });
  }, [draft, place, saver]);

  useEffect(() => {
    const onVisibility = () => {
      if (document.visibilityState === 'hidden') saver.flush();
    };
    window.addEventListener('pagehide', saver.flush);
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      window.removeEventListener('pagehide', saver.flush);
      document.removeEventListener('visibilitychange', onVisibility);
      saver.flush();
    };
  }, [saver]);

  const skip = useCallback(
    (next: JobDraft) => {
      stored.current = { draft: next, place, isStored: false };
      saver.cancel();
      setState('unchanged');
    },
    [place, saver],
  );
  return { state, flush: saver.flush, skip };
}
