import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  CreateCompilationJobCommand,
  StopCompilationJobCommand,
  type SageMakerClient,
} from '@aws-sdk/client-sagemaker';
import { afterEach, describe, expect, test } from 'vitest';
import type { CompileScript } from './testing/compileScript.ts';
import { spawnRunner, type RunnerProcess } from './testing/runnerProcess.ts';
import {
  cleanUp,
  connect,
  createRequest,
  eventually,
  putObject,
  temporaryDirectory,
  untilStatus,
} from './testing/testRunner.ts';

const running: RunnerProcess[] = [];
afterEach(async () => {
  for (const runner of running.splice(0)) {
    runner.kill('SIGKILL');
    await runner.ended;
  }
  await cleanUp();
});

const TIMEOUT = 30_000;

/** The command line in a process of its own, with the scripted compile process. */
async function start(dataDirectory: string, env: Record<string, string> = {}) {
  const runner = spawnRunner(['--data-dir', dataDirectory], { entry: 'testing/scriptedRunner.ts', env });
  running.push(runner);
  const announced = await runner.ready;
  return { runner, client: connect(announced), objects: announced.objectsDir };
}

async function kill(runner: RunnerProcess): Promise<void> {
  runner.kill('SIGKILL');
  expect((await runner.ended).signal).toBe('SIGKILL');
}

/** Creates a job that follows a script; its artifact is `out/NAME-ml_m5.tar.gz`. */
async function create(client: SageMakerClient, objects: string, name: string, script: CompileScript): Promise<void> {
  putObject(objects, `models/${name}.tar.gz`, JSON.stringify(script));
  const InputConfig = { S3Uri: `s3://models/${name}.tar.gz`, DataInputConfig: '{"a":[1]}', Framework: 'ONNX' } as const;
  const OutputConfig = { S3OutputLocation: 's3://out', TargetDevice: 'ml_m5' } as const;
  await client.send(new CreateCompilationJobCommand(createRequest(name, { InputConfig, OutputConfig })));
}

const artifact = (objects: string, name: string) => path.join(objects, `out/${name}-ml_m5.tar.gz`);
const isWhole = (file: string, name: string) => gunzipSync(readFileSync(file)).equals(Buffer.alloc(200_000, name));

describe('a runner killed with SIGKILL', () => {
  test(
    'while jobs wait and one runs: after a restart all of them complete, in order',
    async () => {
      const dataDirectory = temporaryDirectory();
      const first = await start(dataDirectory);
      await create(first.client, first.objects, 'running', { delayMs: 60_000 });
      await untilStatus(first.client, 'running', 'INPROGRESS');
      for (const name of ['waiting-1', 'waiting-2']) await create(first.client, first.objects, name, {});
      await kill(first.runner);
      putObject(first.objects, 'models/running.tar.gz', '{}');
      const begun = performance.now();
      const second = await start(dataDirectory);
      const jobs = [];
      for (const name of ['running', 'waiting-1', 'waiting-2']) {
        jobs.push(await untilStatus(second.client, name, 'COMPLETED'));
        expect(isWhole(artifact(second.objects, name), name)).toBe(true);
      }
      expect(performance.now() - begun).toBeLessThan(15_000);
      const ends = jobs.map((job) => job.CompilationEndTime?.getTime() ?? 0);
      expect(ends.toSorted((a, b) => a - b)).toEqual(ends);
      await eventually(() => (readdirSync(path.join(dataDirectory, 'work')).length === 0 ? true : undefined));
    },
    TIMEOUT,
  );

  test(
    'while the artifact is half written: nothing of it is under objects, then the whole of it',
    async () => {
      const dataDirectory = temporaryDirectory();
      const first = await start(dataDirectory);
      await create(first.client, first.objects, 'job', { writeMs: 60_000 });
      const work = path.join(dataDirectory, 'work');
      await eventually(() =>
        readdirSync(work).some((name) => existsSync(path.join(work, name, 'artifact.tar.gz'))) ? true : undefined,
      );
      await kill(first.runner);
      expect(existsSync(artifact(first.objects, 'job'))).toBe(false);
      putObject(first.objects, 'models/job.tar.gz', '{}');
      const second = await start(dataDirectory);
      await untilStatus(second.client, 'job', 'COMPLETED');
      expect(isWhole(artifact(second.objects, 'job'), 'job')).toBe(true);
      await eventually(() => (readdirSync(work).length === 0 ? true : undefined));
    },
    TIMEOUT,
  );

  test(
    'just after the artifact got its name: the job runs again and completes',
    async () => {
      const dataDirectory = temporaryDirectory();
      const first = await start(dataDirectory, { DIE_AFTER_RENAME: '1' });
      await create(first.client, first.objects, 'job', {});
      expect((await first.runner.ended).signal).toBe('SIGKILL');
      expect(isWhole(artifact(first.objects, 'job'), 'job')).toBe(true);
      const second = await start(dataDirectory);
      await untilStatus(second.client, 'job', 'COMPLETED');
      expect(isWhole(artifact(second.objects, 'job'), 'job')).toBe(true);
    },
    TIMEOUT,
  );

  test(
    'three times while the same job runs: the job fails with the reason',
    async () => {
      const dataDirectory = temporaryDirectory();
      for (let attempt = 1; attempt <= 3; attempt += 1) {
        const { client, objects, runner } = await start(dataDirectory);
        if (attempt === 1) await create(client, objects, 'job', { delayMs: 60_000 });
        await eventually(() =>
          readdirSync(path.join(dataDirectory, 'work')).some((name) => name.startsWith(`job-${attempt}-`))
            ? true
            : undefined,
        );
        await untilStatus(client, 'job', 'INPROGRESS');
        await eventually(() => {
          const log = path.join(dataDirectory, 'logs/job.log');
          return existsSync(log) && readFileSync(log, 'utf8').includes(`Attempt ${attempt} `) ? true : undefined;
        });
        await kill(runner);
      }
      const { client, objects } = await start(dataDirectory);
      const job = await untilStatus(client, 'job', 'FAILED');
      expect(job.FailureReason).toMatch(/was interrupted 3 times by a restart/);
      expect(existsSync(artifact(objects, 'job'))).toBe(false);
    },
    TIMEOUT,
  );

  test(
    'while a job is being stopped: the job is STOPPED',
    async () => {
      const dataDirectory = temporaryDirectory();
      const first = await start(dataDirectory);
      await create(first.client, first.objects, 'job', { end: 'block' });
      await untilStatus(first.client, 'job', 'INPROGRESS');
      await first.client.send(new StopCompilationJobCommand({ CompilationJobName: 'job' }));
      await kill(first.runner);
      const second = await start(dataDirectory);
      const job = await untilStatus(second.client, 'job', 'STOPPED');
      expect(job.CompilationEndTime).toBeInstanceOf(Date);
    },
    TIMEOUT,
  );
});

test(
  'a real process that crashes or exits fails its job with the signal or the code',
  async () => {
    const { client, objects } = await start(temporaryDirectory());
    await create(client, objects, 'crash', { end: 'crash' });
    await create(client, objects, 'exit', { end: 'exit' });
    expect((await untilStatus(client, 'crash', 'FAILED')).FailureReason).toMatch(/\(signal SIGSEGV\)/);
    expect((await untilStatus(client, 'exit', 'FAILED')).FailureReason).toMatch(/\(exit code 7\)/);
  },
  TIMEOUT,
);
