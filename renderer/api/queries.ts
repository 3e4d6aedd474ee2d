import { QueryClient, queryOptions } from '@tanstack/react-query';
import type { Appearance, EventPayload, RouteInput } from '../../shared/ipc/routes.ts';
import type { JobSnapshot } from '../../shared/jobs/jobSnapshot.ts';
import { call } from './client.ts';
import { listen } from './events.ts';

/** All query keys; no other file has any. */
const keys = {
  appInfo: ['app.info'],
  appearance: ['settings.appearance'],
  endpoints: ['endpoints'],
  samples: ['models.samples'],
  templates: ['templates'],
  jobs: ['jobs'],
  artifact: (id: string) => ['artifact', id],
} as const;

/** The cache of everything that main told us. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Main pushes changes, so what is cached stays true; and IPC works without a network.
        staleTime: Infinity,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        retry: false,
      },
      mutations: { networkMode: 'always' },
    },
  });
}

export const appInfoQuery = queryOptions({ queryKey: keys.appInfo, queryFn: () => call('app.info') });
export const appearanceQuery = queryOptions({
  queryKey: keys.appearance,
  queryFn: () => call('settings.getAppearance'),
});
export const endpointsQuery = queryOptions({ queryKey: keys.endpoints, queryFn: () => call('endpoints.list') });
export const samplesQuery = queryOptions({ queryKey: keys.samples, queryFn: () => call('models.samples') });
export const templatesQuery = queryOptions({ queryKey: keys.templates, queryFn: () => call('templates.list') });
export const jobsQuery = queryOptions({ queryKey: keys.jobs, queryFn: () => call('jobs.list') });

/** The compiled artifact of a completed job. */
export function artifactQuery(id: string) {
  return queryOptions({ queryKey: keys.artifact(id), queryFn: () => call('jobs.artifact', { id }) });
}

/** Saves a draft as a template; one of the same name is replaced. */
export async function saveTemplate(client: QueryClient, input: RouteInput<'templates.save'>): Promise<void> {
  client.setQueryData(keys.templates, await call('templates.save', input));
}

export async function deleteTemplate(client: QueryClient, id: string): Promise<void> {
  client.setQueryData(keys.templates, await call('templates.delete', { id }));
}

/** Stores the appearance and shows it at once. */
export async function saveAppearance(client: QueryClient, appearance: Appearance): Promise<void> {
  client.setQueryData(keys.appearance, appearance);
  await call('settings.setAppearance', appearance);
}

/** The list after an event: known jobs in their place, new ones first. */
export function applyJobsChanged(
  jobs: readonly JobSnapshot[],
  { changed, removed }: EventPayload<'jobs.changed'>,
): JobSnapshot[] {
  const newest = new Map(changed.map((job) => [job.id, job]));
  const gone = new Set(removed);
  const known = new Set(jobs.map(({ id }) => id));
  const added = changed.filter(({ id }) => !known.has(id) && !gone.has(id));
  const kept = jobs.filter(({ id }) => !gone.has(id)).map((job) => newest.get(job.id) ?? job);
  return [...added, ...kept];
}

/** Told of each job that changed, with what was known before. */
export type JobChangeListener = (job: JobSnapshot, before: JobSnapshot | undefined) => void;

/** Forgets the list that is on its way and asks anew; invalidating would not, while there is no list yet. */
async function askForJobsAgain(client: QueryClient): Promise<void> {
  await client.cancelQueries({ queryKey: keys.jobs });
  await client.prefetchQuery({ ...jobsQuery, staleTime: 0 });
}

function receiveJobs(client: QueryClient, payload: EventPayload<'jobs.changed'>, onJobChange: JobChangeListener): void {
  const before = new Map(client.getQueryData(jobsQuery.queryKey)?.map((job) => [job.id, job]));
  const isLoading = client.getQueryState(keys.jobs)?.fetchStatus === 'fetching';
  client.setQueryData(jobsQuery.queryKey, (jobs) => jobs && applyJobsChanged(jobs, payload));
  // A list that was asked for before this change may come after it, and would undo it.
  if (isLoading) void askForJobsAgain(client);
  for (const { id } of payload.changed) void client.invalidateQueries({ queryKey: keys.artifact(id) });
  for (const id of payload.removed) client.removeQueries({ queryKey: keys.artifact(id) });
  for (const job of payload.changed) onJobChange(job, before.get(job.id));
}

/** Writes what main tells into the cache, which is why the page never polls; returns the function that ends it. */
export function receiveEvents(client: QueryClient, onJobChange: JobChangeListener = () => {}): () => void {
  const ends = [
    listen('jobs.changed', (payload) => receiveJobs(client, payload, onJobChange)),
    listen('endpoints.changed', (endpoints) => client.setQueryData(endpointsQuery.queryKey, endpoints)),
  ];
  return () => ends.forEach((end) => end());
}
