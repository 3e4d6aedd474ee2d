import { readFile, rename, rm } from 'node:fs/promises';
import type { z } from 'zod';
import { writeWhole } from './writeWhole.ts';

/** One JSON document on disk, read and written through a schema. */
export interface JsonFile<Value> {
  /** Null when the file is missing or cannot be used; a broken file is kept beside it as `.corrupt-<time>`. */
  read(): Promise<Value | null>;
  /** Whole or not at all: temp file, fsync, rename. Writes queue behind each other; the last one wins. */
  write(value: Value): Promise<void>;
  remove(): Promise<void>;
}

export function jsonFile<Schema extends z.ZodType>(path: string, schema: Schema): JsonFile<z.infer<Schema>> {
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  };

  const read = async (): Promise<z.infer<Schema> | null> => {
    let text: string;
    try {
      text = await readFile(path, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
    const parsed = schema.safeParse(parseOrUndefined(text));
    if (parsed.success) return parsed.data;
    await rename(path, `${path}.corrupt-${Date.now()}`);
    return null;
  };

  return {
    read: () => inTurn(read),
    write: (value) => inTurn(() => writeWhole(path, `${JSON.stringify(value, null, 2)}\n`)),
    remove: () => inTurn(() => rm(path, { force: true })),
  };
}

function parseOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
