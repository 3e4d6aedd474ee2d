import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { appendFileSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { testFolder } from '../testing/testFolder.ts';
import { packArchive } from './packArchive.ts';
import { readArchive } from './readArchive.ts';

const folder = testFolder();

async function twoFiles() {
  return [
    { name: 'model.onnx', path: await folder.write('source.onnx', randomBytes(600_000)) },
    { name: 'sub/weights.bin', path: await folder.write('weights', 'w'.repeat(1000)) },
  ];
}

describe('packArchive', () => {
  it('packs files in the order given, as our reader and GNU tar read them', async () => {
    const files = await twoFiles();
    const result = await packArchive(files, folder.at('out.tar.gz'));
    const bytes = readFileSync(folder.at('out.tar.gz'));
    expect(result).toEqual({ sizeBytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });

    const entries: [string, number][] = [];
    await readArchive(folder.at('out.tar.gz'), ({ name, size }) => void entries.push([name, size]));
    expect(entries).toEqual([
      ['model.onnx', 600_000],
      ['sub/weights.bin', 1000],
    ]);
    const listed = execFileSync('tar', ['tvzf', folder.at('out.tar.gz'), '--numeric-owner', '--utc'], {
      encoding: 'utf8',
    });
    expect(listed.split('\n')[0]).toMatch(/^-rw-r--r-- 0\/0 +600000 1970-01-01 00:00 model\.onnx$/u);
  });

  it('makes the same bytes of the same files, whenever they were changed', async () => {
    const files = await twoFiles();
    const first = await packArchive(files, folder.at('1.tar.gz'));
    utimesSync(files[0]?.path ?? '', 1, 1);
    const second = await packArchive(files, folder.at('2.tar.gz'));
    expect(second).toEqual(first);
    expect(readFileSync(folder.at('2.tar.gz'))).toEqual(readFileSync(folder.at('1.tar.gz')));
  });

  it('writes a gzip header that does not tell where and when it was made', async () => {
    await packArchive(await twoFiles(), folder.at('out.tar.gz'));
    const header = readFileSync(folder.at('out.tar.gz')).subarray(0, 10);
    expect([...header]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
  });

  it('packs a long name and one with an umlaut', async () => {
    const path = await folder.write('a', 'x');
    const names = [`${'d/'.repeat(100)}${'n'.repeat(120)}`, 'größe.bin'];
    await packArchive(
      names.map((name) => ({ name, path })),
      folder.at('out.tar.gz'),
    );
    const found: string[] = [];
    await readArchive(folder.at('out.tar.gz'), ({ name }) => void found.push(name));
    expect(found).toEqual(names);
  });

  it('tells its progress up to the sum of all sources', async () => {
    const seen: [number, number][] = [];
    await packArchive(await twoFiles(), folder.at('out.tar.gz'), { onProgress: (...progress) => seen.push(progress) });
    expect(seen.at(-1)).toEqual([601_000, 601_000]);
    expect(seen.length).toBeGreaterThan(2);
  });

  it('refuses a source that grows while it is packed, and leaves nothing', async () => {
    const files = await twoFiles();
    let isGrown = false;
    const onProgress = () => {
      if (!isGrown) appendFileSync(files[0]?.path ?? '', 'more');
      isGrown = true;
    };
    const before = readdirSync(folder.at());
    await expect(packArchive(files, folder.at('out.tar.gz'), { onProgress })).rejects.toMatchObject({
      kind: 'model',
      message: expect.stringContaining('changed while it was being packed') as string,
    });
    expect(readdirSync(folder.at())).toEqual(before);
  });

  it('leaves nothing when it is aborted', async () => {
    const files = await twoFiles();
    const controller = new AbortController();
    const packing = packArchive(files, folder.at('out.tar.gz'), {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(packing).rejects.toMatchObject({ name: 'AbortError' });
    expect(readdirSync(folder.at()).sort()).toEqual(['source.onnx', 'weights']);
  });

  it('keeps an archive that is there already when it fails', async () => {
    const path = await folder.write('out.tar.gz', 'old');
    await expect(packArchive([{ name: 'a', path: folder.at('gone') }], path)).rejects.toMatchObject({
      kind: 'notFound',
    });
    expect(readFileSync(path, 'utf8')).toBe('old');
  });

  it('refuses names that the reader would refuse', async () => {
    const path = await folder.write('a', 'x');
    for (const names of [['../a'], ['a', './a']]) {
      const files = names.map((name) => ({ name, path }));
      const packing = packArchive(files, folder.at('out.tar.gz'));
      await expect(packing).rejects.toMatchObject({ failureId: 'archive-hostile' });
    }
  });
});
