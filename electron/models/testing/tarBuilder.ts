import { gzipSync } from 'node:zlib';

const BLOCK = 512;
const CHECKSUM_OFFSET = 148;

/** What a raw tar header says; everything can be wrong on purpose. */
export interface TarHeaderOptions {
  name: string | Uint8Array;
  size?: number;
  /** One character; `0` is a regular file. */
  type?: string;
  linkName?: string;
  /** `ustar\0` + `00` unless told; `gnu` is `ustar` + two spaces; `v7` is none. */
  magic?: 'ustar' | 'gnu' | 'v7';
  /** The 155 bytes that ustar puts before the name. */
  prefix?: string;
  /** The 12 bytes of the size field, instead of the octal `size`. */
  sizeField?: Uint8Array;
  /** The checksum's value, instead of the right one. */
  checksum?: number;
}

const encoder = new TextEncoder();
const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, '0')}\0`;
const MAGICS = { ustar: 'ustar\u{0}00', gnu: 'ustar  \0', v7: '' } as const;

/** One 512-byte tar header made by hand. */
export function tarHeader(options: TarHeaderOptions): Uint8Array {
  const header = new Uint8Array(BLOCK);
  const put = (value: string | Uint8Array, offset: number, limit: number) =>
    header.set((typeof value === 'string' ? encoder.encode(value) : value).subarray(0, limit), offset);
  put(options.name, 0, 100);
  put(octal(0o644, 7), 100, 8);
  put(octal(0, 7), 108, 8);
  put(octal(0, 7), 116, 8);
  put(options.sizeField ?? octal(options.size ?? 0, 11), 124, 12);
  put(octal(0, 11), 136, 12);
  put(options.type ?? '0', 156, 1);
  put(options.linkName ?? '', 157, 100);
  put(MAGICS[options.magic ?? 'ustar'], 257, 8);
  put(options.prefix ?? '', 345, 155);
  header.fill(0x20, CHECKSUM_OFFSET, CHECKSUM_OFFSET + 8);
  const sum = header.reduce((total, byte) => total + byte, 0);
  put(octal(options.checksum ?? sum, 6), CHECKSUM_OFFSET, 7);
  return header;
}

/** Zero bytes up to the next block. */
export const tarPadding = (size: number): Uint8Array => new Uint8Array((BLOCK - (size % BLOCK)) % BLOCK);

/** Header, content and padding of one member. */
export function tarEntry(
  name: string | Uint8Array,
  content: string | Uint8Array = '',
  options: Partial<TarHeaderOptions> = {},
): Uint8Array {
  const bytes = typeof content === 'string' ? encoder.encode(content) : content;
  return concatBytes(tarHeader({ name, size: bytes.length, ...options }), bytes, tarPadding(bytes.length));
}

/** A PAX header (`x` for the next member, `g` for all that follow) with well-formed records. */
export function paxHeader(records: Readonly<Record<string, string>>, type: 'x' | 'g' = 'x'): Uint8Array {
  const lines = Object.entries(records).map(([key, value]) => {
    const rest = encoder.encode(` ${key}=${value}\n`).length;
    let length = rest + 1;
    while (rest + String(length).length !== length) length += 1;
    return `${length} ${key}=${value}\n`;
  });
  return tarEntry('PaxHeader', lines.join(''), { type });
}

/** GNU's way to give the next member a long name. */
export const gnuLongName = (name: string): Uint8Array =>
  tarEntry('././@LongLink', `${name}\0`, { type: 'L', magic: 'gnu' });

/** The two zero blocks that end an archive. */
export const tarEnd = (): Uint8Array => new Uint8Array(2 * BLOCK);

/** All parts one after the other. */
export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

/** A gzip of the parts and of the end of the archive. */
export const tarGz = (...parts: readonly Uint8Array[]): Uint8Array => gzipSync(concatBytes(...parts, tarEnd()));
