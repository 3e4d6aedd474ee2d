import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import Database from 'libsql';
import { z } from 'zod';
import { AppError } from '../../shared/errors/appError.ts';

/** Where things are in a runner's data directory; absolute paths. */
export interface DataPaths {
  root: string;
  jobsFile: string;
  /** `s3://BUCKET/KEY` is `objects/BUCKET/KEY`. */
  objectsDirectory: string;
  /** Staging, on the file system of the objects. */
  workDirectory: string;
  logsDirectory: string;
  credentialsFile: string;
  configFile: string;
  lockFile: string;
  /** Says who runs here, for people and for the error message of a second runner. */
  runnerFile: string;
}

const PRIVATE_DIRECTORY = 0o700;
/** SQLite gives its other files the mode of the database. */
const PRIVATE_FILE = 0o600;

function pathsOf(dataDirectory: string): DataPaths {
  const root = path.resolve(dataDirectory);
  const at = (name: string) => path.join(root, name);
  return {
    root,
    jobsFile: at('jobs.db'),
    objectsDirectory: at('objects'),
    workDirectory: at('work'),
    logsDirectory: at('logs'),
    credentialsFile: at('aws-credentials'),
    configFile: at('aws-config'),
    lockFile: at('runner.lock'),
    runnerFile: at('runner.json'),
  };
}

const runnerFileSchema = z.object({ pid: z.number() });

function runningPid(runnerFile: string): number | null {
  try {
    return runnerFileSchema.parse(JSON.parse(readFileSync(runnerFile, 'utf8'))).pid;
  } catch {
    return null;
  }
}

/**
 * Takes the lock of a data directory: an exclusive transaction of a database without tables. The operating system ends
 * it with the process, however that dies, so there is no stale lock to judge by a process id that may be in use again.
 */
function takeLock({ lockFile, runnerFile, root }: DataPaths): Database.Database {
  const lock = new Database(lockFile);
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (thrown) {
    lock.close();
    if (!(thrown instanceof Error) || !('code' in thrown) || thrown.code !== 'SQLITE_BUSY') throw thrown;
    const pid = runningPid(runnerFile);
    throw new AppError({
      kind: 'runner',
      code: 'DataDirectoryInUse',
      message: `The data directory ${root} is in use by another local runner${pid === null ? '' : ` (process ${pid})`}.`,
      hint: 'Stop the other runner, or choose another data directory.',
    });
  }
}

/** A data directory that no other runner can open. */
export interface OpenDataDirectory {
  paths: DataPaths;
  /** Writes `runner.json`. */
  announce(facts: { endpoint: string; region: string }): void;
  /** Removes what earlier runners left in `work/`. */
  clearWork(): Promise<void>;
  /** Lets other runners in. */
  release(): void;
}

/**
 * Creates the directory where it is missing (mode 0700; an existing one keeps its mode) and locks it.
 * @throws {AppError} of kind `runner` when another runner has it, or when it cannot be written
 */
export function openDataDirectory(dataDirectory: string): OpenDataDirectory {
  const paths = pathsOf(dataDirectory);
  let lock: Database.Database;
  try {
    // The folder may be the user's, with a mode of its own: only what is made here is closed to others.
    for (const directory of [paths.root, paths.objectsDirectory, paths.workDirectory, paths.logsDirectory]) {
      mkdirSync(directory, { recursive: true, mode: PRIVATE_DIRECTORY });
    }
    for (const file of [paths.lockFile, paths.jobsFile]) closeSync(openSync(file, 'a', PRIVATE_FILE));
    lock = takeLock(paths);
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    const detail = thrown instanceof Error ? thrown.message : String(thrown);
    throw new AppError(
      {
        kind: 'runner',
        code: 'DataDirectoryUnusable',
        message: `The data directory ${paths.root} cannot be used: ${detail}.`,
        hint: 'Choose a folder that you may write to.',
      },
      { cause: thrown },
    );
  }
  return {
    paths,
    announce: (facts) => {
      const content = { pid: process.pid, ...facts, startedAt: new Date().toISOString() };
      writeFileSync(paths.runnerFile, `${JSON.stringify(content)}\n`, { mode: PRIVATE_FILE });
    },
    clearWork: async () => {
      const left = await readdir(paths.workDirectory);
      await Promise.all(
        left.map((name) => rm(path.join(paths.workDirectory, name), { recursive: true, force: true, maxRetries: 5 })),
      );
    },
    release: () => {
      rmSync(paths.runnerFile, { force: true });
      lock.exec('ROLLBACK');
      lock.close();
    },
  };
}
