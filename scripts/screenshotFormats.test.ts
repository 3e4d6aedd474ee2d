import { crc32, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { encodePng } from './png.ts';
import { xauthorityEntry } from './xauthority.ts';
import { readXwd } from './xwd.ts';

const HEADER_FIELDS = 25;
const COLOURS = 2;

/** A dump of one line of two pixels: pure red, and a blue with a little green; blue comes first in memory. */
function smallDump(): Buffer {
  const header = Buffer.alloc(HEADER_FIELDS * 4);
  const fields: Record<number, number> = { 0: header.length, 1: 7, 4: 2, 5: 1, 7: 0, 11: 32, 12: 8, 19: COLOURS };
  for (const [index, value] of Object.entries(fields)) header.writeUInt32BE(value, Number(index) * 4);
  const pixels = Buffer.from([0, 0, 255, 0, 200, 10, 0, 0]);
  return Buffer.concat([header, Buffer.alloc(COLOURS * 12), pixels]);
}

describe('readXwd', () => {
  it('finds the pixels behind header and colours, and puts red first', () => {
    const image = readXwd(smallDump());
    expect(image).toEqual({ width: 2, height: 1, pixels: Buffer.from([255, 0, 0, 0, 10, 200]) });
  });

  it('refuses other formats', () => {
    expect(() => readXwd(Buffer.alloc(100))).toThrow('Not a 32-bit X window dump');
  });
});

describe('encodePng', () => {
  it('writes size, filtered lines and right checksums', () => {
    const png = encodePng(readXwd(smallDump()));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2, 1]);
    const dataLength = png.readUInt32BE(33);
    const data = png.subarray(41, 41 + dataLength);
    expect([...inflateSync(data)]).toEqual([0, 255, 0, 0, 0, 10, 200]);
    expect(png.readUInt32BE(41 + dataLength)).toBe(crc32(png.subarray(37, 41 + dataLength)));
  });
});

describe('xauthorityEntry', () => {
  it('is valid for every display', () => {
    const entry = xauthorityEntry(Buffer.from('0123456789abcdef'));
    expect(entry.toString('latin1')).toBe('\xff\xff\0\0\0\0\0\x12MIT-MAGIC-COOKIE-1\0\x100123456789abcdef');
  });
});
