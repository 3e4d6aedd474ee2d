import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../shared/errors/appError.ts';
import { modelSummarySchema } from '../../shared/models/modelSummary.ts';
import { inspectModel } from './inspectModel.ts';
import { guessLayout } from './layout.ts';
import { buildOnnx } from './testing/onnxBuilder.ts';
import { REAL_MODELS } from './testing/realModels.ts';
import { buildAddModel } from './testing/sampleModels.ts';
import { tarEntry, tarGz } from './testing/tarBuilder.ts';
import { testFolder } from './testing/testFolder.ts';

const folder = testFolder();
const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

const withExternal = (location: string) =>
  buildOnnx({
    inputs: [],
    outputs: [],
    nodes: [],
    initializers: [{ name: 'w', dims: [1], external: { location } }],
  });

async function refusal(path: string): Promise<AppError> {
  const error: unknown = await inspectModel(path).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(AppError);
  return error as AppError;
}

describe('inspectModel', () => {
  it('summarises a bare model', async () => {
    const summary = await inspectModel(REAL_MODELS.blazeFace);
    expect(modelSummarySchema.parse(summary)).toEqual(summary);
    expect(summary).toMatchObject({
      framework: 'ONNX',
      fileName: 'face_detection_front_128x128_barracuda.onnx',
      packaging: 'onnx',
      sizeBytes: 442_005,
      modifiedMs: statSync(REAL_MODELS.blazeFace).mtimeMs,
      sha256: sha256(REAL_MODELS.blazeFace),
      modelEntry: 'face_detection_front_128x128_barracuda.onnx',
      otherEntries: [],
      inputs: [{ name: 'input:0', dtype: 'float32', shape: [1, 128, 128, 3], layout: 'NHWC' }],
      irVersion: 7,
      opset: 12,
      producer: 'tf2onnx 1.7.2',
      nodeCount: 104,
    });
    expect(summary.operators).toMatchObject({ Conv: 37, Relu: 17 });
  });

  it('summarises an archive, whatever its name', async () => {
    const content = tarGz(
      tarEntry('./models/cls.onnx', readFileSync(REAL_MODELS.textDirection)),
      tarEntry('./models/._cls.onnx', 'macOS'),
      tarEntry('./labels.txt', 'up\ndown'),
    );
    const path = await folder.write('anything.bin', content);
    expect(await inspectModel(path)).toMatchObject({
      fileName: 'anything.bin',
      packaging: 'tar.gz',
      sizeBytes: content.length,
      sha256: sha256(path),
      modelEntry: 'models/cls.onnx',
      otherEntries: ['labels.txt'],
      inputs: [{ name: 'x', layout: 'NCHW' }],
      nodeCount: 471,
    });
  });

  it('names the files with external data of a bare model', async () => {
    mkdirSync(folder.at('weights'));
    await folder.write('weights/w.bin', 'data');
    const path = await folder.write('m.onnx', withExternal('./weights/w.bin'));
    expect((await inspectModel(path)).otherEntries).toEqual(['weights/w.bin']);
  });

  it('follows links as Hugging Face’s cache has them', async () => {
    for (const name of ['blobs', 'snapshot']) mkdirSync(folder.at(name));
    await folder.write('blobs/1', withExternal('m.onnx.data'));
    await folder.write('blobs/2', 'data');
    symlinkSync('../blobs/1', folder.at('snapshot/m.onnx'));
    symlinkSync('../blobs/2', folder.at('snapshot/m.onnx.data'));
    expect((await inspectModel(folder.at('snapshot/m.onnx'))).otherEntries).toEqual(['m.onnx.data']);
  });

  it('refuses external data behind a link that leaves the folder', async () => {
    mkdirSync(folder.at('m'));
    await folder.write('secret', 'data');
    await folder.write('m/m.onnx', withExternal('w.bin'));
    symlinkSync('../secret', folder.at('m/w.bin'));
    const error = await refusal(folder.at('m/m.onnx'));
    expect(error).toMatchObject({ kind: 'model', code: 'onnx-unreadable' });
    expect(error.message).toMatch(/“w\.bin”, a link that leaves the model's folder/u);
  });

  it('tells its progress for both kinds', async () => {
    const archive = await folder.write('m.tar.gz', tarGz(tarEntry('m.onnx', buildAddModel())));
    for (const path of [archive, REAL_MODELS.textDetection]) {
      const seen: number[] = [];
      await inspectModel(path, { onProgress: (done, total) => seen.push(done / total) });
      expect(seen.at(-1)).toBe(1);
    }
  });

  it('says in the catalogue’s words what is wrong, with what was found and what to do', async () => {
    const path = await folder.write('model.tar.gz', tarGz(tarEntry('saved_model.pb', 'x')));
    expect((await refusal(path)).toData()).toEqual({
      kind: 'model',
      code: 'onnx-missing',
      message: 'The archive holds no .onnx file. The archive holds: “saved_model.pb”.',
      hint: 'Choose the framework that fits the model, or put the .onnx file into the archive.',
      details: undefined,
    });
  });

  const refusals: [string, string, Uint8Array | string, string, RegExp][] = [
    ['a text named like an archive', 'model.tar.gz', 'hello', 'not-tar-gz', /a plain text/u],
    ['an empty archive file', 'model.tgz', '', 'not-tar-gz', /empty/u],
    ['a zip that is no model', 'model.pt', 'PK\u0003\u0004', 'onnx-unreadable', /a zip archive/u],
    [
      'missing external data',
      'model.onnx',
      withExternal('w.bin'),
      'onnx-unreadable',
      /“w\.bin”, which is not in the model's folder/u,
    ],
    [
      'external data outside',
      'model.onnx',
      withExternal('../w.bin'),
      'onnx-unreadable',
      /“\.\.\/w\.bin”, whose name leads out of its folder/u,
    ],
  ];
  it.each(refusals)('refuses %s', async (_what, name, content, code, message) => {
    const error = await refusal(await folder.write(name, content));
    expect(error).toMatchObject({ kind: 'model', code });
    expect(error.message).toMatch(message);
  });

  it('says that a file is not there, and that a folder is no file', async () => {
    expect(await refusal(folder.at('gone.onnx'))).toMatchObject({ kind: 'notFound' });
    expect(await refusal(folder.at())).toMatchObject({ kind: 'model' });
  });

  it('ends as cancelled when it is aborted', async () => {
    copyFileSync(REAL_MODELS.textDetection, folder.at('m.onnx'));
    const controller = new AbortController();
    const inspecting = inspectModel(folder.at('m.onnx'), {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(inspecting).rejects.toMatchObject({ kind: 'cancelled' });
  });
});

describe('guessLayout', () => {
  it.each([
    [[1, 3, 224, 224], 'NCHW'],
    [[{ symbol: 'n' }, 1, null, null], 'NCHW'],
    [[1, 224, 224, 3], 'NHWC'],
    [[null, 320, 320, 4], 'NHWC'],
    [[1, 3, 3, 3], null],
    [[1, 64, 56, 56], null],
    [[1, 3, 224], null],
    [null, null],
  ] as const)('guesses from %j the layout %s', (shape, layout) => {
    expect(guessLayout(shape)).toBe(layout);
  });
});
