import { checkDraft } from '../../../shared/draft/checkDraft.ts';
import { draftToRequest, withoutAbsentMembers } from '../../../shared/draft/draftToRequest.ts';
import { modelSourceOf, type JobDraft } from '../../../shared/draft/jobDraft.ts';
import { AppError } from '../../../shared/errors/appError.ts';
import type { SubmissionProgress } from '../../../shared/ipc/routes.ts';
import type { CreateCompilationJobRequest } from '../../../shared/api/compilationJob.ts';
import type { ReadyEndpoint } from '../endpoints/endpoint.ts';
import type { ModelService } from '../models/modelService.ts';

/** Tells in which phase a submission is. */
export type TellPhase = (progress: Omit<SubmissionProgress, 'submissionId'>) => void;

export interface Submission {
  draft: JobDraft;
  endpoint: ReadyEndpoint;
  models: ModelService;
  takenNames: ReadonlySet<string>;
  signal?: AbortSignal | undefined;
}

/**
 * The request of a draft that passes every check.
 * @throws {AppError} `validation` with the first finding, when the draft cannot be submitted
 */
export function checkedRequest({ draft, endpoint, takenNames }: Submission): CreateCompilationJobRequest {
  const { bucket, kind } = endpoint.status;
  const findings = checkDraft(draft, { bucket, isLocal: kind === 'local', takenNames });
  const errors = findings.filter(({ severity }) => severity === 'error');
  const first = errors[0];
  if (first) {
    throw new AppError({
      kind: 'validation',
      message: first.message,
      hint: errors.length > 1 ? `${errors.length - 1} more to fix.` : undefined,
      code: first.rule,
    });
  }
  return withoutAbsentMembers(draftToRequest(draft, bucket));
}

/** Puts a draft's model where its request says it is. */
export async function placeModel(
  { draft, endpoint, models, signal }: Submission,
  request: CreateCompilationJobRequest,
  onProgress?: (bytesDone: number, bytesTotal: number) => void,
): Promise<void> {
  const source = modelSourceOf(draft.model);
  const { summary } = draft.model;
  const uri = request.InputConfig?.S3Uri;
  if (source && uri) await models.place({ source, summary, uri, endpoint, signal, onProgress });
}

const cancelled = () =>
  new AppError({ kind: 'cancelled', message: 'The submission was cancelled.', hint: 'Your draft is kept.' });

/** checking → uploading → creating; the caller watches. Nothing is created once the signal is aborted. */
export async function submitJob(submission: Submission, tell: TellPhase): Promise<string> {
  const { endpoint, signal } = submission;
  tell({ phase: 'checking', bytesDone: null, bytesTotal: null });
  const request = checkedRequest(submission);
  tell({ phase: 'uploading', bytesDone: null, bytesTotal: null });
  await placeModel(submission, request, (bytesDone, bytesTotal) => tell({ phase: 'uploading', bytesDone, bytesTotal }));
  if (signal?.aborted) throw cancelled();
  tell({ phase: 'creating', bytesDone: null, bytesTotal: null });
  await endpoint.client.create(request, signal);
  return request.CompilationJobName;
}
