import type { EndpointStatus } from '../../../shared/ipc/routes.ts';
import type { CompilationJobsClient } from '../sagemaker/compilationJobsClient.ts';

/** Where model archives are put, and where artifacts are found. */
export interface ObjectStore {
  /** The object as a file on this machine; null when there is none. @throws {AppError} for a URI outside the store */
  find(uri: string): Promise<string | null>;
  /**
   * Makes an object: `write` fills a staged file, which then appears whole under its name.
   * Nothing is left behind when `write` fails. @throws {AppError} for a URI outside the store
   */
  put(uri: string, write: (stagedPath: string) => Promise<void>): Promise<void>;
}

/** A place where jobs run: today the local runner, later AWS profiles and regions. */
export interface Endpoint {
  readonly id: string;
  status(): EndpointStatus;
  /** Starts it if it is not running. @throws {AppError} when it cannot be used */
  ready(): Promise<ReadyEndpoint>;
  /** Tries again after a failure. */
  restart(): Promise<void>;
  dispose(): Promise<void>;
}

/** An endpoint that answers. */
export interface ReadyEndpoint {
  readonly status: EndpointStatus;
  /** For what the user asks for: retries. */
  readonly client: CompilationJobsClient;
  /** For the poller: never retries, so that it cannot hold up the user's calls. */
  readonly pollClient: CompilationJobsClient;
  readonly objects: ObjectStore;
}
