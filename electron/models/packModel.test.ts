import { mkdirSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inspectModel } from './inspectModel.ts';
import { modelEntryName, packModelArchive } from './packModel.ts';
import { buildOnnx } from './testing/onnxBuilder.ts';
import { REAL_MODELS } from './testing/realModels.ts';
import { testFolder } from './testing/testFolder.ts';

const folder = testFolder();

const withExternal = (location: string) =>
  buildOnnx({
    inputs: [],
    outputs: [],
    nodes: [],
    initializers: [{ name: 'w', dims: [1], external: { location } }],
  });

describe('packModelArchive', () => {
  it('packs a bare model so that the archive is inspected to the same summary', async () => {
    const { sha256, sizeBytes } = await packModelArchive(REAL_MODELS.blazeFace, folder.at('model.tar.gz'));
    const [bare, packed] = [await inspectModel(REAL_MODELS.blazeFace), await inspectModel(folder.at('model.tar.gz'))];
    expect(packed).toEqual({
      ...bare,
      fileName: 'model.tar.gz',
      packaging: 'tar.gz',
      sizeBytes,
      sha256,
      modifiedMs: packed.modifiedMs,
    });
  });

  it('packs the external data where the model looks for it', async () => {
    mkdirSync(folder.at('weights'));
    await folder.write('weights/w.bin', 'data');
    await packModelArchive(await folder.write('net.bin', withExternal('weights/w.bin')), folder.at('model.tar.gz'));
    expect(await inspectModel(folder.at('model.tar.gz'))).toMatchObject({
      modelEntry: 'net.onnx',
      otherEntries: ['weights/w.bin'],
    });
  });

  it.each([
    ['external data outside of the folder', withExternal('../w.bin'), 'onnx-unreadable'],
    ['external data that is not there', withExternal('w.bin'), 'onnx-unreadable'],
    ['external data that would be a second model', withExternal('net.onnx'), 'onnx-several'],
    ['what is no model', new TextEncoder().encode('hello'), 'onnx-unreadable'],
  ])('refuses %s, and leaves nothing', async (_what, content, code) => {
    const path = await folder.write('net.onnx', content);
    await expect(packModelArchive(path, folder.at('model.tar.gz'))).rejects.toMatchObject({ kind: 'model', code });
    expect(readdirSync(folder.at())).toEqual(['net.onnx']);
  });

  it('ends as cancelled when it is aborted', async () => {
    const signal = AbortSignal.abort();
    await expect(packModelArchive(REAL_MODELS.blazeFace, folder.at('m.tar.gz'), { signal })).rejects.toMatchObject({
      kind: 'cancelled',
    });
    expect(readdirSync(folder.at())).toEqual([]);
  });
});

describe('modelEntryName', () => {
  it.each([
    ['/a/net.onnx', 'net.onnx'],
    ['/a/net.v2.bin', 'net.v2.onnx'],
    ['/a/net', 'net.onnx'],
    ['/a/.onnx', 'model.onnx'],
    ['/a/new\nline.onnx', 'model.onnx'],
    ['/a/back\\slash.onnx', 'model.onnx'],
  ])('makes of %j the entry %s', (path, entry) => {
    expect(modelEntryName(path)).toBe(entry);
  });
});
