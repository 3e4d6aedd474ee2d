import { useEffect, useState } from 'react';
import type { OpenDraft } from '../../../shared/draft/storedDraft.ts';
import { toAppErrorData, type AppErrorData } from '../../../shared/errors/appError.ts';
import { call } from '../../api/client.ts';

export interface StoredDraft {
  /** Null when none is stored, undefined while it is not known. */
  draft: OpenDraft | null | undefined;
  error: AppErrorData | null;
  load(): void;
}

/** The unfinished job of the last time. Asked on every visit and not cached, because the wizard writes it all the time. */
export function useStoredDraft(): StoredDraft {
  const [state, setState] = useState<Omit<StoredDraft, 'load'>>({ draft: undefined, error: null });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    call('drafts.load').then(
      (draft) => isCurrent && setState({ draft, error: null }),
      (thrown: unknown) => isCurrent && setState({ draft: undefined, error: toAppErrorData(thrown) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [attempt]);
  const load = () => {
    setState({ draft: undefined, error: null });
    setAttempt((count) => count + 1);
  };
  return { ...state, load };
}
