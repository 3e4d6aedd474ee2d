import { join } from 'node:path';
import { storedOpenDraftSchema } from '../../shared/draft/storedDraft.ts';
import { createInspector } from '../models/inspectorClient.ts';
import { AWS_ENDPOINT } from './endpoints/awsEndpoint.ts';
import { LocalEndpoint } from './endpoints/localEndpoint.ts';
import { JobService } from './jobs/jobService.ts';
import { openJobStore } from './jobs/jobStore.ts';
import { createModelService } from './models/modelService.ts';
import { jsonFile } from './persistence/jsonFile.ts';
import { writeWhole } from './persistence/writeWhole.ts';
import type { ServicePorts } from './ports.ts';
import { createRouter, type Dispatch, type Handlers } from './router.ts';
import { createTemplates } from './templates/templates.ts';
import { createSettings, type SettingsService } from './settings/settings.ts';

/** How soon a change of a live local job is on screen at the latest, ms; most are told by the runner at once. */
const LOCAL_POLL_INTERVAL_MS = 500;

/** The application behind the window. */
export interface Services {
  dispatch: Dispatch;
  settings: SettingsService;
  /** Starts the local runner and watches its jobs; called when the window is up. */
  start(): Promise<void>;
  dispose(): Promise<void>;
}

/** Puts the application together from what the shell (or a test) provides. Nothing runs before `start`. */
export function composeServices(ports: ServicePorts): Services {
  const { paths, events, shell, fork, logging } = ports;
  const settings = createSettings(paths.userData);
  const drafts = jsonFile(join(paths.userData, 'draft.json'), storedOpenDraftSchema);
  const templates = createTemplates(paths.userData);
  const store = openJobStore(join(paths.userData, 'edgewright.db'));
  const inspector = createInspector(fork);
  const models = createModelService(paths.samples, inspector);
  const endpoint = new LocalEndpoint({
    dataDirectory: paths.runnerData,
    fork,
    logger: logging('runner'),
    onStatus: () => events.send('endpoints.changed', endpointStatuses()),
    onJobChanged: (name) => jobs.nudge(name),
  });
  const endpointStatuses = () => [endpoint.status(), AWS_ENDPOINT];
  const jobs = new JobService({
    endpoint,
    store,
    models,
    inspector,
    events,
    logger: logging('jobs'),
    pollIntervalMs: LOCAL_POLL_INTERVAL_MS,
  });

  const handlers: Handlers = {
    'app.info': () => ports.appInfo,
    'app.openExternal': ({ url }) => shell.openExternal(url),
    'settings.getAppearance': () => settings.appearance(),
    'settings.setAppearance': async (appearance) => {
      await settings.setAppearance(appearance);
      shell.applyAppearance(appearance);
    },
    'endpoints.list': () => endpointStatuses(),
    'endpoints.restart': async () => {
      await endpoint.restart();
      await jobs.watch();
    },
    'models.samples': () => models.samples(),
    'models.pick': () => shell.pickModelFile(),
    'models.inspect': ({ source }) => models.inspect(source, () => endpoint.ready()),
    'drafts.load': () => drafts.read(),
    'drafts.save': (draft) => drafts.write(draft),
    'drafts.discard': () => drafts.remove(),
    'templates.list': () => templates.list(),
    'templates.save': ({ name, draft }) => templates.save(name, draft),
    'templates.delete': ({ id }) => templates.delete(id),
    'exports.save': async ({ fileName, text }) => {
      const path = await shell.pickSaveLocation(fileName);
      if (path !== null) await writeWhole(path, text);
      return path;
    },
    'jobs.preview': (draft) => jobs.preview(draft),
    'jobs.submit': ({ submissionId, draft }) => jobs.submit(submissionId, draft),
    'jobs.cancelSubmission': ({ submissionId }) => jobs.cancelSubmission(submissionId),
    'jobs.list': () => jobs.list(),
    'jobs.stop': ({ id }) => jobs.stop(id),
    'jobs.delete': ({ id }) => jobs.delete(id),
    'jobs.clone': ({ id }) => jobs.clone(id),
    'jobs.artifact': ({ id }) => jobs.artifact(id),
    'jobs.showArtifact': async ({ id }) => shell.showItemInFolder(await jobs.artifactPath(id)),
  };

  return {
    dispatch: createRouter(handlers, logging('ipc')),
    settings,
    // A runner that does not start is shown in the window; it is no reason for the app not to run.
    start: () => jobs.watch().catch(() => undefined),
    dispose: async () => {
      jobs.dispose();
      inspector.dispose();
      await endpoint.dispose();
      store.close();
    },
  };
}
