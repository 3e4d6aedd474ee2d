import { utilityProcess } from 'electron';
import { join } from 'node:path';
import {
  hermeticEnvironment,
  TextTail,
  type ChildProcess,
  type ForkProcess,
  type ProcessEntry,
} from '../../process/childProcess.ts';

const BUNDLES: Readonly<Record<ProcessEntry, { file: string; serviceName: string }>> = {
  compile: { file: 'compileProcess.cjs', serviceName: 'Edgewright compiler' },
  inspect: { file: 'inspectProcess.cjs', serviceName: 'Edgewright inspector' },
};

/** How long a process may take to end after it was told to, before it is killed for good, ms. */
const KILL_GRACE_MS = 300;

function forceKill(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}

/** Forks processes as Electron utility processes; `directory` holds their bundles. */
export function forkUtilityProcess(directory: string): ForkProcess {
  return (entry): ChildProcess => {
    const { file, serviceName } = BUNDLES[entry];
    const child = utilityProcess.fork(join(directory, file), [], {
      serviceName,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: hermeticEnvironment(process.env),
    });
    const stderr = new TextTail();
    child.stderr?.on('data', (chunk) => stderr.append(chunk));
    let hasExited = false;
    child.once('exit', () => {
      hasExited = true;
    });
    return {
      get pid() {
        return child.pid;
      },
      send: (message) => child.postMessage(message),
      onMessage: (listener) => void child.on('message', listener),
      onExit: (listener) => {
        // Electron says 0 for a process that was killed as well, so a 0 tells nothing.
        child.once('exit', (code) => listener({ code: code || null, signal: null, stderrTail: stderr.text }));
      },
      kill: () => {
        // A process that has not started yet cannot be killed; it is as soon as it has.
        if (child.pid === undefined) child.once('spawn', () => forceKill(child.pid));
        child.kill();
        // SIGTERM is not heard while native code blocks the process.
        setTimeout(() => {
          if (!hasExited) forceKill(child.pid);
        }, KILL_GRACE_MS);
      },
    };
  };
}
