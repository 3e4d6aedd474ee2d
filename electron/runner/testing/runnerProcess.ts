import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const announcementSchema = z.object({
  endpoint: z.string(),
  region: z.string(),
  accountId: z.string(),
  accessKeyId: z.string(),
  secretAccessKey: z.string(),
  objectsDir: z.string(),
});
export type Announcement = z.infer<typeof announcementSchema>;

export type RunnerEntry = 'cli.ts' | 'testing/scriptedRunner.ts';

/** What a command line ended with. */
export interface CommandEnd {
  code: number | null;
  signal: string | null;
  stdout: string;
  stderr: string;
}

/** A runner in a process of its own. */
export interface RunnerProcess {
  /** The line on stdout; rejects when the process ends without one. */
  ready: Promise<Announcement>;
  kill(signal: NodeJS.Signals): void;
  ended: Promise<CommandEnd>;
}

/** Starts a runner's command line with the Node that runs the test. */
export function spawnRunner(
  args: string[],
  { entry = 'cli.ts', env = {} }: { entry?: RunnerEntry; env?: Record<string, string> } = {},
): RunnerProcess {
  const file = fileURLToPath(new URL(`../${entry}`, import.meta.url));
  const child: ChildProcessByStdio<null, Readable, Readable> = spawn(process.execPath, [file, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'] ?? '', ...env },
  });
  let stdout = '';
  let stderr = '';
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  const ended = new Promise<CommandEnd>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  const ready = new Promise<Announcement>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      stdout += String(chunk);
      if (stdout.includes('\n')) resolve(announcementSchema.parse(JSON.parse(stdout.split('\n')[0] ?? '')));
    });
    void ended.then(({ code }) => reject(new Error(`The runner ended with ${code}: ${stderr}`)));
  });
  ready.catch(() => {});
  return { ready, ended, kill: (signal) => void child.kill(signal) };
}
