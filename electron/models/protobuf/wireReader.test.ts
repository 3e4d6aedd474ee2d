import { describe, expect, it } from 'vitest';
import { ByteReader, UnexpectedEndError } from '../bytes/byteReader.ts';
import { chunkSource } from '../bytes/byteSource.ts';
import { bytesField, joinBytes, parseMessage, varintField } from './message.ts';
import { encodeVarint } from './varint.ts';
import { WireReader, type WireField } from './wireReader.ts';
import { ProtobufError } from './wireTypes.ts';

function chunksOf(bytes: Uint8Array, size: number): Uint8Array[] {
  const count = Math.ceil(bytes.length / size);
  return Array.from({ length: count }, (_, index) => bytes.subarray(index * size, (index + 1) * size));
}

async function fieldsOf(bytes: Uint8Array, chunkSize = 7): Promise<WireField[]> {
  const fields: WireField[] = [];
  const wire = new WireReader(new ByteReader(chunkSource(chunksOf(bytes, chunkSize))));
  await wire.fields(Infinity, (field) => void fields.push(field));
  return fields;
}

const INTEGERS = [0, 1, 127, 128, 300, 2 ** 28, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 53 - 1, -1, -5, -(2 ** 40)];

describe('WireReader', () => {
  it.each(INTEGERS)('reads the varint %d that the encoder wrote', async (value) => {
    const bytes = varintField(3, value);
    const [field] = await fieldsOf(bytes, 1);
    expect(field).toMatchObject({ number: 3, value, start: 0, end: bytes.length });
    expect(parseMessage(bytes)[0]).toMatchObject({ number: 3, value });
  });

  it.each([1, 2, 19, 20, 1000])('walks and skips alike in chunks of %d bytes', async (chunkSize) => {
    const message = joinBytes([
      varintField(1, 7),
      bytesField(2, new Uint8Array(500)),
      Uint8Array.of(0x1d, 1, 2, 3, 4),
      Uint8Array.of(0x21, 1, 2, 3, 4, 5, 6, 7, 8),
      bytesField(5, 'end'),
    ]);
    const fields = await fieldsOf(message, chunkSize);
    expect(fields.map(({ number, payloadStart, end }) => [number, end - payloadStart])).toEqual([
      [1, 0],
      [2, 500],
      [3, 4],
      [4, 8],
      [5, 3],
    ]);
    expect(fields.at(-1)?.end).toBe(message.length);
  });

  it('reads nested messages and their texts', async () => {
    const wire = new WireReader(new ByteReader(chunkSource([bytesField(1, bytesField(2, 'grüße'))])));
    const texts: string[] = [];
    await wire.fields(Infinity, (outer) =>
      wire.fields(outer.end, async (inner) => void texts.push(await wire.text(inner, 100))),
    );
    expect(texts).toEqual(['grüße']);
  });

  const malformed: [string, Uint8Array][] = [
    ['the field number 0', Uint8Array.of(0, 1)],
    ['a group', Uint8Array.of(0x0b, 0x0c)],
    ['the wire type 7', Uint8Array.of(0x0f)],
    ['a varint of eleven bytes', new Uint8Array(12).fill(0xff)],
    ['a negative length', joinBytes([Uint8Array.of(0x0a), encodeVarint(-1)])],
    ['a length beyond all numbers', joinBytes([Uint8Array.of(0x0a), encodeVarint(2 ** 62)])],
  ];
  it.each(malformed)('refuses %s', async (_what, bytes) => {
    await expect(fieldsOf(bytes)).rejects.toThrow(ProtobufError);
    expect(() => parseMessage(bytes)).toThrow(ProtobufError);
  });

  it('refuses a field that reaches beyond the message that holds it', async () => {
    const wire = new WireReader(new ByteReader(chunkSource([Uint8Array.of(0x0a, 3, 0x0a, 9, 1, 1, 1, 1)])));
    const walking = wire.fields(Infinity, (outer) => wire.fields(outer.end, () => undefined));
    await expect(walking).rejects.toThrow(/reaches beyond the message/u);
  });

  it('says how much is missing when the bytes end', async () => {
    await expect(fieldsOf(Uint8Array.of(0x0a, 100, 1, 2))).rejects.toThrow(UnexpectedEndError);
    await expect(fieldsOf(Uint8Array.of(0x08, 0x80))).rejects.toThrow(UnexpectedEndError);
    await expect(fieldsOf(joinBytes([Uint8Array.of(0x0a), encodeVarint(2 ** 40)]))).rejects.toThrow(
      /1099511627776 bytes/u,
    );
  });

  it('refuses messages that are nested without end', async () => {
    let bomb = new Uint8Array(0);
    for (let depth = 0; depth < 200; depth += 1) bomb = new Uint8Array(bytesField(1, bomb));
    const wire = new WireReader(new ByteReader(chunkSource([bomb])));
    const descend = (field: WireField): Promise<void> => wire.fields(field.end, descend);
    await expect(wire.fields(Infinity, descend)).rejects.toThrow(/nested more than/u);
  });

  it('refuses to hold a text that is too long', async () => {
    const wire = new WireReader(new ByteReader(chunkSource([bytesField(1, 'x'.repeat(100))])));
    await expect(wire.fields(Infinity, async (field) => void (await wire.text(field, 99)))).rejects.toThrow(
      /99 are allowed/u,
    );
  });
});
