import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../shared/compile/manifest.ts';
import { readArtifact } from './readArtifact.ts';
import { tarEntry, tarGz } from './testing/tarBuilder.ts';
import { testFolder } from './testing/testFolder.ts';

const folder = testFolder();

const manifest: Manifest = {
  manifestVersion: 1,
  producer: 'test',
  compilationJobName: 'job',
  compiledAt: '2025-01-01T00:00:00.000Z',
  source: {
    uri: 's3://local/model.tar.gz',
    archiveSha256: 'a',
    archiveBytes: 1,
    modelEntry: 'm.onnx',
    modelSha256: 'b',
    modelBytes: 1,
    opset: 17,
    nodeCount: 1,
  },
  request: {},
  target: { slug: 'x', label: 'X', profile: 'portable' },
  tools: {},
  steps: [],
  result: { modelEntry: 'model.onnx', modelSha256: 'c', modelBytes: 1, nodeCount: 1, inputs: [], outputs: [] },
  parity: { kind: 'notCompared', reason: 'test' },
  latency: null,
  howToLoad: { runtime: '', python: '', verifiedBy: '' },
};

describe('readArtifact', () => {
  it('lists the members and reads the manifest', async () => {
    const text = JSON.stringify(manifest);
    const path = await folder.write('a.tar.gz', tarGz(tarEntry('model.onnx', 'xyz'), tarEntry('manifest.json', text)));
    expect(await readArtifact(path)).toEqual({
      entries: [
        { name: 'model.onnx', size: 3 },
        { name: 'manifest.json', size: text.length },
      ],
      manifest,
    });
  });

  it.each([
    ['no manifest', []],
    ['a manifest of someone else', [tarEntry('manifest.json', '{"version": 3}')]],
    ['a manifest that is no JSON', [tarEntry('manifest.json', 'hello')]],
    ['a manifest of more than 1 MiB', [tarEntry('manifest.json', JSON.stringify(manifest) + ' '.repeat(1024 ** 2))]],
    ['a manifest in a folder', [tarEntry('sub/manifest.json', JSON.stringify(manifest))]],
  ])('finds none in an artifact with %s', async (_what, members) => {
    const path = await folder.write('a.tar.gz', tarGz(tarEntry('compiled.so', 'x'), ...members));
    const { entries, manifest: found } = await readArtifact(path);
    expect(found).toBeNull();
    expect(entries).toHaveLength(members.length + 1);
  });

  it('refuses a damaged artifact in the catalogue’s words', async () => {
    const path = await folder.write('a.tar.gz', 'hello');
    await expect(readArtifact(path)).rejects.toMatchObject({ kind: 'model', code: 'not-tar-gz' });
  });
});
