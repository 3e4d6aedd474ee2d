import { Worker } from 'node:worker_threads';

/** Electron's `process.parentPort` in a utilityProcess; absent under plain Node. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
}

/** The child's end of the line to the process that forked it, the same in Electron and in Node. */
export interface ParentChannel {
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
}

/** How often the watchdog looks, ms. */
const WATCH_MS = 500;

/** Native code keeps the event loop from hearing `disconnect`: a thread of its own sees that the parent is gone. */
function watchParent(): void {
  const watch = `
    const { ppid } = process;
    setInterval(() => process.ppid === ppid || process.kill(process.pid, 'SIGKILL'), ${WATCH_MS});`;
  new Worker(watch, { eval: true }).unref();
}

/**
 * Connects a child process to its parent. Under Node the process ends itself when the parent is gone,
 * so that a killed app leaves no compilation behind; Chromium does the same for a utilityProcess.
 * @throws {Error} when the process was not forked
 */
export function connectToParent(): ParentChannel {
  const { parentPort } = process as { parentPort?: ParentPort };
  if (parentPort) {
    return {
      send: (message) => parentPort.postMessage(message),
      onMessage: (listener) => parentPort.on('message', ({ data }) => listener(data)),
    };
  }
  if (!process.send) throw new Error('This file is the entry of a child process; it is not run by hand.');
  process.on('disconnect', () => process.exit(1));
  watchParent();
  return {
    send: (message) => void process.send?.(message),
    onMessage: (listener) => void process.on('message', listener),
  };
}
