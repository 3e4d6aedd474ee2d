import { mkdir, open, readFile, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const HEARTBEAT_MS = 3_000;
const STALE_AFTER_MS = 20_000;
const POLL_MS = 250;

/**
 * Runs `work` while holding the lock file: other processes that ask for it wait.
 * A lock left behind by a killed process frees itself: the file names its holder, who also touches it while working.
 */
export async function withFileLock<T>(lockFile: string, work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(lockFile), { recursive: true });
  while (!(await tryCreate(lockFile))) {
    if (await isStale(lockFile)) await rm(lockFile, { force: true });
    else await sleep(POLL_MS);
  }
  const heartbeat = setInterval(() => {
    const now = new Date();
    // The file can only be missing if someone deleted the cache: the work itself is still safe.
    utimes(lockFile, now, now).catch(() => undefined);
  }, HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    await rm(lockFile, { force: true });
  }
}

async function tryCreate(lockFile: string): Promise<boolean> {
  try {
    const file = await open(lockFile, 'wx');
    await file.writeFile(`${hostname()} ${process.pid}`);
    await file.close();
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

async function isStale(lockFile: string): Promise<boolean> {
  try {
    if (Date.now() - (await stat(lockFile)).mtimeMs > STALE_AFTER_MS) return true;
    const [host, pid] = (await readFile(lockFile, 'utf8')).split(' ');
    return host === hostname() && pid !== undefined && !isAlive(Number(pid));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !hasCode(error, 'ESRCH');
  }
}

/** Whether a thrown value is a system error with this code (`ENOENT`, `EEXIST`, ...). */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
