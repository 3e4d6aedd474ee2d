import type { OpenDraft } from '../../../shared/draft/storedDraft.ts';
import { call } from '../../api/client.ts';

/** Pause after the last change before the draft is stored. */
export const SAVE_DELAY_MS = 150;

/** How the stored draft stands to the one on the screen. */
export type SaveState = 'unchanged' | 'saving' | 'saved' | 'failed';

export interface DraftSaver {
  /** Stores the draft soon. */
  schedule(draft: OpenDraft): void;
  /** Stores what was scheduled, now. Sends at once: the page may be on its way out. */
  flush(): void;
  /** Forgets what was scheduled. */
  cancel(): void;
}

/** Stores drafts while they are typed; main writes them whole and in the order in which they come. */
export function createDraftSaver(onState: (state: SaveState) => void): DraftSaver {
  let waiting: OpenDraft | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let newest = 0;

  const send = (draft: OpenDraft) => {
    newest += 1;
    const own = newest;
    const tell = (state: SaveState) => {
      if (own === newest && waiting === null) onState(state);
    };
    call('drafts.save', draft).then(
      () => tell('saved'),
      () => tell('failed'),
    );
  };
  const cancel = () => {
    clearTimeout(timer);
    waiting = null;
  };
  const flush = () => {
    const draft = waiting;
    cancel();
    if (draft) send(draft);
  };
  return {
    schedule(draft) {
      clearTimeout(timer);
      waiting = draft;
      onState('saving');
      timer = setTimeout(flush, SAVE_DELAY_MS);
    },
    flush,
    cancel,
  };
}
