import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { buildOnnx } from '../testing/onnxBuilder.ts';
import { buildAddModel } from '../testing/sampleModels.ts';
import { tarEntry, tarGz } from '../testing/tarBuilder.ts';
import { testFolder } from '../testing/testFolder.ts';
import { extractOnnxModel } from './extractModel.ts';

const folder = testFolder();
const model = buildAddModel();
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const withExternal = (...locations: string[]) =>
  buildOnnx({
    inputs: [{ name: 'x', shape: [1] }],
    outputs: [{ name: 'y', shape: [1] }],
    nodes: [{ op: 'Add', inputs: ['x', 'w0'], outputs: ['y'] }],
    initializers: locations.map((location, index) => ({ name: `w${index}`, dims: [1], external: { location } })),
  });

beforeEach(() => mkdirSync(folder.at('out')));

async function extract(...parts: Uint8Array[]) {
  const archive = tarGz(...parts);
  const archivePath = await folder.write('model.tar.gz', archive);
  return { archive, result: await extractOnnxModel({ archivePath, directory: folder.at('out') }) };
}

describe('extractOnnxModel', () => {
  it('extracts the one model and nothing else', async () => {
    const { archive, result } = await extract(
      tarEntry('deep/net.onnx', model),
      tarEntry('deep/._net.onnx', 'resource fork'),
      tarEntry('readme.txt', 'hello'),
    );
    expect(readdirSync(folder.at('out'))).toEqual(['model.onnx']);
    expect(new Uint8Array(readFileSync(result.modelPath))).toEqual(model);
    expect(result).toMatchObject({
      modelEntry: 'deep/net.onnx',
      archiveSha256: sha256(archive),
      archiveBytes: archive.length,
      modelSha256: sha256(model),
      modelBytes: model.length,
      otherEntries: ['readme.txt'],
      header: { opset: 17, nodeCount: 1 },
    });
  });

  it('extracts the external data that the model names, before or behind it, and keeps the rest', async () => {
    await extract(
      tarEntry('m/weights/a.bin', 'first'),
      tarEntry('m/net.onnx', withExternal('weights/a.bin', './b.bin')),
      tarEntry('m/b.bin', 'second'),
      tarEntry('b.bin', 'not this one'),
    );
    expect(readdirSync(folder.at('out')).sort()).toEqual(['b.bin', 'model.onnx', 'weights']);
    expect(readFileSync(folder.at('out', 'weights', 'a.bin'), 'utf8')).toBe('first');
    expect(readFileSync(folder.at('out', 'b.bin'), 'utf8')).toBe('second');
  });

  const refused: [string, Uint8Array[], string, RegExp][] = [
    ['an archive without a file', [], 'archive-empty', /no file at all/u],
    ['an archive with hidden files only', [tarEntry('._a.onnx', 'x')], 'archive-empty', /only hidden files/u],
    ['an archive without a model', [tarEntry('a.pb', 'x')], 'onnx-missing', /The archive holds: “a\.pb”/u],
    ['an extension in capital letters', [tarEntry('a.ONNX', 'x')], 'onnx-missing', /“a\.ONNX”/u],
    [
      'two models, whatever is in them',
      [tarEntry('a.onnx', 'x'), tarEntry('b.onnx', model)],
      'onnx-several',
      /“a\.onnx”, “b\.onnx”/u,
    ],
    [
      'a model that is a text',
      [tarEntry('a.onnx', 'hello')],
      'onnx-unreadable',
      /“a\.onnx”: The file is no ONNX model: it is a plain text/u,
    ],
    ['a model of zero bytes', [tarEntry('a.onnx', '')], 'onnx-unreadable', /it is empty \(0 bytes\)/u],
    ['a model that is cut off', [tarEntry('a.onnx', model.subarray(0, 60))], 'onnx-unreadable', /is cut off/u],
    [
      'missing external data, by name',
      [tarEntry('m/a.onnx', withExternal('w.bin')), tarEntry('w.bin', 'elsewhere')],
      'onnx-unreadable',
      /weights in “m\/w\.bin”, which is not in the archive/u,
    ],
    ...['../w.bin', '/etc/passwd', 'a/../../w.bin', 'C:w.bin', 'a\\w.bin', '*/_ORT_MEM_ADDR_/*', '.'].map(
      (location): [string, Uint8Array[], string, RegExp] => [
        `external data at ${location}`,
        [tarEntry('a.onnx', withExternal(location))],
        'onnx-unreadable',
        /keeps weights in the file/u,
      ],
    ),
    [
      'external data that takes the name of the model',
      [tarEntry('a.onnx', withExternal('model.onnx/x')), tarEntry('model.onnx/x', 'data')],
      'archive-hostile',
      /“model\.onnx\/x” is taken by another file/u,
    ],
    [
      'a link behind the model',
      [tarEntry('a.onnx', model), tarEntry('l', '', { type: '2', linkName: '/etc' })],
      'archive-hostile',
      /“l” is a symbolic link/u,
    ],
  ];
  it.each(refused)('refuses %s, and leaves the directory empty', async (_what, parts, failureId, detail) => {
    const error: unknown = await extract(...parts).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ failureId });
    expect((error as Error).message).toMatch(detail);
    expect(readdirSync(folder.at('out'))).toEqual([]);
  });

  it('refuses a directory that is not empty', async () => {
    await folder.write('out/mine.txt', 'keep');
    await expect(extract(tarEntry('a.onnx', model))).rejects.toThrow(RangeError);
    expect(readdirSync(folder.at('out'))).toEqual(['mine.txt']);
  });

  it('stops when it is aborted, and leaves the directory empty', async () => {
    const archivePath = await folder.write('model.tar.gz', tarGz(tarEntry('a.onnx', model)));
    const signal = AbortSignal.abort();
    const extracting = extractOnnxModel({ archivePath, directory: folder.at('out'), signal });
    await expect(extracting).rejects.toMatchObject({ name: 'AbortError' });
    expect(readdirSync(folder.at('out'))).toEqual([]);
  });
});
