import { ProtobufError } from './wireTypes.ts';

const MAX_VARINT_BYTES = 10;
const TWO_32 = 2 ** 32;

/** A number, and the offset behind it. */
export interface Varint {
  /** As a signed 64-bit number: exact within ±2^53, nearest beyond. */
  value: number;
  end: number;
}

/**
 * Reads a varint.
 * @returns null when the bytes end before it does
 * @throws {ProtobufError} when it is longer than 64 bits can be
 */
export function decodeVarint(bytes: Uint8Array, start: number): Varint | null {
  let low = 0;
  let high = 0;
  for (let index = 0; index < MAX_VARINT_BYTES; index += 1) {
    const byte = bytes[start + index];
    if (byte === undefined) return null;
    const bits = byte & 0x7f;
    if (index < 4) low |= bits << (7 * index);
    else if (index === 4) {
      low |= bits << 28;
      high = bits >> 4;
    } else high |= bits << (7 * index - 32);
    if (byte < 0x80) return { value: (high | 0) * TWO_32 + (low >>> 0), end: start + index + 1 };
  }
  throw new ProtobufError('A number is longer than ten bytes');
}

/** A whole number as a varint; negative ones take ten bytes, as int64 does. */
export function encodeVarint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  do {
    const bits = Number(rest & 0x7fn);
    rest >>= 7n;
    bytes.push(rest === 0n ? bits : bits | 0x80);
  } while (rest !== 0n);
  return Uint8Array.from(bytes);
}

const MAX_TAG = 2 ** 32 - 1;

/**
 * Field number and wire type out of a tag.
 * @throws {ProtobufError} for the field number 0, which no message has
 */
export function splitTag(tag: number): { number: number; wireType: number } {
  const number = Math.floor(tag / 8);
  if (number < 1 || tag > MAX_TAG) throw new ProtobufError('A tag names no field');
  return { number, wireType: tag & 7 };
}
