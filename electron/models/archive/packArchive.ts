import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { createTarPacker, type TarPackController } from 'modern-tar';
import { AppError } from '../../../shared/errors/appError.ts';
import { readRange, READ_CHUNK_BYTES, withInputFile, type InputFile } from '../bytes/inputFile.ts';
import { writeFileAtomically } from '../bytes/writeFileAtomically.ts';
import { ArchiveError, quoteName } from './archiveError.ts';
import { DEFAULT_ARCHIVE_LIMITS } from './archiveLimits.ts';
import { checkEntryName } from './entryName.ts';

/** A file to be packed: its path on the disk, and its name inside the archive. */
export interface FileToPack {
  name: string;
  path: string;
}

export interface PackArchiveOptions {
  signal?: AbortSignal | undefined;
  /** Bytes of the sources packed so far, and their sum. */
  onProgress?: ((bytesDone: number, bytesTotal: number) => void) | undefined;
  /** Name of the archive until it is whole, beside its final name; one is made up unless given. */
  partialPath?: string | undefined;
}

/** zlib's default: on weights all levels cost and save the same (55 MB/s, 8 %), on the rest this one saves more. */
const GZIP_LEVEL = 6;
/** Offset of the gzip header's operating system, which zlib fills in, and the value for “unknown” (RFC 1952). */
const GZIP_OS_OFFSET = 9;
const GZIP_OS_UNKNOWN = 255;

function changedError(path: string): AppError {
  return new AppError({
    kind: 'model',
    message: `The file ${path} changed while it was being packed.`,
    hint: 'Wait until it is written completely, and try again.',
  });
}

/** Adds one file to the tar: exactly the bytes that it has at the start, or nothing of the archive is kept. */
async function addFile(
  controller: TarPackController,
  name: string,
  { handle, sizeBytes, modifiedMs }: InputFile,
  onChunk: (length: number) => void,
  signal: AbortSignal | undefined,
): Promise<'whole' | 'changed'> {
  const header = { name, size: sizeBytes, mode: 0o644, uid: 0, gid: 0, mtime: new Date(0) };
  const writer = controller.add(header).getWriter();
  let packed = 0;
  for await (const chunk of readRange(handle, 0, sizeBytes, signal)) {
    // A copy: the packer queues what it is given.
    await writer.write(new Uint8Array(chunk));
    packed += chunk.length;
    onChunk(chunk.length);
  }
  const after = await handle.stat();
  if (packed !== sizeBytes || after.size !== sizeBytes || after.mtimeMs !== modifiedMs) return 'changed';
  await writer.close();
  return 'whole';
}

/** The chunks of a gzip stream with a header that does not tell where it was made. */
async function* withPlainHeader(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let offset = 0;
  for await (const chunk of chunks) {
    const index = GZIP_OS_OFFSET - offset;
    if (index >= 0 && index < chunk.length) chunk[index] = GZIP_OS_UNKNOWN;
    offset += chunk.length;
    yield chunk;
  }
}

/** Waits for all, so that none works on behind the back; throws what failed first, which is what made the rest fail. */
async function allOrFirstError(works: readonly Promise<void>[]): Promise<void> {
  const failures: unknown[] = [];
  await Promise.all(works.map((work) => work.catch((error: unknown) => void failures.push(error))));
  if (failures.length > 0) throw failures[0];
}

function checkNames(files: readonly FileToPack[]): void {
  const names = files.map(({ name }) => checkEntryName(name, DEFAULT_ARCHIVE_LIMITS.maxNameLength));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) return;
  throw new ArchiveError('archive-hostile', `Two files would have the name ${quoteName(twice)}.`);
}

/**
 * Packs files into a `.tar.gz` in the order given. The same files give the same bytes: times, owners and modes are
 * fixed (the compressed bytes may differ between versions of zlib). The archive appears when it is whole; on failure
 * or abort nothing is left.
 * @returns size and hex SHA-256 of the archive
 * @throws {AppError} `model` when a source is no file or changes meanwhile, `notFound` when it is not there
 * @throws {ArchiveError} `archive-hostile` for names that our own reader would refuse
 */
export async function packArchive(
  files: readonly FileToPack[],
  destinationPath: string,
  { signal, onProgress, partialPath }: PackArchiveOptions = {},
): Promise<{ sizeBytes: number; sha256: string }> {
  checkNames(files);
  const sizes: number[] = [];
  for (const { path } of files) sizes.push(await withInputFile(path, (file) => file.sizeBytes));
  const bytesTotal = sizes.reduce((sum, size) => sum + size, 0);
  let bytesDone = 0;

  const { readable, controller } = createTarPacker();
  const gzip = createGzip({ level: GZIP_LEVEL, chunkSize: READ_CHUNK_BYTES });
  const fill = async () => {
    try {
      const onChunk = (length: number) => onProgress?.((bytesDone += length), bytesTotal);
      for (const [index, { name, path }] of files.entries()) {
        const outcome = await withInputFile(path, (file) =>
          file.sizeBytes === sizes[index] ? addFile(controller, name, file, onChunk, signal) : 'changed',
        );
        if (outcome === 'changed') throw changedError(path);
      }
      signal?.throwIfAborted();
      controller.finalize();
    } catch (error) {
      controller.error(error);
      throw error;
    }
  };

  const compress = async (append: (chunk: Uint8Array) => Promise<void>) => {
    const hash = createHash('sha256');
    let sizeBytes = 0;
    const write = async (compressed: AsyncIterable<Uint8Array>) => {
      for await (const chunk of withPlainHeader(compressed)) {
        hash.update(chunk);
        sizeBytes += chunk.length;
        await append(chunk);
      }
    };
    await allOrFirstError([fill(), pipeline(readable, gzip, write)]);
    return { sizeBytes, sha256: hash.digest('hex') };
  };
  return writeFileAtomically(destinationPath, compress, partialPath);
}
