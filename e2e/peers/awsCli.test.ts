import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeSlowModel } from '../support/jobs.ts';
import { awsClis, runProgram } from './programs.ts';
import {
  BLAZEFACE_FRONT,
  blazefaceRequest,
  eventually,
  packModel,
  removeTemporaryDirectories,
  startRunnerWithNpm,
  temporaryDirectory,
  type NpmRunner,
} from './runnerWithNpm.ts';

let runner: NpmRunner;
let archiveUri: string;

beforeAll(async () => {
  runner = await startRunnerWithNpm(temporaryDirectory());
  archiveUri = packModel(runner.objectsDir, BLAZEFACE_FRONT, 'models/face.tar.gz');
});
afterAll(async () => {
  await runner.end('SIGTERM');
  removeTemporaryDirectories();
});

interface DescribedJob {
  CompilationJobArn: string;
  CompilationJobStatus: string;
  FailureReason?: string;
  ModelArtifacts?: { S3ModelArtifacts: string };
}
interface ListedJobs {
  CompilationJobSummaries: { CompilationJobName: string; CompilationJobStatus: string }[];
}

/** Numbers that look random and are the same in every run. */
function seededNumbers(count: number): Float32Array {
  let state = 42;
  return new Float32Array(count).map(() => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  });
}

/** ONNX Runtime's severity; its warnings are about its own rewriting of the graph. */
const ERRORS_ONLY = 3;

async function outputsOf(modelFile: string): Promise<Map<string, Float32Array>> {
  const session = await InferenceSession.create(modelFile, { logSeverityLevel: ERRORS_ONLY });
  const image = new Tensor('float32', seededNumbers(128 * 128 * 3), [1, 128, 128, 3]);
  const outputs = await session.run({ 'input:0': image });
  await session.release();
  return new Map(Object.entries(outputs).map(([name, tensor]) => [name, tensor.data as Float32Array]));
}

test.skipIf(awsClis.length === 0)('this machine has an AWS CLI (else: apt-get install awscli)', () => {
  expect(awsClis).not.toEqual([]);
});

