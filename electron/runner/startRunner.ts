import { randomInt } from 'node:crypto';
import type { Server } from 'node:http';
import { AppError } from '../../shared/errors/appError.ts';
import type { ForkProcess } from '../process/childProcess.ts';
import { loadOrCreateKeys, writeConfigFile } from './credentials.ts';
import { openDataDirectory, type OpenDataDirectory } from './dataDirectory.ts';
import { createServiceServer, listenOnLoopback } from './httpServer.ts';
import { JobQueue } from './jobQueue.ts';
import { errorCode } from './objects.ts';
import { dispatchOperation } from './operations.ts';
import { SignatureVerifier } from './signature.ts';
import { JobStore } from './store.ts';

export interface RunnerOptions {
  /** Everything the runner keeps; created when missing. */
  dataDirectory: string;
  /** 0 means any free one. When left out: the last one used here, if it is free. */
  port?: number;
  /** How compile processes are started. */
  fork: ForkProcess;
  region?: string;
  /** Jobs that run at a time. */
  concurrency?: number;
  /** Epoch milliseconds. */
  clock?: () => number;
  /** Called after every committed change of a job, a deletion included. */
  onJobChanged?: (name: string) => void;
  /** Takes what is wrong with the runner itself, one line each; never a secret. */
  log?: (message: string) => void;
}

/** A local SageMaker endpoint at work. */
export interface Runner {
  /** `http://127.0.0.1:PORT` */
  readonly endpoint: string;
  readonly region: string;
  /** 12 digits, the same for the life of the data directory. */
  readonly accountId: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** `s3://BUCKET/KEY` is the file BUCKET/KEY in here. */
  readonly objectsDirectory: string;
  /** `<job>.log` in here is what a job's process had to say. */
  readonly logsDirectory: string;
  /** For AWS_SHARED_CREDENTIALS_FILE. */
  readonly credentialsFile: string;
  /** Ends the server and all processes. Jobs that run stay INPROGRESS and run again at the next start. */
  close(): Promise<void>;
}

const DEFAULT_REGION = 'us-west-2';
const ACCOUNT_ID_DIGITS = 12;

function accountIdOf(store: JobStore): string {
  const known = store.fact('accountId');
  if (known) return known;
  const digits = Array.from({ length: ACCOUNT_ID_DIGITS }, () => randomInt(10)).join('');
  store.keepFact('accountId', digits);
  return digits;
}

/** Listens on the wanted port, else on the last one, else on any. */
async function listen(server: Server, wanted: number | undefined, store: JobStore): Promise<number> {
  try {
    return await listenOnLoopback(server, wanted ?? Number(store.fact('port') ?? 0));
  } catch (thrown) {
    if (wanted === undefined) return listenOnLoopback(server, 0);
    const inUse = errorCode(thrown) === 'EADDRINUSE';
    throw new AppError(
      {
        kind: 'runner',
        code: inUse ? 'PortInUse' : 'PortUnusable',
        message: inUse ? `Port ${wanted} is in use by another program.` : `Port ${wanted} cannot be used.`,
        hint: 'Choose another port, or leave it out to get a free one.',
        details: thrown instanceof Error ? thrown.message : String(thrown),
      },
      { cause: thrown },
    );
  }
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Clients keep connections open; a request under way is at most a few milliseconds of SQLite.
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 500).unref();
  });
}

/** Calls a listener that must not be able to break the runner. */
function guarded<Argument>(log: (message: string) => void, listener: ((value: Argument) => void) | undefined) {
  return (value: Argument) => {
    try {
      listener?.(value);
    } catch (thrown) {
      log(`A listener failed: ${String(thrown)}`);
    }
  };
}

async function serve(directory: OpenDataDirectory, store: JobStore, options: RunnerOptions): Promise<Runner> {
  const {
    region = DEFAULT_REGION,
    concurrency = 1,
    clock = Date.now,
    fork,
    port: wantedPort,
    log = () => {},
  } = options;
  const { paths } = directory;
  const keys = loadOrCreateKeys(paths.credentialsFile);
  writeConfigFile(paths.configFile, region);
  const accountId = accountIdOf(store);
  const queue = new JobQueue({ ...paths, store, fork, concurrency, clock, log });
  const verifier = new SignatureVerifier({ ...keys, region, clock });
  const context = { store, queue, region, accountId, tokenKey: keys.secretAccessKey };
  const server = createServiceServer({
    verify: (request) => verifier.verify(request),
    dispatch: (operation, input) => dispatchOperation(operation, input, context),
    log,
  });
  // Before the first request can begin a job, whose work directory must not go with the old ones.
  await directory.clearWork().catch((thrown: unknown) => log(`Old work directories remain: ${String(thrown)}`));
  const port = await listen(server, wantedPort, store);
  server.on('error', (error) => log(`The endpoint's server: ${error.message}`));
  const endpoint = `http://127.0.0.1:${port}`;
  store.keepFact('port', String(port));
  directory.announce({ endpoint, region });
  queue.start();

  let closed: Promise<void> | null = null;
  const close = async () => {
    await Promise.all([closeServer(server), queue.close()]);
    store.close();
    directory.release();
  };
  return {
    endpoint,
    region,
    accountId,
    ...keys,
    objectsDirectory: paths.objectsDirectory,
    logsDirectory: paths.logsDirectory,
    credentialsFile: paths.credentialsFile,
    close: () => (closed ??= close()),
  };
}

/**
 * Starts the local SageMaker endpoint on a data directory: takes up the jobs that the last runner left, and serves.
 * @throws {AppError} of kind `runner`: the directory is in use or unusable, or the port is
 */
export async function startRunner(options: RunnerOptions): Promise<Runner> {
  const { clock = Date.now, onJobChanged, log = () => {} } = options;
  const directory = openDataDirectory(options.dataDirectory);
  let store: JobStore | null = null;
  try {
    store = new JobStore(directory.paths.jobsFile, { clock, onChanged: guarded(log, onJobChanged) });
    return await serve(directory, store, options);
  } catch (thrown) {
    store?.close();
    directory.release();
    throw thrown;
  }
}
