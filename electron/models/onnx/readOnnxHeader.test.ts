import { createReadStream, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ArchiveError } from '../archive/archiveError.ts';
import { bytesField, joinBytes, varintField } from '../protobuf/message.ts';
import { buildOnnx } from '../testing/onnxBuilder.ts';
import { REAL_MODELS } from '../testing/realModels.ts';
import { buildAddModel, buildSlowModel } from '../testing/sampleModels.ts';
import { testFolder } from '../testing/testFolder.ts';
import { readOnnxHeaderFromChunks, readOnnxHeaderFromFile } from './readOnnxHeader.ts';

const folder = testFolder();
const read = (bytes: Uint8Array) => readOnnxHeaderFromChunks([bytes]);
const simple = { inputs: [], outputs: [], nodes: [] };

describe('readOnnxHeader on a real model', () => {
  it('tells what BlazeFace says about itself', async () => {
    const header = await readOnnxHeaderFromFile(REAL_MODELS.blazeFace);
    expect(header).toMatchObject({
      irVersion: 7,
      opset: 12,
      producer: 'tf2onnx 1.7.2',
      inputs: [{ name: 'input:0', dtype: 'float32', shape: [1, 128, 128, 3] }],
      nodeCount: 104,
      externalData: [],
    });
    expect(header.outputs.map(({ name, shape }) => [name, shape])).toEqual([
      ['Identity:0', [1, 512, 1]],
      ['Identity_1:0', [1, 384, 1]],
      ['Identity_2:0', [1, 512, 16]],
      ['Identity_3:0', [1, 384, 16]],
    ]);
    expect(header.operators.get('Conv')).toBe(37);
    expect([...header.operators.values()].reduce((sum, count) => sum + count)).toBe(104);
  });

  it('tells the symbols of PaddleOCR', async () => {
    const header = await readOnnxHeaderFromFile(REAL_MODELS.textDirection);
    expect(header.inputs).toEqual([
      {
        name: 'x',
        dtype: 'float32',
        isTensor: true,
        shape: [
          { symbol: 'p2o.DynamicDimension.0' },
          3,
          { symbol: 'p2o.DynamicDimension.1' },
          { symbol: 'p2o.DynamicDimension.2' },
        ],
      },
    ]);
    expect(header).toMatchObject({ opset: 9, nodeCount: 471 });
  });

  it.each(Object.values(REAL_MODELS))('reads the same by seeking and by streaming: %s', async (path) => {
    const bySeeking = await readOnnxHeaderFromFile(path);
    expect(await readOnnxHeaderFromChunks(createReadStream(path, { highWaterMark: 997 }))).toEqual(bySeeking);
    expect(await readOnnxHeaderFromChunks([readFileSync(path)])).toEqual(bySeeking);
  });
});

describe('readOnnxHeader on a model', () => {
  it('reads the same in chunks of one byte', async () => {
    const model = buildSlowModel(10);
    expect(await readOnnxHeaderFromChunks(Array.from(model, (byte) => Uint8Array.of(byte)))).toEqual(await read(model));
  });

  it('leaves out inputs that have an initialiser', async () => {
    const { inputs } = await read(
      buildOnnx({
        ...simple,
        inputs: [
          { name: 'x', shape: [1] },
          { name: 'w', shape: [1] },
        ],
        initializers: [{ name: 'w', dims: [1], data: [1] }],
      }),
    );
    expect(inputs.map(({ name }) => name)).toEqual(['x']);
  });

  it('tells fixed, named, open and unknown dimensions apart', async () => {
    const { inputs } = await read(
      buildOnnx({
        ...simple,
        inputs: [
          { name: 'mixed', dtype: 'int64', shape: [2, 'n', null, -1, 0] },
          { name: 'scalar', shape: [] },
          { name: 'unknown', shape: null },
        ],
      }),
    );
    expect(inputs).toEqual([
      { name: 'mixed', dtype: 'int64', isTensor: true, shape: [2, { symbol: 'n' }, null, null, 0] },
      { name: 'scalar', dtype: 'float32', isTensor: true, shape: [] },
      { name: 'unknown', dtype: 'float32', isTensor: true, shape: null },
    ]);
  });

  it('counts the nodes of the main graph only, and names the domain of foreign operators', async () => {
    const loop = await read(buildSlowModel(10));
    expect(Object.fromEntries(loop.operators)).toEqual({ Loop: 1 });
    const { operators, opsetImports, opset } = await read(
      buildOnnx({
        ...simple,
        nodes: [
          { op: 'Relu', inputs: ['a'], outputs: ['b'], domain: 'ai.onnx' },
          { op: 'Gelu', inputs: ['b'], outputs: ['c'], domain: 'com.microsoft' },
        ],
        domains: { 'com.microsoft': 1 },
      }),
    );
    expect(Object.fromEntries(operators)).toEqual({ Relu: 1, 'com.microsoft.Gelu': 1 });
    expect([...opsetImports]).toEqual([
      ['', 17],
      ['com.microsoft', 1],
    ]);
    expect(opset).toBe(17);
  });

  it('finds external data in initialisers, attributes and subgraphs, each file once', async () => {
    const external = (location: string) => ({
      name: location,
      dims: [1],
      external: { location, offset: 0, length: 4 },
    });
    const { externalData } = await read(
      buildOnnx({
        ...simple,
        initializers: [external('b.bin'), { ...external('b.bin'), name: 'again' }, external('a.bin')],
        nodes: [
          { op: 'Constant', inputs: [], outputs: ['k'], attributes: { value: { tensor: external('constant.bin') } } },
          {
            op: 'If',
            inputs: ['k'],
            outputs: ['y'],
            attributes: { then_branch: { graph: { ...simple, initializers: [external('branch.bin')] } } },
          },
        ],
      }),
    );
    expect(externalData).toEqual(['a.bin', 'b.bin', 'branch.bin', 'constant.bin']);
  });

  it('tells sequences and maps from tensors', async () => {
    const sequenceType = bytesField(2, bytesField(4, new Uint8Array(0)));
    const graph = bytesField(7, bytesField(11, joinBytes([bytesField(1, 's'), sequenceType])));
    const { inputs } = await read(joinBytes([varintField(1, 8), graph]));
    expect(inputs).toEqual([{ name: 's', dtype: 'sequence', isTensor: false, shape: null }]);
  });

  it('reads the few names of a large file without its weights', async () => {
    const weights = bytesField(5, joinBytes([bytesField(8, 'w'), bytesField(9, new Uint8Array(0))]));
    const size = 2 ** 31;
    const graphTail = bytesField(11, bytesField(1, 'x'));
    // A raw_data of 2 GiB in a sparse file: only its length is written.
    const rawHead = bigField(9, size);
    const tensorHead = bigField(5, rawHead.length + size);
    const graphHead = bigField(7, weights.length + tensorHead.length + rawHead.length + size + graphTail.length);
    const head = joinBytes([varintField(1, 8), graphHead, weights, tensorHead, rawHead]);
    const path = await folder.write('large.onnx', head);
    truncateSync(path, head.length + size);
    writeFileSync(path, graphTail, { flag: 'a' });
    const startMs = performance.now();
    expect((await readOnnxHeaderFromFile(path)).inputs[0]?.name).toBe('x');
    expect(performance.now() - startMs).toBeLessThan(500);
  });

  function bigField(number: number, length: number): Uint8Array {
    const varint = varintField(1, length).subarray(1);
    return joinBytes([Uint8Array.of(number * 8 + 2), varint]);
  }
});

