import { zodResolver } from '@hookform/resolvers/zod';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';
import type { Finding } from '../../../shared/api/finding.ts';
import { checkDraft, submittableDraftSchema, type DraftContext } from '../../../shared/draft/checkDraft.ts';
import type { JobDraft } from '../../../shared/draft/jobDraft.ts';

export interface DraftForm {
  form: UseFormReturn<JobDraft, unknown, JobDraft>;
  draft: JobDraft;
  findings: readonly Finding[];
  /** Replaces the whole draft: a model was read, or the form starts over. */
  replace(draft: JobDraft): void;
}

/** The wizard's one form. Its values live as long as the page, whichever step is shown. */
export function useDraftForm(initial: JobDraft, context: DraftContext): DraftForm {
  const resolver = useMemo(() => zodResolver(submittableDraftSchema(context)), [context]);
  const form = useForm<JobDraft, unknown, JobDraft>({ defaultValues: initial, resolver, shouldFocusError: false });
  const [draft, setDraft] = useState(initial);

  useEffect(() => {
    const take = ({ values }: { values: JobDraft }) => setDraft(structuredClone(values));
    return form.subscribe({ formState: { values: true }, callback: take });
  }, [form]);

  const findings = useMemo(() => checkDraft(draft, context), [draft, context]);
  const replace = useCallback(
    (next: JobDraft) => {
      form.reset(next);
      setDraft(next);
    },
    [form],
  );
  return { form, draft, findings, replace };
}
