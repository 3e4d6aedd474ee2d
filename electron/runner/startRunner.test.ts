import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import Database from 'libsql';
import { afterEach, describe, expect, test } from 'vitest';
import { RUNNER_PROFILE } from '../../shared/runnerProfile.ts';
import { reasonOf } from './compileTasks.ts';
import { startRunner } from './startRunner.ts';
import { hang, scriptedFork, succeed } from './testing/scriptedFork.ts';
import { sendSigned } from './testing/signedRequest.ts';
import { cleanUp, createRequest, eventually, startTestRunner, temporaryDirectory } from './testing/testRunner.ts';

afterEach(cleanUp);

const modeOf = (file: string) => statSync(file).mode & 0o777;
const fork = scriptedFork(hang);

describe('the data directory', () => {
  test('is made for its owner only, with everything in its place', async () => {
    const dataDirectory = path.join(temporaryDirectory(), 'deep/er');
    const { runner } = await startTestRunner({ dataDirectory });
    for (const name of ['', 'objects', 'work', 'logs']) expect(modeOf(path.join(dataDirectory, name))).toBe(0o700);
    for (const name of ['aws-credentials', 'aws-config', 'runner.json']) {
      expect(modeOf(path.join(dataDirectory, name))).toBe(0o600);
    }
    expect(runner).toMatchObject({
      objectsDirectory: path.join(dataDirectory, 'objects'),
      logsDirectory: path.join(dataDirectory, 'logs'),
      credentialsFile: path.join(dataDirectory, 'aws-credentials'),
      region: 'us-west-2',
    });
    expect(runner.endpoint).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(runner.accountId).toMatch(/^\d{12}$/);
  });

  test('keeps the secret in the credentials file and nowhere else', async () => {
    const local = await startTestRunner();
    await local.create('job');
    await local.until('job', 'COMPLETED');
    await local.runner.close();
    const { secretAccessKey, accessKeyId } = local.runner;
    expect(accessKeyId).toMatch(/^EDGEWRIGHT[A-Z2-7]{10}$/);
    expect(secretAccessKey).toMatch(/^[\w-]{40}$/);
    const credentials = readFileSync(local.runner.credentialsFile, 'utf8');
    for (const profile of ['default', RUNNER_PROFILE]) {
      expect(credentials).toContain(
        `[${profile}]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`,
      );
    }
    for (const name of ['jobs.db', 'logs/job.log', 'aws-config', 'runner.lock']) {
      expect(readFileSync(path.join(local.dataDirectory, name), 'latin1')).not.toContain(secretAccessKey);
    }
  });

  test('gets new keys when its credentials file holds none', async () => {
    const first = await startTestRunner();
    await first.runner.close();
    writeFileSync(first.runner.credentialsFile, '[default]\n');
    const second = await startTestRunner({ dataDirectory: first.dataDirectory });
    expect(second.runner.secretAccessKey).not.toBe(first.runner.secretAccessKey);
    expect(second.runner.accountId).toBe(first.runner.accountId);
  });

  test('keeps the mode that its owner gave it, and closes the credentials, however they were opened up', async () => {
    const first = await startTestRunner();
    await first.runner.close();
    chmodSync(first.dataDirectory, 0o777);
    chmodSync(first.runner.credentialsFile, 0o644);
    await startTestRunner({ dataDirectory: first.dataDirectory });
    expect([modeOf(first.dataDirectory), modeOf(first.runner.credentialsFile)]).toEqual([0o777, 0o600]);
  });

  test('belongs to one runner at a time', async () => {
    const first = await startTestRunner();
    await expect(startRunner({ dataDirectory: first.dataDirectory, fork })).rejects.toMatchObject({
      kind: 'runner',
      code: 'DataDirectoryInUse',
      message: `The data directory ${first.dataDirectory} is in use by another local runner (process ${process.pid}).`,
    });
    await first.create('still-served');
    await first.runner.close();
    expect(existsSync(path.join(first.dataDirectory, 'runner.json'))).toBe(false);
    await startTestRunner({ dataDirectory: first.dataDirectory });
  });

  test('does not belong to a runner that died, whoever has its process id now', async () => {
    const dataDirectory = temporaryDirectory();
    writeFileSync(path.join(dataDirectory, 'runner.json'), JSON.stringify({ pid: process.pid }));
    const { runner } = await startTestRunner({ dataDirectory });
    expect(JSON.parse(readFileSync(path.join(dataDirectory, 'runner.json'), 'utf8'))).toMatchObject({
      pid: process.pid,
      endpoint: runner.endpoint,
    });
  });

  test('that cannot be one is refused in one sentence', async () => {
    const file = path.join(temporaryDirectory(), 'file');
    writeFileSync(file, '');
    await expect(startRunner({ dataDirectory: file, fork })).rejects.toMatchObject({
      kind: 'runner',
      code: 'DataDirectoryUnusable',
      message: expect.stringMatching(/cannot be used: E(EXIST|NOTDIR)/) as unknown,
    });
  });

  test('is let go when the runner cannot start', async () => {
    const { runner } = await startTestRunner();
    const dataDirectory = temporaryDirectory();
    const port = Number(new URL(runner.endpoint).port);
    await expect(startRunner({ dataDirectory, fork, port })).rejects.toMatchObject({ code: 'PortInUse' });
    const second = await startTestRunner({ dataDirectory });
    expect(second.runner.endpoint).not.toBe(runner.endpoint);
  });
});

