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
  return {
    send: (message) => void process.send?.(message),
    onMessage: (listener) => void process.on('message', listener),
  };
}
