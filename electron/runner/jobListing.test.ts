import {
  ListCompilationJobsCommand,
  paginateListCompilationJobs,
  type ListCompilationJobsCommandInput,
} from '@aws-sdk/client-sagemaker';
import fc from 'fast-check';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import type {
  CompilationJobSummary,
  CreateCompilationJobRequest,
  ListCompilationJobsRequest,
} from '../../shared/api/compilationJob.ts';
import { summaryAnswer } from './jobAnswers.ts';
import { JobQueue } from './jobQueue.ts';
import { dispatchOperation, type OperationsContext } from './operations.ts';
import { ServiceError } from './serviceError.ts';
import { JobStore } from './store.ts';
import { hang, scriptedFork } from './testing/scriptedFork.ts';
import { cleanUp, createRequest, startTestRunner, temporaryDirectory } from './testing/testRunner.ts';

const stores: JobStore[] = [];
const closeStores = () => stores.splice(0).forEach((store) => store.close());
afterEach(closeStores);
afterAll(cleanUp);

type Status = 'STARTING' | 'INPROGRESS' | 'STOPPING' | 'COMPLETED' | 'FAILED' | 'STOPPED';

interface Job {
  name: string;
  /** Epoch milliseconds. */
  createdMs: number;
  status: Status;
  /** Milliseconds from creation to the last change. */
  changedAfterMs: number;
}

/** A store with jobs, and the list operation on it, without HTTP. */
function listOf(jobs: Job[]) {
  let now = 0;
  const directory = temporaryDirectory();
  const store = new JobStore(path.join(directory, 'jobs.db'), { clock: () => now, onChanged: () => {} });
  stores.push(store);
  const add = ({ name, createdMs, status, changedAfterMs }: Job) => {
    now = createdMs;
    store.create(`arn:${name}`, createRequest(name) as CreateCompilationJobRequest);
    const job = store.find(name);
    if (!job) throw new Error('The job is gone');
    now = createdMs + changedAfterMs;
    if (status === 'STARTING') return;
    store.begin(job, 'STARTING');
    if (status === 'STOPPING' || status === 'STOPPED') store.requestStop(job);
    if (status === 'STOPPED') store.end(job, 'STOPPING', { status });
    if (status === 'FAILED') store.end(job, 'INPROGRESS', { status, failureReason: 'why' });
    if (status === 'COMPLETED')
      store.end(job, 'INPROGRESS', { status, artifactUri: 'u', artifactDigest: 'd', derivedDataInputConfig: null });
  };
  jobs.forEach(add);
  const queue = new JobQueue({
    store,
    fork: scriptedFork(hang),
    concurrency: 0,
    clock: () => now,
    log: () => {},
    objectsDirectory: directory,
    workDirectory: directory,
    logsDirectory: directory,
  });
  const context: OperationsContext = { store, queue, region: 'us-west-2', accountId: '000000000000', tokenKey: 'key' };
  const list = (request: ListCompilationJobsRequest) =>
    dispatchOperation('ListCompilationJobs', request, context) as {
      CompilationJobSummaries: CompilationJobSummary[];
      NextToken?: string;
    };
  /** All pages; `between` runs after each. */
  const pages = (request: ListCompilationJobsRequest, between: () => void = () => {}) => {
    const found: CompilationJobSummary[][] = [];
    let token: string | undefined;
    do {
      const page = list({ ...request, ...(token === undefined ? {} : { NextToken: token }) });
      found.push(page.CompilationJobSummaries);
      token = page.NextToken;
      between();
    } while (token !== undefined);
    return found;
  };
  return { store, add, list, pages };
}

