import { ByteReader } from '../bytes/byteReader.ts';
import { chunkSource } from '../bytes/byteSource.ts';
import { describeFileKind, isGzip } from '../bytes/fileKind.ts';
import { withInputFile } from '../bytes/inputFile.ts';
import { ArchiveError } from './archiveError.ts';
import { DEFAULT_ARCHIVE_LIMITS, type ArchiveLimits } from './archiveLimits.ts';
import { GunzippedFile } from './gunzipFile.ts';
import { TarReader, type ArchiveEntry } from './tarReader.ts';

export type { ArchiveEntry } from './tarReader.ts';

export interface ReadArchiveOptions {
  /** Those that are not given are the defaults. */
  limits?: Partial<ArchiveLimits> | undefined;
  signal?: AbortSignal | undefined;
  /** Compressed bytes read so far, and the size of the file. */
  onProgress?: ((bytesDone: number, bytesTotal: number) => void) | undefined;
}

/** What is known of an archive after it was read to its end. */
export interface ReadArchiveResult {
  /** Bytes of the compressed file. */
  sizeBytes: number;
  /** Last change of the file, ms since the epoch. */
  modifiedMs: number;
  /** Hex SHA-256 of the compressed file. */
  sha256: string;
  /** Bytes of the tar. */
  uncompressedBytes: number;
}

/** Why a file is not taken for a gzip, for people. */
function notGzip(head: Uint8Array): ArchiveError {
  const kind = describeFileKind(head);
  return new ArchiveError('not-tar-gz', kind ? `The file is ${kind}.` : 'The file is not gzip-compressed.');
}

/**
 * Streams a `.tar.gz` once from start to end and calls `onEntry` for each regular file, in order; what the callback
 * does not consume is skipped. The name of the file does not matter, its content does.
 * @throws {ArchiveError} `not-tar-gz` when damaged, `archive-hostile` when unsafe (see `TarReader`)
 * @throws {AppError} when the file cannot be opened
 * @throws the signal's reason, and whatever `onEntry` throws
 */
export function readArchive(
  path: string,
  onEntry: (entry: ArchiveEntry) => void | Promise<void>,
  options: ReadArchiveOptions = {},
): Promise<ReadArchiveResult> {
  return withInputFile(path, async (file) => {
    if (!isGzip(file.head)) throw notGzip(file.head);
    const limits = { ...DEFAULT_ARCHIVE_LIMITS, ...options.limits };
    const gunzipped = new GunzippedFile(file, { ...options, limits });
    const inflated = gunzipped.chunks();
    try {
      await new TarReader(new ByteReader(chunkSource(inflated)), limits).read(onEntry);
    } finally {
      // Closes the inflater when the reader stopped early; after its end this does nothing.
      await inflated.return(undefined);
    }
    return {
      sizeBytes: file.sizeBytes,
      modifiedMs: file.modifiedMs,
      sha256: gunzipped.digest(),
      uncompressedBytes: gunzipped.bytesInflated,
    };
  });
}
