import type { FileHandle } from 'node:fs/promises';

/** Where bytes come from: a stream that runs past, or a file in which one can jump. */
export interface ByteSource {
  /** The next bytes, at least one; null at the end. They stay valid until the next call only. */
  next(): Promise<Uint8Array | null>;
  /** Leaves out up to `count` bytes; tells how many there were. */
  skip(count: number): Promise<number>;
}

/** A source over chunks of any size. */
export function chunkSource(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): ByteSource {
  const iterator = Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
  let leftOver: Uint8Array | null = null;
  const next = async (): Promise<Uint8Array | null> => {
    if (leftOver) {
      const chunk = leftOver;
      leftOver = null;
      return chunk;
    }
    for (;;) {
      const step = await iterator.next();
      if (step.done) return null;
      if (step.value.length > 0) return step.value;
    }
  };
  const skip = async (count: number): Promise<number> => {
    let skipped = 0;
    while (skipped < count) {
      const chunk = await next();
      if (!chunk) break;
      const part = Math.min(chunk.length, count - skipped);
      if (part < chunk.length) leftOver = chunk.subarray(part);
      skipped += part;
    }
    return skipped;
  };
  return { next, skip };
}

/** Small enough to cost nothing when only a few names are read between two jumps. */
const FILE_WINDOW_BYTES = 64 * 1024;

/** A source over an open file of `size` bytes; what is skipped is not read. */
export function fileSource(handle: FileHandle, size: number): ByteSource {
  const window = new Uint8Array(FILE_WINDOW_BYTES);
  let offset = 0;
  return {
    next: async () => {
      const { bytesRead } = await handle.read(window, 0, Math.min(window.length, Math.max(0, size - offset)), offset);
      offset += bytesRead;
      return bytesRead === 0 ? null : window.subarray(0, bytesRead);
    },
    skip: (count) => {
      const skipped = Math.min(count, Math.max(0, size - offset));
      offset += skipped;
      return Promise.resolve(skipped);
    },
  };
}
