import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { exitCodeOf } from './childProcess.ts';

const REPEAT_IS_IMPATIENCE_MS = 1000;

/** A long-running program that the person may stop with Ctrl-C. */
export interface ForegroundProgram {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Lines of its standard error that are not worth showing. */
  readonly hides?: (line: string) => boolean;
}

/**
 * Runs a program on our console until it ends, and hands SIGINT and SIGTERM on to it; returns its exit code.
 * The program gets a process group of its own: Ctrl-C would otherwise reach it twice (once from the terminal, once from
 * us), and Electron takes a second signal as an order to die at once.
 */
export async function runInForeground(program: ForegroundProgram): Promise<number> {
  const child = spawn(program.command, program.args, {
    cwd: program.cwd,
    env: program.env,
    stdio: ['ignore', 'inherit', program.hides ? 'pipe' : 'inherit'],
    detached: process.platform !== 'win32',
  });
  if (child.stderr) showLines(child.stderr, program.hides);
  let lastForwarded = -Infinity;
  const forward = (signal: NodeJS.Signals): void => {
    // npm passes on the signal that the terminal sent to us as well: the echo is not a second wish.
    if (performance.now() - lastForwarded < REPEAT_IS_IMPATIENCE_MS) return;
    lastForwarded = performance.now();
    child.kill(signal);
  };
  process.on('SIGINT', forward);
  process.on('SIGTERM', forward);
  try {
    return await exitCodeOf(child);
  } finally {
    process.off('SIGINT', forward);
    process.off('SIGTERM', forward);
  }
}

function showLines(output: Readable, hides: (line: string) => boolean = () => false): void {
  createInterface({ input: output, crlfDelay: Infinity }).on('line', (line) => {
    if (!hides(line)) console.error(line);
  });
}
