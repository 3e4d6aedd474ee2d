import { realpathSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { AppError } from '../../shared/errors/appError.ts';
import type { ForkProcess } from '../process/childProcess.ts';
import { forkNodeProcess } from '../process/forkNodeProcess.ts';
import { startRunner, type Runner } from './startRunner.ts';

const USAGE = 'Usage: npm run runner -- --data-dir DIR [--port N]';
const MAX_PORT = 65_535;

/** A command line that cannot be used; the message is for its author. */
class UsageError extends Error {}

/** Null when only the usage is asked for. */
function readArguments(args: string[], baseDirectory: string): { dataDirectory: string; port?: number } | null {
  let values;
  try {
    const options = { 'data-dir': { type: 'string' }, port: { type: 'string' }, help: { type: 'boolean' } } as const;
    ({ values } = parseArgs({ args, options }));
  } catch (thrown) {
    const [sentence = ''] = (thrown instanceof Error ? thrown.message : String(thrown)).split('\n');
    throw new UsageError(sentence.replace(/\.?$/u, '.'));
  }
  if (values.help) return null;
  if (!values['data-dir']) throw new UsageError('--data-dir is missing: say where the runner may keep its files.');
  const dataDirectory = path.resolve(baseDirectory, values['data-dir']);
  if (values.port === undefined) return { dataDirectory };
  const port = /^\d{1,5}$/u.test(values.port) ? Number(values.port) : Number.NaN;
  if (!(port <= MAX_PORT)) throw new UsageError(`--port must be a number from 0 to ${MAX_PORT}, not "${values.port}".`);
  return { dataDirectory, port };
}

function announce(runner: Runner): void {
  const { endpoint, region, accountId, accessKeyId, secretAccessKey, objectsDirectory, credentialsFile } = runner;
  const facts = { endpoint, region, accountId, accessKeyId, secretAccessKey, objectsDir: objectsDirectory };
  process.stdout.write(`${JSON.stringify(facts)}\n`);
  process.stderr.write(
    `The local SageMaker endpoint is ready. s3://BUCKET/KEY is ${path.join(objectsDirectory, 'BUCKET', 'KEY')}\n` +
      `Try: AWS_SHARED_CREDENTIALS_FILE=${credentialsFile} aws --region ${region} --endpoint-url ${endpoint} sagemaker list-compilation-jobs\n`,
  );
}

/** How often a runner under npm looks whether npm is still there. */
const PARENT_CHECK_MS = 100;
/** How long a runner that was told to end may take to leave its data directory. */
const LEAVING_MS = 3000;

/** Tries again for a while when the data directory is in use: npm is gone before the runner that it started is. */
async function whenFree(start: () => Promise<Runner>): Promise<Runner> {
  const givesUpAt = Date.now() + LEAVING_MS;
  for (;;) {
    try {
      return await start();
    } catch (thrown) {
      const isInUse = thrown instanceof AppError && thrown.code === 'DataDirectoryInUse';
      if (!isInUse || Date.now() > givesUpAt) throw thrown;
      await delay(PARENT_CHECK_MS);
    }
  }
}

/** Resolves at SIGTERM or SIGINT; a second signal ends the process without waiting. */
function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => {
        resolve();
        process.once(signal, () => process.exit(1));
      });
    }
  });
}

/**
 * Resolves when the shell that npm started this process with is gone: npm hands a signal to that shell only, which
 * dies of it and tells nobody. Without npm it never resolves: a daemon's parent may well leave.
 */
function untilNpmEnds(): Promise<void> {
  return new Promise((resolve) => {
    if (process.env['npm_lifecycle_event'] === undefined) return;
    const parent = process.ppid;
    setInterval(() => process.ppid === parent || resolve(), PARENT_CHECK_MS).unref();
  });
}

/**
 * The command `npm run runner`: one JSON line on stdout, then the endpoint until it is told to end.
 * @returns the exit code: 0 when it was, 1 when the runner cannot start, 2 for a command line that cannot be used
 */
export async function runCli(args: string[], fork: ForkProcess): Promise<number> {
  try {
    const options = readArguments(args, process.env['INIT_CWD'] ?? process.cwd());
    if (!options) {
      process.stdout.write(`${USAGE}\n`);
      return 0;
    }
    const log = (message: string) => void process.stderr.write(`${message}\n`);
    const stopped = Promise.race([untilSignal(), untilNpmEnds()]);
    const runner = await whenFree(() => startRunner({ ...options, fork, log }));
    announce(runner);
    await stopped;
    await runner.close();
    return 0;
  } catch (thrown) {
    if (thrown instanceof UsageError) {
      process.stderr.write(`${thrown.message} ${USAGE}\n`);
      return 2;
    }
    const { message, hint } = thrown instanceof AppError ? thrown : { message: String(thrown), hint: undefined };
    process.stderr.write(`${message}${hint ? ` ${hint}` : ''}\n`);
    return 1;
  }
}

const isEntry = process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url);
if (isEntry) process.exitCode = await runCli(process.argv.slice(2), forkNodeProcess);
