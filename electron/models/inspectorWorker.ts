import { AppError } from '../../shared/errors/appError.ts';
import type { ChildProcess, ProcessExit } from '../process/childProcess.ts';
import { inspectReplySchema, type InspectRequest } from './inspectMessages.ts';

/** How long to wait for what, in milliseconds. */
export interface InspectorTimings {
  /** Longest silence of a working process: it tells its progress, and is silent only while the disk is flushed. */
  timeoutMs: number;
  /** For a cancelled process to tidy up, before it is killed. */
  cancelGraceMs: number;
  /** For a killed process to be gone. */
  killGraceMs: number;
}

export interface WorkOptions {
  signal?: AbortSignal | undefined;
  /** Bytes done, and their sum. */
  onProgress?: ((bytesDone: number, bytesTotal: number) => void) | undefined;
}

type Work = Exclude<InspectRequest, { kind: 'cancel' }>;

interface CurrentWork {
  id: number;
  onProgress: WorkOptions['onProgress'];
  settle: (outcome: { result: unknown } | { error: AppError }) => void;
  /** Why the process is being ended, once it is. */
  ending: AppError | null;
  timer: NodeJS.Timeout | undefined;
}

export const cancelledError = (): AppError =>
  new AppError({ kind: 'cancelled', message: 'Reading the file was cancelled.' });

function crashError({ code, signal, stderrTail }: ProcessExit): AppError {
  const how = signal ?? (code === null ? 'no exit code' : `exit code ${code}`);
  return new AppError({
    kind: 'model',
    message: `The file could not be read: the reader process ended unexpectedly (${how}).`,
    hint: 'Try again; if it happens again, the file is damaged in a way that Edgewright does not know.',
    details: stderrTail === '' ? undefined : stderrTail,
  });
}

const silenceError = (timeoutMs: number): AppError =>
  new AppError({
    kind: 'model',
    message: `The file could not be read: the reader process did not answer for ${Math.round(timeoutMs / 1000)} s.`,
    hint: 'Check that the disk is there and try again.',
  });

/** One inspector process and the one request that it works on. Whatever happens, the request is settled. */
export class InspectorWorker {
  readonly #child: ChildProcess;
  readonly #timings: InspectorTimings;
  #current: CurrentWork | null = null;
  #isAlive = true;

  constructor(child: ChildProcess, timings: InspectorTimings) {
    this.#child = child;
    this.#timings = timings;
    child.onMessage((message) => this.#receive(message));
    child.onExit((exit) => {
      this.#isAlive = false;
      this.#settle({ error: this.#current?.ending ?? crashError(exit) });
    });
  }

  get isAlive(): boolean {
    return this.#isAlive;
  }

  /**
   * Has the process do one piece of work; the caller waits for it before it asks for the next.
   * @returns the unchecked result
   * @throws {AppError} the process's own, or `model` when it dies or falls silent, or `cancelled`
   */
  run(work: Work, { signal, onProgress }: WorkOptions): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const cancel = () => this.#cancel();
      const settle: CurrentWork['settle'] = (outcome) => {
        signal?.removeEventListener('abort', cancel);
        if ('error' in outcome) reject(outcome.error);
        else resolve(outcome.result);
      };
      this.#current = { id: work.id, onProgress, settle, ending: null, timer: undefined };
      this.#expectSign();
      signal?.addEventListener('abort', cancel);
      this.#child.send(work);
      if (!this.#isAlive) this.#settle({ error: crashError({ code: null, signal: null, stderrTail: '' }) });
    });
  }

  /** Ends the process at once; work under way fails with `reason`. */
  kill(reason: AppError): void {
    this.#isAlive = false;
    const current = this.#current;
    if (current) {
      current.ending ??= reason;
      const { ending } = current;
      this.#arm(this.#timings.killGraceMs, () => this.#settle({ error: ending }));
    }
    this.#child.kill();
  }

  #receive(message: unknown): void {
    const parsed = inspectReplySchema.safeParse(message);
    const current = this.#current;
    if (!parsed.success || parsed.data.id !== current?.id) return;
    const reply = parsed.data;
    if (reply.kind === 'progress') {
      if (current.ending) return;
      this.#expectSign();
      current.onProgress?.(reply.bytesDone, reply.bytesTotal);
    } else if (reply.kind === 'failed') this.#settle({ error: current.ending ?? new AppError(reply.error) });
    else this.#settle({ result: reply.result });
  }

  #cancel(): void {
    const current = this.#current;
    if (!current || current.ending) return;
    current.ending = cancelledError();
    this.#child.send({ id: current.id, kind: 'cancel' } satisfies InspectRequest);
    this.#arm(this.#timings.cancelGraceMs, () => this.kill(cancelledError()));
  }

  #expectSign(): void {
    const { timeoutMs } = this.#timings;
    this.#arm(timeoutMs, () => this.kill(silenceError(timeoutMs)));
  }

  #arm(delayMs: number, then: () => void): void {
    if (!this.#current) return;
    clearTimeout(this.#current.timer);
    this.#current.timer = setTimeout(then, delayMs);
  }

  #settle(outcome: { result: unknown } | { error: AppError }): void {
    const current = this.#current;
    if (!current) return;
    this.#current = null;
    clearTimeout(current.timer);
    current.settle(outcome);
  }
}
