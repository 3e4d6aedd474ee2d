import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { findProgram } from './childProcess.ts';
import { PlainError } from './console.ts';
import { hasDisplay } from './systemPackages.ts';
import { writeXauthority } from './xauthority.ts';

const SCREEN = '1920x1080x24';
const READY_WITHIN_MS = 20_000;

/** The folder name's start of every virtual display: `scripts/screenshot.ts` looks for it. */
export const DISPLAY_FOLDER_PREFIX = 'edgewright-display-';
/** Inside a virtual display's folder: the file that names the display, and the picture that Xvfb keeps up to date. */
export const DISPLAY_NAME_FILE = 'display';
/** See `DISPLAY_NAME_FILE`. */
export const FRAMEBUFFER_FILE = 'Xvfb_screen0';

/** Where windows will appear. */
export interface Display {
  readonly env: NodeJS.ProcessEnv;
  /** How to look at a virtual display; null when the windows appear on a real one. */
  readonly describe: string | null;
  readonly dispose: () => void;
}

/** The session's own display if it has one, else a virtual one that lives until `dispose` or the end of this process. */
export async function ensureDisplay(): Promise<Display> {
  if (hasDisplay()) return { env: { ...process.env }, describe: null, dispose: () => undefined };

  const folder = await mkdtemp(join(tmpdir(), DISPLAY_FOLDER_PREFIX));
  const authority = join(folder, 'Xauthority');
  await writeXauthority(authority);
  const server = startServer(folder, authority);
  const dispose = (): void => {
    process.off('exit', dispose);
    server.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  };
  process.on('exit', dispose);

  try {
    const name = `:${await displayNumber(server)}`;
    await writeFile(join(folder, DISPLAY_NAME_FILE), name);
    return {
      env: { ...process.env, DISPLAY: name, XAUTHORITY: authority },
      describe: howToLook(name, authority),
      dispose,
    };
  } catch (error) {
    dispose();
    throw error;
  }
}

function startServer(folder: string, authority: string): ChildProcess {
  // -displayfd: the server takes a free number itself and says it once it is ready. -fbdir: the screen as a file.
  const args = ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-auth', authority, '-fbdir', folder];
  const command = ['Xvfb', ...args];
  // Lets the kernel end the server with us, even when we are killed; and Ctrl-C must reach the app first, hence `detached`.
  if (findProgram('setpriv')) command.unshift('setpriv', '--pdeathsig', 'TERM');
  const [program = 'Xvfb', ...rest] = command;
  return spawn(program, rest, { detached: true, stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
}

async function displayNumber(server: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let complaint = '';
    let answer = '';
    const timer = setTimeout(() => reject(new PlainError('Xvfb did not become ready.')), READY_WITHIN_MS);
    server.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString('utf8')));
    const numberPipe = server.stdio[3] as Readable;
    numberPipe.on('data', (chunk: Buffer) => {
      answer += chunk.toString('utf8');
      if (!answer.endsWith('\n')) return;
      clearTimeout(timer);
      resolve(Number.parseInt(answer, 10));
    });
    server.once('error', reject);
    server.once('exit', () => {
      clearTimeout(timer);
      reject(new PlainError(`Xvfb could not start: ${complaint.trim() || 'it gave no reason'}`));
    });
  });
}

function howToLook(name: string, authority: string): string {
  return [
    `There is no screen here: the windows are on the virtual display ${name} (${SCREEN}).`,
    `  a picture of it:  npx node scripts/screenshot.ts edgewright.png`,
    `  or, with other tools:  XAUTHORITY=${authority} import -display ${name} -window root edgewright.png`,
    `  live, over VNC:  x11vnc -display ${name} -auth ${authority} -localhost`,
  ].join('\n');
}