const START = 1_700_000_000_000;
const statuses = fc.constantFrom<Status>('STARTING', 'INPROGRESS', 'STOPPING', 'COMPLETED', 'FAILED', 'STOPPED');
const jobsArbitrary = fc.uniqueArray(
  fc.record({
    name: fc.stringMatching(/^[a-cA-C0-1]{1,4}$/),
    // Few values, so that many jobs share one.
    createdMs: fc.integer({ min: 0, max: 4 }).map((step) => START + step * 500),
    status: statuses,
    changedAfterMs: fc.integer({ min: 0, max: 3 }).map((step) => step * 700),
  }),
  { selector: ({ name }) => name, maxLength: 25 },
);
const bound = fc.option(
  fc.integer({ min: -1, max: 12 }).map((step) => (START + step * 250) / 1000),
  { nil: undefined },
);
const requestArbitrary = fc.record({
  MaxResults: fc.integer({ min: 1, max: 7 }),
  CreationTimeAfter: bound,
  CreationTimeBefore: bound,
  LastModifiedTimeAfter: bound,
  LastModifiedTimeBefore: bound,
  NameContains: fc.option(fc.constantFrom('a', 'B', '1', 'ab', 'zz'), { nil: undefined }),
  StatusEquals: fc.option(statuses, { nil: undefined }),
  SortBy: fc.constantFrom(undefined, 'Name', 'CreationTime', 'Status'),
  SortOrder: fc.constantFrom(undefined, 'Ascending', 'Descending'),
});

/** What the list must be, written down without SQL: filter everything, sort everything. */
function expectedNames(all: CompilationJobSummary[], request: ListCompilationJobsRequest): string[] {
  const after = (value: number | undefined, limit: number | undefined) => limit === undefined || (value ?? 0) > limit;
  const before = (value: number | undefined, limit: number | undefined) => limit === undefined || (value ?? 0) < limit;
  const compare = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0);
  const position = new Map(all.map(({ CompilationJobName }, index) => [CompilationJobName, index]));
  const keysOf = (job: CompilationJobSummary): (string | number)[] => {
    const creation = [job.CreationTime, position.get(job.CompilationJobName) ?? 0];
    if (request.SortBy === 'Name') return [job.CompilationJobName];
    return request.SortBy === 'Status' ? [job.CompilationJobStatus, ...creation] : creation;
  };
  const sorted = all
    .filter(
      (job) =>
        after(job.CreationTime, request.CreationTimeAfter) &&
        before(job.CreationTime, request.CreationTimeBefore) &&
        after(job.LastModifiedTime, request.LastModifiedTimeAfter) &&
        before(job.LastModifiedTime, request.LastModifiedTimeBefore) &&
        job.CompilationJobName.includes(request.NameContains ?? '') &&
        (request.StatusEquals === undefined || job.CompilationJobStatus === request.StatusEquals),
    )
    .sort((a, b) => {
      const [left, right] = [keysOf(a), keysOf(b)];
      return left.map((key, index) => compare(key, right[index] ?? '')).find((order) => order !== 0) ?? 0;
    });
  if (request.SortOrder === 'Descending') sorted.reverse();
  return sorted.map(({ CompilationJobName }) => CompilationJobName);
}

