import { useCallback, useEffect, useRef, useState } from 'react';
import type { JobDraft } from '../../../shared/draft/jobDraft.ts';
import { createDraftSaver, type SaveState } from './draftStorage.ts';

export interface Autosave {
  state: SaveState;
  /** Stores what waits, now. */
  flush(): void;
  /** This draft needs no storing, and neither does what came before it. */
  skip(draft: JobDraft): void;
}

/** True when two drafts hold the same; the form makes new objects for old values. */
export const sameDraft = (a: JobDraft, b: JobDraft): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Stores every change of the draft, and what still waits when the page is left, hidden or closed. */
export function useAutosave(draft: JobDraft): Autosave {
  const [state, setState] = useState<SaveState>('unchanged');
  const [saver] = useState(() => createDraftSaver(setState));
  const stored = useRef(draft);

  useEffect(() => {
    if (sameDraft(stored.current, draft)) return;
    stored.current = draft;
    saver.schedule(draft);
  }, [draft, saver]);

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
      stored.current = next;
      saver.cancel();
      setState('unchanged');
    },
    [saver],
  );
  return { state, flush: saver.flush, skip };
}
