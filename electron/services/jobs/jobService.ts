import { stat } from 'node:fs/promises';
import { requestToDraft } from '../../../shared/draft/requestToDraft.ts';
import { nextFreeName } from '../../../shared/draft/jobName.ts';
import { withOwnOutputLocation } from '../../../shared/draft/outputLocation.ts';
import type { JobDraft } from '../../../shared/draft/jobDraft.ts';
import { AppError } from '../../../shared/errors/appError.ts';
import type { Artifact, RequestPreview } from '../../../shared/ipc/routes.ts';
import { jobId, type JobSnapshot } from '../../../shared/jobs/jobSnapshot.ts';
import type { Inspector } from '../../models/inspectorClient.ts';
import type { Endpoint, ReadyEndpoint } from '../endpoints/endpoint.ts';
import type { Logger } from '../logging/logger.ts';
import type { ModelService } from '../models/modelService.ts';
import type { EventSink } from '../typedEvents.ts';
import { JobPoller } from './jobPoller.ts';
import type { JobStore } from './jobStore.ts';
import { checkedRequest, placeModel, submitJob } from './submitJob.ts';

export interface JobServiceOptions {
  endpoint: Endpoint;
  store: JobStore;
  models: ModelService;
  inspector: Inspector;
  events: EventSink;
  logger: Logger;
  /** Pause between two looks at live jobs, ms. */
  pollIntervalMs: number;
}

const notConnected = () =>
  new AppError({
    kind: 'validation',
    message: 'This request is for AWS, and no AWS account is connected.',
    hint: 'Copy or save the request and send it with the AWS CLI or an SDK, or build it for the local runner.',
  });

/** The use-cases around jobs. One endpoint today; every job already says where it lives. */
export class JobService {
  readonly #options: JobServiceOptions;
  readonly #submissions = new Map<string, AbortController>();
  #poller: JobPoller | null = null;

  constructor(options: JobServiceOptions) {
    this.#options = options;
  }

  list(): JobSnapshot[] {
    return this.#options.store.list();
  }

  /** Begins to watch the endpoint's jobs; called again when the endpoint was restarted. */
  async watch(): Promise<void> {
    const { endpoint, store, events, logger, pollIntervalMs } = this.#options;
    const { pollClient } = await endpoint.ready();
    this.#poller?.dispose();
    this.#poller = new JobPoller({
      endpointId: endpoint.id,
      client: pollClient,
      store,
      logger,
      intervalMs: pollIntervalMs,
      onChanged: (changes) => events.send('jobs.changed', changes),
    });
    this.#poller.start();
  }

  /** Somebody knows that a job changed. */
  nudge(name: string): void {
    this.#poller?.nudge(name);
  }

  /** The exact request of a draft, with its model in place so that its exports work as they are. */
  async preview(draft: JobDraft): Promise<RequestPreview> {
    const submission = await this.#submission(draft);
    const request = checkedRequest(submission);
    await placeModel(submission, request);
    return { request };
  }

  /** Submits a draft and resolves when its job is in the list. */
  async submit(submissionId: string, draft: JobDraft): Promise<{ id: string }> {
    const { events, logger, endpoint } = this.#options;
    const controller = new AbortController();
    this.#submissions.set(submissionId, controller);
    try {
      const submission = { ...(await this.#submission(draft)), signal: controller.signal };
      const name = await submitJob(submission, (progress) =>
        events.send('submission.progress', { submissionId, ...progress }),
      );
      logger.info(`created: ${name}`);
      events.send('submission.progress', { submissionId, phase: 'watching', bytesDone: null, bytesTotal: null });
      this.nudge(name);
      await this.#poller?.settled();
      return { id: jobId(endpoint.id, name) };
    } finally {
      this.#submissions.delete(submissionId);
    }
  }

  cancelSubmission(submissionId: string): void {
    this.#submissions.get(submissionId)?.abort();
  }

  async stop(id: string): Promise<void> {
    const { name } = this.#job(id);
    await this.#withJob(name, async ({ client }) => client.stop(name));
  }

  async delete(id: string): Promise<void> {
    const { name } = this.#job(id);
    await this.#withJob(name, async ({ client }) => client.delete(name));
  }

  /** The draft that would make the same job again, under a free name. */
  async clone(id: string): Promise<JobDraft> {
    const { endpoint, models, store } = this.#options;
    const { description } = this.#job(id);
    const ready = await endpoint.ready();
    const { bucket, roleArn } = ready.status;
    const uri = description.InputConfig?.S3Uri;
    // A clone is worth having even when the model is gone: the Model step then asks for it.
    const summary = uri
      ? await models.inspect({ kind: 's3', uri }, () => Promise.resolve(ready)).catch(() => null)
      : null;
    const draft = requestToDraft(description, { endpointId: endpoint.id, bucket, roleArn }, summary);
    const taken = new Set(store.listOfEndpoint(endpoint.id).map(({ name }) => name));
    const compilationJobName = nextFreeName(draft.output.compilationJobName, taken);
    return withOwnOutputLocation({ ...draft, output: { ...draft.output, compilationJobName } }, bucket);
  }

  async artifact(id: string): Promise<Artifact> {
    const path = await this.artifactPath(id);
    const [{ size: sizeBytes }, { entries, manifest }] = await Promise.all([
      stat(path),
      this.#options.inspector.readArtifact(path),
    ]);
    return {
      path,
      sizeBytes,
      entries: entries.map(({ name, size }) => ({ name, sizeBytes: size })),
      manifest,
    };
  }

  /** The artifact as a file on this machine. @throws {AppError} `notFound` while there is none */
  async artifactPath(id: string): Promise<string> {
    const uri = this.#job(id).description.ModelArtifacts?.S3ModelArtifacts;
    if (!uri) throw new AppError({ kind: 'notFound', message: 'This job has no artifact.' });
    const { objects } = await this.#options.endpoint.ready();
    const path = await objects.find(uri);
    if (path) return path;
    throw new AppError({ kind: 'notFound', message: 'The artifact is not there any more.', details: uri });
  }

  dispose(): void {
    this.#poller?.dispose();
    for (const controller of this.#submissions.values()) controller.abort();
  }

  #job(id: string): JobSnapshot {
    const job = this.#options.store.get(id);
    if (job) return job;
    throw new AppError({ kind: 'notFound', message: 'This job is not in the list any more.' });
  }

  /** Does something to a job and looks at it at once; a job that is gone leaves the list. */
  async #withJob(name: string, work: (endpoint: ReadyEndpoint) => Promise<void>): Promise<void> {
    const ready = await this.#options.endpoint.ready();
    try {
      await work(ready);
    } finally {
      this.nudge(name);
    }
    await this.#poller?.settled();
  }

  async #submission(draft: JobDraft) {
    const { endpoint, models, store } = this.#options;
    if (draft.endpointId !== endpoint.id) throw notConnected();
    const takenNames = new Set(store.listOfEndpoint(endpoint.id).map(({ name }) => name));
    return { draft, endpoint: await endpoint.ready(), models, takenNames };
  }
}
