import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  compilationJobSummarySchema,
  type CompilationJobSummary,
  type DescribeCompilationJobResponse,
  type ListCompilationJobsRequest,
} from '../../../shared/api/compilationJob.ts';
import { AppError } from '../../../shared/errors/appError.ts';
import { silentLogging } from '../logging/logger.ts';
import type { CompilationJobsClient } from '../sagemaker/compilationJobsClient.ts';
import { JobPoller, type JobChanges } from './jobPoller.ts';
import { openJobStore, type JobStore } from './jobStore.ts';

/** An endpoint in memory that counts its calls and can be told to fail. */
class ScriptedEndpoint {
  readonly jobs = new Map<string, DescribeCompilationJobResponse>();
  readonly calls: string[] = [];
  failure: Error | null = null;

  set(name: string, status: string, creationTime: number, lastModified = creationTime): void {
    this.jobs.set(name, {
      CompilationJobName: name,
      CompilationJobArn: `arn:aws:sagemaker:us-west-2:123456789012:compilation-job/${name}`,
      CompilationJobStatus: status,
      CreationTime: creationTime,
      LastModifiedTime: lastModified,
      OutputConfig: { S3OutputLocation: 's3://b/o', TargetDevice: 'ml_m5' },
    });
  }

  client(): CompilationJobsClient {
    const unused = () => Promise.reject(new Error('not used by the poller'));
    return {
      create: unused,
      stop: unused,
      delete: unused,
      dispose: () => {},
      list: this.#list,
      describe: this.#describe,
    };
  }

  #list = ({ CreationTimeAfter, MaxResults = 10, NextToken }: ListCompilationJobsRequest) => {
    this.calls.push('list');
    if (this.failure) return Promise.reject(this.failure);
    const all = [...this.jobs.values()]
      .filter(({ CreationTime }) => CreationTimeAfter === undefined || CreationTime > CreationTimeAfter)
      .sort((a, b) => b.CreationTime - a.CreationTime)
      .map((job): CompilationJobSummary => compilationJobSummarySchema.parse(job));
    const start = Number(NextToken ?? 0);
    const end = start + MaxResults;
    return Promise.resolve({
      CompilationJobSummaries: all.slice(start, end),
      ...(end < all.length ? { NextToken: String(end) } : {}),
    });
  };

  #describe = (name: string) => {
    this.calls.push(`describe ${name}`);
    const job = this.jobs.get(name);
    if (this.failure) return Promise.reject(this.failure);
    return job ? Promise.resolve(job) : Promise.reject(new AppError({ kind: 'notFound', message: 'gone' }));
  };
}

describe('JobPoller', () => {
  const INTERVAL_MS = 20;
  let directory: string;
  let store: JobStore;
  let endpoint: ScriptedEndpoint;
  let poller: JobPoller;
  let changes: JobChanges[];
  const statuses = () => store.list().map(({ name, status }) => `${name} ${status}`);

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'edgewright-poller-'));
    store = openJobStore(join(directory, 'jobs.db'));
    endpoint = new ScriptedEndpoint();
    changes = [];
    poller = new JobPoller({
      endpointId: 'local',
      client: endpoint.client(),
      store,
      logger: silentLogging('test'),
      intervalMs: INTERVAL_MS,
      onChanged: (change) => changes.push(change),
    });
  });

  afterEach(() => {
    poller.dispose();
    store.close();
    rmSync(directory, { recursive: true });
  });

  const quietFor = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  it('reads every page at the start, and then asks nothing while no job is live', async () => {
    for (let index = 0; index < 250; index += 1) endpoint.set(`job-${index}`, 'COMPLETED', 1000 + index);
    poller.start();
    await poller.settled();
    expect(store.list()).toHaveLength(250);
    expect(endpoint.calls.filter((call) => call === 'list')).toHaveLength(3);
    const calls = endpoint.calls.length;
    await quietFor(5 * INTERVAL_MS);
    expect(endpoint.calls).toHaveLength(calls);
  });

  it('describes only what is new since the last run of the app', async () => {
    endpoint.set('old', 'COMPLETED', 1000);
    poller.start();
    await poller.settled();
    endpoint.calls.length = 0;
    endpoint.set('new', 'COMPLETED', 2000);
    const again = new JobPoller({
      endpointId: 'local',
      client: endpoint.client(),
      store,
      logger: silentLogging('test'),
      intervalMs: INTERVAL_MS,
      onChanged: () => {},
    });
    again.start();
    await again.settled();
    again.dispose();
    expect(endpoint.calls).toEqual(['list', 'describe new']);
  });

  it('follows a live job to its end and then stops asking', async () => {
    endpoint.set('a', 'STARTING', 1000);
    poller.start();
    await poller.settled();
    endpoint.set('a', 'INPROGRESS', 1000, 1010);
    await vi.waitFor(() => expect(statuses()).toEqual(['a INPROGRESS']));
    endpoint.set('a', 'COMPLETED', 1000, 1020);
    await vi.waitFor(() => expect(statuses()).toEqual(['a COMPLETED']));
    await quietFor(2 * INTERVAL_MS);
    const calls = endpoint.calls.length;
    await quietFor(5 * INTERVAL_MS);
    expect(endpoint.calls).toHaveLength(calls);
    expect(changes.flatMap(({ changed }) => changed.map(({ status }) => status))).toEqual([
      'STARTING',
      'INPROGRESS',
      'COMPLETED',
    ]);
  });

  it('looks at a nudged job at once, also one that it has never seen', async () => {
    poller.start();
    await poller.settled();
    endpoint.set('from-the-cli', 'STARTING', 3000);
    poller.nudge('from-the-cli');
    await poller.settled();
    expect(statuses()).toEqual(['from-the-cli STARTING']);
  });

  it('takes a job that was deleted elsewhere off the list', async () => {
    endpoint.set('a', 'COMPLETED', 1000);
    poller.start();
    await poller.settled();
    endpoint.jobs.delete('a');
    poller.nudge('a');
    await poller.settled();
    expect(statuses()).toEqual([]);
    expect(changes.at(-1)).toEqual({ changed: [], removed: ['local/a'] });
  });

  it('takes jobs off the list that were deleted while the app was closed', async () => {
    endpoint.set('a', 'COMPLETED', 1000);
    poller.start();
    await poller.settled();
    poller.dispose();
    endpoint.jobs.clear();
    poller = new JobPoller({
      endpointId: 'local',
      client: endpoint.client(),
      store,
      logger: silentLogging('test'),
      intervalMs: INTERVAL_MS,
      onChanged: (change) => changes.push(change),
    });
    poller.start();
    await poller.settled();
    expect(statuses()).toEqual([]);
  });

  it('keeps the jobs as they are while the endpoint fails, and goes on by itself when it answers again', async () => {
    endpoint.set('a', 'INPROGRESS', 1000);
    poller.start();
    await poller.settled();
    endpoint.failure = new AppError({ kind: 'offline', message: 'no answer' });
    await quietFor(4 * INTERVAL_MS);
    expect(statuses()).toEqual(['a INPROGRESS']);
    endpoint.failure = null;
    endpoint.set('a', 'COMPLETED', 1000, 1020);
    await vi.waitFor(() => expect(statuses()).toEqual(['a COMPLETED']), { timeout: 5000 });
  });

  it('tells nothing when nothing changed', async () => {
    endpoint.set('a', 'INPROGRESS', 1000);
    poller.start();
    await poller.settled();
    await quietFor(5 * INTERVAL_MS);
    expect(changes).toHaveLength(1);
  });
});
