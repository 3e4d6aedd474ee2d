import { crc32, deflateSync } from 'node:zlib';
import type { RgbImage } from './xwd.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const EIGHT_BITS_TRUE_COLOUR = [8, 2, 0, 0, 0];

/** Encodes an image as PNG. */
export function encodePng(image: RgbImage): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(image.width, 0);
  header.writeUInt32BE(image.height, 4);
  header.set(EIGHT_BITS_TRUE_COLOUR, 8);

  const lineBytes = image.width * 3;
  const lines = Buffer.alloc((lineBytes + 1) * image.height);
  for (let y = 0; y < image.height; y += 1) {
    // Each line starts with its filter type: 0, none.
    image.pixels.copy(lines, y * (lineBytes + 1) + 1, y * lineBytes, (y + 1) * lineBytes);
  }
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, checksum]);
}
