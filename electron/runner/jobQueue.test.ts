import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import type { CompileTask } from '../../shared/compile/compileTask.ts';
import { blockedProcess } from './testing/blockedProcess.ts';
import { DIGEST, hang, scriptedFork, succeed, type Play } from './testing/scriptedFork.ts';
import {
  cleanUp,
  eventually,
  putObject,
  startTestRunner,
  temporaryDirectory,
  type TestRunner,
} from './testing/testRunner.ts';

afterEach(cleanUp);

const play = (script: Play) => startTestRunner({ fork: scriptedFork(script) });
const artifactOf = ({ runner }: TestRunner) => path.join(runner.objectsDirectory, 'models/out/model-ml_m5.tar.gz');
const workOf = ({ dataDirectory }: TestRunner) => readdirSync(path.join(dataDirectory, 'work'));
const logOf = ({ runner }: TestRunner, name: string) =>
  readFileSync(path.join(runner.logsDirectory, `${name}.log`), 'utf8');
const from = (S3Uri: string) => ({ InputConfig: { S3Uri, DataInputConfig: '{"a":[1]}', Framework: 'ONNX' as const } });
const to = (S3OutputLocation: string) => ({ OutputConfig: { S3OutputLocation, TargetDevice: 'ml_m5' as const } });

/** Creates a job and returns the reason why it failed. */
async function reasonOf(local: TestRunner, changes: Parameters<TestRunner['create']>[1] = {}): Promise<string> {
  await local.create('job', changes);
  const job = await local.until('job', 'FAILED', 'COMPLETED');
  expect(job.ModelArtifacts).toBeUndefined();
  await eventually(() => (workOf(local).length === 0 ? true : undefined));
  return job.FailureReason ?? '';
}

describe('a job that ends well', () => {
  test('has its artifact in place before it is COMPLETED, and leaves no work directory', async () => {
    const local = await startTestRunner({
      fork: scriptedFork(succeed('whole')),
      onJobChanged: () => seen.push([existsSync(artifactOf(local)), workOf(local).length]),
    });
    const seen: [boolean, number][] = [];
    await local.create('job');
    await local.until('job', 'COMPLETED');
    expect(seen.map(([exists]) => exists)).toEqual([false, false, true]);
    expect(readFileSync(artifactOf(local), 'utf8')).toBe('whole');
    await eventually(() => (workOf(local).length === 0 ? true : undefined));
  });

  test('replaces an artifact of the same name in one step', async () => {
    const local = await play(succeed('new'));
    putObject(local.runner.objectsDirectory, 'models/out/model-ml_m5.tar.gz', 'old');
    await local.create('job');
    await local.until('job', 'COMPLETED');
    expect(readFileSync(artifactOf(local), 'utf8')).toBe('new');
  });

  test.each([
    ['s3://models/model.tar.gz', 's3://models/out', 'models/out/model-ml_m5.tar.gz'],
    ['s3://models/a/b/net.v2.tgz', 's3://other', 'other/net.v2-ml_m5.tar.gz'],
    ['https://models/model.tar.gz', 's3://models/out///', 'models/out/model-ml_m5.tar.gz'],
    ['https://s3.us-west-2.amazonaws.com/models/model.tar.gz', 's3://o/p', 'o/p/model-ml_m5.tar.gz'],
    ['https://models.s3.us-west-2.amazonaws.com/model.tar.gz', 's3://o/p', 'o/p/model-ml_m5.tar.gz'],
    ['https://models.s3.amazonaws.com/model.tar.gz', 'https://s3.amazonaws.com/o/p', 'o/p/model-ml_m5.tar.gz'],
    ['s3://models/with space/ü.tar.gz', 's3://o', 'o/ü-ml_m5.tar.gz'],
    ['s3://models/.tar.gz', 's3://o', 'o/model-ml_m5.tar.gz'],
  ])('of %s to %s is the object %s', async (input, output, expected) => {
    const local = await play(succeed());
    for (const key of ['models/a/b/net.v2.tgz', 'models/with space/ü.tar.gz', 'models/.tar.gz']) {
      putObject(local.runner.objectsDirectory, key);
    }
    await local.create('job', { ...from(input), ...to(output) });
    const job = await local.until('job', 'COMPLETED', 'FAILED');
    expect(job.FailureReason).toBeUndefined();
    expect(job.ModelArtifacts?.S3ModelArtifacts).toBe(`${output.replace(/\/+$/, '')}/${path.basename(expected)}`);
    expect(existsSync(path.join(local.runner.objectsDirectory, expected))).toBe(true);
  });

  test('was given its whole request, real paths and an empty directory of its own', async () => {
    const tasks: CompileTask[] = [];
    const left: string[][] = [];
    const local = await play((task, child) => {
      tasks.push(task);
      left.push(readdirSync(task.workDirectory));
      return succeed()(task, child);
    });
    await local.create('job');
    await local.until('job', 'COMPLETED');
    const { dataDirectory, runner } = local;
    expect(tasks[0]).toMatchObject({
      jobName: 'job',
      archivePath: path.join(runner.objectsDirectory, 'models/model.tar.gz'),
      archiveUri: 's3://models/model.tar.gz',
      artifactName: 'model-ml_m5.tar.gz',
      artifactUri: 's3://models/out/model-ml_m5.tar.gz',
      framework: 'ONNX',
      dataInputConfig: '{"input:0":[1,128,128,3]}',
      target: { TargetDevice: 'ml_m5' },
      request: { CompilationJobName: 'job', RoleArn: 'arn:aws:iam::123456789012:role/NeoCompilation' },
    });
    expect(tasks[0]?.workDirectory).toMatch(new RegExp(`^${dataDirectory}/work/job-1-[0-9a-f]{12}$`));
    expect(left).toEqual([[]]);
  });
});

