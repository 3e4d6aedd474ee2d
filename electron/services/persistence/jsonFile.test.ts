import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { jsonFile } from './jsonFile.ts';

const schema = z.object({ count: z.number() });

describe('jsonFile', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'edgewright-json-'));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  it('reads what was written and leaves no temp file', async () => {
    const file = jsonFile(join(directory, 'deep', 'a.json'), schema);
    await file.write({ count: 3 });
    expect(await file.read()).toEqual({ count: 3 });
    expect(await readdir(join(directory, 'deep'))).toEqual(['a.json']);
  });

  it('answers null for a missing file', async () => {
    expect(await jsonFile(join(directory, 'a.json'), schema).read()).toBeNull();
  });

  it.each(['{"count":', '{"count":"three"}', ''])('keeps a broken file beside and answers null: %s', async (text) => {
    const path = join(directory, 'a.json');
    await writeFile(path, text);
    expect(await jsonFile(path, schema).read()).toBeNull();
    expect((await readdir(directory)).some((name) => name.startsWith('a.json.corrupt-'))).toBe(true);
  });

  it('keeps the order of writes that overlap', async () => {
    const file = jsonFile(join(directory, 'a.json'), schema);
    await Promise.all(Array.from({ length: 20 }, (_, count) => file.write({ count })));
    expect(await file.read()).toEqual({ count: 19 });
  });
});
