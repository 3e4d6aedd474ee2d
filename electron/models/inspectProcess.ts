import { toAppErrorData } from '../../shared/errors/appError.ts';
import { connectToParent } from '../process/parentChannel.ts';
import { inspectRequestSchema, type InspectReply, type InspectRequest } from './inspectMessages.ts';
import { inspectModel, type InspectOptions } from './inspectModel.ts';
import { packModelArchive } from './packModel.ts';
import { readArtifact } from './readArtifact.ts';

/** Entry of the inspector process: opens the files of others, so that a crash over one is not the app's. */

type Work = Exclude<InspectRequest, { kind: 'cancel' }>;

/** Often enough for a moving bar, and for the asker to know that we live. */
const PROGRESS_INTERVAL_MS = 100;

const channel = connectToParent();
const reply = (message: InspectReply) => channel.send(message);
const running = new Map<number, AbortController>();

function perform(request: Work, options: InspectOptions): Promise<unknown> {
  switch (request.kind) {
    case 'inspect':
      return inspectModel(request.path, options);
    case 'pack':
      return packModelArchive(request.path, request.destinationPath, { ...options, partialPath: request.partialPath });
    case 'readArtifact':
      return readArtifact(request.path, options);
  }
}

async function answer(request: Work): Promise<void> {
  const { id } = request;
  const controller = new AbortController();
  running.set(id, controller);
  let lastProgressMs = 0;
  const onProgress = (bytesDone: number, bytesTotal: number) => {
    const now = performance.now();
    if (now - lastProgressMs < PROGRESS_INTERVAL_MS) return;
    lastProgressMs = now;
    reply({ id, kind: 'progress', bytesDone, bytesTotal });
  };
  try {
    reply({ id, kind: 'done', result: await perform(request, { signal: controller.signal, onProgress }) });
  } catch (error) {
    reply({ id, kind: 'failed', error: toAppErrorData(error) });
  } finally {
    running.delete(id);
  }
}

channel.onMessage((message) => {
  const request = inspectRequestSchema.parse(message);
  if (request.kind === 'cancel') running.get(request.id)?.abort();
  else void answer(request);
});