describe('pages, one after the other, are the one filtered and sorted list', () => {
  test('for any jobs, filters, order and page size', () => {
    fc.assert(
      fc.property(jobsArbitrary, fc.array(requestArbitrary, { minLength: 1, maxLength: 6 }), (jobs, requests) => {
        const { store, pages } = listOf(jobs);
        const all = jobs.flatMap(({ name }) => store.find(name) ?? []).map(summaryAnswer);
        for (const request of requests) {
          const found = pages(request);
          expect(found.flat().map(({ CompilationJobName }) => CompilationJobName)).toEqual(expectedNames(all, request));
          expect(found.slice(0, -1).every(({ length }) => length === request.MaxResults)).toBe(true);
          expect(found.length === 1 || found.at(-1)?.length !== 0).toBe(true);
        }
        closeStores();
      }),
      { numRuns: 60 },
    );
  }, 30_000);

  test.each(['CreationTime', 'Name', 'Status'] as const)('also while jobs are added, sorted by %s', (SortBy) => {
    const jobs = Array.from({ length: 20 }, (_, index): Job => {
      return { name: `job-${index}`, createdMs: START, status: 'FAILED', changedAfterMs: 0 };
    });
    const { add, pages } = listOf(jobs);
    let added = 0;
    const found = pages({ SortBy, MaxResults: 3 }, () => {
      added += 1;
      if (added > 15) return;
      add({ name: `a-new-${added}`, createdMs: START - added, status: 'FAILED', changedAfterMs: 0 });
      add({ name: `z-new-${added}`, createdMs: START, status: 'FAILED', changedAfterMs: 0 });
    });
    const names = found.flat().map(({ CompilationJobName }) => CompilationJobName);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name.startsWith('job-'))).toHaveLength(20);
  });

  test('also while jobs are deleted', () => {
    const jobs = Array.from({ length: 9 }, (_, index): Job => {
      return { name: `job-${index}`, createdMs: START, status: 'FAILED', changedAfterMs: 0 };
    });
    const { store, list } = listOf(jobs);
    const first = list({ MaxResults: 3 });
    for (const name of ['job-2', 'job-3']) {
      const job = store.find(name);
      if (job) store.delete(job);
    }
    const second = list({ MaxResults: 3, NextToken: first.NextToken });
    expect(second.CompilationJobSummaries.map((job) => job.CompilationJobName)).toEqual(['job-4', 'job-5', 'job-6']);
  });
});

describe('defaults and limits', () => {
  const jobs = Array.from({ length: 12 }, (_, index): Job => {
    return { name: `job-${index}`, createdMs: START + index, status: 'STARTING', changedAfterMs: 0 };
  });

  test('ten a page, oldest first', () => {
    const { CompilationJobSummaries, NextToken } = listOf(jobs).list({});
    expect(CompilationJobSummaries.map((job) => job.CompilationJobName)).toEqual(
      jobs.slice(0, 10).map(({ name }) => name),
    );
    expect(NextToken).toBeTypeOf('string');
  });

  test('a page that is the last has no token, also when it is full', () => {
    const { list } = listOf(jobs);
    expect(list({ MaxResults: 12 }).NextToken).toBeUndefined();
    expect(list({ MaxResults: 11 }).NextToken).toBeTypeOf('string');
    expect(list({ NameContains: 'none' })).toEqual({ CompilationJobSummaries: [] });
  });

  test('the creation time that was answered excludes its job, before and after', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_500_000_000_000, max: 2_500_000_000_000 }), (createdMs) => {
        const { list } = listOf([{ name: 'job', createdMs, status: 'STARTING', changedAfterMs: 0 }]);
        const time = list({}).CompilationJobSummaries[0]?.CreationTime;
        expect(list({ CreationTimeAfter: time }).CompilationJobSummaries).toEqual([]);
        expect(list({ CreationTimeBefore: time }).CompilationJobSummaries).toEqual([]);
        expect(list({ CreationTimeAfter: (createdMs - 1) / 1000 }).CompilationJobSummaries).toHaveLength(1);
        closeStores();
      }),
      { numRuns: 40 },
    );
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['no result', { MaxResults: 0 }, 'ValidationException'],
    ['101 results', { MaxResults: 101 }, 'ValidationException'],
    ['an unknown order', { SortOrder: 'Sideways' }, 'ValidationException'],
    ['an unknown column', { SortBy: 'LastModifiedTime' }, 'ValidationException'],
    ['an unknown status', { StatusEquals: 'Failed' }, 'ValidationException'],
    ['an empty name filter', { NameContains: '' }, 'ValidationException'],
    ['a name filter with a wildcard', { NameContains: '%' }, 'ValidationException'],
    ['a name filter that is too long', { NameContains: 'x'.repeat(64) }, 'ValidationException'],
    ['a text for the time', { CreationTimeAfter: '2023-01-01' }, 'SerializationException'],
    ['a text for the page size', { MaxResults: '5' }, 'SerializationException'],
    ['an empty token', { NextToken: '' }, 'ValidationException'],
    ['a token that was made up', { NextToken: 'eyJhIjoxfQ' }, 'ValidationException'],
    ['a token that is too long', { NextToken: 'x'.repeat(8193) }, 'ValidationException'],
  ])('%s is refused', (_, request, code) => {
    const { list } = listOf([]);
    expect(() => list(request as ListCompilationJobsRequest)).toThrow(expect.objectContaining({ code }));
  });
});

