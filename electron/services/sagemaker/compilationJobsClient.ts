import type { SageMakerClient } from '@aws-sdk/client-sagemaker';
import {
  createCompilationJobResponseSchema,
  describeCompilationJobResponseSchema,
  listCompilationJobsResponseSchema,
  type CreateCompilationJobRequest,
  type DescribeCompilationJobResponse,
  type ListCompilationJobsRequest,
  type ListCompilationJobsResponse,
} from '../../../shared/api/compilationJob.ts';
import { fromSdkError } from './errorMap.ts';

/** The five operations against one endpoint; times are epoch seconds, errors are AppErrors. */
export interface CompilationJobsClient {
  create(request: CreateCompilationJobRequest, signal?: AbortSignal): Promise<{ CompilationJobArn: string }>;
  describe(name: string): Promise<DescribeCompilationJobResponse>;
  list(request: ListCompilationJobsRequest): Promise<ListCompilationJobsResponse>;
  stop(name: string): Promise<void>;
  delete(name: string): Promise<void>;
  dispose(): void;
}

/** How to reach an endpoint. The URL is always explicit, so that a local client can never call AWS by mistake. */
export interface ClientOptions {
  endpointUrl: string;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
  /** 4 for what the user asks for, 1 for the poller, which backs off by itself. */
  maxAttempts: number;
}

/** The SDK answers with Dates; everything inside the app counts epoch seconds, as the wire does. */
function withEpochSeconds(value: unknown): unknown {
  if (value instanceof Date) return value.getTime() / 1000;
  if (Array.isArray(value)) return value.map(withEpochSeconds);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : [[key, withEpochSeconds(inner)]])),
  );
}

const asDate = (seconds: number | undefined) => (seconds === undefined ? undefined : new Date(seconds * 1000));

async function call<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw fromSdkError(error);
  }
}

/** Connects through the AWS SDK, which is loaded on first use: it is no part of start-up. */
export async function connectCompilationJobs(options: ClientOptions): Promise<CompilationJobsClient> {
  const sdk = await import('@aws-sdk/client-sagemaker');
  const client: SageMakerClient = new sdk.SageMakerClient({
    endpoint: options.endpointUrl,
    region: options.region,
    credentials: options.credentials,
    maxAttempts: options.maxAttempts,
  });
  return {
    create: (request, abortSignal) =>
      call(async () => {
        // Our request is the wire's; the SDK's type only narrows strings to the enums that it knows today.
        const input = request as ConstructorParameters<typeof sdk.CreateCompilationJobCommand>[0];
        const answer = await client.send(
          new sdk.CreateCompilationJobCommand(input),
          abortSignal ? { abortSignal } : {},
        );
        return createCompilationJobResponseSchema.parse(answer);
      }),
    describe: (CompilationJobName) =>
      call(async () =>
        describeCompilationJobResponseSchema.parse(
          withEpochSeconds(await client.send(new sdk.DescribeCompilationJobCommand({ CompilationJobName }))),
        ),
      ),
    list: (request) =>
      call(async () => {
        const input = {
          ...request,
          CreationTimeAfter: asDate(request.CreationTimeAfter),
          CreationTimeBefore: asDate(request.CreationTimeBefore),
          LastModifiedTimeAfter: asDate(request.LastModifiedTimeAfter),
          LastModifiedTimeBefore: asDate(request.LastModifiedTimeBefore),
        } as NonNullable<ConstructorParameters<typeof sdk.ListCompilationJobsCommand>[0]>;
        return listCompilationJobsResponseSchema.parse(
          withEpochSeconds(await client.send(new sdk.ListCompilationJobsCommand(input))),
        );
      }),
    stop: (CompilationJobName) =>
      call(async () => void (await client.send(new sdk.StopCompilationJobCommand({ CompilationJobName })))),
    delete: (CompilationJobName) =>
      call(async () => void (await client.send(new sdk.DeleteCompilationJobCommand({ CompilationJobName })))),
    dispose: () => client.destroy(),
  };
}