describe('readOnnxHeader', () => {
  const model = buildAddModel();
  const others: [string, Uint8Array | string, RegExp][] = [
    ['an empty file', '', /it is empty \(0 bytes\)/u],
    ['a web page', '<!doctype html>\n<html>', /it is an HTML page/u],
    [
      'a Git LFS pointer',
      'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a',
      /it is a Git LFS pointer.*git lfs pull/u,
    ],
    ['a zip', 'PK\u0003\u0004\u0014', /it is a zip archive \(PyTorch and Keras files are zips, too\)/u],
    ['an ORT-format model', '\u0018\0\0\0ORTM', /it is in the ORT format/u],
    ['a TFLite model', '\u001c\0\0\0TFL3', /it is a TensorFlow Lite model/u],
    ['a gzip', gzipSync('x'), /it is a gzip file/u],
    ['a text', 'hello world', /it is a plain text/u],
    ['a JSON text', '{"learner":', /it is a JSON text/u],
    ['zeros', new Uint8Array(1000), /it is filled with zeros/u],
    ['a TensorFlow GraphDef', bytesField(1, bytesField(1, 'input')), /field 1 at offset 0 is none of an ONNX model/u],
    ['a protobuf without a graph', varintField(1, 8), /holds no graph/u],
    ['a protobuf without a version', bytesField(7, new Uint8Array(0)), /ir_version is missing/u],
    ['an IR version from nowhere', joinBytes([varintField(1, 5000), bytesField(7, '')]), /no ONNX IR version 5000/u],
    ['a model with a foreign field', joinBytes([model, bytesField(99, 'x')]), /damaged: the field 99/u],
    ['a model that is cut off', model.subarray(0, 50), /The ONNX model is cut off: /u],
    ['a model with two graphs', joinBytes([model, bytesField(7, '')]), /two graphs/u],
    ['external data without a file', noLocation(), /“w” lies outside the model, in no named file/u],
  ];
  it.each(others)('refuses %s', async (_what, content, detail) => {
    const bytes = typeof content === 'string' ? new Uint8Array(Buffer.from(content, 'latin1')) : content;
    const fromFile: unknown = await readOnnxHeaderFromFile(await folder.write('x', bytes)).catch(
      (error: unknown) => error,
    );
    expect(fromFile).toBeInstanceOf(ArchiveError);
    expect(fromFile).toMatchObject({ failureId: 'onnx-unreadable' });
    expect((fromFile as ArchiveError).detail).toMatch(detail);
    await expect(read(bytes)).rejects.toThrow(detail);
  });

  function noLocation(): Uint8Array {
    const tensor = joinBytes([bytesField(8, 'w'), varintField(14, 1)]);
    return joinBytes([varintField(1, 8), bytesField(7, bytesField(5, tensor))]);
  }
});
