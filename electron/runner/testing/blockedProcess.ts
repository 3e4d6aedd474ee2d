import { spawn } from 'node:child_process';
import type { ForkProcess } from '../../process/childProcess.ts';

/** A real process that never returns to its event loop: only the operating system can end it. */
export const blockedProcess: ForkProcess = () => {
  const child = spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' });
  return {
    pid: child.pid,
    send: () => {},
    onMessage: () => {},
    onExit: (listener) => void child.on('exit', (code, signal) => listener({ code, signal, stderrTail: '' })),
    kill: () => void child.kill('SIGKILL'),
  };
};
