import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError, toAppErrorData, type AppErrorData } from '../../../shared/errors/appError.ts';
import type { EndpointStatus } from '../../../shared/ipc/routes.ts';
import type { ForkProcess } from '../../process/childProcess.ts';
import type { Runner } from '../../runner/startRunner.ts';
import type { Logger } from '../logging/logger.ts';
import { connectCompilationJobs } from '../sagemaker/compilationJobsClient.ts';
import type { Endpoint, ReadyEndpoint } from './endpoint.ts';
import { localObjects } from './localObjects.ts';

/** The local runner keeps models and artifacts of the app in this bucket. */
const LOCAL_BUCKET = 'edgewright-local';
/** The runner assumes no role; the API wants one all the same. */
const LOCAL_ROLE_ARN = 'arn:aws:iam::000000000000:role/edgewright-local';

export interface LocalEndpointOptions {
  dataDirectory: string;
  fork: ForkProcess;
  logger: Logger;
  /** The status changed. */
  onStatus(): void;
  /** The runner changed a job. */
  onJobChanged(name: string): void;
}

interface Running {
  runner: Runner;
  ready: ReadyEndpoint;
}

/** The local runner as an endpoint: started on first use, spoken to over the wire like any other. */
export class LocalEndpoint implements Endpoint {
  readonly id = 'local';
  readonly #options: LocalEndpointOptions;
  #starting: Promise<Running> | null = null;
  #runner: Runner | null = null;
  #error: AppErrorData | null = null;

  constructor(options: LocalEndpointOptions) {
    this.#options = options;
  }

  status(): EndpointStatus {
    const runner = this.#runner;
    return {
      id: this.id,
      label: 'Local runner',
      kind: 'local',
      state: runner ? 'ready' : this.#error ? 'failed' : 'starting',
      error: this.#error,
      endpointUrl: runner?.endpoint ?? null,
      region: runner?.region ?? null,
      accountId: runner?.accountId ?? null,
      objectsDirectory: runner?.objectsDirectory ?? null,
      credentialsFile: runner?.credentialsFile ?? null,
      bucket: LOCAL_BUCKET,
      roleArn: LOCAL_ROLE_ARN,
    };
  }

  async ready(): Promise<ReadyEndpoint> {
    this.#starting ??= this.#start();
    return (await this.#starting).ready;
  }

  async restart(): Promise<void> {
    await this.dispose();
    this.#error = null;
    this.#options.onStatus();
    await this.ready();
  }

  async dispose(): Promise<void> {
    const starting = this.#starting;
    this.#starting = null;
    const running = await starting?.catch(() => null);
    this.#runner = null;
    running?.ready.client.dispose();
    running?.ready.pollClient.dispose();
    await running?.runner.close();
  }

  async #start(): Promise<Running> {
    const { dataDirectory, fork, logger, onStatus, onJobChanged } = this.#options;
    try {
      const { startRunner } = await import('../../runner/startRunner.ts');
      const runner = await startRunner({ dataDirectory, fork, onJobChanged, log: (message) => logger.warn(message) });
      const { accessKeyId, secretAccessKey, endpoint: endpointUrl, region, objectsDirectory } = runner;
      const connect = (maxAttempts: number) =>
        connectCompilationJobs({ endpointUrl, region, maxAttempts, credentials: { accessKeyId, secretAccessKey } });
      const [client, pollClient] = await Promise.all([connect(4), connect(1)]);
      const uploads = join(dataDirectory, 'uploads');
      // The runner has the data directory to itself now, so what lies here was left by an upload that was killed.
      await rm(uploads, { recursive: true, force: true });
      const objects = localObjects(objectsDirectory, uploads);
      this.#error = null;
      this.#runner = runner;
      logger.info(`local runner ready: ${endpointUrl}`);
      onStatus();
      return { runner, ready: { client, pollClient, objects, status: this.status() } };
    } catch (error) {
      logger.error('local runner did not start', error);
      const data = toAppErrorData(error);
      this.#error = {
        ...data,
        kind: 'runner',
        message: 'The local runner could not be started.',
        details: data.details ?? data.message,
      };
      this.#starting = null;
      onStatus();
      throw new AppError(this.#error, { cause: error });
    }
  }
}
