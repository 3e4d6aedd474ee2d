import { writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { compileTaskSchema, type CompileTask } from '../../../shared/compile/compileTask.ts';
import type { ChildProcess, ForkProcess, ProcessExit } from '../../process/childProcess.ts';

/** A process that exists only in the test: the script says what it sends and when it ends. */
export class ScriptedProcess implements ChildProcess {
  readonly pid = 4711;
  killed = false;
  #messageListener: (message: unknown) => void = () => {};
  #exitListener: (exit: ProcessExit) => void = () => {};
  #ended = false;
  readonly #play: (task: CompileTask, process: ScriptedProcess) => unknown;

  constructor(play: (task: CompileTask, process: ScriptedProcess) => unknown) {
    this.#play = play;
  }

  send(message: unknown): void {
    const task = compileTaskSchema.parse(message);
    setImmediate(() => this.#play(task, this));
  }

  onMessage(listener: (message: unknown) => void): void {
    this.#messageListener = listener;
  }

  onExit(listener: (exit: ProcessExit) => void): void {
    this.#exitListener = listener;
  }

  kill(): void {
    this.killed = true;
    setImmediate(() => this.exit({ code: null, signal: 'SIGKILL' }));
  }

  /** Sends a message to the runner. */
  tell(message: unknown): void {
    if (!this.#ended) this.#messageListener(message);
  }

  exit({ code = null, signal = null, stderrTail = '' }: Partial<ProcessExit>): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#exitListener({ code, signal, stderrTail });
  }
}

export type Play = (task: CompileTask, process: ScriptedProcess) => unknown;

/** A ForkProcess whose processes play a script when they get their task; `processes` has every one that was started. */
export function scriptedFork(play: Play): ForkProcess & { processes: ScriptedProcess[] } {
  const processes: ScriptedProcess[] = [];
  const fork: ForkProcess = () => {
    const child = new ScriptedProcess(play);
    processes.push(child);
    return child;
  };
  return Object.assign(fork, { processes });
}

/** A digest of the right form. */
export const DIGEST = 'ab'.repeat(64);

/** Writes an artifact where the task wants it and tells of it. */
export const succeed =
  (content = 'artifact', delayMs = 0): Play =>
  async (task, child) => {
    await delay(delayMs);
    await writeFile(task.artifactPath, content).catch(() => {});
    child.tell({
      kind: 'done',
      artifactDigest: DIGEST,
      artifactBytes: Buffer.byteLength(content),
      derivedDataInputConfig: null,
    });
    child.exit({ code: 0 });
  };

/** Never says anything. */
export const hang: Play = () => {};
