import { UnexpectedEndError, type ByteReader } from '../bytes/byteReader.ts';
import { decodeVarint, splitTag } from './varint.ts';
import { ProtobufError, WIRE_BYTES, WIRE_FIXED32, WIRE_FIXED64, WIRE_VARINT } from './wireTypes.ts';

/** A field of a message, the reader standing at the start of its payload (behind the length). */
export interface WireField {
  number: number;
  wireType: number;
  /** Value of a varint as a signed 64-bit number (exact within ±2^53); 0 for the other wire types. */
  value: number;
  /** Offset of the tag. */
  start: number;
  /** Offset of the payload; for a varint, the offset behind it. */
  payloadStart: number;
  /** Offset behind the field. */
  end: number;
}

/** Tag (5 bytes at most) and length or value (10 at most) always fit into this. */
const LONGEST_FIELD_HEAD = 20;
/** Deeper than any real graph, shallower than the stack: protobuf's own limit is 100. */
const MAX_DEPTH = 64;
/** Some seconds of walking; real models stay four orders of magnitude below. */
const MAX_FIELDS = 200_000_000;

/**
 * Walks protobuf messages without building them: fields are told one by one, and whatever a visitor leaves unread is
 * skipped by its length. Hostile lengths, nesting and field counts end in an error, never in memory.
 */
export class WireReader {
  readonly #reader: ByteReader;
  #fieldCount = 0;
  #depth = 0;

  constructor(reader: ByteReader) {
    this.#reader = reader;
  }

  get position(): number {
    return this.#reader.position;
  }

  /**
   * Tells the fields of the message that reaches from here to `end`, or to the end of the bytes when `end` is infinite.
   * A visitor may read the payload (`text`, `bytes`, or `fields` for a nested message) or leave it alone.
   * @throws {ProtobufError} for malformed bytes
   * @throws {UnexpectedEndError} when the bytes end before `end`
   */
  async fields(end: number, visit: (field: WireField) => void | Promise<void>): Promise<void> {
    if (this.#depth >= MAX_DEPTH) throw new ProtobufError(`Messages are nested more than ${MAX_DEPTH} deep`);
    this.#depth += 1;
    const reader = this.#reader;
    while (reader.position < end) {
      if (reader.buffered < LONGEST_FIELD_HEAD && !(await reader.ensure(LONGEST_FIELD_HEAD)) && reader.buffered === 0) {
        if (end === Infinity) break;
        throw new UnexpectedEndError(`${end - reader.position} bytes are missing at offset ${reader.position}`);
      }
      const field = this.#head(end);
      const pending = visit(field);
      if (pending) await pending;
      const rest = field.end - reader.position;
      if (rest > reader.buffered) await reader.skip(rest);
      else if (rest > 0) reader.advance(rest);
    }
    this.#depth -= 1;
  }

  /**
   * The payload of a field as text.
   * @throws {ProtobufError} when it is longer than `maxBytes`
   */
  async text(field: WireField, maxBytes: number): Promise<string> {
    return new TextDecoder().decode(await this.bytes(field, maxBytes));
  }

  /**
   * A copy of the payload of a length-delimited field.
   * @throws {ProtobufError} when it is longer than `maxBytes`, or the field is of another wire type
   */
  async bytes(field: WireField, maxBytes: number): Promise<Uint8Array> {
    const length = field.end - field.payloadStart;
    if (field.wireType !== WIRE_BYTES) throw new ProtobufError(`Field ${field.number} has the wrong wire type`);
    if (length > maxBytes)
      throw new ProtobufError(`Field ${field.number} has ${length} bytes; ${maxBytes} are allowed`);
    return this.#reader.take(length);
  }

  #head(end: number): WireField {
    this.#fieldCount += 1;
    if (this.#fieldCount > MAX_FIELDS) throw new ProtobufError(`The message has more than ${MAX_FIELDS} fields`);
    const start = this.#reader.position;
    const { number, wireType } = splitTag(this.#varint());
    let value = 0;
    let length = 0;
    if (wireType === WIRE_VARINT) value = this.#varint();
    else if (wireType === WIRE_BYTES) length = this.#varint();
    else if (wireType === WIRE_FIXED64) length = 8;
    else if (wireType === WIRE_FIXED32) length = 4;
    else throw new ProtobufError(`Field ${number} at offset ${start} has the unknown wire type ${wireType}`);
    const payloadStart = this.#reader.position;
    if (length < 0 || !Number.isSafeInteger(payloadStart + length) || payloadStart + length > end) {
      throw new ProtobufError(`Field ${number} at offset ${start} reaches beyond the message that holds it`);
    }
    return { number, wireType, value, start, payloadStart, end: payloadStart + length };
  }

  /** Reads a varint; all its bytes are buffered, unless the file ends in it. */
  #varint(): number {
    const reader = this.#reader;
    const varint = decodeVarint(reader.buffer, reader.offset);
    if (!varint) throw new UnexpectedEndError(`a number is cut off at offset ${reader.position}`);
    reader.advance(varint.end - reader.offset);
    return varint.value;
  }
}
