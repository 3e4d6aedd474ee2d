import { useState } from 'react';
import { withConfigText } from '../../../../../shared/draft/configText.ts';
import { announce } from '../../../../components/announcements.ts';
import { useWizard } from '../../wizardContext.ts';
import { correctionOf, textOf, type Correction } from './shownText.ts';
import { useInputEdits } from './useInputEdits.ts';

/** DataInputConfig as a text that can be edited. */
export interface ConfigText {
  text: string;
  type(text: string): void;
  /** The field was left: a sloppy spelling is put right. */
  leave(): void;
  /** What was just put right; null once something else is typed. */
  correction: Correction | null;
  /** Brings back what was typed, and leaves it alone. */
  undoCorrection(): void;
}

/** The text of the step: the fields follow it at once where they can say it. */
export function useConfigText(): ConfigText {
  const { draft, touch } = useWizard();
  const { setParts } = useInputEdits();
  const [correction, setCorrection] = useState<Correction | null>(null);
  const [isEdited, setIsEdited] = useState(false);
  const [declined, setDeclined] = useState<string | null>(null);
  const text = textOf(draft);
  const set = (next: string) => setParts(withConfigText(draft, next));
  const shown = correction?.text === text ? correction : null;
  return {
    text,
    type(next) {
      setIsEdited(true);
      set(next);
    },
    leave() {
      if (!isEdited) return;
      touch('dataInputConfig');
      touch('inputs');
      const found = draft.dataInputConfig.mode === 'text' && text !== declined ? correctionOf(text) : null;
      if (!found) return;
      set(found.text);
      setCorrection(found);
      announce(found.changes.join(' '));
    },
    correction: shown,
    undoCorrection() {
      if (!shown) return;
      set(shown.typed);
      setDeclined(shown.typed);
    },
  };
}
