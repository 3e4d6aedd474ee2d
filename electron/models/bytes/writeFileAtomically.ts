import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';

/** A name for a file that is not whole yet, beside the final one; no two are the same. */
export const partialPathFor = (path: string): string => `${path}.${randomUUID()}.partial`;

/**
 * Writes a file so that it appears under its name only when it is whole and on the disk. When `write` throws, nothing
 * is left.
 * @param partialPath the name until then, on the same file system; given by callers that clean up after a kill
 */
export async function writeFileAtomically<T>(
  path: string,
  write: (append: (chunk: Uint8Array) => Promise<void>) => Promise<T>,
  partialPath = partialPathFor(path),
): Promise<T> {
  // Exclusive: a link that someone put there is not followed.
  const handle = await open(partialPath, 'wx');
  try {
    let result: T;
    try {
      result = await write(async (chunk) => {
        for (let done = 0; done < chunk.length;) {
          done += (await handle.write(chunk, done, chunk.length - done)).bytesWritten;
        }
      });
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(partialPath, path);
    return result;
  } catch (error) {
    await rm(partialPath, { force: true });
    throw error;
  }
}