describe('a job that cannot be compiled here fails with the reason', () => {
  test.each<[string, Parameters<TestRunner['create']>[1], RegExp]>([
    [
      'no such object',
      from('s3://models/none.tar.gz'),
      /S3 object does not exist\. Bucket: models, Key: none\.tar\.gz$/,
    ],
    ['no such bucket', from('s3://nowhere/a/b.tar.gz'), /Bucket: nowhere, Key: a\/b\.tar\.gz$/],
    ['a directory', from('s3://models'), /S3 object does not exist/],
    ['a file used as a directory', from('s3://models/model.tar.gz/x'), /S3 object does not exist/],
    ['a key that climbs', from('s3://models/../../jobs.db'), /does not exist.*not a path inside a bucket/],
    ['a bucket that climbs', from('s3://../jobs.db'), /not a path inside a bucket/],
    ['a key that stays but climbs', from('s3://models/x/../model.tar.gz'), /not a path inside a bucket/],
    ['an absolute key', from('s3://models//etc/passwd'), /not a path inside a bucket/],
    ['a backslash', from('s3://models/..\\..\\jobs.db'), /not a path inside a bucket/],
    ['a NUL', from('s3://models/model.tar.gz\u0000.txt'), /not a path inside a bucket/],
    ['a link out of the objects', from('s3://models/outside/jobs.db'), /leads out of the objects folder/],
    ['a link to a file outside', from('s3://models/passwd.tar.gz'), /leads out of the objects folder/],
    ['an S3 host without a bucket', from('https://s3.amazonaws.com/'), /names no bucket/],
    [
      'a model package',
      {
        InputConfig: undefined,
        ModelPackageVersionArn: 'arn:aws:sagemaker:us-west-2:123456789012:model-package/m/1',
      },
      /no model registry to resolve ModelPackageVersionArn/,
    ],
  ])('%s', async (_, changes, reason) => {
    const local = await play(succeed());
    symlinkSync(local.dataDirectory, path.join(local.runner.objectsDirectory, 'models/outside'));
    symlinkSync('/etc/passwd', path.join(local.runner.objectsDirectory, 'models/passwd.tar.gz'));
    expect(await reasonOf(local, changes)).toMatch(reason);
    expect((await local.describe('job')).CompilationStartTime).toBeInstanceOf(Date);
  });

  test('a link that stays inside the objects is followed', async () => {
    const local = await play(succeed());
    symlinkSync('model.tar.gz', path.join(local.runner.objectsDirectory, 'models/latest.tar.gz'));
    await local.create('job', from('s3://models/latest.tar.gz'));
    const job = await local.until('job', 'COMPLETED');
    expect(job.ModelArtifacts?.S3ModelArtifacts).toBe('s3://models/out/latest-ml_m5.tar.gz');
  });
});

