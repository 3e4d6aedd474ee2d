import type { z } from 'zod';
import {
  compilationJobNameRequestSchema,
  listCompilationJobsRequestSchema,
  type CreateCompilationJobRequest,
  type DescribeCompilationJobResponse,
  type ListCompilationJobsResponse,
  type Operation,
} from '../../shared/api/compilationJob.ts';
import { hasEnded } from '../../shared/api/compilationJobStatus.ts';
import { findingsFromIssues, validationExceptionMessage, type Finding } from '../../shared/api/finding.ts';
import { checkCreateCompilationJob } from '../../shared/request/requestRules.ts';
import { describeAnswer, summaryAnswer } from './jobAnswers.ts';
import { statusInServiceWords } from './jobLifecycle.ts';
import { listQueryOf, planList } from './jobListing.ts';
import type { JobQueue } from './jobQueue.ts';
import { readNextToken, writeNextToken } from './nextToken.ts';
import {
  resourceInUse,
  resourceNotFound,
  serializationException,
  unknownOperation,
  validationException,
  type ServiceError,
} from './serviceError.ts';
import type { JobRow, JobStore } from './store.ts';

export interface OperationsContext {
  store: JobStore;
  queue: JobQueue;
  region: string;
  /** 12 digits. */
  accountId: string;
  /** Authenticates NextTokens. */
  tokenKey: string;
}

/** A wrong JSON type is found while the body is read, before any constraint is looked at. */
function refusal(findings: readonly Finding[]): ServiceError {
  const wrongType = findings.find(({ rule }) => rule === 'type');
  if (wrongType) return serializationException(wrongType.awsMessage ?? wrongType.message);
  return validationException(validationExceptionMessage(findings));
}

function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw refusal(findingsFromIssues(parsed.error.issues, input));
  return parsed.data;
}

function findJob(store: JobStore, input: unknown): JobRow {
  const { CompilationJobName } = parse(compilationJobNameRequestSchema, input);
  const job = store.find(CompilationJobName);
  if (!job) throw resourceNotFound(CompilationJobName);
  return job;
}

function checkedCreateRequest(input: unknown): CreateCompilationJobRequest {
  const check = checkCreateCompilationJob(input, { service: 'local' });
  if (!check.ok) throw refusal(check.findings.filter(({ severity }) => severity === 'error'));
  return check.request;
}

type Handler = (input: unknown, context: OperationsContext) => unknown;

/** Whatever the API allows becomes a job; what cannot be compiled here becomes a FAILED one, as with AWS. */
const createCompilationJob: Handler = (input, { store, queue, region, accountId }) => {
  const request = checkedCreateRequest(input);
  const name = request.CompilationJobName;
  const arn = `arn:aws:sagemaker:${region}:${accountId}:compilation-job/${name}`;
  if (!store.create(arn, request)) throw resourceInUse(name);
  queue.wake();
  return { CompilationJobArn: arn };
};

const describeCompilationJob: Handler = (input, { store }): DescribeCompilationJobResponse =>
  describeAnswer(findJob(store, input));

const listCompilationJobs: Handler = (input, { store, tokenKey }): ListCompilationJobsResponse => {
  const request = parse(listCompilationJobsRequestSchema, input);
  const query = listQueryOf(request);
  const after = request.NextToken === undefined ? null : readNextToken(tokenKey, query, request.NextToken);
  const plan = planList(request, after);
  const rows = store.list(plan.query);
  const page = rows.slice(0, plan.pageSize);
  const last = page.at(-1);
  return {
    CompilationJobSummaries: page.map(summaryAnswer),
    ...(last && rows.length > page.length ? { NextToken: writeNextToken(tokenKey, query, plan.positionOf(last)) } : {}),
  };
};

/** The refusal's words are those of StopTrainingJob; for compilation jobs none were ever published. */
const stopCompilationJob: Handler = (input, { store, queue }) => {
  const job = findJob(store, input);
  if (hasEnded(job.status)) {
    throw validationException(
      `The request was rejected because the compilation job is in status ${statusInServiceWords(job.status)}.`,
    );
  }
  queue.stop(job);
};

/** "You can delete a compilation job only if its current status is COMPLETED, FAILED, or STOPPED." Artifacts stay. */
const deleteCompilationJob: Handler = (input, { store }) => {
  const job = findJob(store, input);
  if (!hasEnded(job.status)) {
    throw validationException(
      `The request was rejected because the compilation job is in status ${statusInServiceWords(job.status)}. Only a job in status Completed, Failed or Stopped can be deleted.`,
    );
  }
  store.delete(job);
};

const HANDLERS: Readonly<Record<Operation, Handler>> = {
  CreateCompilationJob: createCompilationJob,
  DescribeCompilationJob: describeCompilationJob,
  ListCompilationJobs: listCompilationJobs,
  StopCompilationJob: stopCompilationJob,
  DeleteCompilationJob: deleteCompilationJob,
};

const isOperation = (name: string): name is Operation => Object.hasOwn(HANDLERS, name);

/**
 * Answers one operation; undefined is an empty body, which is what Stop and Delete answer.
 * @throws {ServiceError} for everything that the service refuses
 */
export function dispatchOperation(operation: string, input: unknown, context: OperationsContext): unknown {
  if (!isOperation(operation)) throw unknownOperation('The local runner does not have this operation of SageMaker.');
  return HANDLERS[operation](input, context);
}
