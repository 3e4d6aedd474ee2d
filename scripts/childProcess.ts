import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { constants as osConstants } from 'node:os';
import { delimiter, join } from 'node:path';

export interface FinishedProcess {
  readonly exitCode: number;
  /** Standard output and standard error, in the order of arrival; empty when they went to the console. */
  readonly output: string;
  readonly stalled: boolean;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Whether the output goes straight to the console instead of into the result. */
  readonly inheritOutput?: boolean;
  /** Gives up when none of these folders grew for so long. */
  readonly stallWatch?: { readonly folders: readonly string[]; readonly seconds: number };
}

/** Runs a program to its end. Does not throw for a non-zero exit: the caller knows what that means. */
export async function run(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<FinishedProcess> {
  const stdio: SpawnOptions['stdio'] = options.inheritOutput
    ? ['ignore', 'inherit', 'inherit']
    : ['ignore', 'pipe', 'pipe'];
  const child = spawn(command, args, { cwd: options.cwd, env: options.env, stdio });
  let output = '';
  const collect = (chunk: Buffer): void => {
    output += chunk.toString('utf8');
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);

  const watch = options.stallWatch && watchForStall(child, options.stallWatch.folders, options.stallWatch.seconds);
  try {
    const exitCode = await exitCodeOf(child);
    return { exitCode, output, stalled: watch?.stalled() ?? false };
  } finally {
    watch?.stop();
  }
}

/** Waits for a started process to end: its exit code, or 128 + signal number as shells count it. */
export async function exitCodeOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      resolve(code ?? (signal ? 128 + osConstants.signals[signal] : 1));
    });
  });
}

/** The full path of a program on PATH, or null. */
export function findProgram(name: string, path = process.env.PATH ?? ''): string | null {
  for (const folder of path.split(delimiter)) {
    const candidate = join(folder, name);
    try {
      accessSync(candidate, constants.X_OK);
      return candidate;
    } catch {
      // Not here: look in the next folder.
    }
  }
  return null;
}

/** How to call npm from inside an npm script, without a shell and with the npm that the person used. */
export function npmCommand(env: NodeJS.ProcessEnv = process.env): { command: string; args: string[] } {
  const entry = env.npm_execpath;
  return entry?.endsWith('npm-cli.js') ? { command: process.execPath, args: [entry] } : { command: 'npm', args: [] };
}

function watchForStall(child: ChildProcess, folders: readonly string[], seconds: number) {
  let stalled = false;
  let lastSize = -1;
  let lastGrowth = performance.now();
  const check = async (): Promise<void> => {
    const sizes = await Promise.all(folders.map(folderSize));
    const size = sizes.reduce((sum, each) => sum + each, 0);
    if (size !== lastSize) {
      lastSize = size;
      lastGrowth = performance.now();
    } else if (performance.now() - lastGrowth > seconds * 1000) {
      stalled = true;
      child.kill('SIGKILL');
    }
  };
  const timer = setInterval(() => void check(), 1000);
  return { stalled: () => stalled, stop: () => clearInterval(timer) };
}

/** Bytes in a folder and all below it; files that vanish meanwhile count as nothing. */
async function folderSize(folder: string): Promise<number> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    const sizes = await Promise.all(files.map((file) => fileSize(join(file.parentPath, file.name))));
    return sizes.reduce((sum, size) => sum + size, 0);
  } catch {
    return 0;
  }
}

async function fileSize(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch {
    return 0;
  }
}