describe('an artifact that cannot be put in place fails the job', () => {
  test('the output climbs', async () => {
    const local = await play(succeed());
    expect(await reasonOf(local, to('s3://models/../../../tmp'))).toMatch(
      /S3OutputLocation.*not a path inside a bucket/,
    );
  });

  test('a link leads the output out of the objects', async () => {
    const local = await play(succeed());
    const outside = temporaryDirectory();
    symlinkSync(outside, path.join(local.runner.objectsDirectory, 'models/outside'));
    expect(await reasonOf(local, to('s3://models/outside/deeper'))).toMatch(/leads out of the objects folder/);
    expect(readdirSync(outside)).toEqual([]);
  });

  test('a dangling link stands where the folder should be', async () => {
    const local = await play(succeed());
    symlinkSync('/nonexistent/edgewright', path.join(local.runner.objectsDirectory, 'models/dangling'));
    expect(await reasonOf(local, to('s3://models/dangling'))).toMatch(
      /^ClientError: OutputConfig: .*symbolic link that leads nowhere\.$/,
    );
  });

  test('a folder has its name', async () => {
    const local = await play(succeed());
    mkdirSync(artifactOf(local), { recursive: true });
    expect(await reasonOf(local)).toMatch(
      /^ClientError: OutputConfig: .*There is a folder with the name of the artifact\.$/,
    );
  });

  test('a file stands where its folder should be', async () => {
    const local = await play(succeed());
    putObject(local.runner.objectsDirectory, 'models/out', 'a file');
    expect(await reasonOf(local)).toMatch(/^ClientError: OutputConfig: .*is an object, not a folder\.$/);
  });

  test('a part of its location is too long for the file system', async () => {
    const local = await play(succeed());
    const reason = await reasonOf(local, to(`s3://models/${'a'.repeat(300)}`));
    expect(reason).toMatch(/^ClientError: OutputConfig: .*longer than the file system allows\.$/);
    expect(reason).not.toContain(local.dataDirectory);
  });

  test('the process has not written it', async () => {
    const done: Play = (_, child) =>
      child.tell({ kind: 'done', artifactDigest: DIGEST, artifactBytes: 8, derivedDataInputConfig: null });
    expect(await reasonOf(await play(done))).toMatch(/ENOENT/);
  });

  test('it is shorter than announced', async () => {
    const local = await play((task, child) => {
      writeFileSync(task.artifactPath, 'half');
      child.tell({ kind: 'done', artifactDigest: DIGEST, artifactBytes: 8, derivedDataInputConfig: null });
    });
    expect(await reasonOf(local)).toMatch(/has 4 bytes; the compile process announced 8/);
    expect(existsSync(artifactOf(local))).toBe(false);
  });

  test('it is a link', async () => {
    const local = await play((task, child) => {
      symlinkSync('/etc/passwd', task.artifactPath);
      child.tell({ kind: 'done', artifactDigest: DIGEST, artifactBytes: 11, derivedDataInputConfig: null });
    });
    expect(await reasonOf(local)).toMatch(/^ServerError/);
  });
});

