import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import {
  CreateCompilationJobCommand,
  DescribeCompilationJobCommand,
  SageMakerClient,
  StopCompilationJobCommand,
  type CreateCompilationJobCommandInput,
  type DescribeCompilationJobCommandOutput,
} from '@aws-sdk/client-sagemaker';
import { startRunner, type Runner, type RunnerOptions } from '../startRunner.ts';
import { scriptedFork, succeed } from './scriptedFork.ts';

const temporary: string[] = [];
const runners: Runner[] = [];

/** A directory that {@link cleanUp} removes. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'edgewright-runner-'));
  temporary.push(directory);
  return directory;
}

/** Closes every runner and removes every directory that the test made; for afterEach. */
export async function cleanUp(): Promise<void> {
  await Promise.all(runners.splice(0).map((runner) => runner.close()));
  for (const directory of temporary.splice(0)) rmSync(directory, { recursive: true, force: true });
}

/** A request that the runner takes, with the archive `s3://models/model.tar.gz`. */
export function createRequest(
  name: string,
  changes: Partial<CreateCompilationJobCommandInput> = {},
): CreateCompilationJobCommandInput {
  return {
    CompilationJobName: name,
    RoleArn: 'arn:aws:iam::123456789012:role/NeoCompilation',
    InputConfig: {
      S3Uri: 's3://models/model.tar.gz',
      DataInputConfig: '{"input:0":[1,128,128,3]}',
      Framework: 'ONNX',
    },
    OutputConfig: { S3OutputLocation: 's3://models/out/', TargetDevice: 'ml_m5' },
    StoppingCondition: { MaxRuntimeInSeconds: 900 },
    ...changes,
  };
}

/** Puts a file where `s3://BUCKET/KEY` is. */
export function putObject(objectsDirectory: string, key: string, content: string | Buffer = 'archive'): string {
  const file = path.join(objectsDirectory, key);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

/** The SDK's client for a runner; no retries, so that a test sees the first answer. */
export function connect(runner: Pick<Runner, 'endpoint' | 'region' | 'accessKeyId' | 'secretAccessKey'>) {
  const { endpoint, region, accessKeyId, secretAccessKey } = runner;
  return new SageMakerClient({ endpoint, region, credentials: { accessKeyId, secretAccessKey }, maxAttempts: 1 });
}

/** Waits until `check` gives something else than undefined; fails after `timeoutMs`. */
export async function eventually<Result>(
  check: () => Promise<Result | undefined> | Result | undefined,
  timeoutMs = 10_000,
): Promise<Result> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const result = await check();
    if (result !== undefined) return result;
    if (Date.now() > deadline) throw new Error(`Nothing happened within ${timeoutMs} ms`);
    await delay(5);
  }
}

/** Waits for a job to be in a status. */
export function untilStatus(
  client: SageMakerClient,
  name: string,
  ...statuses: string[]
): Promise<DescribeCompilationJobCommandOutput> {
  return eventually(async () => {
    const job = await client.send(new DescribeCompilationJobCommand({ CompilationJobName: name }));
    return statuses.includes(job.CompilationJobStatus ?? '') ? job : undefined;
  });
}

export interface TestRunner {
  runner: Runner;
  client: SageMakerClient;
  dataDirectory: string;
  create(name: string, changes?: Partial<CreateCompilationJobCommandInput>): Promise<string | undefined>;
  describe(name: string): Promise<DescribeCompilationJobCommandOutput>;
  stop(name: string): Promise<unknown>;
  until(name: string, ...statuses: string[]): Promise<DescribeCompilationJobCommandOutput>;
}

/** A runner in a directory of its own, with the archive that {@link createRequest} names, and the real SDK in front. */
export async function startTestRunner(options: Partial<RunnerOptions> = {}): Promise<TestRunner> {
  const dataDirectory = options.dataDirectory ?? temporaryDirectory();
  const runner = await startRunner({ dataDirectory, fork: scriptedFork(succeed()), ...options });
  runners.push(runner);
  putObject(runner.objectsDirectory, 'models/model.tar.gz');
  const client = connect(runner);
  return {
    runner,
    client,
    dataDirectory,
    create: async (name, changes) =>
      (await client.send(new CreateCompilationJobCommand(createRequest(name, changes)))).CompilationJobArn,
    describe: (name) => client.send(new DescribeCompilationJobCommand({ CompilationJobName: name })),
    stop: (name) => client.send(new StopCompilationJobCommand({ CompilationJobName: name })),
    until: (name, ...statuses) => untilStatus(client, name, ...statuses),
  };
}
