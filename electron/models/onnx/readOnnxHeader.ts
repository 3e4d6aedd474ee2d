import { ByteReader, UnexpectedEndError } from '../bytes/byteReader.ts';
import { chunkSource, fileSource } from '../bytes/byteSource.ts';
import { describeFileKind, FILE_HEAD_BYTES } from '../bytes/fileKind.ts';
import { withInputFile, type InputFile } from '../bytes/inputFile.ts';
import { ArchiveError } from '../archive/archiveError.ts';
import { WireReader } from '../protobuf/wireReader.ts';
import { ProtobufError } from '../protobuf/wireTypes.ts';
import { ModelWalker } from './modelWalker.ts';
import type { OnnxHeader } from './onnxHeader.ts';

const endOfSentence = (message: string) => message.charAt(0).toLowerCase() + message.slice(1);

function asArchiveError(error: unknown, head: Uint8Array, isLikelyOnnx: boolean): unknown {
  if (!(error instanceof ProtobufError) && !(error instanceof UnexpectedEndError)) return error;
  const kind = describeFileKind(head);
  const reason = endOfSentence(error.message);
  const fail = (detail: string) => new ArchiveError('onnx-unreadable', detail, { cause: error });
  if (!isLikelyOnnx && kind) return fail(`The file is no ONNX model: it is ${kind}.`);
  if (!isLikelyOnnx) return fail(`The file is no ONNX model: ${reason}.`);
  if (error instanceof UnexpectedEndError) return fail(`The ONNX model is cut off: ${reason}.`);
  return fail(`The ONNX model is damaged: ${reason}.`);
}

async function readHeader(reader: ByteReader): Promise<OnnxHeader> {
  await reader.ensure(FILE_HEAD_BYTES);
  const head = new Uint8Array(reader.buffer.subarray(reader.offset, reader.offset + FILE_HEAD_BYTES));
  const walker = new ModelWalker(new WireReader(reader));
  try {
    return await walker.walk();
  } catch (error) {
    throw asArchiveError(error, head, walker.isLikelyOnnx);
  }
}

/**
 * Reads names, types, shapes and operators of an ONNX model out of a stream of its bytes, in chunks of any size.
 * The stream is read to its end: graph inputs stand behind the weights.
 * @throws {ArchiveError} `onnx-unreadable`, saying what the bytes are instead when that can be told
 */
export function readOnnxHeaderFromChunks(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<OnnxHeader> {
  return readHeader(new ByteReader(chunkSource(chunks)));
}

/** As {@link readOnnxHeaderFromFile}, of a file that is open already. */
export const readOnnxHeaderFromInputFile = ({ handle, sizeBytes }: InputFile): Promise<OnnxHeader> =>
  readHeader(new ByteReader(fileSource(handle, sizeBytes)));

/**
 * Reads names, types, shapes and operators of an ONNX file; the weights are jumped over, not read.
 * @throws {ArchiveError} `onnx-unreadable`, saying what the file is instead when that can be told
 * @throws {AppError} when the file cannot be opened
 */
export const readOnnxHeaderFromFile = (path: string): Promise<OnnxHeader> =>
  withInputFile(path, readOnnxHeaderFromInputFile);
