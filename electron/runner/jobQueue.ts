import { rm } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { CompilationJobStatus } from '../../shared/api/shapes.ts';
import type { CompileTask } from '../../shared/compile/compileTask.ts';
import { failureReason } from '../../shared/failures/failureCatalog.ts';
import type { ChildProcess, ForkProcess } from '../process/childProcess.ts';
import { exitInWords, superviseCompile, type CompileOutcome, type CompileRun } from './compileSupervisor.ts';
import {
  locationFailure,
  JobFailure,
  prepareTask,
  reasonOf,
  stageArtifact,
  type TaskDirectories,
} from './compileTasks.ts';
import { JobLog } from './jobLog.ts';
import type { JobOutcome, JobRow, JobStore } from './store.ts';

/** The API documents "the default value is 1 day" for MaxRuntimeInSeconds. */
const DEFAULT_MAX_RUNTIME_SECONDS = 24 * 60 * 60;
/** Between two tries to write a change that the store refused, because the disk is full for example. */
const STORE_RETRY_MS = [200, 1_000, 5_000];

export interface JobQueueOptions extends TaskDirectories {
  store: JobStore;
  fork: ForkProcess;
  logsDirectory: string;
  /** Jobs that run at a time. */
  concurrency: number;
  clock: () => number;
  /** Told of what is wrong with the runner itself. */
  log: (message: string) => void;
}

/** A job from the moment it is taken from the queue until nothing of it is left to do. */
interface ActiveJob {
  run: CompileRun | null;
  /** The artifact is getting its final name: a stop comes too late. */
  publishing: boolean;
  finished: Promise<void>;
}

const maxRuntimeSecondsOf = ({ request }: JobRow) =>
  request.StoppingCondition.MaxRuntimeInSeconds ?? DEFAULT_MAX_RUNTIME_SECONDS;

/** Takes jobs oldest first, runs each in a process of its own, and writes what became of them. */
export class JobQueue {
  readonly #options: JobQueueOptions;
  readonly #active = new Map<number, ActiveJob>();
  readonly #closing = new AbortController();
  /** INPROGRESS when the last runner ended; they go first. */
  #interrupted: JobRow[] = [];

  constructor(options: JobQueueOptions) {
    this.#options = options;
  }

  /** Puts the store right after the last runner's end, and begins to work. */
  start(): void {
    this.#interrupted = this.#options.store.recover();
    this.wake();
  }

  /** Starts as many jobs as may run; to be called when there may be a new one. */
  wake(): void {
    const { store, concurrency, log } = this.#options;
    try {
      while (!this.#closing.signal.aborted && this.#active.size < concurrency) {
        const job = this.#next(store, concurrency);
        if (!job) return;
        const active: ActiveJob = { run: null, publishing: false, finished: Promise.resolve() };
        this.#active.set(job.id, active);
        active.finished = this.#process(job, active);
      }
    } catch (thrown) {
      log(`The job store cannot be read: ${String(thrown)}`);
      setTimeout(() => this.wake(), STORE_RETRY_MS.at(-1)).unref();
    }
  }

  #next(store: JobStore, concurrency: number): JobRow | undefined {
    const interrupted = this.#interrupted.shift();
    if (interrupted) return interrupted;
    // Jobs being prepared are STARTING still, so one row more than there are of them is enough.
    return store.oldest('STARTING', concurrency).find(({ id }) => !this.#active.has(id));
  }

  /**
   * Stops a job that has not ended. One that has not begun is STOPPED at once; one that runs is STOPPING until its
   * process is gone. A stop during the moment in which the artifact gets its name is too late: the job completes.
   */
  stop(job: JobRow): void {
    const { store } = this.#options;
    const active = this.#active.get(job.id);
    if (job.status === 'STARTING') store.end(job, 'STARTING', { status: 'STOPPED' });
    if (job.status !== 'INPROGRESS' || active?.publishing) return;
    if (!store.requestStop(job)) return;
    active?.run?.kill('stop');
    if (active) return;
    this.#interrupted = this.#interrupted.filter(({ id }) => id !== job.id);
    store.end(job, 'STOPPING', { status: 'STOPPED' });
  }

  /** Ends all processes; their jobs stay INPROGRESS and run again at the next start. */
  async close(): Promise<void> {
    this.#closing.abort();
    const active = [...this.#active.values()];
    for (const { run } of active) run?.kill('shutdown');
    await Promise.all(active.map(({ finished }) => finished));
  }

  async #process(job: JobRow, active: ActiveJob): Promise<void> {
    const { logsDirectory, clock, log } = this.#options;
    const jobLog = new JobLog(logsDirectory, job.name, clock);
    let task: CompileTask | null = null;
    try {
      const preparation = await prepareTask(job, this.#options).catch((thrown: unknown) => {
        return new JobFailure(reasonOf(thrown, 'the job was prepared'));
      });
      if (!(preparation instanceof JobFailure)) task = preparation;
      if (!this.#closing.signal.aborted) await this.#compile(job, active, preparation, jobLog);
    } catch (thrown) {
      // Only the store can have thrown, and only because the runner closes: the next start takes the job up again.
      log(`Job ${job.name} is left for the next start: ${String(thrown)}`);
    } finally {
      if (task) await this.#removeWork(task.workDirectory);
      await jobLog.flush();
      this.#active.delete(job.id);
      this.wake();
    }
  }

