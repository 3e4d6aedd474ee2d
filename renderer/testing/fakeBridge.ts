import type { DraftTemplate } from '../../shared/draft/draftTemplate.ts';
import { draftToRequest, withoutAbsentMembers } from '../../shared/draft/draftToRequest.ts';
import { nextFreeName } from '../../shared/draft/jobName.ts';
import type { JobDraft } from '../../shared/draft/jobDraft.ts';
import { requestToDraft } from '../../shared/draft/requestToDraft.ts';
import { AppError, toAppErrorData } from '../../shared/errors/appError.ts';
import type { EdgewrightBridge, Envelope } from '../../shared/ipc/contract.ts';
import type {
  AppInfo,
  Appearance,
  EndpointStatus,
  EventName,
  EventPayload,
  RouteInput,
  RouteName,
  RouteOutput,
  Sample,
} from '../../shared/ipc/routes.ts';
import { jobId, jobSnapshot, type JobSnapshot } from '../../shared/jobs/jobSnapshot.ts';
import { fakeArtifact } from './fakeArtifact.ts';
import { FAKE_ENDPOINT_ID, fakeJob, fewJobs } from './fakeJobs.ts';
import { fakeSummary } from './fakeSummary.ts';

export type FakeHandlers = {
  [Name in RouteName]: (input: RouteInput<Name>) => RouteOutput<Name> | Promise<RouteOutput<Name>>;
};

/** What main knows in the beginning; the rest is realistic. */
export interface FakeWorld {
  jobs?: readonly JobSnapshot[];
  endpoints?: readonly EndpointStatus[];
  samples?: readonly Sample[];
  appInfo?: Partial<AppInfo>;
  appearance?: Appearance;
  draft?: JobDraft | null;
  templates?: readonly DraftTemplate[];
  /** Answers of your own; throw an AppError to answer an error. */
  handlers?: Partial<FakeHandlers>;
}

/** A bridge without an app behind it, and what a test does with it. */
export interface FakeBridge extends EdgewrightBridge {
  /** Tells the page something, as main does. */
  emit<Name extends EventName>(name: Name, payload: EventPayload<Name>): void;
  /** Changes a job and tells. */
  changeJob(job: JobSnapshot): void;
  /** Inputs of all calls of a route, in order. */
  callsOf<Name extends RouteName>(name: Name): RouteInput<Name>[];
}

/** The local runner when all is well. */
export const FAKE_ENDPOINT: EndpointStatus = {
  id: FAKE_ENDPOINT_ID,
  label: 'Local runner',
  kind: 'local',
  state: 'ready',
  error: null,
  endpointUrl: 'http://127.0.0.1:38291',
  region: 'us-west-2',
  accountId: '481203957716',
  objectsDirectory: '/home/ada/.config/Edgewright/runner/objects',
  credentialsFile: '/home/ada/.config/Edgewright/runner/aws-credentials',
  bucket: 'edgewright',
  roleArn: 'arn:aws:iam::000000000000:role/edgewright-local',
};

/** AWS while nothing is connected to it. */
const FAKE_AWS_ENDPOINT: EndpointStatus = {
  ...FAKE_ENDPOINT,
  id: 'aws',
  label: 'AWS',
  kind: 'aws',
  state: 'disconnected',
  endpointUrl: null,
  region: null,
  accountId: null,
  objectsDirectory: null,
  credentialsFile: null,
  bucket: '',
  roleArn: '',
};

const FAKE_SAMPLE: Sample = {
  id: 'blazeface-front',
  title: 'BlazeFace front, 128 × 128',
  description: 'Finds faces in a picture of a front camera. A small MediaPipe model for phones, as ONNX.',
  licence: 'Apache-2.0',
};

