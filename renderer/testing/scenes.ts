import { AppError } from '../../shared/errors/appError.ts';
import { completeDraft } from '../features/newJob/testing/models.ts';
import { unreadDraft } from '../features/newJob/testing/unreadDraft.ts';
import { FAKE_ENDPOINT, type FakeWorld } from './fakeBridge.ts';
import { fakeArtifact } from './fakeArtifact.ts';
import { fakeJob, fewJobs, manyJobs } from './fakeJobs.ts';

const LONG = 'a-model-with-a-very-long-name-that-takes-all-63-characters-0042';

const runnerError = {
  kind: 'runner',
  message: 'The local runner did not start: its data folder is used by another Edgewright.',
  hint: 'Close the other Edgewright, then restart the runner.',
  details: 'EBUSY: database is locked, process 4711',
} as const;

/** Two templates, one with a long name. */
const fakeTemplates = () =>
  ['Jetson, nightly', LONG].map((name, index) => ({
    id: name,
    name,
    savedAtMs: Date.now() - index * 86_400_000,
    draft: { ...completeDraft(), target: { ...completeDraft().target, device: 'jetson_tx2' } },
  }));

/** States of the app worth looking at, by name. */
export const scenes: Readonly<Record<string, () => FakeWorld>> = {
  empty: () => ({ jobs: [], appInfo: { isTrialRuntime: true, electronVersion: '25.1.1' } }),
  few: () => ({}),
  many: () => ({ jobs: manyJobs(2000) }),
  huge: () => ({ jobs: manyJobs(10_000) }),
  stopping: () => ({ jobs: [fakeJob({ name: 'stopping-job', status: 'STOPPING' }), ...fewJobs()] }),
  unknown: () => ({ jobs: [fakeJob({ name: 'job-of-tomorrow', status: 'QUEUED_FOR_REVIEW' }), ...fewJobs()] }),
  loading: () => ({ handlers: { 'jobs.list': () => new Promise(() => {}) } }),
  listError: () => ({
    endpoints: [
      { ...FAKE_ENDPOINT, state: 'failed', error: runnerError, endpointUrl: null, region: null, accountId: null },
    ],
    handlers: {
      'jobs.list': () => {
        throw new AppError(runnerError);
      },
    },
  }),
  artifactError: () => ({
    handlers: {
      'jobs.artifact': () => {
        throw new AppError({
          kind: 'notFound',
          message: 'The artifact is not in its folder any more.',
          hint: 'Clone the job and run it again to make it anew.',
          details: `ENOENT: no such file or directory, open '/home/ada/objects/edgewright/compiled/${LONG}-ml_m5.tar.gz'`,
        });
      },
    },
  }),
  warnings: () => ({
    handlers: {
      'jobs.artifact': () => {
        const artifact = fakeArtifact(fakeJob());
        if (!artifact.manifest) return artifact;
        const reason = 'The original does not run on generated inputs: Gather got index 4129 out of bounds.';
        return {
          ...artifact,
          manifest: {
            ...artifact.manifest,
            parity: { kind: 'notCompared', reason },
            latency: null,
            howToLoad: {
              ...artifact.manifest.howToLoad,
              verifiedBy: `Loaded on this machine, but not compared. ${reason}`,
            },
          },
        };
      },
    },
  }),
  complete: () => ({ draft: completeDraft(), templates: fakeTemplates() }),
  refused: () => ({ draft: { ...completeDraft(), target: { ...completeDraft().target, device: 'ml_inf2' } } }),
  keras: () => ({ draft: unreadDraft({ framework: 'KERAS', text: '{"input_1":[1,224,224,3],"mask":[1,224,224,1]}' }) }),
  pytorch: () => ({ draft: unreadDraft({ framework: 'PYTORCH', text: '{"x":[1,3,224,224],"lengths":[1]}' }) }),
  coreMl: () => ({
    draft: unreadDraft({
      framework: 'TENSORFLOW',
      device: 'coreml',
      text: '{"image":{"shape":["1..10",224,224,3],"default_shape":[1,224,224,3]},"crop":{"shape":[[1,64,64,3],[1,32,32,3]],"type":"Image","bias":[-1,-1,-1],"scale":0.007843137255}}',
    }),
  }),
};
