import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inputsFromModel } from '../../shared/draft/draftInputs.ts';
import { newJobDraft, type JobDraft } from '../../shared/draft/jobDraft.ts';
import { exportRequest } from '../../shared/export/exportRequest.ts';
import { modelSummarySchema } from '../../shared/models/modelSummary.ts';
import {
  artifactSchema,
  endpointStatusSchema,
  requestPreviewSchema,
  type EventName,
  type RouteInput,
  type RouteName,
} from '../../shared/ipc/routes.ts';
import { buildSymbolicModel } from '../models/testing/sampleModels.ts';
import { forkNodeProcess } from '../process/forkNodeProcess.ts';
import { composeServices, type Services } from './compose.ts';
import { silentLogging } from './logging/logger.ts';

/** The whole application under plain Node: real runner, real processes, real compilation; only the desktop is missing. */
describe('the application', () => {
  let directory: string;
  let services: Services;
  let events: { name: EventName; payload: unknown }[];
  const shownItems: string[] = [];

  const start = () => {
    events = [];
    services = composeServices({
      paths: { userData: directory, runnerData: join(directory, 'runner'), samples: join(directory, 'samples') },
      appInfo: { version: '0', electronVersion: '0', platform: 'linux', isTrialRuntime: true },
      fork: forkNodeProcess,
      shell: {
        pickModelFile: () => Promise.resolve(null),
        pickSaveLocation: (fileName) => Promise.resolve(join(directory, fileName)),
        showItemInFolder: (path) => shownItems.push(path),
        openExternal: () => Promise.resolve(),
        applyAppearance: () => {},
      },
      events: { send: (name, payload) => events.push({ name, payload }) },
      logging: silentLogging,
    });
    return services.start();
  };

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'edgewright-services-'));
    await start();
  });

  afterEach(async () => {
    await services.dispose();
    await rm(directory, { recursive: true, force: true });
  });

  const answer = <Name extends RouteName>(name: Name, input?: RouteInput<Name>) => services.dispatch(name, input);
  const data = async <Name extends RouteName>(name: Name, input?: RouteInput<Name>): Promise<unknown> => {
    const envelope = await answer(name, input);
    if (!envelope.ok) throw new Error(`${name}: ${JSON.stringify(envelope.error)}`);
    return envelope.data;
  };

  async function draftOf(name: string): Promise<JobDraft> {
    const path = join(directory, 'symbolic.onnx');
    await writeFile(path, buildSymbolicModel());
    const summary = modelSummarySchema.parse(await data('models.inspect', { source: { kind: 'file', path } }));
    const [endpoint] = endpointStatusSchema.array().parse(await data('endpoints.list'));
    if (!endpoint) throw new Error('There is no endpoint');
    const { bucket, roleArn } = endpoint;
    const draft = newJobDraft({ endpointId: 'local', bucket, roleArn });
    draft.model = { ...draft.model, source: { kind: 'file', path }, summary };
    draft.inputs = inputsFromModel(summary);
    for (const input of draft.inputs) for (const dimension of input.dimensions) dimension.value ||= '2';
    draft.target.device = 'ml_m5';
    draft.output.compilationJobName = name;
    return draft;
  }

  const statusOf = async (name: string) =>
    ((await data('jobs.list')) as { name: string; status: string }[]).find((job) => job.name === name)?.status;

  it('takes a draft from the model to the artifact, and tells every change of the job', async () => {
    const draft = await draftOf('whole');
    expect(await data('jobs.submit', { submissionId: 's', draft })).toEqual({ id: 'local/whole' });
    await vi.waitFor(async () => expect(await statusOf('whole')).toBe('COMPLETED'), { timeout: 20_000 });
    const phases = events.filter(({ name }) => name === 'submission.progress').map(({ payload }) => payload);
    expect(new Set(phases.map((payload) => (payload as { phase: string }).phase))).toEqual(
      new Set(['checking', 'uploading', 'creating', 'watching']),
    );
    const artifact = artifactSchema.parse(await data('jobs.artifact', { id: 'local/whole' }));
    expect(artifact.manifest?.parity.kind).toBe('compared');
    await data('jobs.showArtifact', { id: 'local/whole' });
    expect(shownItems.at(-1)).toBe(artifact.path);
  });

  it('has the list again after a restart, before the endpoint answers', async () => {
    await data('jobs.submit', { submissionId: 's', draft: await draftOf('again') });
    await vi.waitFor(async () => expect(await statusOf('again')).toBe('COMPLETED'), { timeout: 20_000 });
    await services.dispose();
    const starting = start();
    expect(await statusOf('again')).toBe('COMPLETED');
    await starting;
  });

  it('clones under a free name and keeps the shapes', async () => {
    await data('jobs.submit', { submissionId: 's', draft: await draftOf('base') });
    const clone = (await data('jobs.clone', { id: 'local/base' })) as JobDraft;
    expect(clone.output.compilationJobName).toBe('base-2');
    expect(clone.inputs.map(({ dimensions }) => dimensions.map(({ value }) => value))).toEqual([
      ['2', '4'],
      ['2', '4'],
    ]);
    expect(await data('jobs.submit', { submissionId: 't', draft: clone })).toEqual({ id: 'local/base-2' });
  });

  it('refuses a draft that breaks a rule, whatever the page thinks', async () => {
    const draft = await draftOf('wrong');
    draft.target.device = 'ml_inf1';
    expect(await answer('jobs.submit', { submissionId: 's', draft })).toMatchObject({
      ok: false,
      error: { kind: 'validation', code: 'target.local' },
    });
    expect(await statusOf('wrong')).toBeUndefined();
  });

  it('refuses a taken name and a model that changed since it was read', async () => {
    const draft = await draftOf('taken');
    await data('jobs.submit', { submissionId: 's', draft });
    expect(await answer('jobs.submit', { submissionId: 't', draft })).toMatchObject({
      ok: false,
      error: { code: 'output.nameTaken' },
    });
    const other = await draftOf('changed');
    await writeFile(join(directory, 'symbolic.onnx'), Buffer.concat([buildSymbolicModel(), Buffer.from([0x12, 0])]));
    if (other.model.summary) other.model.summary.sha256 = 'f'.repeat(64);
    expect(await answer('jobs.submit', { submissionId: 'u', draft: other })).toMatchObject({
      ok: false,
      error: { kind: 'model' },
    });
  });

  it('gives the page what it needs for a request and a command, without the secret', async () => {
    const { request } = requestPreviewSchema.parse(await data('jobs.preview', await draftOf('shown')));
    const [endpoint] = endpointStatusSchema.array().parse(await data('endpoints.list'));
    const shown = `${JSON.stringify(endpoint)} ${exportRequest(request, 'cli', endpoint)}`;
    const credentials = await readFile(join(directory, 'runner', 'aws-credentials'), 'utf8');
    const secret = /aws_secret_access_key\s*=\s*(\S+)/u.exec(credentials)?.[1] ?? '';
    expect(secret).not.toBe('');
    expect(shown).not.toContain(secret);
    expect(shown).toContain('aws sagemaker create-compilation-job');
  });

  it('keeps a draft and where it was left over a restart, and forgets it when it is discarded', async () => {
    const draft = newJobDraft({ endpointId: 'local', bucket: 'b', roleArn: '' });
    draft.output.compilationJobName = 'half typed_';
    const open = { ...draft, place: 'output' };
    await data('drafts.save', open);
    await services.dispose();
    await start();
    expect(await data('drafts.load')).toEqual(open);
    await data('drafts.discard');
    expect(await data('drafts.load')).toBeNull();
  });
});