describe('the port', () => {
  test('is the last one again, or another when that is taken', async () => {
    const first = await startTestRunner();
    await first.runner.close();
    const squatter = createServer();
    const port = Number(new URL(first.runner.endpoint).port);
    await new Promise<void>((resolve) => void squatter.listen(port, '127.0.0.1', resolve));
    const second = await startTestRunner({ dataDirectory: first.dataDirectory });
    expect(second.runner.endpoint).not.toBe(first.runner.endpoint);
    await new Promise((resolve) => squatter.close(resolve));
    await second.runner.close();
    const third = await startTestRunner({ dataDirectory: first.dataDirectory });
    expect(third.runner.endpoint).toBe(second.runner.endpoint);
  });
});

describe('the region', () => {
  test('is in the ARN, in the config file, and in the scope that signatures must have', async () => {
    const local = await startTestRunner({ region: 'eu-central-1' });
    expect(await local.create('job')).toBe(
      `arn:aws:sagemaker:eu-central-1:${local.runner.accountId}:compilation-job/job`,
    );
    expect(readFileSync(path.join(local.dataDirectory, 'aws-config'), 'utf8')).toContain('region = eu-central-1\n');
    const answer = await sendSigned({ ...local.runner, region: 'us-west-2' });
    expect(answer.json.__type).toBe('InvalidSignatureException');
  });
});

describe('close', () => {
  test('may be called twice, ends the processes, and leaves running jobs INPROGRESS', async () => {
    const processes = scriptedFork(hang);
    const local = await startTestRunner({ fork: processes });
    await local.create('job');
    await local.until('job', 'INPROGRESS');
    await Promise.all([local.runner.close(), local.runner.close()]);
    expect(processes.processes[0]?.killed).toBe(true);
    const database = new Database(path.join(local.dataDirectory, 'jobs.db'));
    expect(database.prepare('SELECT status FROM jobs').get()).toMatchObject({ status: 'INPROGRESS' });
    database.close();
    await expect(local.describe('job')).rejects.toThrow(/ECONNREFUSED/);
  });

  test('comes through while a client keeps its connection', async () => {
    const local = await startTestRunner();
    await local.create('job');
    const begun = Date.now();
    await local.runner.close();
    expect(Date.now() - begun).toBeLessThan(1_000);
  });
});

describe('when the store cannot be written', () => {
  test('a request answers InternalFailure without any detail of the inside', async () => {
    const lines: string[] = [];
    const local = await startTestRunner({ log: (line) => lines.push(line) });
    const other = new Database(path.join(local.dataDirectory, 'jobs.db'));
    other.exec('BEGIN IMMEDIATE');
    const body = JSON.stringify(createRequest('job'));
    const answer = await sendSigned({ ...local.runner, operation: 'CreateCompilationJob', body });
    other.exec('ROLLBACK');
    other.close();
    expect([answer.status, answer.json.__type]).toEqual([500, 'InternalFailure']);
    expect(answer.text).not.toMatch(/SQL|\.ts|locked|at /);
    expect(lines.join('\n')).toMatch(/A request failed: .*locked/);
    expect(lines.join('\n')).not.toContain(local.runner.secretAccessKey);
  });

  test('the end of a job is written as soon as it can be', async () => {
    const local = await startTestRunner({ fork: scriptedFork(succeed('artifact', 100)) });
    await local.create('job');
    await local.until('job', 'INPROGRESS');
    const other = new Database(path.join(local.dataDirectory, 'jobs.db'));
    other.exec('BEGIN IMMEDIATE');
    await eventually(() =>
      existsSync(path.join(local.runner.objectsDirectory, 'models/out/model-ml_m5.tar.gz')) ? true : undefined,
    );
    await delay(50);
    expect((await local.describe('job')).CompilationJobStatus).toBe('INPROGRESS');
    other.exec('ROLLBACK');
    other.close();
    expect((await local.until('job', 'COMPLETED')).FailureReason).toBeUndefined();
  });
});

test('a listener that throws breaks nothing', async () => {
  const lines: string[] = [];
  const local = await startTestRunner({
    log: (line) => lines.push(line),
    onJobChanged: () => {
      throw new Error('the window is gone');
    },
  });
  await local.create('job');
  await local.until('job', 'COMPLETED');
  expect(lines).toContain('A listener failed: Error: the window is gone');
});

describe('the reason of a file-system error', () => {
  const error = (code: string) => Object.assign(new Error(`${code}: something, write`), { code });

  test.each(['ENOSPC', 'EDQUOT', 'EFBIG'])('%s is a full disk', (code) => {
    expect(reasonOf(error(code), 'x')).toBe(
      `ServerError: There is not enough space on the disk to write the artifact. While x: the file system answered ${code}.`,
    );
  });

  test.each(['EACCES', 'EROFS', 'EIO'])('%s is told without the folders that its message names', (code) => {
    expect(reasonOf(error(code), 'x')).toMatch(
      new RegExp(`^ServerError: There was an unexpected error.* While x: the file system answered ${code}\\.$`),
    );
  });
});

test('logs of jobs are private', async () => {
  const local = await startTestRunner();
  mkdirSync(local.runner.logsDirectory, { recursive: true });
  await local.create('job');
  await local.until('job', 'COMPLETED');
  expect(modeOf(path.join(local.runner.logsDirectory, 'job.log'))).toBe(0o600);
});
