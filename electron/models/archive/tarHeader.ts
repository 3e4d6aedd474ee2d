import { latin1 } from '../bytes/latin1.ts';
import { ArchiveError } from './archiveError.ts';

export const TAR_BLOCK_BYTES = 512;

/** One header block of a tar as it stands, before long names and PAX records are applied. */
export interface TarHeader {
  name: string;
  size: number;
  /** The type flag; `0` for regular files, also when the field is NUL. */
  type: string;
}

const CHECKSUM_START = 148;
const CHECKSUM_END = 156;
const OCTAL = /^ *([0-7]+)[ \0]*$/u;
const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

const damaged = (what: string, position: number) =>
  new ArchiveError('not-tar-gz', `${what} (at byte ${position} of the unpacked tar): the archive is damaged.`);

/** Text up to the first NUL; names from before UTF-8 are read as Latin-1, so that no two names become one. */
export function tarText(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  const text = end === -1 ? bytes : bytes.subarray(0, end);
  try {
    return strictUtf8.decode(text);
  } catch {
    return latin1(text);
  }
}

export const isZeroBlock = (block: Uint8Array): boolean => block.every((byte) => byte === 0);

function hasRightChecksum(block: Uint8Array): boolean {
  const stored = OCTAL.exec(latin1(block.subarray(CHECKSUM_START, CHECKSUM_END)));
  if (!stored) return false;
  let unsigned = 0;
  let signed = 0;
  block.forEach((byte, index) => {
    const value = index >= CHECKSUM_START && index < CHECKSUM_END ? 0x20 : byte;
    unsigned += value;
    signed += value > 127 ? value - 256 : value;
  });
  // Some old writers summed signed bytes; GNU tar accepts both, too.
  return [unsigned, signed].includes(Number.parseInt(stored[1] ?? '', 8));
}

/** A size: octal digits, or base-256 when the first bit is set. Null when it is neither, or negative, or unsafe. */
function readSize(field: Uint8Array): number | null {
  const first = field[0] ?? 0;
  if (first & 0x80) {
    // The second bit is the sign; a negative size has no meaning.
    if (first & 0x40) return null;
    const size = field.subarray(1).reduce((total, byte) => total * 256 + byte, first & 0x3f);
    return Number.isSafeInteger(size) ? size : null;
  }
  const octal = OCTAL.exec(latin1(field));
  return octal ? Number.parseInt(octal[1] ?? '', 8) : null;
}

/**
 * Reads one header block strictly: v7, ustar or GNU, with the right checksum and a plain size.
 * @param position offset of the block in the tar, for the message
 * @throws {ArchiveError} `not-tar-gz`
 */
export function readTarHeader(block: Uint8Array, position: number): TarHeader {
  if (!hasRightChecksum(block)) {
    throw position === 0
      ? new ArchiveError('not-tar-gz', 'The file is gzip, but what is packed in it is not a tar archive.')
      : damaged('A tar header has the wrong checksum', position);
  }
  const size = readSize(block.subarray(124, 136));
  if (size === null) throw damaged('A tar header has no readable size', position);
  const typeByte = block[156] ?? 0;
  const magic = latin1(block.subarray(257, 263));
  const ownName = tarText(block.subarray(0, 100));
  // GNU keeps times where ustar keeps the prefix.
  const prefix = magic === 'ustar\0' ? tarText(block.subarray(345, 500)) : '';
  return {
    name: prefix === '' ? ownName : `${prefix}/${ownName}`,
    size,
    type: typeByte === 0 ? '0' : String.fromCharCode(typeByte),
  };
}
