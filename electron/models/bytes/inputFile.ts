import { constants } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { AppError } from '../../../shared/errors/appError.ts';
import { FILE_HEAD_BYTES } from './fileKind.ts';

/** A file of the user's, opened for reading. */
export interface InputFile {
  handle: FileHandle;
  sizeBytes: number;
  modifiedMs: number;
  /** The first bytes. */
  head: Uint8Array;
}

function asAppError(path: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const details = error instanceof Error ? error.message : String(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new AppError(
      { kind: 'notFound', message: `There is no file at ${path}.`, hint: 'Choose the file again.', details },
      { cause: error },
    );
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new AppError(
      {
        kind: 'model',
        message: `The file ${path} may not be read.`,
        hint: 'Give yourself the right to read it, or copy it elsewhere.',
        details,
      },
      { cause: error },
    );
  }
  return error;
}

/**
 * Opens a regular file, lets `work` use it and closes it. Folders, pipes and devices are refused before they
 * are opened: opening a pipe would wait for ever.
 * @throws {AppError} `notFound`, or `model` when the path is no readable file
 */
export async function withInputFile<T>(path: string, work: (file: InputFile) => T | Promise<T>): Promise<T> {
  let handle: FileHandle;
  try {
    if (!(await stat(path)).isFile()) {
      throw new AppError({
        kind: 'model',
        message: `${path} is not a file.`,
        hint: 'Choose a model.tar.gz or an .onnx file.',
      });
    }
    // Without O_NONBLOCK a pipe that takes the file's place in this moment would still block.
    handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    throw asAppError(path, error);
  }
  try {
    const { size, mtimeMs } = await handle.stat();
    const head = new Uint8Array(FILE_HEAD_BYTES);
    const { bytesRead } = await handle.read(head, 0, head.length, 0);
    return await work({ handle, sizeBytes: size, modifiedMs: mtimeMs, head: head.subarray(0, bytesRead) });
  } finally {
    await handle.close();
  }
}

/** Measured fastest for inflating (16 KiB: 40 % slower, 1 MiB: 6 % slower), and as good as any for hashing. */
export const READ_CHUNK_BYTES = 256 * 1024;

/**
 * The bytes of an open file from `start` to its end, or to `end`. One buffer is used again and again: a chunk is valid
 * until the next one is asked for.
 */
export async function* readRange(
  handle: FileHandle,
  start: number,
  end = Number.MAX_SAFE_INTEGER,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(READ_CHUNK_BYTES);
  let position = start;
  while (position < end) {
    signal?.throwIfAborted();
    const { bytesRead } = await handle.read(buffer, 0, Math.min(buffer.length, end - position), position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
