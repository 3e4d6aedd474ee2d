import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CreateCompilationJobCommand } from '@aws-sdk/client-sagemaker';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { spawnRunner } from './testing/runnerProcess.ts';
import {
  cleanUp,
  connect,
  createRequest,
  eventually,
  putObject,
  temporaryDirectory,
  untilStatus,
} from './testing/testRunner.ts';

afterEach(cleanUp);

// Every test starts processes, and the machine may be busy.
vi.setConfig({ testTimeout: 20_000 });

describe('the command line', () => {
  test.each<[string, string[], RegExp]>([
    ['no data directory', [], /^--data-dir is missing: .* Usage: npm run runner -- --data-dir DIR \[--port N\]\n$/],
    ['an empty data directory', ['--data-dir', ''], /^--data-dir is missing/],
    ['an unknown option', ['--colour'], /Unknown option '--colour'.* Usage/],
    ['a stray word', ['--data-dir', 'x', 'y'], /Unexpected argument 'y'.* Usage/],
    [
      'a port that is no number',
      ['--data-dir', 'x', '--port', 'http'],
      /^--port must be a number from 0 to 65535, not "http"/,
    ],
    ['a port that is too high', ['--data-dir', 'x', '--port', '65536'], /^--port must be a number/],
    ['an option without its value', ['--data-dir'], /'--data-dir.*argument missing.* Usage/],
  ])('%s is one sentence on stderr and exit code 2', async (_, args, message) => {
    const { code, stdout, stderr } = await spawnRunner(args).ended;
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  test('announces itself in one JSON line, serves, and ends at SIGTERM and SIGINT', async () => {
    const dataDirectory = temporaryDirectory();
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const runner = spawnRunner(['--data-dir', dataDirectory]);
      const announced = await runner.ready;
      expect(announced).toMatchObject({ region: 'us-west-2', objectsDir: path.join(dataDirectory, 'objects') });
      expect((await fetch(announced.endpoint)).status).toBe(404);
      runner.kill(signal);
      const { code, stdout, stderr } = await runner.ended;
      expect(code).toBe(0);
      expect(stdout.trimEnd().split('\n')).toHaveLength(1);
      expect(stderr).toContain('AWS_SHARED_CREDENTIALS_FILE=');
      expect(stderr).not.toContain(announced.secretAccessKey);
      expect(existsSync(path.join(dataDirectory, 'runner.json'))).toBe(false);
    }
  });

  test('ends with the npm that started it, and without npm outlives its parent', async () => {
    const cli = path.join(import.meta.dirname, 'cli.ts');
    const startUnderShell = async (env: Record<string, string>) => {
      const dataDirectory = temporaryDirectory();
      // Two commands, or the shell would become the runner.
      const command = `"${process.execPath}" "${cli}" --data-dir "${dataDirectory}"; true`;
      const shell = spawn('sh', ['-c', command], { env: { PATH: process.env['PATH'] ?? '', ...env }, stdio: 'ignore' });
      const runnerFile = path.join(dataDirectory, 'runner.json');
      const pid = await eventually(() => {
        const text = existsSync(runnerFile) ? readFileSync(runnerFile, 'utf8') : '';
        return text.endsWith('\n') ? z.object({ pid: z.number() }).parse(JSON.parse(text)).pid : undefined;
      });
      await new Promise((resolve) => shell.on('exit', resolve) && shell.kill('SIGTERM'));
      return { pid, runnerFile };
    };
    const daemon = await startUnderShell({});
    const script = await startUnderShell({ npm_lifecycle_event: 'runner' });
    await eventually(() => (existsSync(script.runnerFile) ? undefined : true));
    expect(existsSync(daemon.runnerFile)).toBe(true);
    process.kill(daemon.pid, 'SIGTERM');
    await eventually(() => (existsSync(daemon.runnerFile) ? undefined : true));
  });

  test('says in one sentence that the port or the data directory is in use, and ends with 1', async () => {
    const dataDirectory = temporaryDirectory();
    const runner = spawnRunner(['--data-dir', dataDirectory]);
    const { port } = new URL((await runner.ready).endpoint);
    const samePort = await spawnRunner(['--data-dir', temporaryDirectory(), '--port', port]).ended;
    expect([samePort.code, samePort.stdout]).toEqual([1, '']);
    expect(samePort.stderr).toMatch(new RegExp(`^Port ${port} is in use by another program\\. [^\n]+\n$`));
    const sameDirectory = await spawnRunner(['--data-dir', dataDirectory]).ended;
    expect([sameDirectory.code, sameDirectory.stdout]).toEqual([1, '']);
    expect(sameDirectory.stderr).toMatch(
      /^The data directory \S+ is in use by another local runner \(process \d+\)\. [^\n]+\n$/,
    );
    runner.kill('SIGTERM');
    await runner.ended;
  });

  test('refuses a data directory that is a file', async () => {
    const file = path.join(temporaryDirectory(), 'file');
    writeFileSync(file, '');
    const { code, stderr } = await spawnRunner(['--data-dir', file]).ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/^The data directory \S+ cannot be used: [^\n]+\n$/);
  });

  test('takes a relative directory from where npm was called', async () => {
    const base = temporaryDirectory();
    mkdirSync(path.join(base, 'sub'));
    const runner = spawnRunner(['--data-dir', 'sub/data'], { env: { INIT_CWD: base } });
    expect((await runner.ready).objectsDir).toBe(path.join(base, 'sub/data/objects'));
    runner.kill('SIGTERM');
    await runner.ended;
  });

  test('runs a job of the scripted compile process to its end', async () => {
    const runner = spawnRunner(['--data-dir', temporaryDirectory()], { entry: 'testing/scriptedRunner.ts' });
    const announced = await runner.ready;
    putObject(announced.objectsDir, 'models/model.tar.gz', '{}');
    const client = connect(announced);
    await client.send(new CreateCompilationJobCommand(createRequest('job')));
    expect((await untilStatus(client, 'job', 'COMPLETED')).ModelArtifacts).toBeDefined();
    runner.kill('SIGTERM');
    await runner.ended;
  });
});
