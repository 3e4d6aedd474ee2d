import { useEffect, useState } from 'react';
import { draftToRequest } from '../../../../../shared/draft/draftToRequest.ts';
import type { JobDraft } from '../../../../../shared/draft/jobDraft.ts';
import { toAppErrorData, type AppErrorData } from '../../../../../shared/errors/appError.ts';
import { awsCliCommand, requestAsJson } from '../../../../../shared/export/awsCliCommand.ts';
import type { EndpointStatus, RequestPreview } from '../../../../../shared/ipc/routes.ts';
import { call } from '../../../../api/client.ts';

/** The request as this page builds it, until main has built the same and put the model in place. */
function previewOf(draft: JobDraft, endpoint: EndpointStatus): RequestPreview {
  const request = draftToRequest(draft, endpoint.bucket);
  return { request, json: requestAsJson(request), awsCliCommand: awsCliCommand(request, endpoint) };
}

/** Whether the model is where the request says it is. */
export type Placement = { state: 'placing' } | { state: 'placed' } | { state: 'failed'; error: AppErrorData };

export interface PreviewState {
  preview: RequestPreview;
  placement: Placement;
  retry(): void;
}

/** The exact request of a draft that passes every check; null for others. Asking main for it also places the model. */
export function useRequestPreview(draft: JobDraft, endpoint: EndpointStatus, isComplete: boolean): PreviewState | null {
  const [answer, setAnswer] = useState<{ of: string; preview: RequestPreview | null; placement: Placement } | null>(
    null,
  );
  const [attempt, setAttempt] = useState(0);
  const key = JSON.stringify(draft);
  // A retry is a new question about the same draft.
  const question = `${attempt} ${key}`;

  useEffect(() => {
    if (!isComplete) return;
    let isCurrent = true;
    call('jobs.preview', JSON.parse(key) as JobDraft).then(
      (preview) => isCurrent && setAnswer({ of: question, preview, placement: { state: 'placed' } }),
      (thrown: unknown) =>
        isCurrent &&
        setAnswer({ of: question, preview: null, placement: { state: 'failed', error: toAppErrorData(thrown) } }),
    );
    return () => {
      isCurrent = false;
    };
  }, [key, question, isComplete]);

  if (!isComplete) return null;
  const current = answer?.of === question ? answer : null;
  return {
    preview: current?.preview ?? previewOf(draft, endpoint),
    placement: current?.placement ?? { state: 'placing' },
    retry: () => setAttempt((count) => count + 1),
  };
}