describe('a process that ends otherwise', () => {
  test('tells its reason: the job fails with it, cut to the limit', async () => {
    const reason = `ClientError: ${'x'.repeat(2000)}`;
    expect(await reasonOf(await play((_, child) => child.tell({ kind: 'failed', reason })))).toBe(
      reason.slice(0, 1024),
    );
  });

  test.each<[string, Parameters<Parameters<Play>[1]['exit']>[0], RegExp]>([
    ['crashes', { signal: 'SIGSEGV' }, /^ServerError: The compile process ended unexpectedly \(signal SIGSEGV\)\.$/],
    [
      'exits with a code',
      { code: 134, stderrTail: '\u001B[31mbad\u001B[0m\n  alloc\u0007' },
      /\(exit code 134: bad alloc\)/,
    ],
    ['exits with 0 and no word', { code: 0 }, /\(exit code 0\)/],
    ['cannot be started', { stderrTail: 'spawn ENOENT' }, /\(no exit code: spawn ENOENT\)/],
    ['fills stderr', { code: 1, stderrTail: 'y'.repeat(4096) }, /\(exit code 1: y{600}\)/],
  ])('%s', async (_, exit, reason) => {
    expect(await reasonOf(await play((__, child) => child.exit(exit)))).toMatch(reason);
  });

  test('is not started at all because the port throws', async () => {
    const local = await startTestRunner({
      fork: () => {
        throw new Error('too many processes');
      },
    });
    expect(await reasonOf(local)).toMatch(/could not be started: too many processes/);
  });

  test('sends nonsense: it is noted and ignored', async () => {
    const local = await play((task, child) => {
      for (const message of [null, 7, 'done', {}, { kind: 'done' }, { kind: 'stage', stage: 'dreaming' }])
        child.tell(message);
      return succeed()(task, child);
    });
    await local.create('job');
    await local.until('job', 'COMPLETED');
    await eventually(() => (logOf(local, 'job').includes('The job is COMPLETED') ? true : undefined));
    expect(logOf(local, 'job').match(/not understood/g)).toHaveLength(6);
  });

  test('says two last words: the first counts', async () => {
    const local = await play((_, child) => {
      child.tell({ kind: 'failed', reason: 'first' });
      child.tell({ kind: 'done', artifactDigest: DIGEST, artifactBytes: 0, derivedDataInputConfig: null });
    });
    expect(await reasonOf(local)).toBe('first');
  });

  test('stays after its last word: it is killed', async () => {
    const fork = scriptedFork((_, child) => child.tell({ kind: 'failed', reason: 'no' }));
    await reasonOf(await startTestRunner({ fork }));
    expect(fork.processes[0]?.killed).toBe(true);
  });
});

describe('time limit', () => {
  test('a job that passes it fails with TimeOut', async () => {
    const fork = scriptedFork(hang);
    const local = await startTestRunner({ fork });
    const begun = Date.now();
    const reason = await reasonOf(local, { StoppingCondition: { MaxRuntimeInSeconds: 1 } });
    expect(reason).toMatch(/^ClientError: TimeOut: .*MaxRuntimeInSeconds \(1 s\)/);
    expect(Date.now() - begun).toBeGreaterThan(950);
    expect(fork.processes[0]?.killed).toBe(true);
  });
});

