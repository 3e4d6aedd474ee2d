import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, isAbsolute, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { AppError } from '../../../shared/errors/appError.ts';
import { sampleSchema, type Sample } from '../../../shared/ipc/routes.ts';
import type { ModelSource, ModelSummary } from '../../../shared/models/modelSummary.ts';
import type { Inspector } from '../../models/inspectorClient.ts';
import type { ReadyEndpoint } from '../endpoints/endpoint.ts';

/** `sample.json` in a sample's folder. */
const sampleFileSchema = sampleSchema.extend({ fileName: z.string() });
type SampleFile = z.infer<typeof sampleFileSchema>;

/** Bytes of an upload, counted. */
export type UploadProgress = (bytesDone: number, bytesTotal: number) => void;

export interface ModelService {
  samples(): Promise<Sample[]>;
  /** Reads names, shapes and types out of a model, in the inspector process. */
  inspect(source: ModelSource, endpoint: () => Promise<ReadyEndpoint>, signal?: AbortSignal): Promise<ModelSummary>;
  /**
   * Puts the model where the request says it is: a bare model is packed, an archive is copied as it is.
   * An object that is there already is left alone, because its name holds the model's digest.
   */
  place(options: PlaceOptions): Promise<void>;
}

export interface PlaceOptions {
  source: ModelSource;
  summary: ModelSummary | null;
  uri: string;
  endpoint: ReadyEndpoint;
  onProgress?: UploadProgress | undefined;
  signal?: AbortSignal | undefined;
}

async function readSamples(directory: string): Promise<(SampleFile & { path: string })[]> {
  const folders = await readdir(directory, { withFileTypes: true }).catch(() => []);
  const read = async (folder: string) => {
    const text = await readFile(join(directory, folder, 'sample.json'), 'utf8');
    const sample = sampleFileSchema.parse(JSON.parse(text));
    return { ...sample, path: join(directory, folder, basename(sample.fileName)) };
  };
  return Promise.all(folders.filter((entry) => entry.isDirectory()).map(({ name }) => read(name)));
}

const changedSince = (path: string) =>
  new AppError({
    kind: 'model',
    message: `${basename(path)} has changed since it was read.`,
    hint: 'Go back to the Model step and read it again, so that the shapes fit the file.',
  });

/** Copies an archive and checks its digest on the way. @throws {AppError} when it is not the file that was read */
async function copyChecked(from: string, to: string, summary: ModelSummary, options: PlaceOptions): Promise<void> {
  const hash = createHash('sha256');
  let bytesDone = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytesDone += chunk.length;
      options.onProgress?.(bytesDone, summary.sizeBytes);
      done(null, chunk);
    },
  });
  try {
    const signal = options.signal ? { signal: options.signal } : {};
    await pipeline(createReadStream(from), count, createWriteStream(to, { flags: 'wx' }), signal);
  } catch (error) {
    if (options.signal?.aborted) throw new AppError({ kind: 'cancelled', message: 'The upload was cancelled.' });
    throw error;
  }
  if (hash.digest('hex') !== summary.sha256) throw changedSince(from);
}

/** The user's file, if it is still the one that was read. */
async function checkUnchanged(path: string, summary: ModelSummary): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (!found) {
    throw new AppError({ kind: 'notFound', message: `${path} is gone.`, hint: 'Choose the model file again.' });
  }
  if (found.size !== summary.sizeBytes || Math.trunc(found.mtimeMs) !== Math.trunc(summary.modifiedMs)) {
    throw changedSince(path);
  }
}

/** Only what is given: an absent option is not the same as an undefined one. */
const inspectorOptions = ({ onProgress, signal }: PlaceOptions) => ({
  ...(onProgress ? { onProgress } : {}),
  ...(signal ? { signal } : {}),
});

const noObject = (uri: string) =>
  new AppError({
    kind: 'notFound',
    message: `There is no object at ${uri}.`,
    hint: 'Choose the model file again on the Model step.',
  });

export function createModelService(samplesDirectory: string, inspector: Inspector): ModelService {
  const pathOf = async (source: ModelSource, endpoint: () => Promise<ReadyEndpoint>): Promise<string> => {
    if (source.kind === 's3') {
      const { objects } = await endpoint();
      const found = await objects.find(source.uri);
      if (found) return found;
      throw noObject(source.uri);
    }
    if (source.kind === 'sample') {
      const sample = (await readSamples(samplesDirectory)).find(({ id }) => id === source.id);
      if (sample) return sample.path;
      throw new AppError({ kind: 'notFound', message: `There is no sample called ${source.id}.` });
    }
    if (isAbsolute(source.path)) return source.path;
    throw new AppError({ kind: 'validation', message: 'The path of a model must be absolute.' });
  };

  return {
    samples: async () => (await readSamples(samplesDirectory)).map((sample) => sampleSchema.parse(sample)),
    inspect: async (source, endpoint, signal) => {
      const path = await pathOf(source, endpoint);
      return inspector.inspect(path, signal ? { signal } : {});
    },
    place: async (options) => {
      const { source, summary, uri, endpoint } = options;
      if (await endpoint.objects.find(uri)) return;
      if (source.kind === 's3' || !summary) throw noObject(uri);
      const path = await pathOf(source, () => Promise.resolve(endpoint));
      await checkUnchanged(path, summary);
      await endpoint.objects.put(uri, async (staged) => {
        if (summary.packaging === 'onnx') await inspector.pack(path, staged, inspectorOptions(options));
        else await copyChecked(path, staged, summary, options);
      });
    },
  };
}
