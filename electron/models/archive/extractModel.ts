import { createHash } from 'node:crypto';
import { mkdir, open, readdir, rm, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { OnnxHeader } from '../onnx/onnxHeader.ts';
import { ArchiveError, quoteName } from './archiveError.ts';
import type { ArchiveLimits } from './archiveLimits.ts';
import { readArchive } from './readArchive.ts';
import { surveyArchive, type ArchiveSurvey } from './surveyArchive.ts';

export interface ExtractRequest {
  archivePath: string;
  /** An existing, empty directory of the caller's. */
  directory: string;
  limits?: Partial<ArchiveLimits> | undefined;
  signal?: AbortSignal | undefined;
}

export interface ExtractedModel {
  /** The model on the disk; its external data lie where it names them. */
  modelPath: string;
  /** Its name inside the archive. */
  modelEntry: string;
  /** Hex SHA-256 and bytes of the archive. */
  archiveSha256: string;
  archiveBytes: number;
  /** Hex SHA-256 and bytes of the model. */
  modelSha256: string;
  modelBytes: number;
  header: OnnxHeader;
  /** Other members of the archive that are not hidden, extracted or not. */
  otherEntries: string[];
}

/** A name of ours, so that no name out of the archive has to be a good one on this system. */
const MODEL_FILE = 'model.onnx';

async function append(handle: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let done = 0; done < chunk.length;) {
    done += (await handle.write(chunk, done, chunk.length - done)).bytesWritten;
  }
}

/** The name is another file's, or another file's folder. */
const CLASH_CODES: readonly unknown[] = ['EEXIST', 'ENOTDIR', 'EISDIR'];

async function openNew(directory: string, location: string): Promise<FileHandle> {
  const path = join(directory, ...location.split('/'));
  try {
    await mkdir(dirname(path), { recursive: true });
    return await open(path, 'wx');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && CLASH_CODES.includes(error.code))) throw error;
    // On Windows and macOS, also two names that differ in case only.
    const detail = `The name of the model's data file ${quoteName(location)} is taken by another file.`;
    throw new ArchiveError('archive-hostile', detail, { cause: error });
  }
}

/** Second pass: only after the model is read is it known which members are its weights. */
async function extractExternalData({ archivePath, directory, limits, signal }: ExtractRequest, survey: ArchiveSurvey) {
  const locations = new Map([...survey.externalEntries].map(([location, name]) => [name, location]));
  const again = await readArchive(
    archivePath,
    async ({ name, chunks }) => {
      const location = locations.get(name);
      if (location === undefined) return;
      const handle = await openNew(directory, location);
      try {
        for await (const chunk of chunks) await append(handle, chunk);
      } finally {
        await handle.close();
      }
    },
    { limits, signal },
  );
  if (again.sha256 !== survey.archive.sha256) {
    throw new ArchiveError('not-tar-gz', 'The archive changed while it was being read.');
  }
}

async function extractInto(request: ExtractRequest): Promise<ExtractedModel> {
  const modelPath = join(request.directory, MODEL_FILE);
  const hash = createHash('sha256');
  const handle = await open(modelPath, 'wx');
  let modelBytes = 0;
  let survey: ArchiveSurvey;
  try {
    survey = await surveyArchive(request.archivePath, {
      limits: request.limits,
      signal: request.signal,
      onModelBytes: async (chunk) => {
        hash.update(chunk);
        modelBytes += chunk.length;
        await append(handle, chunk);
      },
    });
  } finally {
    await handle.close();
  }
  if (survey.externalEntries.size > 0) await extractExternalData(request, survey);
  const { archive, modelEntry, header, otherEntries } = survey;
  return {
    modelPath,
    modelEntry,
    archiveSha256: archive.sha256,
    archiveBytes: archive.sizeBytes,
    modelSha256: hash.digest('hex'),
    modelBytes,
    header,
    otherEntries,
  };
}

/**
 * Extracts the one ONNX model of an archive, and those members that hold its external weights; nothing else is
 * written. The archive is read a second time only for a model with external weights. On failure the directory is
 * empty again.
 * @throws {ArchiveError} for an archive that is damaged, unsafe, or holds no, several or an unreadable model
 * @throws {RangeError} when the directory is not empty
 */
export async function extractOnnxModel(request: ExtractRequest): Promise<ExtractedModel> {
  if ((await readdir(request.directory)).length > 0) throw new RangeError('The directory must be empty.');
  try {
    return await extractInto(request);
  } catch (error) {
    for (const name of await readdir(request.directory)) {
      await rm(join(request.directory, name), { recursive: true, force: true });
    }
    throw error;
  }
}
