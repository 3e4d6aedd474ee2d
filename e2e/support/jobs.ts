import { packArchive } from '../../electron/models/archive/packArchive.ts';
import { buildOnnx } from '../../electron/models/testing/onnxBuilder.ts';
import { buildSlowModel } from '../../electron/models/testing/sampleModels.ts';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A real model.tar.gz with these files inside. */
export async function makeArchive(path: string, files: { name: string; path: string }[]): Promise<string> {
  await mkdir(join(path, '..'), { recursive: true });
  await packArchive(files, path);
  return path;
}

/** A small ONNX model whose one inference takes minutes: the job runs until it is stopped. */
export async function makeSlowModel(directory: string): Promise<string> {
  const path = join(directory, 'slow.onnx');
  await writeFile(path, buildSlowModel(100_000_000));
  return path;
}

/** `y = x · weight`: the file leaves both sizes of x open, but only a width of 4 fits the weight. */
export async function makeProjectionModel(directory: string): Promise<string> {
  const path = join(directory, 'projection.onnx');
  const weight = { name: 'weight', dtype: 'float32' as const, dims: [4, 2], data: [1, 2, 3, 4, 5, 6, 7, 8] };
  await writeFile(
    path,
    buildOnnx({
      inputs: [{ name: 'x', shape: ['batch', 'width'] }],
      outputs: [{ name: 'y', shape: ['batch', 2] }],
      initializers: [weight],
      nodes: [{ op: 'MatMul', inputs: ['x', 'weight'], outputs: ['y'] }],
    }),
  );
  return path;
}
