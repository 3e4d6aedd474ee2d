import { createHash, type Hash } from 'node:crypto';
import { once } from 'node:events';
import { createGunzip, type Gunzip } from 'node:zlib';
import { readRange, READ_CHUNK_BYTES, type InputFile } from '../bytes/inputFile.ts';
import { ArchiveError } from './archiveError.ts';
import type { ArchiveLimits } from './archiveLimits.ts';
import { isZeroBlock } from './tarHeader.ts';

export interface GunzipOptions {
  limits: ArchiveLimits;
  signal?: AbortSignal | undefined;
  /** Compressed bytes read, and the file's size. */
  onProgress?: ((bytesDone: number, bytesTotal: number) => void) | undefined;
}

const FOLLOWED_BY_OTHER_DATA = 'Other data follows the end of the gzip file.';

const isZlibError = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_');

function gzipDamage(error: Error): string {
  if ('code' in error && error.code === 'Z_BUF_ERROR') {
    return 'The gzip file ends too early: it was cut off, perhaps by an unfinished download.';
  }
  // The file begins with a right header, so the wrong one stands where a second gzip member would.
  if (error.message === 'incorrect header check') return FOLLOWED_BY_OTHER_DATA;
  return `The gzip data is damaged (${error.message}).`;
}

function asArchiveError(error: unknown): unknown {
  if (!isZlibError(error)) return error;
  return new ArchiveError('not-tar-gz', gzipDamage(error), { cause: error });
}

/** A gzip file as it is inflated: bytes in, bytes out, and the digest of what lies on the disk. */
export class GunzippedFile {
  readonly #file: InputFile;
  readonly #options: GunzipOptions;
  readonly #hash: Hash = createHash('sha256');
  #bytesRead = 0;
  #bytesInflated = 0;

  constructor(file: InputFile, options: GunzipOptions) {
    this.#file = file;
    this.#options = options;
  }

  /** Hex SHA-256 of the whole compressed file; once, after `chunks` has ended. */
  digest(): string {
    return this.#hash.digest('hex');
  }

  get bytesInflated(): number {
    return this.#bytesInflated;
  }

  /**
   * The inflated bytes, up to the checksum at the end of the last gzip member. What follows must be zero padding:
   * Node ignores whatever comes after one zero byte, so the rest of the file is looked at here.
   * @throws {ArchiveError} `not-tar-gz` when damaged or cut off, `archive-hostile` beyond the limits
   */
  async *chunks(): AsyncGenerator<Uint8Array> {
    const gunzip = createGunzip({ chunkSize: READ_CHUNK_BYTES });
    // The error reaches the reader below as well; here it would only be unhandled.
    const feeding = this.#feed(gunzip).catch((error: unknown) => void gunzip.destroy(error as Error));
    try {
      for await (const chunk of gunzip as AsyncIterable<Uint8Array>) {
        this.#count(chunk.length);
        yield chunk;
      }
    } catch (error) {
      throw asArchiveError(error);
    } finally {
      gunzip.destroy();
      await feeding;
    }
    await this.#checkTail(gunzip.bytesWritten);
  }

  async #feed(gunzip: Gunzip): Promise<void> {
    const closed = once(gunzip, 'close').catch(() => undefined);
    for await (const chunk of this.#read(0)) {
      const written = new Promise<void>((resolve) => void gunzip.write(chunk, () => resolve()));
      // A gunzip that has seen its end may never call back.
      await Promise.race([written, closed]);
      if (gunzip.destroyed || gunzip.readableEnded) return;
    }
    gunzip.end();
  }

  async *#read(start: number): AsyncGenerator<Uint8Array> {
    const { handle, sizeBytes } = this.#file;
    for await (const chunk of readRange(handle, start, sizeBytes, this.#options.signal)) {
      this.#hash.update(chunk);
      this.#bytesRead += chunk.length;
      this.#options.onProgress?.(this.#bytesRead, sizeBytes);
      yield chunk;
    }
  }

  #count(length: number): void {
    const { maxUncompressedBytes, maxRatio, ratioFreeBytes } = this.#options.limits;
    this.#bytesInflated += length;
    if (this.#bytesInflated > maxUncompressedBytes) {
      throw new ArchiveError('archive-hostile', `The archive unpacks to more than ${maxUncompressedBytes} bytes.`);
    }
    if (this.#bytesInflated > ratioFreeBytes && this.#bytesInflated > maxRatio * this.#bytesRead) {
      throw new ArchiveError(
        'archive-hostile',
        `The archive unpacks to more than ${maxRatio} times its size, as only a decompression bomb does.`,
      );
    }
  }

  async #checkTail(consumed: number): Promise<void> {
    const { handle, sizeBytes } = this.#file;
    for await (const rest of this.#read(this.#bytesRead)) void rest;
    for await (const chunk of readRange(handle, consumed, sizeBytes, this.#options.signal)) {
      if (!isZeroBlock(chunk)) throw new ArchiveError('not-tar-gz', FOLLOWED_BY_OTHER_DATA);
    }
  }
}
