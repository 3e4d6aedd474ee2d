import { rm } from 'node:fs/promises';
import type { ModelSummary } from '../../shared/models/modelSummary.ts';
import type { ForkProcess } from '../process/childProcess.ts';
import { partialPathFor } from './bytes/writeFileAtomically.ts';
import { inspectResultSchemas, type InspectRequest } from './inspectMessages.ts';
import { cancelledError, InspectorWorker, type InspectorTimings, type WorkOptions } from './inspectorWorker.ts';
import type { ArtifactContents } from './readArtifact.ts';

/** Reads and packs model files in processes of their own. Every call settles, whatever happens to the process. */
export interface Inspector {
  /**
   * What a model file says about itself, see `inspectModel`.
   * @throws {AppError}
   */
  inspect(path: string, options?: WorkOptions): Promise<ModelSummary>;
  /**
   * Packs a bare .onnx into a model.tar.gz, see `packModelArchive`.
   * @returns size and hex SHA-256 of the archive
   * @throws {AppError}
   */
  pack(path: string, destinationPath: string, options?: WorkOptions): Promise<{ sizeBytes: number; sha256: string }>;
  /**
   * Lists a compiled artifact, see `readArtifact`.
   * @throws {AppError}
   */
  readArtifact(path: string, options?: WorkOptions): Promise<ArtifactContents>;
  /** Ends all processes; calls under way fail as cancelled. */
  dispose(): void;
}

export interface InspectorOptions extends Partial<InspectorTimings> {
  /** How long an idle process is kept for the next request, in milliseconds. */
  idleMs?: number;
}

/** Two, so that a look into an artifact does not wait for the packing of a large model. */
const MAX_PROCESSES = 2;

type Work = Exclude<InspectRequest, { kind: 'cancel' }>;
/** `Omit` that keeps the members of a union apart. */
type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;

interface IdleWorker {
  worker: InspectorWorker;
  timer: NodeJS.Timeout;
}

class InspectorPool {
  readonly #fork: ForkProcess;
  readonly #timings: InspectorTimings;
  readonly #idleMs: number;
  readonly #workers = new Set<InspectorWorker>();
  #idle: IdleWorker[] = [];
  readonly #waiting = new Set<() => void>();
  #isDisposed = false;
  #nextId = 1;

  constructor(fork: ForkProcess, { idleMs = 30_000, ...timings }: InspectorOptions) {
    this.#fork = fork;
    this.#timings = { timeoutMs: 120_000, cancelGraceMs: 1000, killGraceMs: 2000, ...timings };
    this.#idleMs = idleMs;
  }

  async run(work: WithoutId<Work>, options: WorkOptions): Promise<unknown> {
    const { signal } = options;
    const isOver = () => this.#isDisposed || signal?.aborted === true;
    // No await between the last look and the taking: of two callers only one gets the place.
    while (!isOver() && !this.#hasPlace()) await this.#nextChange(signal);
    if (isOver()) {
      this.#wakeNext();
      throw cancelledError();
    }
    const worker = this.#takeWorker();
    try {
      return await worker.run({ ...work, id: this.#nextId++ }, options);
    } finally {
      this.#release(worker);
    }
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const { timer } of this.#idle) clearTimeout(timer);
    this.#idle = [];
    for (const worker of this.#workers) worker.kill(cancelledError());
    for (const wake of this.#waiting) wake();
  }

  #hasPlace(): boolean {
    return this.#idle.length > 0 || this.#workers.size < MAX_PROCESSES;
  }

  /** Waits until a place may have become free, for the disposal, or for the signal. */
  #nextChange(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.#waiting.delete(wake);
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal?.addEventListener('abort', wake);
    });
  }

  #wakeNext(): void {
    const [wake] = this.#waiting;
    wake?.();
  }

  #takeWorker(): InspectorWorker {
    for (let idle = this.#idle.pop(); idle; idle = this.#idle.pop()) {
      clearTimeout(idle.timer);
      if (idle.worker.isAlive) return idle.worker;
      this.#workers.delete(idle.worker);
    }
    const worker = new InspectorWorker(this.#fork('inspect'), this.#timings);
    this.#workers.add(worker);
    return worker;
  }

  #release(worker: InspectorWorker): void {
    if (worker.isAlive && !this.#isDisposed) {
      const timer = setTimeout(() => this.#retire(worker), this.#idleMs);
      // An idle process must not keep a tool from ending.
      timer.unref();
      this.#idle.push({ worker, timer });
    } else {
      this.#workers.delete(worker);
    }
    this.#wakeNext();
  }

  #retire(worker: InspectorWorker): void {
    this.#idle = this.#idle.filter((idle) => idle.worker !== worker);
    this.#workers.delete(worker);
    worker.kill(cancelledError());
  }
}

/**
 * Starts inspector processes on demand, uses an idle one again, and ends it when it was idle for a while.
 * @param fork how processes are started: Electron's utilityProcess, or Node's fork
 */
export function createInspector(fork: ForkProcess, options: InspectorOptions = {}): Inspector {
  const pool = new InspectorPool(fork, options);
  return {
    inspect: async (path, work = {}) =>
      inspectResultSchemas.inspect.parse(await pool.run({ kind: 'inspect', path }, work)),
    pack: async (path, destinationPath, work = {}) => {
      const partialPath = partialPathFor(destinationPath);
      try {
        const result = await pool.run({ kind: 'pack', path, destinationPath, partialPath }, work);
        return inspectResultSchemas.pack.parse(result);
      } catch (error) {
        // The process tidies up itself, unless it was killed.
        await rm(partialPath, { force: true });
        throw error;
      }
    },
    readArtifact: async (path, work = {}) =>
      inspectResultSchemas.readArtifact.parse(await pool.run({ kind: 'readArtifact', path }, work)),
    dispose: () => pool.dispose(),
  };
}
