import { useMemo } from 'react';
import { judgeDraft, type DraftVerdict } from '../../../../../shared/draft/draftVerdict.ts';
import { useWizard } from '../../wizardContext.ts';

/** What keeps the draft from being submitted, and whether its request can be shown all the same. */
export function useVerdict(): DraftVerdict {
  const { draft, findings, context } = useWizard();
  return useMemo(() => judgeDraft(draft, findings, context), [draft, findings, context]);
}
