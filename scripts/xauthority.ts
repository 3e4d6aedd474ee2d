import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';

const FAMILY_WILD = 0xffff;
const PROTOCOL = 'MIT-MAGIC-COOKIE-1';

/** Writes an X authority file with a fresh cookie, so that only who can read the file can see and steer the display. */
export async function writeXauthority(file: string): Promise<void> {
  await writeFile(file, xauthorityEntry(randomBytes(16)), { mode: 0o600 });
}

/** One entry of an X authority file that is valid for every display: big-endian lengths, as xauth writes it. */
export function xauthorityEntry(cookie: Buffer): Buffer {
  const family = Buffer.alloc(2);
  family.writeUInt16BE(FAMILY_WILD);
  const anyAddress = counted(Buffer.alloc(0));
  const anyDisplayNumber = counted(Buffer.alloc(0));
  return Buffer.concat([family, anyAddress, anyDisplayNumber, counted(Buffer.from(PROTOCOL)), counted(cookie)]);
}

function counted(bytes: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
