import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bytesField, joinBytes, varintField } from '../protobuf/message.ts';
import { buildOnnx, type ModelSpec } from '../testing/onnxBuilder.ts';
import { REAL_MODELS } from '../testing/realModels.ts';
import { inputShapes, runOnnx, someNumbers } from '../testing/runOnnx.ts';
import { buildAddModel, buildSymbolicModel } from '../testing/sampleModels.ts';
import { testFolder } from '../testing/testFolder.ts';
import { fixShapes, ShapeMismatchError } from './fixShapes.ts';
import { readOnnxHeaderFromFile } from './readOnnxHeader.ts';

const folder = testFolder();

type Shapes = Record<string, number[]>;

async function fixFile(modelPath: string, shapes: Shapes) {
  const destinationPath = folder.at('fixed.onnx');
  const result = await fixShapes({ modelPath, shapes: new Map(Object.entries(shapes)), destinationPath });
  return { ...result, destinationPath, header: await readOnnxHeaderFromFile(destinationPath) };
}

const fix = async (model: Uint8Array, shapes: Shapes) => fixFile(await folder.write('model.onnx', model), shapes);

const model = (spec: Partial<ModelSpec>) =>
  buildOnnx({ inputs: [], outputs: [], nodes: [{ op: 'Identity', inputs: ['x'], outputs: ['y'] }], ...spec });

describe('fixShapes on real models, judged by ONNX Runtime', () => {
  it('fixes the three open dimensions of a text direction model without changing what it computes', async () => {
    const { fixedDimensions, destinationPath, header } = await fixFile(REAL_MODELS.textDirection, {
      x: [2, 3, 48, 192],
    });
    expect(fixedDimensions).toEqual([
      { input: 'x', index: 0, symbol: 'p2o.DynamicDimension.0', value: 2 },
      { input: 'x', index: 2, symbol: 'p2o.DynamicDimension.1', value: 48 },
      { input: 'x', index: 3, symbol: 'p2o.DynamicDimension.2', value: 192 },
    ]);
    expect(header.inputs[0]?.shape).toEqual([2, 3, 48, 192]);
    expect(await inputShapes(destinationPath)).toEqual({ x: [2, 3, 48, 192] });

    const x = someNumbers(2, 3, 48, 192);
    const original = await runOnnx(REAL_MODELS.textDirection, { x });
    const fixed = await runOnnx(destinationPath, { x });
    // Known shapes let ONNX Runtime fuse more, so the last bits may differ.
    for (const [name, { data, dims }] of original) {
      expect(fixed.get(name)?.dims).toEqual(dims);
      fixed.get(name)?.data.forEach((value, index) => expect(value).toBeCloseTo(data[index] ?? Number.NaN, 5));
    }
  });

  it('fixes a text detection model so that ONNX Runtime refuses any other shape', async () => {
    const { destinationPath } = await fixFile(REAL_MODELS.textDetection, { x: [1, 3, 64, 64] });
    const [output] = (await runOnnx(destinationPath, { x: someNumbers(1, 3, 64, 64) })).values();
    expect(output?.dims).toEqual([1, 1, 64, 64]);
    await expect(runOnnx(destinationPath, { x: someNumbers(1, 3, 96, 64) })).rejects.toThrow(/invalid dimensions/u);
  });

  it('changes only the bytes that describe the shapes', async () => {
    const { destinationPath } = await fixFile(REAL_MODELS.textDirection, { x: [1, 3, 48, 192] });
    const [before, after] = [REAL_MODELS.textDirection, destinationPath].map((path) => readFileSync(path));
    const { layout } = await readOnnxHeaderFromFile(REAL_MODELS.textDirection);
    const firstValue = layout.values[0]?.start ?? 0;
    expect(after?.subarray(0, firstValue).equals(before?.subarray(0, firstValue) ?? new Uint8Array(0))).toBe(false);
    const [start, shift] = [layout.graphStart, (await readOnnxHeaderFromFile(destinationPath)).layout.graphStart];
    expect(
      after
        ?.subarray(shift, shift + firstValue - start)
        .equals(before?.subarray(start, firstValue) ?? new Uint8Array(0)),
    ).toBe(true);
  });

  it('copies a model whose shapes are fixed already byte for byte, named or not', async () => {
    for (const shapes of [{ 'input:0': [1, 128, 128, 3] }, {}] as Shapes[]) {
      const { fixedDimensions, destinationPath } = await fixFile(REAL_MODELS.blazeFace, shapes);
      expect(fixedDimensions).toEqual([]);
      expect(readFileSync(destinationPath).equals(readFileSync(REAL_MODELS.blazeFace))).toBe(true);
    }
  });

  it('gives a shared symbol its value in inputs, outputs and value infos', async () => {
    const { fixedDimensions, destinationPath, header } = await fix(buildSymbolicModel(), {
      left: [3, 4],
      right: [3, 4],
    });
    expect(fixedDimensions).toEqual([
      { input: 'left', index: 0, symbol: 'batch', value: 3 },
      { input: 'right', index: 0, symbol: 'batch', value: 3 },
    ]);
    expect([...header.inputs, ...header.outputs].map(({ shape }) => shape)).toEqual([
      [3, 4],
      [3, 4],
      [3, 4],
    ]);
    expect(readFileSync(destinationPath).includes('batch')).toBe(false);
    const results = await runOnnx(destinationPath, { left: someNumbers(3, 4), right: someNumbers(3, 4) });
    expect(results.get('out')?.dims).toEqual([3, 4]);
  });
});

