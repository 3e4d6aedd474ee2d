import { blake2b } from '@noble/hashes/blake2.js';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

const CHUNK_BYTES = 1 << 20;

export interface FileDigest {
  /** Hex. */
  digest: string;
  sizeBytes: number;
}

interface Hash {
  update(chunk: Uint8Array): unknown;
}

/**
 * BLAKE2b-512, the API's `ArtifactDigest`. Not `node:crypto`: Electron's BoringSSL does not have it.
 * @throws Node's error when the file cannot be read
 */
export async function blake2b512OfFile(path: string): Promise<FileDigest> {
  const hash = blake2b.create({ dkLen: 64 });
  const sizeBytes = await feed(path, hash);
  return { digest: Buffer.from(hash.digest()).toString('hex'), sizeBytes };
}

/**
 * SHA-256 of a file.
 * @throws Node's error when the file cannot be read
 */
export async function sha256OfFile(path: string): Promise<FileDigest> {
  const hash = createHash('sha256');
  const sizeBytes = await feed(path, hash);
  return { digest: hash.digest('hex'), sizeBytes };
}

async function feed(path: string, hash: Hash): Promise<number> {
  let sizeBytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
    hash.update(chunk as Uint8Array);
    sizeBytes += (chunk as Uint8Array).length;
  }
  return sizeBytes;
}
