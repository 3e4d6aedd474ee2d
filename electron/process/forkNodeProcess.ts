import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  hermeticEnvironment,
  TextTail,
  type ChildProcess,
  type ForkProcess,
  type ProcessEntry,
} from './childProcess.ts';

const ENTRY_URLS: Readonly<Record<ProcessEntry, URL>> = {
  compile: new URL('../compiler/compileProcess.ts', import.meta.url),
  inspect: new URL('../models/inspectProcess.ts', import.meta.url),
};

/** Forks a process under plain Node: for the headless runner and for tests. */
export const forkNodeProcess: ForkProcess = (entry): ChildProcess => {
  const child = fork(fileURLToPath(ENTRY_URLS[entry]), [], {
    env: hermeticEnvironment(process.env),
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const stderr = new TextTail();
  child.stderr?.on('data', (chunk) => stderr.append(chunk));
  return {
    pid: child.pid,
    send: (message) => {
      if (child.connected) child.send(message as object);
    },
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => {
      let told = false;
      const tell = (code: number | null, signal: string | null) => {
        if (told) return;
        told = true;
        listener({ code, signal, stderrTail: stderr.text });
      };
      child.on('close', tell);
      child.on('error', (error) => {
        stderr.append(error.message);
        if (child.pid === undefined) tell(null, null);
      });
    },
    kill: () => void child.kill('SIGKILL'),
  };
};
