import type { CompilationJobSummary } from '../../../shared/api/compilationJob.ts';
import { AppError } from '../../../shared/errors/appError.ts';
import { jobId, jobSnapshot, type JobSnapshot } from '../../../shared/jobs/jobSnapshot.ts';
import type { Logger } from '../logging/logger.ts';
import type { CompilationJobsClient } from '../sagemaker/compilationJobsClient.ts';
import type { JobStore } from './jobStore.ts';

/** What changed in the store. */
export interface JobChanges {
  changed: JobSnapshot[];
  removed: string[];
}

export interface JobPollerOptions {
  endpointId: string;
  client: CompilationJobsClient;
  store: JobStore;
  logger: Logger;
  onChanged(changes: JobChanges): void;
  /** Pause between two looks at live jobs, ms. */
  intervalMs: number;
}

/** The service's largest page. */
const PAGE_SIZE = 100;
/** CreationTimeAfter is strict, so the window opens a second before the oldest live job. */
const WINDOW_MARGIN_SECONDS = 1;
const MAX_BACKOFF_MS = 30_000;

/**
 * The only one who asks an endpoint how its jobs are. It asks while something is live or somebody nudges it,
 * and never else. A failed look is a state of the connection, not of a job: it backs off and asks again.
 */
export class JobPoller {
  readonly #options: JobPollerOptions;
  readonly #nudged = new Set<string>();
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  #failures = 0;
  #needsFullSync = true;
  #disposed = false;

  constructor(options: JobPollerOptions) {
    this.#options = options;
  }

  /** Looks at all jobs once, then at live ones. */
  start(): void {
    this.#schedule(0);
  }

  /** Looks at one job as soon as possible: somebody knows that it changed. */
  nudge(name: string): void {
    this.#nudged.add(name);
    this.#schedule(0);
  }

  /** Resolves when what was known at the call has been looked at; rejects never. */
  async settled(): Promise<void> {
    while (this.#nudged.size > 0 || this.#needsFullSync || this.#running) {
      if (this.#disposed || this.#failures > 0) return;
      await (this.#running ?? new Promise((resolve) => setTimeout(resolve, 5)));
    }
  }

  dispose(): void {
    this.#disposed = true;
    if (this.#timer) clearTimeout(this.#timer);
  }

  #schedule(delayMs: number): void {
    if (this.#disposed) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = null;
      // A look that is under way ends with a schedule of its own, which sees what was nudged meanwhile.
      if (!this.#running) this.#running = this.#look().finally(() => this.#afterLook());
    }, delayMs);
  }

  #afterLook(): void {
    this.#running = null;
    const { store, endpointId, intervalMs } = this.#options;
    if (this.#failures > 0) {
      this.#schedule(Math.min(MAX_BACKOFF_MS, intervalMs * 2 ** this.#failures));
    } else if (this.#nudged.size > 0 || this.#needsFullSync) {
      this.#schedule(0);
    } else if (!this.#disposed && store.live(endpointId).length > 0) {
      this.#schedule(intervalMs);
    }
  }

  async #look(): Promise<void> {
    const nudged = [...this.#nudged];
    this.#nudged.clear();
    try {
      if (this.#needsFullSync) {
        await this.#syncAll();
        this.#needsFullSync = false;
      } else if (nudged.length === 0) {
        await this.#syncLive();
      }
      this.#commit(await this.#describeAll(nudged));
      this.#failures = 0;
    } catch (error) {
      for (const name of nudged) this.#nudged.add(name);
      this.#failures += 1;
      if (!this.#disposed) this.#options.logger.warn('could not look at jobs', error);
    }
  }

  async #syncAll(): Promise<void> {
    const { store, endpointId } = this.#options;
    const summaries = await this.#listSince(undefined);
    const listed = new Set(summaries.map(({ CompilationJobName }) => jobId(endpointId, CompilationJobName)));
    const removed = store
      .listOfEndpoint(endpointId)
      .map(({ id }) => id)
      .filter((id) => !listed.has(id));
    this.#commit({ ...(await this.#describeAll(this.#changedNames(summaries))), removed });
  }

  async #syncLive(): Promise<void> {
    const { store, endpointId } = this.#options;
    const live = store.live(endpointId);
    if (live.length === 0) return;
    const oldest = Math.min(...live.map(({ description }) => description.CreationTime));
    const summaries = await this.#listSince(oldest - WINDOW_MARGIN_SECONDS);
    const listed = new Set(summaries.map(({ CompilationJobName }) => CompilationJobName));
    const missing = live.filter(({ name }) => !listed.has(name)).map(({ name }) => name);
    this.#commit(await this.#describeAll([...this.#changedNames(summaries), ...missing]));
  }

  async #listSince(creationTimeAfter: number | undefined): Promise<CompilationJobSummary[]> {
    const summaries: CompilationJobSummary[] = [];
    let NextToken: string | undefined;
    do {
      const page = await this.#options.client.list({
        CreationTimeAfter: creationTimeAfter,
        SortBy: 'CreationTime',
        SortOrder: 'Descending',
        MaxResults: PAGE_SIZE,
        NextToken,
      });
      summaries.push(...page.CompilationJobSummaries);
      NextToken = page.NextToken;
    } while (NextToken !== undefined && !this.#disposed);
    return summaries;
  }

  #changedNames(summaries: readonly CompilationJobSummary[]): string[] {
    const { store, endpointId } = this.#options;
    return summaries
      .filter(({ CompilationJobName, CompilationJobStatus, CompilationJobArn, LastModifiedTime, CreationTime }) => {
        const known = store.get(jobId(endpointId, CompilationJobName))?.description;
        return (
          known?.CompilationJobStatus !== CompilationJobStatus ||
          known.LastModifiedTime !== (LastModifiedTime ?? known.LastModifiedTime) ||
          known.CreationTime !== CreationTime ||
          known.CompilationJobArn !== CompilationJobArn
        );
      })
      .map(({ CompilationJobName }) => CompilationJobName);
  }

  async #describeAll(names: readonly string[]): Promise<JobChanges> {
    const { client, endpointId } = this.#options;
    const changes: JobChanges = { changed: [], removed: [] };
    for (const name of new Set(names)) {
      try {
        changes.changed.push(jobSnapshot(endpointId, await client.describe(name)));
      } catch (error) {
        if (!(error instanceof AppError && error.kind === 'notFound')) throw error;
        changes.removed.push(jobId(endpointId, name));
      }
    }
    return changes;
  }

  /** Writes what really changed and tells about it. */
  #commit({ changed, removed }: JobChanges): void {
    const { store, onChanged } = this.#options;
    const isNew = (job: JobSnapshot) => JSON.stringify(store.get(job.id)) !== JSON.stringify(job);
    const news: JobChanges = {
      changed: changed.filter(isNew),
      removed: removed.filter((id) => store.get(id) !== null),
    };
    if (this.#disposed || (news.changed.length === 0 && news.removed.length === 0)) return;
    store.put(news.changed);
    store.remove(news.removed);
    onChanged(news);
  }
}
