import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { ModelSummary, ModelTensor } from '../../shared/models/modelSummary.ts';
import { ArchiveError } from './archive/archiveError.ts';
import { surveyArchive } from './archive/surveyArchive.ts';
import { describeFileKind, isGzip } from './bytes/fileKind.ts';
import { readRange, withInputFile, type InputFile } from './bytes/inputFile.ts';
import { guessLayout } from './layout.ts';
import { toModelError } from './modelError.ts';
import { externalDataFiles } from './onnx/externalData.ts';
import type { OnnxHeader, OnnxValue } from './onnx/onnxHeader.ts';
import { readOnnxHeaderFromInputFile } from './onnx/readOnnxHeader.ts';

export interface InspectOptions {
  signal?: AbortSignal | undefined;
  /** Bytes of the file read so far, and its size. */
  onProgress?: ((bytesDone: number, bytesTotal: number) => void) | undefined;
}

const toTensor = ({ name, dtype, shape }: OnnxValue): ModelTensor => ({
  name,
  dtype,
  shape,
  layout: guessLayout(shape),
});

function summarise(header: OnnxHeader) {
  return {
    framework: 'ONNX' as const,
    inputs: header.inputs.map(toTensor),
    outputs: header.outputs.map(toTensor),
    irVersion: header.irVersion,
    opset: header.opset,
    producer: header.producer,
    nodeCount: header.nodeCount,
    operators: Object.fromEntries(header.operators),
  };
}

async function sha256Of({ handle, sizeBytes }: InputFile, { signal, onProgress }: InspectOptions): Promise<string> {
  const hash = createHash('sha256');
  let bytesDone = 0;
  for await (const chunk of readRange(handle, 0, sizeBytes, signal)) {
    hash.update(chunk);
    bytesDone += chunk.length;
    onProgress?.(bytesDone, sizeBytes);
  }
  return hash.digest('hex');
}

async function inspectBareModel(path: string, file: InputFile, options: InspectOptions): Promise<ModelSummary> {
  // A file that is named like an archive, or is one, is told what is wrong with it as an archive.
  const kind = describeFileKind(file.head);
  if (/\.(?:tgz|tar|gz)$/iu.test(path)) {
    throw new ArchiveError('not-tar-gz', kind ? `The file is ${kind}.` : 'The file is not gzip-compressed.');
  }
  const header = await readOnnxHeaderFromInputFile(file);
  const data = await externalDataFiles(path, header.externalData);
  return {
    ...summarise(header),
    fileName: basename(path),
    packaging: 'onnx',
    sizeBytes: file.sizeBytes,
    modifiedMs: file.modifiedMs,
    sha256: await sha256Of(file, options),
    modelEntry: basename(path),
    otherEntries: data.map(({ location }) => location),
  };
}

async function inspectArchive(path: string, options: InspectOptions): Promise<ModelSummary> {
  const { archive, modelEntry, header, otherEntries } = await surveyArchive(path, options);
  return {
    ...summarise(header),
    fileName: basename(path),
    packaging: 'tar.gz',
    sizeBytes: archive.sizeBytes,
    modifiedMs: archive.modifiedMs,
    sha256: archive.sha256,
    modelEntry,
    otherEntries,
  };
}

/**
 * Reads what a model file says about itself, without its weights: an archive by streaming it once, a bare .onnx by
 * jumping from name to name (and hashing it). Content decides what it is, not the name.
 * @throws {AppError} `model` in the words of the failure catalogue (`code` is its id), `notFound`, or `cancelled`
 */
export async function inspectModel(path: string, options: InspectOptions = {}): Promise<ModelSummary> {
  try {
    return await withInputFile(path, (file) =>
      isGzip(file.head) ? inspectArchive(path, options) : inspectBareModel(path, file, options),
    );
  } catch (error) {
    throw toModelError(error, options.signal);
  }
}
