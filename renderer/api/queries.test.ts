import { describe, expect, it, vi } from 'vitest';
import { AppError } from '../../shared/errors/appError.ts';
import type { JobSnapshot } from '../../shared/jobs/jobSnapshot.ts';
import { createFakeBridge } from '../testing/fakeBridge.ts';
import { fakeJob } from '../testing/fakeJobs.ts';
import { call } from './client.ts';
import { applyJobsChanged, createQueryClient, jobsQuery, receiveEvents, type JobChangeListener } from './queries.ts';

const names = (jobs: readonly JobSnapshot[] | undefined) => jobs?.map(({ name, status }) => `${name} ${status}`);

describe('call', () => {
  it('throws what main answered as an AppError', async () => {
    const error = { kind: 'conflict', message: 'It has ended.', hint: 'Clone it.', code: 'ResourceInUse' } as const;
    window.edgewright = createFakeBridge({
      handlers: {
        'jobs.stop': () => {
          throw new AppError(error);
        },
      },
    });
    await expect(call('jobs.stop', { id: 'x' })).rejects.toMatchObject(error);
  });

  it('takes an answer that is no envelope for our own mistake', async () => {
    window.edgewright = { ...createFakeBridge(), invoke: () => Promise.resolve('hello') };
    await expect(call('jobs.list')).rejects.toMatchObject({ kind: 'internal', details: 'jobs.list' });
  });
});

describe('applyJobsChanged', () => {
  it('changes in place, puts new jobs first and drops those that are gone', () => {
    const jobs = [fakeJob({ name: 'a' }), fakeJob({ name: 'b', status: 'INPROGRESS' }), fakeJob({ name: 'c' })];
    const changed = [fakeJob({ name: 'b', status: 'FAILED' }), fakeJob({ name: 'd', status: 'STARTING' })];
    expect(names(applyJobsChanged(jobs, { changed, removed: ['local/c'] }))).toEqual([
      'd STARTING',
      'a COMPLETED',
      'b FAILED',
    ]);
  });
});

describe('receiveEvents', () => {
  it('tells of a change together with what was known before', async () => {
    const bridge = createFakeBridge({ jobs: [fakeJob({ name: 'a', status: 'INPROGRESS' })] });
    window.edgewright = bridge;
    const client = createQueryClient();
    await client.fetchQuery(jobsQuery);
    const told = vi.fn<JobChangeListener>();
    receiveEvents(client, told);
    bridge.changeJob(fakeJob({ name: 'a', status: 'COMPLETED' }));
    expect(told).toHaveBeenCalledWith(
      expect.objectContaining({ status: 'COMPLETED' }),
      expect.objectContaining({ status: 'INPROGRESS' }),
    );
  });

  it('does not let a list that was asked for before a change undo it', async () => {
    const old = [fakeJob({ name: 'a', status: 'INPROGRESS' })];
    const fresh = [fakeJob({ name: 'a', status: 'COMPLETED' })];
    const answers = [
      new Promise<JobSnapshot[]>((resolve) => setTimeout(() => resolve(old), 20)),
      Promise.resolve(fresh),
    ];
    const bridge = createFakeBridge({ handlers: { 'jobs.list': () => answers.shift() ?? fresh } });
    window.edgewright = bridge;
    const client = createQueryClient();
    receiveEvents(client);
    const loading = client.fetchQuery(jobsQuery);
    bridge.emit('jobs.changed', { changed: fresh, removed: [] });
    await loading.catch(() => undefined);
    await vi.waitFor(() => expect(names(client.getQueryData(jobsQuery.queryKey))).toEqual(['a COMPLETED']));
  });
});