describe('fixShapes', () => {
  it('gives an input of unknown rank its shape', async () => {
    const { fixedDimensions, header, destinationPath } = await fix(
      model({ inputs: [{ name: 'x', shape: null }], outputs: [{ name: 'y', shape: null }] }),
      { x: [2, 5] },
    );
    expect(fixedDimensions).toEqual([
      { input: 'x', index: 0, symbol: null, value: 2 },
      { input: 'x', index: 1, symbol: null, value: 5 },
    ]);
    expect(header.inputs[0]?.shape).toEqual([2, 5]);
    expect(await inputShapes(destinationPath)).toEqual({ x: [2, 5] });
  });

  it('fixes nameless and negative dimensions, each on its own', async () => {
    const { header, fixedDimensions } = await fix(model({ inputs: [{ name: 'x', shape: [null, -1, 7] }] }), {
      x: [2, 3, 7],
    });
    expect(header.inputs[0]?.shape).toEqual([2, 3, 7]);
    expect(fixedDimensions.map(({ index, symbol }) => [index, symbol])).toEqual([
      [0, null],
      [1, null],
    ]);
  });

  it('takes an empty list for a scalar', async () => {
    const { header } = await fix(
      model({
        inputs: [
          { name: 'x', shape: ['n'] },
          { name: 'sr', dtype: 'int64', shape: [] },
        ],
      }),
      { x: [4], sr: [] },
    );
    expect(header.inputs.map(({ shape }) => shape)).toEqual([[4], []]);
  });

  it('keeps documentation, denotations and unknown fields of what it edits', async () => {
    const dimension = joinBytes([bytesField(2, 'n'), bytesField(3, 'DATA_BATCH')]);
    const tensorType = joinBytes([varintField(1, 1), bytesField(2, bytesField(1, dimension))]);
    const type = joinBytes([bytesField(1, tensorType), bytesField(6, 'IMAGE')]);
    const info = joinBytes([bytesField(1, 'x'), bytesField(2, type), bytesField(3, 'about x'), bytesField(200, 'new')]);
    const { destinationPath } = await fix(joinBytes([varintField(1, 8), bytesField(7, bytesField(11, info))]), {
      x: [9],
    });
    const fixed = readFileSync(destinationPath);
    for (const kept of ['DATA_BATCH', 'IMAGE', 'about x', 'new']) expect(fixed.includes(kept)).toBe(true);
  });

  it('edits a model with external data in its own folder, the data untouched', async () => {
    await folder.write('w.bin', new Uint8Array(Float32Array.of(1, 2, 3).buffer));
    const { destinationPath } = await fix(
      buildOnnx({
        inputs: [{ name: 'x', shape: ['n', 3] }],
        outputs: [{ name: 'y', shape: ['n', 3] }],
        nodes: [{ op: 'Add', inputs: ['x', 'w'], outputs: ['y'] }],
        initializers: [{ name: 'w', dims: [3], external: { location: 'w.bin' } }],
      }),
      { x: [1, 3] },
    );
    const results = await runOnnx(destinationPath, { x: { dims: [1, 3], data: Float32Array.of(1, 1, 1) } });
    expect([...(results.get('y')?.data ?? [])]).toEqual([2, 3, 4]);
  });

  const two = {
    inputs: [
      { name: 'a', shape: ['n', 3] },
      { name: 'b', shape: [2, null] },
    ],
  };
  const misfits: [string, Shapes, ShapeMismatchError['failureId'], string, RegExp][] = [
    [
      'an input that the model does not have',
      { a: [1, 3], b: [2, 2], c: [1] },
      'input-unknown',
      'c',
      /“c” is no input of the model\. Its inputs are: a float32 \[n, 3\]; b float32 \[2, \?\]/u,
    ],
    [
      'an open input that is left out',
      { a: [1, 3] },
      'input-missing',
      'b',
      /inputs are: a .*; b .*\. Given were: a \[1, 3\]/u,
    ],
    [
      'a wrong rank',
      { a: [1, 3, 1], b: [2, 2] },
      'input-shape',
      'a',
      /a float32 \[n, 3\]; given was \[1, 3, 1\]: 2 dimensions are needed, not 3/u,
    ],
    ['another value for a fixed dimension', { a: [1, 4], b: [2, 2] }, 'input-shape', 'a', /dimension 1 is fixed to 3/u],
    [
      'zero for an open dimension',
      { a: [0, 3], b: [2, 2] },
      'input-shape',
      'a',
      /dimension 0 needs a whole number from 1/u,
    ],
    ['a fraction', { a: [1.5, 3], b: [2, 2] }, 'input-shape', 'a', /whole number/u],
  ];
  it.each(misfits)('refuses %s', async (_what, shapes, failureId, input, detail) => {
    const error: unknown = await fix(model(two), shapes).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ShapeMismatchError);
    expect(error).toMatchObject({ failureId, input });
    expect((error as ShapeMismatchError).detail).toMatch(detail);
    expect(readdirSync(folder.at())).toEqual(['model.onnx']);
  });

  it('refuses two values for one symbol', async () => {
    await expect(fix(buildSymbolicModel(), { left: [1, 4], right: [2, 4] })).rejects.toMatchObject({
      failureId: 'input-shape',
      input: 'right',
      detail: expect.stringContaining('“batch” is 1 in left already and cannot be 2') as string,
    });
  });

  it('leaves nothing when it is aborted', async () => {
    const modelPath = await folder.write('model.onnx', buildAddModel());
    const request = {
      modelPath,
      shapes: new Map(),
      destinationPath: folder.at('out.onnx'),
      signal: AbortSignal.abort(),
    };
    await expect(fixShapes(request)).rejects.toMatchObject({ name: 'AbortError' });
    expect(readdirSync(folder.at())).toEqual(['model.onnx']);
  });

  it('gives the same bytes again and can write over an older result', async () => {
    const first = await fix(buildSymbolicModel(), { left: [3, 4], right: [3, 4] });
    copyFileSync(first.destinationPath, folder.at('first'));
    const second = await fix(buildSymbolicModel(), { left: [3, 4], right: [3, 4] });
    expect(readFileSync(second.destinationPath).equals(readFileSync(folder.at('first')))).toBe(true);
  });
});
