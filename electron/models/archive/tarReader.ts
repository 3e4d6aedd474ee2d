import { UnexpectedEndError, type ByteReader } from '../bytes/byteReader.ts';
import { ArchiveError, quoteName } from './archiveError.ts';
import type { ArchiveLimits } from './archiveLimits.ts';
import { checkEntryName } from './entryName.ts';
import { checkGlobalPaxRecords, readPaxRecords, type PaxOverrides } from './paxRecords.ts';
import { isZeroBlock, readTarHeader, TAR_BLOCK_BYTES, tarText, type TarHeader } from './tarHeader.ts';

/** A regular file inside an archive, at the moment the reader stands on it. */
export interface ArchiveEntry {
  /** Checked path inside the archive, without `./`. */
  name: string;
  /** Bytes. */
  size: number;
  /** The content, once; a chunk is valid until the next one is asked for. Ends with the reader's move to the next entry. */
  chunks: AsyncIterable<Uint8Array>;
}

/** Types that are refused, in words; all others that are not handled are refused as unknown. */
const REFUSED_TYPES: Readonly<Record<string, string>> = {
  '1': 'a hard link',
  '2': 'a symbolic link',
  '3': 'a character device',
  '4': 'a block device',
  '6': 'a FIFO',
  K: 'a link with a long name',
  S: 'a sparse file',
};

/** Regular files; `7` is POSIX's contiguous file, which everybody reads as a regular one. */
const isRegularType = (type: string) => type === '0' || type === '7';

const renamed = (overrides: PaxOverrides | null, { name, size }: TarHeader) => ({
  name: overrides?.path ?? name,
  size: overrides?.size ?? size,
});

const padded = (size: number) => Math.ceil(size / TAR_BLOCK_BYTES) * TAR_BLOCK_BYTES;

/**
 * Walks a tar strictly: every oddity that other readers treat differently (which is how archives smuggle) is refused.
 * An archive without its two closing zero blocks is accepted when its last member is whole, as GNU tar does.
 * Written because modern-tar's decoder takes sparse files, unknown types, malformed PAX records and bad sizes silently.
 * @throws {ArchiveError} `not-tar-gz` or `archive-hostile`
 */
export class TarReader {
  readonly #reader: ByteReader;
  readonly #limits: ArchiveLimits;
  readonly #names = new Set<string>();
  #headerCount = 0;

  constructor(reader: ByteReader, limits: ArchiveLimits) {
    this.#reader = reader;
    this.#limits = limits;
  }

  /** Calls `onEntry` for each regular file in order, and reads to the end of the stream. */
  async read(onEntry: (entry: ArchiveEntry) => void | Promise<void>): Promise<void> {
    try {
      for (let entry = await this.#next(); entry; entry = await this.#next()) await this.#visit(entry, onEntry);
      await this.#expectZeros();
    } catch (error) {
      if (!(error instanceof UnexpectedEndError)) throw error;
      throw new ArchiveError('not-tar-gz', 'The tar ends in the middle of a member: the archive is cut off.', {
        cause: error,
      });
    }
  }

  async #visit(entry: { name: string; size: number }, onEntry: (entry: ArchiveEntry) => void | Promise<void>) {
    const reader = this.#reader;
    const end = reader.position + entry.size;
    const paddedEnd = reader.position + padded(entry.size);
    let isOver = false;
    const chunks = (async function* () {
      while (!isOver && reader.position < end) {
        const chunk = await reader.chunk(end - reader.position);
        if (!chunk) throw new UnexpectedEndError(`${end - reader.position} bytes of ${entry.name} are missing`);
        yield chunk;
      }
    })();
    try {
      await onEntry({ ...entry, chunks });
    } finally {
      isOver = true;
    }
    await reader.skip(paddedEnd - reader.position);
  }

  /** The header of the next regular file; null at the end of the archive. */
  async #next(): Promise<{ name: string; size: number } | null> {
    let overrides: PaxOverrides | null = null;
    for (;;) {
      const position = this.#reader.position;
      const block = await this.#block();
      if (!block && overrides) {
        throw new ArchiveError('not-tar-gz', 'The tar ends between the long name of a member and the member.');
      }
      if (!block) return null;
      const header = readTarHeader(block, position);
      this.#count();
      if (header.type === 'g') checkGlobalPaxRecords(await this.#metadata(header));
      else if (header.type === 'x')
        overrides = Object.assign(overrides ?? {}, readPaxRecords(await this.#metadata(header)));
      else if (header.type === 'L')
        overrides = Object.assign(overrides ?? {}, { path: tarText(await this.#metadata(header)) });
      else {
        const entry = this.#member({ ...header, ...renamed(overrides, header) });
        if (entry) return entry;
        overrides = null;
      }
    }
  }

  /** Checks a member; null for a folder. */
  #member({ name, size, type }: TarHeader): { name: string; size: number } | null {
    // The type comes first: of a link, that it is one says more than that its name is odd.
    if (!isRegularType(type) && type !== '5') {
      const kind = REFUSED_TYPES[type] ?? `of the unknown type ${quoteName(type)}`;
      throw new ArchiveError(
        'archive-hostile',
        `The member ${quoteName(name)} is ${kind}. Only plain files are allowed.`,
      );
    }
    const checked = checkEntryName(name, this.#limits.maxNameLength);
    // Tars from before ustar mark a folder by the slash at its name's end.
    if (type === '5' || name.endsWith('/')) {
      if (size === 0) return null;
      throw new ArchiveError('archive-hostile', `The folder ${quoteName(name)} has a content.`);
    }
    if (checked === '') throw new ArchiveError('archive-hostile', 'A member of the archive has no name.');
    if (this.#names.has(checked)) {
      throw new ArchiveError('archive-hostile', `The archive holds two members with the name ${quoteName(checked)}.`);
    }
    this.#names.add(checked);
    return { name: checked, size };
  }

  #count(): void {
    this.#headerCount += 1;
    if (this.#headerCount <= this.#limits.maxEntries) return;
    throw new ArchiveError('archive-hostile', `The archive has more than ${this.#limits.maxEntries} entries.`);
  }

  async #metadata({ size }: TarHeader): Promise<Uint8Array> {
    if (size > this.#limits.maxMetadataBytes) {
      throw new ArchiveError('archive-hostile', `A metadata record of the archive has ${size} bytes.`);
    }
    const bytes = await this.#reader.take(size);
    await this.#reader.skip(padded(size) - size);
    return bytes;
  }

  /** The next header block; null at the closing zero block, or when the stream ends where a member ends. */
  async #block(): Promise<Uint8Array | null> {
    const hasMore = await this.#reader.ensure(1);
    const isFirst = this.#reader.position === 0;
    if (!hasMore && isFirst) throw new ArchiveError('not-tar-gz', 'The gzip is empty: there is no tar archive in it.');
    if (!hasMore) return null;
    if (isFirst && !(await this.#reader.ensure(TAR_BLOCK_BYTES))) {
      throw new ArchiveError('not-tar-gz', 'The file is gzip, but what is packed in it is not a tar archive.');
    }
    const block = await this.#reader.take(TAR_BLOCK_BYTES);
    return isZeroBlock(block) ? null : block;
  }

  /** After the end only padding may follow: other readers would go on and find more members there. */
  async #expectZeros(): Promise<void> {
    for (;;) {
      const chunk = await this.#reader.chunk(Number.MAX_SAFE_INTEGER);
      if (!chunk) return;
      if (!isZeroBlock(chunk)) {
        throw new ArchiveError('archive-hostile', 'Data follows the end of the tar archive.');
      }
    }
  }
}
