import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { digestSources, isBuiltFrom, removeBuildStamp, writeBuildStamp } from './buildStamp.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'edgewright-build-'));
  const sources = ['electron/main/index.ts', 'shared/s3Uri.ts', 'renderer/main.tsx', 'resources/icon/icon.svg'];
  const settings = ['electron.vite.config.ts', 'package.json', 'package-lock.json'];
  const outputs = ['out/main/index.cjs', 'out/preload/index.cjs', 'out/renderer/index.html'];
  for (const file of [...sources, ...settings, ...outputs]) write(file, file);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the build stamp', () => {
  it('spares a second build of the same sources', async () => {
    const digest = await digestSources(root);
    expect(await isBuiltFrom(root, digest)).toBe(false);
    await writeBuildStamp(root, digest);
    expect(await isBuiltFrom(root, await digestSources(root))).toBe(true);
  });

  it('changes with any source, and not with tests', async () => {
    const before = await digestSources(root);
    write('shared/s3Uri.test.ts', 'a test');
    expect(await digestSources(root)).toBe(before);
    write('shared/s3Uri.ts', 'changed');
    expect(await digestSources(root)).not.toBe(before);
  });

  it('does not trust a stamp without the build, or a removed one', async () => {
    const digest = await digestSources(root);
    await writeBuildStamp(root, digest);
    rmSync(join(root, 'out/main/index.cjs'));
    expect(await isBuiltFrom(root, digest)).toBe(false);

    write('out/main/index.cjs', '');
    await removeBuildStamp(root);
    expect(await isBuiltFrom(root, digest)).toBe(false);
  });
});

function write(file: string, content: string): void {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
