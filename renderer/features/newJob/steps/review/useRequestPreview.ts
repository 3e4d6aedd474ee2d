import { useEffect, useState } from 'react';
import type { CreateCompilationJobRequest } from '../../../../../shared/api/compilationJob.ts';
import { draftToRequest, withoutAbsentMembers } from '../../../../../shared/draft/draftToRequest.ts';
import type { JobDraft } from '../../../../../shared/draft/jobDraft.ts';
import { toAppErrorData, type AppErrorData } from '../../../../../shared/errors/appError.ts';
import type { EndpointStatus } from '../../../../../shared/ipc/routes.ts';
import { call } from '../../../../api/client.ts';

/** Whether the model is where the request says it is. */
export type Placement =
  { state: 'placing' } | { state: 'placed' } | { state: 'failed'; error: AppErrorData; retry(): void };

export interface ShownRequest {
  request: CreateCompilationJobRequest;
  /** Null where this app puts no model in place. */
  placement: Placement | null;
}

interface Answer {
  of: string;
  request: CreateCompilationJobRequest | null;
  error: AppErrorData | null;
}

/**
 * The exact request of a draft. A draft that the local runner takes is asked of main, which builds the same request
 * again and puts the model in place; the requests of others are built here only.
 */
export function useRequestPreview(draft: JobDraft, endpoint: EndpointStatus, isSubmittable: boolean): ShownRequest {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [attempt, setAttempt] = useState(0);
  const isPlaced = isSubmittable && endpoint.kind === 'local';
  const key = JSON.stringify(draft);
  // A retry is a new question about the same draft.
  const question = `${attempt} ${key}`;

  useEffect(() => {
    if (!isPlaced) return;
    let isCurrent = true;
    call('jobs.preview', JSON.parse(key) as JobDraft).then(
      ({ request }) => isCurrent && setAnswer({ of: question, request, error: null }),
      (thrown: unknown) => isCurrent && setAnswer({ of: question, request: null, error: toAppErrorData(thrown) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [key, question, isPlaced]);

  const current = isPlaced && answer?.of === question ? answer : null;
  return {
    request: current?.request ?? withoutAbsentMembers(draftToRequest(draft, endpoint.bucket)),
    placement: isPlaced ? placementOf(current, () => setAttempt((count) => count + 1)) : null,
  };
}

function placementOf(answer: Answer | null, retry: () => void): Placement {
  if (!answer) return { state: 'placing' };
  return answer.error ? { state: 'failed', error: answer.error, retry } : { state: 'placed' };
}