describe('StopCompilationJob', () => {
  test('kills a running job within a second, also one whose event loop is blocked', async () => {
    const local = await startTestRunner({ fork: blockedProcess });
    await local.create('job');
    await local.until('job', 'INPROGRESS');
    await delay(500);
    const begun = performance.now();
    await local.stop('job');
    const stopped = await local.until('job', 'STOPPED');
    expect(performance.now() - begun).toBeLessThan(1_000);
    expect(stopped.FailureReason).toBeUndefined();
    expect(stopped.CompilationEndTime).toBeInstanceOf(Date);
  });

  test('is STOPPING until the process is gone; a second stop changes nothing', async () => {
    const fork = scriptedFork(hang);
    const statuses: unknown[] = [];
    const local = await startTestRunner({ fork });
    await local.create('job');
    await local.until('job', 'INPROGRESS');
    const child = fork.processes[0];
    if (!child) throw new Error('No process');
    child.kill = () => {};
    await local.stop('job');
    await local.stop('job');
    statuses.push((await local.describe('job')).CompilationJobStatus);
    child.exit({ signal: 'SIGKILL' });
    await local.until('job', 'STOPPED');
    expect(statuses).toEqual(['STOPPING']);
  });

  test('stops a waiting job at once, and no process is ever started for it', async () => {
    const fork = scriptedFork(hang);
    const local = await startTestRunner({ fork });
    await local.create('first');
    await local.until('first', 'INPROGRESS');
    await local.create('second');
    await local.stop('second');
    expect((await local.describe('second')).CompilationJobStatus).toBe('STOPPED');
    await local.stop('first');
    await local.until('first', 'STOPPED');
    await delay(50);
    expect(fork.processes).toHaveLength(1);
  });

  test('of a job that is just being created leaves it STOPPED', async () => {
    const local = await play(hang);
    await local.create('job');
    await local.stop('job');
    await local.until('job', 'STOPPED');
    await eventually(() => (workOf(local).length === 0 ? true : undefined));
    await local.create('next');
    await local.until('next', 'INPROGRESS');
    expect((await local.describe('job')).CompilationJobStatus).toBe('STOPPED');
  });

  test('wins over a result that comes with it', async () => {
    const local: TestRunner = await play(async (task, child) => {
      await local.stop('job');
      return succeed()(task, child);
    });
    await local.create('job');
    await local.until('job', 'STOPPED');
    expect(existsSync(artifactOf(local))).toBe(false);
  });

  test.each([
    ['COMPLETED', 'Completed', succeed()],
    ['FAILED', 'Failed', ((_, child) => child.exit({ code: 1 })) satisfies Play],
  ])('refuses a job that is %s', async (status, inWords, script) => {
    const local = await play(script);
    await local.create('job');
    await local.until('job', status);
    await expect(local.stop('job')).rejects.toMatchObject({
      name: 'ValidationException',
      message: `The request was rejected because the compilation job is in status ${inWords}.`,
      $metadata: { httpStatusCode: 400 },
    });
  });
});

describe('the queue', () => {
  test('runs one job at a time, oldest first', async () => {
    const order: string[] = [];
    let running = 0;
    const local = await play(async (task, child) => {
      order.push(task.jobName);
      running += 1;
      expect(running).toBe(1);
      await delay(20);
      running -= 1;
      return succeed()(task, child);
    });
    const names = ['c', 'a', 'd', 'b', 'e'];
    for (const name of names) await local.create(name);
    await local.until('e', 'COMPLETED');
    expect(order).toEqual(names);
  });

  test('runs as many at a time as it is told', async () => {
    const fork = scriptedFork(hang);
    const local = await startTestRunner({ fork, concurrency: 3 });
    for (const name of ['a', 'b', 'c', 'd']) await local.create(name);
    for (const name of ['a', 'b', 'c']) await local.until(name, 'INPROGRESS');
    await delay(50);
    expect((await local.describe('d')).CompilationJobStatus).toBe('STARTING');
    await local.stop('b');
    await local.until('d', 'INPROGRESS');
    expect(fork.processes).toHaveLength(4);
  });

  test('goes on after a job that failed', async () => {
    const local = await play((task, child) =>
      task.jobName === 'bad' ? child.exit({ code: 1 }) : succeed()(task, child),
    );
    await local.create('bad');
    await local.create('good');
    await local.until('good', 'COMPLETED');
    expect((await local.describe('bad')).CompilationJobStatus).toBe('FAILED');
  });

  test('fails a job whose work directory cannot be made, and goes on', async () => {
    const local = await play(succeed());
    const work = path.join(local.dataDirectory, 'work');
    rmSync(work, { recursive: true });
    writeFileSync(work, 'a file');
    await local.create('job');
    expect((await local.until('job', 'FAILED')).FailureReason).toMatch(
      /While the job was prepared: the file system answered ENOTDIR\.$/,
    );
  });

  test('writes stages, log lines and the end to the log of the job, with times', async () => {
    const local = await play((task, child) => {
      child.tell({ kind: 'ready' });
      child.tell({ kind: 'stage', stage: 'reading' });
      child.tell({ kind: 'log', level: 'warning', text: 'two\nlines\n' });
      return succeed()(task, child);
    });
    await local.create('job');
    await local.until('job', 'COMPLETED');
    const text = await eventually(() => {
      const log = logOf(local, 'job');
      return log.includes('The job is COMPLETED') ? log : undefined;
    });
    const lines = text.trimEnd().split('\n');
    expect(lines.every((line) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z (INFO|WARNING|ERROR) +\S/.test(line))).toBe(
      true,
    );
    expect(lines.map((line) => line.slice(25))).toEqual([
      'INFO    Attempt 1 of job job begins.',
      'INFO    Stage: reading',
      'WARNING two',
      'WARNING lines',
      'INFO    The job is COMPLETED.',
    ]);
  });
});