describe('a NextToken', () => {
  const jobs = Array.from({ length: 5 }, (_, index): Job => {
    return { name: `job-${index}`, createdMs: START, status: 'FAILED', changedAfterMs: 0 };
  });

  test('goes with another page size, and with the defaults spelled out', () => {
    const { list } = listOf(jobs);
    const { NextToken } = list({ MaxResults: 1 });
    const rest = list({ NextToken, MaxResults: 100, SortBy: 'CreationTime', SortOrder: 'Ascending' });
    expect(rest.CompilationJobSummaries).toHaveLength(4);
  });

  test.each<[string, ListCompilationJobsRequest]>([
    ['order', { SortOrder: 'Descending' }],
    ['column', { SortBy: 'Name' }],
    ['filter', { NameContains: 'job' }],
    ['status', { StatusEquals: 'FAILED' }],
  ])('does not go with another %s', (_, change) => {
    const { list } = listOf(jobs);
    const { NextToken } = list({ MaxResults: 1 });
    expect(() => list({ ...change, NextToken })).toThrow(ServiceError);
  });

  test('does not go when a character of it is changed', () => {
    const { list } = listOf(jobs);
    const token = list({ MaxResults: 1 }).NextToken ?? '';
    for (let index = 0; index < token.length - 1; index += 1) {
      const changed = token.slice(0, index) + (token[index] === 'A' ? 'B' : 'A') + token.slice(index + 1);
      expect(() => list({ NextToken: changed })).toThrow(expect.objectContaining({ code: 'ValidationException' }));
    }
  });
});

test("the SDK's paginator finds every job once, with filters given as Dates", async () => {
  const { client, create, stop } = await startTestRunner({ fork: scriptedFork(hang) });
  const names = Array.from({ length: 23 }, (_, index) => `job-${String(index).padStart(2, '0')}`);
  for (const name of names) await create(name);
  await stop('job-22');
  const found: (string | undefined)[] = [];
  const input: ListCompilationJobsCommandInput = {
    SortBy: 'Name',
    SortOrder: 'Descending',
    CreationTimeAfter: new Date(Date.now() - 60_000),
    NameContains: 'job',
  };
  for await (const page of paginateListCompilationJobs({ client, pageSize: 5, stopOnSameToken: true }, input)) {
    found.push(...(page.CompilationJobSummaries ?? []).map((job) => job.CompilationJobName));
  }
  expect(found).toEqual(names.toReversed());
  const stopped = await client.send(new ListCompilationJobsCommand({ StatusEquals: 'STOPPED' }));
  expect(stopped.CompilationJobSummaries?.map((job) => job.CompilationJobName)).toEqual(['job-22']);
});

test('a page of ten thousand jobs comes in a few milliseconds, wherever it lies', () => {
  const { store, list } = listOf([]);
  for (let index = 0; index < 10_000; index += 1) {
    store.create(`arn:${index}`, createRequest(`job-${index}`) as CreateCompilationJobRequest);
  }
  const slowest = { ms: 0 };
  for (const SortBy of ['CreationTime', 'Name', 'Status'] as const) {
    let token: string | undefined;
    for (let page = 0; page < 100; page += 1) {
      const begun = performance.now();
      token = list({ SortBy, MaxResults: 100, ...(token ? { NextToken: token } : {}) }).NextToken;
      slowest.ms = Math.max(slowest.ms, performance.now() - begun);
    }
    expect(token).toBeUndefined();
  }
  expect(slowest.ms).toBeLessThan(100);
}, 30_000);
