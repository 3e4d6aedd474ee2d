import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, vi } from 'vitest';

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

it('ends a child that is busy in native code when its parent is killed', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'edgewright-orphan-'));
  const channel = pathToFileURL(join(import.meta.dirname, 'parentChannel.ts')).href;
  const busy = join(directory, 'busy.mjs');
  // The event loop never turns again, as while ONNX Runtime creates a session.
  writeFileSync(
    busy,
    `import { connectToParent } from ${JSON.stringify(channel)};
     connectToParent().send('busy');
     setTimeout(() => { for (;;); }, 200);`,
  );
  const parent = join(directory, 'parent.mjs');
  writeFileSync(
    parent,
    `import { fork } from 'node:child_process';
     const child = fork(${JSON.stringify(busy)}, [], { serialization: 'advanced' });
     child.on('message', () => setTimeout(() => console.log(child.pid), 500));`,
  );
  const process_ = spawn(process.execPath, [parent], { stdio: ['ignore', 'pipe', 'inherit'] });
  const pid = await new Promise<number>((resolve) => {
    process_.stdout.once('data', (chunk) => resolve(Number(String(chunk))));
  });
  expect(isAlive(pid)).toBe(true);
  process_.kill('SIGKILL');
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 5000, interval: 50 });
  rmSync(directory, { recursive: true });
});
