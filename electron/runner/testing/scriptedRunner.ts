import { fork } from 'node:child_process';
import fileSystem from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { ForkProcess } from '../../process/childProcess.ts';
import { runCli } from '../cli.ts';

/**
 * The command line with the scripted compile process in place of the real one: the same arguments, the same output.
 * With DIE_AFTER_RENAME the process kills itself the moment an artifact has its final name.
 */
const forkScripted: ForkProcess = () => {
  const child = fork(fileURLToPath(new URL('scriptedCompileProcess.ts', import.meta.url)), [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return {
    pid: child.pid,
    send: (message) => void child.send(message as object),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.on('close', (code, signal) => listener({ code, signal, stderrTail: '' })),
    kill: () => void child.kill('SIGKILL'),
  };
};

if (process.env['DIE_AFTER_RENAME']) {
  const { rename } = fileSystem;
  fileSystem.rename = async (...names) => {
    await rename(...names);
    process.kill(process.pid, 'SIGKILL');
    await new Promise(() => {});
  };
  syncBuiltinESMExports();
}

process.exitCode = await runCli(process.argv.slice(2), forkScripted);
