import { useState } from 'react';
import type { JobDraft } from '../../../../../shared/draft/jobDraft.ts';
import { liesWithin } from '../../draftPaths.ts';
import { useWizard, type FocusRequest } from '../../wizardContext.ts';
import { fieldsOfText } from './shownText.ts';
import { useInputEdits } from './useInputEdits.ts';

/** The three views of DataInputConfig. */
export type ConfigView = 'fields' | 'json' | 'cli';

/** The view that has a field; null where the one that is open will do. */
function viewOfField(field: string, open: ConfigView): ConfigView | null {
  if (liesWithin(field, 'inputs')) return 'fields';
  return field === 'dataInputConfig.text' && open === 'fields' ? 'json' : null;
}

const firstView = ({ dataInputConfig: { mode } }: JobDraft): ConfigView => (mode === 'text' ? 'json' : 'fields');

/** Which view is open. A jump opens the one that has its field; text that the fields can say becomes fields there. */
export function useConfigView() {
  const { draft, focusRequest } = useWizard();
  const { setParts } = useInputEdits();
  const [answered, setAnswered] = useState<FocusRequest | null>(null);
  const [view, setView] = useState<ConfigView>(() => firstView(draft));
  if (focusRequest !== answered) {
    setAnswered(focusRequest);
    const wanted = focusRequest && viewOfField(focusRequest.field, view);
    if (wanted) setView(wanted);
  }
  return {
    view,
    open(next: ConfigView) {
      setView(next);
      const parts = next === 'fields' && draft.dataInputConfig.mode === 'text' ? fieldsOfText(draft) : null;
      if (parts) setParts(parts);
    },
  };
}