describe.each(awsClis)('$version ($program)', ({ program, version }) => {
  const prefix = `cli${version.replaceAll(/^aws-cli\/|\s.*$/gu, '').replaceAll('.', '-')}`;
  const aws = (...args: string[]) =>
    runProgram(runner, program, ['--endpoint-url', runner.endpoint, '--output', 'json', 'sagemaker', ...args]);
  const answer = async <Answer>(...args: string[]): Promise<Answer> => {
    const { code, stdout, stderr } = await aws(...args);
    expect([code, stderr]).toEqual([0, '']);
    return JSON.parse(stdout) as Answer;
  };
  const describeJob = (name: string) =>
    answer<DescribedJob>('describe-compilation-job', '--compilation-job-name', name);
  const create = (request: ReturnType<typeof blazefaceRequest>) => {
    const file = join(runner.dataDirectory, `${request.CompilationJobName}.json`);
    writeFileSync(file, JSON.stringify(request));
    return answer<{ CompilationJobArn: string }>('create-compilation-job', '--cli-input-json', `file://${file}`);
  };
  const until = (name: string, ...statuses: string[]) =>
    eventually(async () => {
      const job = await describeJob(name);
      return statuses.includes(job.CompilationJobStatus) ? job : undefined;
    });

  test('gets an artifact that loads and computes what the original computes', async () => {
    const name = `${prefix}-face`;
    const { CompilationJobArn } = await create(blazefaceRequest(name, archiveUri));
    expect(CompilationJobArn).toMatch(new RegExp(`^arn:aws:sagemaker:us-west-2:\\d{12}:compilation-job/${name}$`));
    const job = await until(name, 'COMPLETED', 'FAILED');
    expect(job.FailureReason).toBeUndefined();
    const uri = job.ModelArtifacts?.S3ModelArtifacts ?? '';
    expect(uri).toBe('s3://artifacts/face-ml_m5.tar.gz');

    const unpacked = temporaryDirectory();
    execFileSync('tar', ['xzf', join(runner.objectsDir, uri.replace('s3://', '')), '-C', unpacked]);
    const original = await outputsOf(BLAZEFACE_FRONT);
    const compiled = await outputsOf(join(unpacked, 'model.onnx'));
    expect([...compiled.keys()].sort()).toEqual([...original.keys()].sort());
    for (const [output, expected] of original) {
      const actual = compiled.get(output) ?? new Float32Array();
      expect(actual.length).toBe(expected.length);
      const scale = Math.max(1, ...expected.map(Math.abs));
      const error = Math.max(...expected.map((value, index) => Math.abs(value - (actual[index] ?? Number.NaN))));
      expect(error).toBeLessThanOrEqual(1e-4 * scale);
    }
  });

  test('lists with filters and page by page', async () => {
    const names = Array.from({ length: 5 }, (_, index) => `${prefix}-list-${index}`);
    for (const name of names) await create(blazefaceRequest(name, 's3://models/none.tar.gz', 'rasp3b'));
    for (const name of names) await until(name, 'FAILED');
    const list = async (...args: string[]) => {
      const { CompilationJobSummaries } = await answer<ListedJobs>('list-compilation-jobs', ...args);
      return CompilationJobSummaries.map(({ CompilationJobName }) => CompilationJobName);
    };
    const mine = ['--name-contains', `${prefix}-list`];
    expect(await list(...mine, '--page-size', '2')).toEqual(names);
    expect(await list(...mine, '--page-size', '2', '--sort-by', 'Name', '--sort-order', 'Descending')).toEqual(
      names.toReversed(),
    );
    expect(await list(...mine, '--max-items', '3', '--page-size', '2')).toEqual(names.slice(0, 3));
    expect(await list(...mine, '--status-equals', 'COMPLETED')).toEqual([]);
    expect(await list(...mine, '--creation-time-after', '2100-01-01T00:00:00Z')).toEqual([]);
    expect(await list(...mine, '--creation-time-after', '2020-01-01T00:00:00Z', '--no-paginate')).toEqual(names);
  });

  test('stops a job that runs', async () => {
    const name = `${prefix}-stopped`;
    const slowModel = await makeSlowModel(temporaryDirectory());
    const slowUri = packModel(runner.objectsDir, slowModel, `models/${prefix}-slow.tar.gz`);
    const request = blazefaceRequest(name, slowUri);
    request.InputConfig.DataInputConfig = '{"x":[64,64]}';
    await create(request);
    await until(name, 'INPROGRESS');
    const stopped = await aws('stop-compilation-job', '--compilation-job-name', name);
    expect(stopped).toEqual({ code: 0, stdout: '', stderr: '' });
    expect((await until(name, 'STOPPED')).ModelArtifacts).toBeUndefined();
    const again = await aws('stop-compilation-job', '--compilation-job-name', name);
    expect(again.code).not.toBe(0);
    expect(again.stderr).toContain('(ValidationException)');
    expect(again.stderr).toContain('the compilation job is in status Stopped');
  });

  test('shows refusals in our words', async () => {
    const missing = await aws('describe-compilation-job', '--compilation-job-name', `${prefix}-none`);
    expect(missing.stderr).toContain('(ResourceNotFound)');
    expect(missing.stderr).toContain(`Could not find compilation job '${prefix}-none'.`);
    const name = `${prefix}-taken`;
    await create(blazefaceRequest(name, 's3://models/none.tar.gz'));
    const taken = await aws(
      'create-compilation-job',
      '--cli-input-json',
      `file://${runner.dataDirectory}/${name}.json`,
    );
    expect(taken.stderr).toContain('(ResourceInUse)');
    const wrongRegion = await aws('list-compilation-jobs', '--region', 'eu-west-1');
    expect(wrongRegion.stderr).toContain('(InvalidSignatureException) when calling the ListCompilationJobs operation');
  });
});
