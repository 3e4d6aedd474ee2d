import path from 'node:path';
import Database from 'libsql';
import { afterEach, describe, expect, test } from 'vitest';
import type { CreateCompilationJobRequest } from '../../shared/api/compilationJob.ts';
import { stringShapes, type CompilationJobStatus } from '../../shared/api/shapes.ts';
import { JOB_EDGES, statusInServiceWords, wholeSeconds } from './jobLifecycle.ts';
import { JobStore, type JobRow } from './store.ts';
import { cleanUp, createRequest, temporaryDirectory } from './testing/testRunner.ts';

afterEach(cleanUp);

const STATUSES = stringShapes.CompilationJobStatus.values;

function openStore({ file = path.join(temporaryDirectory(), 'jobs.db'), now = 1_700_000_000_123 } = {}) {
  const changed: string[] = [];
  const time = { now };
  const store = new JobStore(file, { clock: () => time.now, onChanged: (name) => changed.push(name) });
  return { store, file, changed, time };
}

/** Adds a job and leads it to a status along legal edges. */
function jobIn(store: JobStore, status: CompilationJobStatus, name: string): JobRow {
  store.create(`arn:${name}`, createRequest(name) as CreateCompilationJobRequest);
  const find = (): JobRow => {
    const job = store.find(name);
    if (!job) throw new Error('The job is gone');
    return job;
  };
  if (status !== 'STARTING') store.begin(find(), 'STARTING');
  if (status === 'STOPPING' || status === 'STOPPED') store.requestStop(find());
  if (status === 'COMPLETED')
    store.end(find(), 'INPROGRESS', {
      status,
      artifactUri: 's3://a/b',
      artifactDigest: 'd',
      derivedDataInputConfig: null,
    });
  if (status === 'FAILED') store.end(find(), 'INPROGRESS', { status, failureReason: 'why' });
  if (status === 'STOPPED') store.end(find(), 'STOPPING', { status });
  return find();
}

/** Asks the store for the change to a status; null when the edge is not legal. */
function move(store: JobStore, job: JobRow, to: CompilationJobStatus): boolean | null {
  try {
    if (to === 'INPROGRESS') return store.begin(job, job.status as 'INPROGRESS');
    if (to === 'COMPLETED')
      return store.end(job, job.status, {
        status: to,
        artifactUri: 'u',
        artifactDigest: 'd',
        derivedDataInputConfig: null,
      });
    if (to === 'FAILED') return store.end(job, job.status, { status: to, failureReason: 'why' });
    if (to === 'STOPPED') return store.end(job, job.status, { status: to });
    return to === 'STOPPING' && store.requestStop(job);
  } catch (thrown) {
    if (thrown instanceof RangeError) return null;
    throw thrown;
  }
}

describe('every change from one status to another', () => {
  const pairs = STATUSES.flatMap((from) => STATUSES.map((to) => [from, to] as const));

  test.each(pairs)('%s → %s happens if, and only if, the table has it', (from, to) => {
    const { store } = openStore();
    const job = jobIn(store, from, 'job');
    const legal = JOB_EDGES[from].includes(to);
    expect(move(store, job, to) ?? false).toBe(legal);
    expect(store.find('job')?.status).toBe(legal ? to : from);
    store.close();
  });

  test('ended statuses lead nowhere', () => {
    expect([JOB_EDGES.COMPLETED, JOB_EDGES.FAILED, JOB_EDGES.STOPPED]).toEqual([[], [], []]);
  });
});

describe('the store', () => {
  test('tells of every committed change, and of nothing else', () => {
    const { store, changed } = openStore();
    const job = jobIn(store, 'STARTING', 'job');
    expect(store.create('arn', createRequest('job') as CreateCompilationJobRequest)).toBe(false);
    expect(store.begin(job, 'STARTING')).toBe(true);
    expect(store.begin(job, 'STARTING')).toBe(false);
    expect(changed).toEqual(['job', 'job']);
    store.close();
  });

  test('does nothing to a job that was deleted and made anew under its name', () => {
    const { store } = openStore();
    const old = jobIn(store, 'FAILED', 'job');
    expect(store.delete(old)).toBe(true);
    const renewed = jobIn(store, 'STARTING', 'job');
    expect(renewed.id).not.toBe(old.id);
    expect(store.begin({ ...old, status: 'STARTING' }, 'STARTING')).toBe(false);
    expect(store.delete(old)).toBe(false);
    expect(store.find('job')?.status).toBe('STARTING');
    store.close();
  });

  test('keeps the times of a job in order, also when the clock is set back', () => {
    const { store, time } = openStore({ now: 1_700_000_000_900 });
    const job = jobIn(store, 'STARTING', 'job');
    store.begin(job, 'STARTING');
    time.now -= 3_600_000;
    store.end(job, 'INPROGRESS', { status: 'FAILED', failureReason: 'why' });
    const { createdMs, startedS, endedS, modifiedS } = store.find('job') ?? {};
    expect([createdMs, startedS, endedS, modifiedS]).toEqual([
      1_700_000_000_900, 1_700_000_001, 1_700_000_001, 1_700_000_001,
    ]);
    store.close();
  });

  test('after a restart stops what was stopping, gives up what failed three times, and returns the rest', () => {
    const { store, file } = openStore();
    jobIn(store, 'STARTING', 'waiting');
    jobIn(store, 'STOPPING', 'stopping');
    jobIn(store, 'COMPLETED', 'done');
    const once = jobIn(store, 'INPROGRESS', 'once');
    const thrice = jobIn(store, 'INPROGRESS', 'thrice');
    store.begin(thrice, 'INPROGRESS');
    store.begin(thrice, 'INPROGRESS');
    store.close();
    const reopened = openStore({ file });
    expect(reopened.store.recover().map(({ name, attempts }) => [name, attempts])).toEqual([['once', once.attempts]]);
    const statuses = ['waiting', 'stopping', 'done', 'once', 'thrice'].map((name) => reopened.store.find(name)?.status);
    expect(statuses).toEqual(['STARTING', 'STOPPED', 'COMPLETED', 'INPROGRESS', 'FAILED']);
    expect(reopened.store.find('thrice')?.failureReason).toMatch(/was interrupted 3 times by a restart/);
    expect(reopened.changed.sort()).toEqual(['stopping', 'thrice']);
    reopened.store.close();
  });

  test('refuses a database of a newer version and leaves it as it is', () => {
    const file = path.join(temporaryDirectory(), 'jobs.db');
    const database = new Database(file);
    database.exec('PRAGMA user_version = 99');
    expect(() => openStore({ file })).toThrow(/has schema 99/);
    expect(database.prepare('PRAGMA user_version').get()).toMatchObject({ user_version: 99 });
    database.close();
  });

  test('writes ahead and syncs every commit', () => {
    const { store, file } = openStore();
    const database = new Database(file);
    expect(database.prepare('PRAGMA journal_mode').get()).toMatchObject({ journal_mode: 'wal' });
    database.close();
    store.close();
  });
});

test('whole seconds are rounded up, so that a job never starts before it was created', () => {
  expect([1_000, 1_001, 1_999, 2_000].map(wholeSeconds)).toEqual([1, 2, 2, 2]);
});

test('statuses are spelled as the service spells them in sentences', () => {
  expect(STATUSES.map(statusInServiceWords)).toEqual([
    'InProgress',
    'Completed',
    'Failed',
    'Starting',
    'Stopping',
    'Stopped',
  ]);
});
