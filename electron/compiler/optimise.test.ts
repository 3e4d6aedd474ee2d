import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileProfiles, findCompileProfile, type CompileProfile } from '../../shared/catalog/catalog.ts';
import type { OnnxHeader } from '../models/onnx/onnxHeader.ts';
import { fixShapes } from '../models/onnx/fixShapes.ts';
import { readOnnxHeaderFromFile } from '../models/onnx/readOnnxHeader.ts';
import { buildOnnx } from '../models/testing/onnxBuilder.ts';
import { sha256OfFile } from './digest.ts';
import { optimise } from './optimise.ts';
import { checkParity } from './parity.ts';
import { listFolder, MODELS, temporaryFolder } from './testing/compileFixture.ts';

const customOperators = ({ operators }: OnnxHeader) => [...operators.keys()].filter((name) => name.includes('.'));

function profileOf(id: string): CompileProfile {
  const profile = findCompileProfile(id);
  if (!profile) throw new Error(`There is no profile ${id}`);
  return profile;
}

const cases = compileProfiles.flatMap((profile) =>
  (['faceFront', 'faceBack', 'textDirection'] as const).map((model) => ({ profile, model, id: profile.id })),
);

describe('optimise', () => {
  it.each(cases)('makes $model smaller, loadable and equal in numbers for $id', async ({ profile, model }) => {
    const folder = await temporaryFolder();
    const originalPath = join(folder, 'original.onnx');
    const shapes = new Map(model === 'textDirection' ? [['x', [1, 3, 48, 192]]] : []);
    await fixShapes({ modelPath: MODELS[model], shapes, destinationPath: originalPath });
    const before = await readOnnxHeaderFromFile(originalPath);

    const directory = join(folder, 'result');
    const { modelPath } = await optimise({ modelPath: originalPath, profile, directory, externalData: false });

    const after = await readOnnxHeaderFromFile(modelPath);
    expect(after.nodeCount).toBeLessThan(before.nodeCount);
    expect(after.inputs).toEqual(before.inputs);
    expect(after.outputs.flatMap(({ shape }) => shape).every((dimension) => typeof dimension === 'number')).toBe(true);
    expect(customOperators(after).filter((name) => name.startsWith('com.microsoft.nchwc'))).toEqual([]);
    expect(customOperators(after)).toEqual(profile.id === 'gpu' ? [] : ['com.microsoft.FusedConv']);

    const { parity } = await checkParity({
      originalPath,
      artifactPath: modelPath,
      artifactLevel: profile.loadOptimizationLevel,
      quantised: false,
    });
    expect(parity.kind === 'compared' && parity.outputs.map(({ verdict }) => verdict)).toEqual(
      after.outputs.map(() => 'pass'),
    );
  });

  it('saves the same bytes each time', async () => {
    const folder = await temporaryFolder();
    const profile = profileOf('x86-cpu');
    const digests = new Set<string>();
    for (const name of ['a', 'b']) {
      const directory = join(folder, name);
      const { modelPath } = await optimise({ modelPath: MODELS.faceFront, profile, directory, externalData: false });
      digests.add((await sha256OfFile(modelPath)).digest);
    }
    expect(digests.size).toBe(1);
  });

  it('saves the same graph for ARM64 as for x86, because only the NCHWc layout differs', async () => {
    const folder = await temporaryFolder();
    const digests = new Set<string>();
    for (const id of ['x86-cpu', 'arm64-cpu']) {
      const directory = join(folder, id);
      const options = { modelPath: MODELS.faceFront, profile: profileOf(id), directory, externalData: false };
      digests.add((await sha256OfFile((await optimise(options)).modelPath)).digest);
    }
    expect(digests.size).toBe(1);
  });

  it('keeps large weights in a file of their own when asked to', async () => {
    const directory = join(await temporaryFolder(), 'result');
    const profile = profileOf('x86-cpu');
    const { modelPath, externalDataPath } = await optimise({
      modelPath: MODELS.faceFront,
      profile,
      directory,
      externalData: true,
    });
    expect(externalDataPath).toBe(join(directory, 'model.onnx.data'));
    expect((await readOnnxHeaderFromFile(modelPath)).externalData).toEqual(['model.onnx.data']);
    expect((await stat(modelPath)).size).toBeLessThan(200_000);
    const { parity } = await checkParity({
      originalPath: MODELS.faceFront,
      artifactPath: modelPath,
      artifactLevel: profile.loadOptimizationLevel,
      quantised: false,
    });
    expect(parity).toMatchObject({ kind: 'compared' });
  });

  it('leaves no file behind when ONNX Runtime refuses the model', async () => {
    const folder = await temporaryFolder();
    const modelPath = join(folder, 'model.onnx');
    await writeFile(
      modelPath,
      buildOnnx({
        inputs: [
          { name: 'a', shape: [2, 3] },
          { name: 'b', shape: [4, 5] },
        ],
        outputs: [{ name: 'y', shape: [2, 5] }],
        nodes: [{ op: 'MatMul', name: '/model/MatMul', inputs: ['a', 'b'], outputs: ['y'] }],
      }),
    );
    const optimising = optimise({
      modelPath,
      profile: profileOf('gpu'),
      directory: join(folder, 'result'),
      externalData: false,
    });
    await expect(optimising).rejects.toThrow(
      'ClientError: CompilationError: Failed to compile ONNX model: Node (/model/MatMul) Op (MatMul) [ShapeInferenceError] Incompatible dimensions for matrix multiplication',
    );
    expect(await listFolder(folder)).toEqual(['model.onnx']);
  });
});
