/** How a child process ended. */
export interface ProcessExit {
  /** Exit code; null when a signal ended it, or when the platform does not tell. */
  code: number | null;
  signal: string | null;
  /** The last few kB that the process wrote to stderr: where native libraries say why they died. */
  stderrTail: string;
}

/** A child process of ours. Two adapters exist: Electron's utilityProcess and Node's child_process.fork. */
export interface ChildProcess {
  readonly pid: number | undefined;
  /** Sends one structured-cloneable message. Messages sent before the process has started are delivered. */
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called exactly once, also when the process could not be started. */
  onExit(listener: (exit: ProcessExit) => void): void;
  /** Ends the process at once, whatever it is doing; `onExit` follows within a second. */
  kill(): void;
}

/** The processes that Edgewright forks; each is a bundle of its own in the app and a file of its own in Node. */
export type ProcessEntry = 'compile' | 'inspect';

/** Starts a process with an environment that holds no credentials. */
export type ForkProcess = (entry: ProcessEntry) => ChildProcess;

/** Variables that native libraries and temp folders need; everything else, `AWS_*` first of all, stays behind. */
const PASSED_VARIABLES = ['PATH', 'LANG', 'LC_ALL', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'LD_LIBRARY_PATH'];

/** The environment for a child process. */
export function hermeticEnvironment(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    PASSED_VARIABLES.flatMap((name) => (environment[name] === undefined ? [] : [[name, environment[name]]])),
  );
}

/** Keeps the last `limit` characters of a stream of text. */
export class TextTail {
  #text = '';
  readonly #limit: number;

  constructor(limit = 4096) {
    this.#limit = limit;
  }

  append(chunk: unknown): void {
    this.#text = (this.#text + String(chunk)).slice(-this.#limit);
  }

  get text(): string {
    return this.#text;
  }
}