/** The app as the page sees it, in memory. */
export function createFakeBridge(world: FakeWorld = {}): FakeBridge {
  let jobs = [...(world.jobs ?? fewJobs())];
  const endpoints = [...(world.endpoints ?? [FAKE_ENDPOINT, FAKE_AWS_ENDPOINT])];
  let appearance = world.appearance ?? 'system';
  let draft = world.draft ?? null;
  let templates = [...(world.templates ?? [])];
  const calls: { name: RouteName; input: unknown }[] = [];
  const listeners = new Map<string, Set<(payload: unknown) => void>>();

  const emit: FakeBridge['emit'] = (name, payload) => listeners.get(name)?.forEach((listener) => listener(payload));
  const changeJob = (job: JobSnapshot) => {
    jobs = jobs.some(({ id }) => id === job.id)
      ? jobs.map((known) => (known.id === job.id ? job : known))
      : [job, ...jobs];
    emit('jobs.changed', { changed: [job], removed: [] });
  };
  const find = ({ id }: { id: string }): JobSnapshot => {
    const job = jobs.find((known) => known.id === id);
    if (!job) throw new AppError({ kind: 'notFound', message: 'There is no such job.' });
    return job;
  };
  const withStatus = (job: JobSnapshot, status: string): JobSnapshot =>
    jobSnapshot(job.endpointId, { ...job.description, CompilationJobStatus: status });

  const handlers: FakeHandlers = {
    'app.info': () => ({
      version: '0.1.0',
      electronVersion: '45.4.1',
      platform: 'linux',
      isTrialRuntime: false,
      ...world.appInfo,
    }),
    'app.openExternal': () => undefined,
    'settings.getAppearance': () => appearance,
    'settings.setAppearance': (next) => {
      appearance = next;
    },
    'endpoints.list': () => endpoints,
    'endpoints.restart': () => emit('endpoints.changed', [FAKE_ENDPOINT]),
    'models.samples': () => [...(world.samples ?? [FAKE_SAMPLE])],
    'models.pick': () => '/home/ada/models/model.tar.gz',
    'models.inspect': ({ source }) => fakeSummary(source),
    'drafts.load': () => draft,
    'drafts.save': (next) => {
      draft = next;
    },
    'drafts.discard': () => {
      draft = null;
    },
    'templates.list': () => templates,
    'templates.save': ({ name, draft: saved }) => {
      const template = { id: `template-${name}`, name, savedAtMs: Date.now(), draft: saved };
      templates = [template, ...templates.filter((other) => other.name !== name)];
      return templates;
    },
    'templates.delete': ({ id }) => {
      templates = templates.filter((template) => template.id !== id);
      return templates;
    },
    'exports.save': ({ fileName }) => `/home/ada/${fileName}`,
    'jobs.preview': (next) => ({ request: withoutAbsentMembers(draftToRequest(next, FAKE_ENDPOINT.bucket)) }),
    'jobs.submit': async ({ submissionId, draft: next }) => {
      for (const phase of ['checking', 'uploading', 'creating', 'watching'] as const) {
        const isUploading = phase === 'uploading';
        emit('submission.progress', {
          submissionId,
          phase,
          bytesDone: isUploading ? 300_000 : null,
          bytesTotal: isUploading ? 406_113 : null,
        });
        await Promise.resolve();
      }
      const { CompilationJobName: name, OutputConfig } = draftToRequest(next, FAKE_ENDPOINT.bucket);
      const device = OutputConfig.TargetDevice;
      changeJob(fakeJob({ name, status: 'STARTING', createdAgo: 0, runtime: null, ...(device && { device }) }));
      return { id: jobId(FAKE_ENDPOINT_ID, name) };
    },
    'jobs.cancelSubmission': () => undefined,
    'jobs.list': () => jobs,
    'jobs.stop': (ref) => changeJob(withStatus(find(ref), 'STOPPING')),
    'jobs.delete': ({ id }) => {
      jobs = jobs.filter((job) => job.id !== id);
      emit('jobs.changed', { changed: [], removed: [id] });
    },
    'jobs.clone': (ref) => {
      const { description, name, endpointId } = find(ref);
      const summary = fakeSummary({ kind: 'sample', id: 'blazeface-front' });
      const cloned = requestToDraft(
        description,
        { endpointId, bucket: 'edgewright', roleArn: FAKE_ENDPOINT.roleArn },
        summary,
      );
      const taken = new Set(jobs.map((job) => job.name));
      return { ...cloned, output: { ...cloned.output, compilationJobName: nextFreeName(name, taken) } };
    },
    'jobs.artifact': (ref) => fakeArtifact(find(ref)),
    'jobs.showArtifact': () => undefined,
    ...world.handlers,
  };

  return {
    async invoke(route, input): Promise<Envelope> {
      const name = route as RouteName;
      calls.push({ name, input });
      try {
        const handle = handlers[name] as (input: unknown) => unknown;
        return { ok: true, data: await handle(input) };
      } catch (thrown) {
        return { ok: false, error: toAppErrorData(thrown) };
      }
    },
    on(event, listener) {
      const known = listeners.get(event) ?? new Set();
      listeners.set(event, known.add(listener));
      return () => known.delete(listener);
    },
    pathForFile: (file) => (file instanceof File ? `/home/ada/models/${file.name}` : ''),
    emit,
    changeJob,
    callsOf: <Name extends RouteName>(name: Name) =>
      calls.filter((entry) => entry.name === name).map(({ input }) => input as RouteInput<Name>),
  };
}
