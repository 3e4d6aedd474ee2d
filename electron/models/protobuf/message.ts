import { decodeVarint, encodeVarint, splitTag, type Varint } from './varint.ts';
import { ProtobufError, WIRE_BYTES, WIRE_FIXED32, WIRE_FIXED64, WIRE_VARINT } from './wireTypes.ts';

/** A field of a small message that is held in memory. */
export interface MessageField {
  number: number;
  wireType: number;
  /** Value of a varint as a signed 64-bit number; 0 for the other wire types. */
  value: number;
  /** Bytes behind the tag and the length; of a varint, its own bytes. */
  payload: Uint8Array;
  /** The whole field with its tag, to be copied unchanged. */
  raw: Uint8Array;
}

function readVarint(bytes: Uint8Array, start: number): Varint {
  const varint = decodeVarint(bytes, start);
  if (!varint) throw new ProtobufError('The message ends in the middle of a number');
  return varint;
}

/**
 * The fields of a whole small message, in order.
 * @throws {ProtobufError}
 */
export function parseMessage(bytes: Uint8Array): MessageField[] {
  const fields: MessageField[] = [];
  let offset = 0;
  while (offset < bytes.length) {
    const tag = readVarint(bytes, offset);
    const { number, wireType } = splitTag(tag.value);
    let start = tag.end;
    let length = 0;
    let value = 0;
    if (wireType === WIRE_VARINT) {
      const varint = readVarint(bytes, start);
      value = varint.value;
      length = varint.end - start;
    } else if (wireType === WIRE_BYTES) {
      const varint = readVarint(bytes, start);
      start = varint.end;
      length = varint.value;
    } else if (wireType === WIRE_FIXED64) length = 8;
    else if (wireType === WIRE_FIXED32) length = 4;
    else throw new ProtobufError(`Unknown wire type ${wireType}`);
    const end = start + length;
    if (length < 0 || end > bytes.length) throw new ProtobufError('A field reaches beyond its message');
    fields.push({
      number,
      wireType,
      value,
      payload: bytes.subarray(start, end),
      raw: bytes.subarray(offset, end),
    });
    offset = end;
  }
  return fields;
}

/** All parts, one after the other. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

/** Tag and value of a varint field. */
export const varintField = (number: number, value: number): Uint8Array =>
  joinBytes([encodeVarint(number * 8 + WIRE_VARINT), encodeVarint(value)]);

/** Tag and length of a length-delimited field whose payload follows. */
export const bytesFieldHead = (number: number, length: number): Uint8Array =>
  joinBytes([encodeVarint(number * 8 + WIRE_BYTES), encodeVarint(length)]);

/** A length-delimited field: a nested message, or text in UTF-8. */
export function bytesField(number: number, payload: Uint8Array | string): Uint8Array {
  const bytes = typeof payload === 'string' ? new TextEncoder().encode(payload) : payload;
  return joinBytes([bytesFieldHead(number, bytes.length), bytes]);
}
