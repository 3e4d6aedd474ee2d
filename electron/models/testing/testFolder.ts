import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';

/** A fresh folder for every test of the file, removed afterwards. */
export interface TestFolder {
  /** Path of something in the folder. */
  at(...names: string[]): string;
  /** Writes a file and tells its path. */
  write(name: string, content: Uint8Array | string): Promise<string>;
}

/** Sets up a {@link TestFolder}; called at the top of a test file. */
export function testFolder(): TestFolder {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'edgewright-models-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });
  const at = (...names: string[]) => join(folder, ...names);
  return {
    at,
    write: async (name, content) => {
      await writeFile(at(name), content);
      return at(name);
    },
  };
}
