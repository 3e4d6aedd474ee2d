import { latin1 } from '../bytes/latin1.ts';
import { ArchiveError } from './archiveError.ts';

/** What PAX records change about the member that follows. */
export interface PaxOverrides {
  path?: string;
  size?: number;
}

const SPACE = 0x20;
const NEWLINE = 0x0a;
const EQUALS = 0x3d;
const MAX_LENGTH_DIGITS = 8;
const decoder = new TextDecoder('utf-8', { fatal: true });

const malformed = () => new ArchiveError('not-tar-gz', 'A PAX record of the tar is malformed: the archive is damaged.');

/** Keys and values; the last of repeated keys wins, as POSIX says. */
function* paxPairs(bytes: Uint8Array): Generator<[key: string, value: Uint8Array]> {
  let offset = 0;
  while (offset < bytes.length) {
    const space = bytes.indexOf(SPACE, offset);
    if (space <= offset || space - offset > MAX_LENGTH_DIGITS) throw malformed();
    const digits = latin1(bytes.subarray(offset, space));
    const end = offset + Number(digits);
    const equals = bytes.indexOf(EQUALS, space);
    const isWhole =
      /^[1-9]\d*$/u.test(digits) && end <= bytes.length && bytes[end - 1] === NEWLINE && equals > space && equals < end;
    if (!isWhole) throw malformed();
    yield [latin1(bytes.subarray(space + 1, equals)), bytes.subarray(equals + 1, end - 1)];
    offset = end;
  }
}

function pathOf(value: Uint8Array): string {
  try {
    return decoder.decode(value);
  } catch {
    throw new ArchiveError('archive-hostile', 'The long name of a member is not valid UTF-8.');
  }
}

function sizeOf(value: Uint8Array): number {
  const digits = latin1(value);
  const size = /^\d{1,16}$/u.test(digits) ? Number(digits) : Number.NaN;
  if (!Number.isSafeInteger(size)) throw malformed();
  return size;
}

/**
 * Reads the PAX records before one member (POSIX.1-2001 pax, `x`). Keys that change nothing about the content
 * (times, owners, attributes) are ignored.
 * @throws {ArchiveError} `not-tar-gz` for malformed records, `archive-hostile` for sparse files
 */
export function readPaxRecords(bytes: Uint8Array): PaxOverrides {
  const overrides: PaxOverrides = {};
  for (const [key, value] of paxPairs(bytes)) {
    if (key === 'path') overrides.path = pathOf(value);
    if (key === 'size') overrides.size = sizeOf(value);
    if (key.startsWith('GNU.sparse.')) throw new ArchiveError('archive-hostile', 'The archive holds a sparse file.');
  }
  return overrides;
}

/**
 * Checks PAX records that hold for all members (`g`), such as git's comment: one path or one size for all is hostile.
 * @throws {ArchiveError}
 */
export function checkGlobalPaxRecords(bytes: Uint8Array): void {
  const { path, size } = readPaxRecords(bytes);
  if (path !== undefined || size !== undefined) {
    throw new ArchiveError('archive-hostile', 'A global PAX record gives all members the same name or size.');
  }
}
