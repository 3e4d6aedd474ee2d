import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { newJobDraft } from '../../../shared/draft/jobDraft.ts';
import { AppError } from '../../../shared/errors/appError.ts';
import { failureReason } from '../../../shared/failures/failureCatalog.ts';
import { jobPath } from '../../app/paths.ts';
import { fakeArtifact } from '../../testing/fakeArtifact.ts';
import type { FakeWorld } from '../../testing/fakeBridge.ts';
import { fakeJob, type FakeJob } from '../../testing/fakeJobs.ts';
import { renderApp } from '../../testing/renderApp.tsx';

/** The app with one job, opened. */
function renderJob(job: FakeJob, world: FakeWorld = {}) {
  return renderApp({ jobs: [fakeJob({ name: 'my-job', ...job })], ...world }, jobPath('local/my-job'));
}
const detail = () => within(screen.getByRole('region', { name: 'my-job' }));

const REASON = failureReason('input-shape', { input: 'x', detail: 'The model fixes dimension 3 to 128.' });

describe('a failed job', () => {
  it('says what happened, why, what to do, and the service’s own words', async () => {
    await renderJob({ status: 'FAILED', failureReason: REASON });
    await screen.findByRole('heading', { name: 'An input shape does not fit the model' });
    expect(detail().getByText(/The rank or a fixed dimension differs/u)).toBeVisible();
    expect(detail().getByText(/Use the model's fixed dimensions/u)).toBeVisible();
    expect(detail().getByText(REASON)).toBeVisible();
    expect(detail().getByRole('button', { name: 'Copy failure reason' })).toBeVisible();
  });

  it('keeps to the words of a failure that it does not know', async () => {
    await renderJob({ status: 'FAILED', failureReason: 'ServerError: The moon is in the wrong phase.' });
    await screen.findByRole('heading', { name: 'The job failed' });
    expect(detail().getByText('ServerError: The moon is in the wrong phase.')).toBeVisible();
    expect(detail().getByText(/Nothing in the request is wrong/u)).toBeVisible();
  });

  it('says so when the service gave no reason', async () => {
    await renderJob({ status: 'FAILED' });
    expect(await screen.findByText('The service gave no reason.')).toBeVisible();
  });

  it('is cloned into the wizard to be fixed', async () => {
    const { user, bridge, path } = await renderJob({ status: 'FAILED', failureReason: REASON });
    await user.click(await screen.findByRole('button', { name: 'Clone and fix' }));
    await waitFor(() => expect(path()).toBe('/new/model'));
    const [draft] = bridge.callsOf('drafts.save');
    expect(draft?.output.compilationJobName).toBe('my-job-2');
    expect(draft?.target.device).toBe('ml_m5');
  });
});

describe('cloning', () => {
  const unfinished = newJobDraft({ endpointId: 'local', bucket: 'b', roleArn: 'r' });
  const withModel = {
    ...unfinished,
    model: { ...unfinished.model, source: { kind: 'file', path: '/m.onnx' } as const },
  };

  it('asks before it replaces an unfinished job, and leaves that alone on Cancel', async () => {
    const { user, bridge, path } = await renderJob({}, { draft: withModel });
    await user.click(await screen.findByRole('button', { name: 'Clone' }));
    const dialog = await screen.findByRole('alertdialog', { name: 'Replace the unfinished job?' });
    expect(within(dialog).getByRole('button', { name: 'Cancel' })).toHaveFocus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument());
    expect(bridge.callsOf('drafts.save')).toEqual([]);
    expect(path()).toBe('/jobs/local%2Fmy-job');
  });

  it('replaces it when told to', async () => {
    const { user, bridge, path } = await renderJob({}, { draft: withModel });
    await user.click(await screen.findByRole('button', { name: 'Clone' }));
    await user.click(await screen.findByRole('button', { name: 'Replace it' }));
    await waitFor(() => expect(path()).toBe('/new/model'));
    expect(bridge.callsOf('drafts.save')[0]?.output.compilationJobName).toBe('my-job-2');
  });

  it('says why it did not work', async () => {
    const notFound = () => {
      throw new AppError({ kind: 'notFound', message: 'This job is not in the list any more.' });
    };
    const { user } = await renderJob({}, { handlers: { 'jobs.clone': notFound } });
    await user.click(await screen.findByRole('button', { name: 'Clone' }));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('my-job was not cloned');
    expect(alert).toHaveTextContent('This job is not in the list any more.');
  });
});

describe('a running job', () => {
  it('counts its time against the limit', async () => {
    await renderJob({ status: 'INPROGRESS', createdAgo: 75, maxRuntime: 900 });
    expect(await screen.findByText(/^1 min 1\d s$/u, { selector: 'section span' })).toBeVisible();
    expect(screen.getByText(/of at most 15 min/u)).toBeVisible();
  });

  it('is stopped, says so, and ends as stopped', async () => {
    const { user, bridge } = await renderJob({ status: 'INPROGRESS' });
    await user.click(await screen.findByRole('button', { name: 'Stop' }));
    expect(bridge.callsOf('jobs.stop')).toEqual([{ id: 'local/my-job' }]);
    expect(await detail().findByText('Stopping…')).toBeVisible();
    expect(detail().queryByRole('button', { name: 'Stop' })).not.toBeInTheDocument();
    bridge.changeJob(fakeJob({ name: 'my-job', status: 'STOPPED' }));
    expect((await detail().findAllByText('Stopped')).length).toBeGreaterThan(0);
  });

  it('cannot be deleted, and has no artifact', async () => {
    await renderJob({ status: 'INPROGRESS' });
    await screen.findByRole('button', { name: 'Stop' });
    expect(screen.queryByRole('button', { name: 'Delete job…' })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Show artifact in folder' })).not.toBeInTheDocument();
  });
});

describe('a completed job', () => {
  it('shows the verdict on every output, the times and the artifact', async () => {
    const { user, bridge } = await renderJob({});
    expect(await screen.findByText('Same numbers')).toBeVisible();
    const outputs = within(screen.getByRole('table', { name: 'Outputs compared with the original' }));
    expect(outputs.getAllByText('Same')).toHaveLength(4);
    const times = within(screen.getByRole('table', { name: 'Measured times' }));
    expect(times.getByRole('row', { name: /not optimised/u })).toHaveTextContent('1.63× as fast');
    expect(screen.getByText('Run on this machine against the original model.')).toBeVisible();
    expect(screen.getByText(/objects\/edgewright\/compiled\/my-job-ml_m5.tar.gz$/u)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show artifact in folder' }));
    expect(bridge.callsOf('jobs.showArtifact')).toEqual([{ id: 'local/my-job' }]);
  });

  it('does not claim what was not measured', async () => {
    const artifact = fakeArtifact(fakeJob());
    const parity = { kind: 'notCompared', reason: 'The original does not run.' } as const;
    const manifest = artifact.manifest && { ...artifact.manifest, parity, latency: null };
    await renderJob({}, { handlers: { 'jobs.artifact': () => ({ ...artifact, manifest }) } });
    expect(await screen.findByText('Not compared')).toBeVisible();
    expect(screen.getAllByText('Not measured')).toHaveLength(2);
    expect(screen.getByText(/The original does not run/u)).toBeVisible();
    expect(screen.queryByText('Same numbers')).not.toBeInTheDocument();
  });

  it('says why the artifact could not be read, and still shows what is known', async () => {
    const gone = () => {
      throw new AppError({ kind: 'notFound', message: 'The artifact is not in its folder any more.' });
    };
    await renderJob({}, { handlers: { 'jobs.artifact': gone } });
    expect(await screen.findByRole('alert')).toHaveTextContent('The artifact is not in its folder any more.');
    expect(screen.getByText('s3://edgewright/compiled/my-job-ml_m5.tar.gz')).toBeVisible();
  });

  it('is deleted only after a question whose harmless answer has the focus', async () => {
    const { user, bridge, path } = await renderJob({});
    await user.click(await screen.findByRole('button', { name: 'Delete job…' }));
    const dialog = await screen.findByRole('alertdialog', { name: 'Delete this job?' });
    expect(within(dialog).getByRole('button', { name: 'Cancel' })).toHaveFocus();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument());
    expect(screen.getByRole('button', { name: 'Delete job…' })).toHaveFocus();
    expect(path()).toBe('/jobs/local%2Fmy-job');
    expect(bridge.callsOf('jobs.delete')).toEqual([]);

    await user.click(screen.getByRole('button', { name: 'Delete job…' }));
    await user.click(await screen.findByRole('button', { name: 'Delete job' }));
    await waitFor(() => expect(path()).toBe('/jobs'));
    expect(bridge.callsOf('jobs.delete')).toEqual([{ id: 'local/my-job' }]);
  });
});

describe('the request of a job', () => {
  it('is shown as fields, as JSON and as a command', async () => {
    const { user } = await renderJob({ status: 'STOPPED' });
    expect(await screen.findByText('{"input":[1,128,128,3]}')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'JSON' }));
    expect(screen.getByText(/"MaxRuntimeInSeconds": 900/u)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'AWS CLI' }));
    expect(screen.getByText(/aws sagemaker create-compilation-job/u)).toBeVisible();
  });
});

it('says that a job is not there', async () => {
  await renderApp({}, jobPath('local/never-was'));
  expect(await screen.findByRole('heading', { name: 'This job is not here' })).toBeVisible();
});