  async #compile(job: JobRow, active: ActiveJob, preparation: CompileTask | JobFailure, jobLog: JobLog): Promise<void> {
    if (preparation instanceof JobFailure) return this.#refuse(job, preparation, jobLog);
    const child = this.#fork();
    if (child instanceof JobFailure) return this.#refuse(job, child, jobLog);
    const run = superviseCompile(child, {
      onStage: (stage) => jobLog.write('info', `Stage: ${stage}`),
      onLog: (level, text) => jobLog.write(level, text),
    });
    active.run = run;
    if (await this.#begin(job)) {
      jobLog.write('info', `Attempt ${job.attempts + 1} of job ${job.name} begins.`);
      run.start(preparation, maxRuntimeSecondsOf(job));
    } else {
      run.kill('stop');
    }
    const outcome = await run.outcome;
    if ((await this.#status(job)) === 'STOPPING') await this.#end(job, { status: 'STOPPED' }, jobLog);
    else if (outcome.kind === 'done') await this.#publish(job, active, preparation, outcome, jobLog);
    else await this.#endWithout(job, outcome, jobLog);
  }

  #fork(): ChildProcess | JobFailure {
    try {
      return this.#options.fork('compile');
    } catch (thrown) {
      const detail = thrown instanceof Error ? thrown.message : String(thrown);
      return new JobFailure(failureReason('process-crashed', { detail: `it could not be started: ${detail}` }));
    }
  }

  async #refuse(job: JobRow, { message }: JobFailure, jobLog: JobLog): Promise<void> {
    const begun = await this.#begin(job);
    await this.#end(job, begun ? { status: 'FAILED', failureReason: message } : { status: 'STOPPED' }, jobLog);
  }

  /** False when the job was stopped while it was prepared. */
  #begin(job: JobRow): Promise<boolean> {
    const { store } = this.#options;
    const from = job.status === 'INPROGRESS' ? 'INPROGRESS' : 'STARTING';
    return this.#persist(() => store.begin(job, from));
  }

  #status(job: JobRow): Promise<CompilationJobStatus | null> {
    return this.#persist(() => this.#options.store.statusOf(job.id));
  }

  async #publish(
    job: JobRow,
    active: ActiveJob,
    task: CompileTask,
    { artifactBytes, artifactDigest, derivedDataInputConfig }: Extract<CompileOutcome, { kind: 'done' }>,
    jobLog: JobLog,
  ): Promise<void> {
    const { objectsDirectory } = this.#options;
    try {
      const pending = await stageArtifact(task, artifactBytes, objectsDirectory);
      if ((await this.#status(job)) !== 'INPROGRESS') return await this.#end(job, { status: 'STOPPED' }, jobLog);
      active.publishing = true;
      await pending.commit();
    } catch (thrown) {
      // Everything up to the commit has judged the location already; a missing file is then the process's fault.
      const failure = active.publishing ? locationFailure(thrown) : null;
      active.publishing = false;
      const reason = reasonOf(failure ?? thrown, 'the artifact was put in place');
      return this.#end(job, { status: 'FAILED', failureReason: reason }, jobLog);
    }
    const { artifactUri } = task;
    await this.#end(job, { status: 'COMPLETED', artifactUri, artifactDigest, derivedDataInputConfig }, jobLog);
  }

  async #endWithout(job: JobRow, outcome: Exclude<CompileOutcome, { kind: 'done' }>, jobLog: JobLog): Promise<void> {
    const fail = (reason: string) => this.#end(job, { status: 'FAILED', failureReason: reason }, jobLog);
    if (outcome.kind === 'failed') return fail(outcome.reason.slice(0, 1024) || failureReason('unexpected'));
    if (outcome.kind === 'crashed')
      return fail(failureReason('process-crashed', { detail: exitInWords(outcome.exit) }));
    if (outcome.cause === 'timeout') {
      return fail(failureReason('timeout', { seconds: maxRuntimeSecondsOf(job) }));
    }
    // A shutdown's job runs again at the next start; a stopped one has its status.
    if (outcome.cause === 'shutdown') await this.#persist(() => this.#options.store.forgiveAttempt(job));
  }

  /** Writes the end of a job; a stop that came first wins, whatever the outcome would have been. */
  async #end(job: JobRow, outcome: JobOutcome, jobLog: JobLog): Promise<void> {
    const { store } = this.#options;
    if (outcome.status === 'FAILED') {
      // One line, and no NUL: SQLite's texts end there.
      outcome.failureReason = outcome.failureReason.replaceAll(/\p{Cc}+/gu, ' ');
      jobLog.write('error', outcome.failureReason);
    }
    const status = await this.#persist(() => {
      const ended = outcome.status !== 'STOPPED' && store.end(job, 'INPROGRESS', outcome);
      if (!ended) store.end(job, 'STOPPING', { status: 'STOPPED' });
      return store.statusOf(job.id);
    });
    jobLog.write('info', `The job is ${status ?? 'deleted'}.`);
  }

  /**
   * Writes a change, again and again until the store takes it: a job must not get stuck because the disk was full.
   * @throws {Error} of the store, when the runner closes meanwhile
   */
  async #persist<Result>(change: () => Result): Promise<Result> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return change();
      } catch (thrown) {
        if (this.#closing.signal.aborted) throw thrown;
        if (attempt === 0) this.#options.log(`The job store cannot be written: ${String(thrown)}`);
        await delay(STORE_RETRY_MS[attempt] ?? STORE_RETRY_MS.at(-1), undefined, { signal: this.#closing.signal });
      }
    }
  }

  async #removeWork(directory: string): Promise<void> {
    await rm(directory, { recursive: true, force: true, maxRetries: 5 }).catch((thrown: unknown) => {
      this.#options.log(`A work directory could not be removed: ${String(thrown)}`);
    });
  }
}
