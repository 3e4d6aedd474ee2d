import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withFileLock } from './fileLock.ts';

const NO_PROCESS_HAS_THIS_ID = 2 ** 30;

let folder = '';
let lockFile = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'edgewright-lock-'));
  lockFile = join(folder, 'deep', 'work.lock');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('withFileLock', () => {
  it('lets one in at a time', async () => {
    const events: string[] = [];
    const work = (name: string) =>
      withFileLock(lockFile, async () => {
        events.push(`${name} in`);
        await sleep(20);
        events.push(`${name} out`);
      });
    await Promise.all([work('a'), work('b')]);
    expect(events[1]).toBe(events[0]?.replace('in', 'out'));
    expect(events).toHaveLength(4);
  });

  it('frees the lock when the work fails', async () => {
    await expect(withFileLock(lockFile, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(existsSync(lockFile)).toBe(false);
  });

  it('takes over from a process that is gone', async () => {
    await withFileLock(lockFile, () => Promise.resolve());
    writeFileSync(lockFile, `${hostname()} ${NO_PROCESS_HAS_THIS_ID}`);
    await expect(withFileLock(lockFile, () => Promise.resolve('done'))).resolves.toBe('done');
  });
});