describe('a restart', () => {
  test('runs interrupted jobs again, first, and does not count the attempt that it cut short itself', async () => {
    const first = await startTestRunner({ fork: scriptedFork(hang) });
    const { dataDirectory } = first;
    await first.create('running');
    await first.until('running', 'INPROGRESS');
    await first.create('waiting');
    await first.runner.close();
    expect(workOf(first)).toEqual([]);
    const order: string[] = [];
    const second = await startTestRunner({
      dataDirectory,
      fork: scriptedFork((task, child) => {
        order.push(`${task.jobName} ${path.basename(task.workDirectory).split('-')[1]}`);
        return succeed()(task, child);
      }),
    });
    await second.until('waiting', 'COMPLETED');
    await second.until('running', 'COMPLETED');
    expect(order).toEqual(['running 1', 'waiting 1']);
  });

  test('never gives a job up for clean shutdowns, however many there are', async () => {
    let local = await startTestRunner({ fork: scriptedFork(hang) });
    const { dataDirectory } = local;
    await local.create('job');
    for (let shutdown = 1; shutdown <= 4; shutdown += 1) {
      await eventually(() => (workOf(local).some((name) => name.startsWith('job-')) ? true : undefined));
      await local.until('job', 'INPROGRESS');
      await delay(20);
      await local.runner.close();
      local = await startTestRunner({ dataDirectory, fork: scriptedFork(hang) });
    }
    expect((await local.until('job', 'INPROGRESS')).FailureReason).toBeUndefined();
  });

  test('keeps keys, account, port and jobs', async () => {
    const first = await startTestRunner();
    await first.create('job');
    await first.until('job', 'COMPLETED');
    await first.runner.close();
    const second = await startTestRunner({ dataDirectory: first.dataDirectory });
    const { close: _, ...before } = first.runner;
    expect(second.runner).toMatchObject(before);
    expect((await second.describe('job')).CompilationJobStatus).toBe('COMPLETED');
  });

  test('removes what was left in the work directory', async () => {
    const first = await startTestRunner();
    await first.runner.close();
    mkdirSync(path.join(first.dataDirectory, 'work/left-1-abc/deep'), { recursive: true });
    const second = await startTestRunner({ dataDirectory: first.dataDirectory });
    expect(workOf(second)).toEqual([]);
  });

  test('can stop an interrupted job before its turn comes', async () => {
    const first = await startTestRunner({ fork: scriptedFork(hang), concurrency: 2 });
    await first.create('a');
    await first.create('b');
    await first.until('a', 'INPROGRESS');
    await first.until('b', 'INPROGRESS');
    await first.runner.close();
    const second = await startTestRunner({ dataDirectory: first.dataDirectory, fork: scriptedFork(hang) });
    await second.stop('b');
    expect((await second.describe('b')).CompilationJobStatus).toBe('STOPPED');
    expect((await second.describe('a')).CompilationJobStatus).toBe('INPROGRESS');
  });
});
