import { useMemo } from 'react';
import { useWizard } from '../../wizardContext.ts';
import { judgeOf, type Judge } from './deviceChoices.ts';

/** For whom targets are judged; the same object while framework, version and endpoint stay. */
export function useJudge(): Judge {
  const { draft, context } = useWizard();
  const { framework, frameworkVersion, isLocal } = judgeOf(draft.model, context.isLocal);
  return useMemo(() => ({ framework, frameworkVersion, isLocal }), [framework, frameworkVersion, isLocal]);
}
