// oxlint-disable-next-line no-restricted-imports -- only the real runtime can prove that an edited model is right
import { InferenceSession, Tensor } from 'onnxruntime-node';

/** Numbers in a shape, as float32. */
export interface FloatTensor {
  dims: number[];
  data: Float32Array;
}

/** Runs a model file in ONNX Runtime on one thread. */
export async function runOnnx(
  path: string,
  feeds: Readonly<Record<string, FloatTensor>>,
): Promise<Map<string, FloatTensor>> {
  const session = await InferenceSession.create(path, { intraOpNumThreads: 1 });
  try {
    const tensors = Object.entries(feeds).map(([name, { data, dims }]) => [name, new Tensor('float32', data, dims)]);
    const results = await session.run(Object.fromEntries(tensors) as Record<string, Tensor>);
    return new Map(
      Object.entries(results).map(([name, { data, dims }]) => [name, { data: data as Float32Array, dims: [...dims] }]),
    );
  } finally {
    await session.release();
  }
}

/** What ONNX Runtime says about the inputs of a model file: a name for an open dimension. */
export async function inputShapes(path: string): Promise<Record<string, readonly (number | string)[]>> {
  const session = await InferenceSession.create(path, { intraOpNumThreads: 1, graphOptimizationLevel: 'disabled' });
  try {
    return Object.fromEntries(session.inputMetadata.map((input) => [input.name, input.isTensor ? input.shape : []]));
  } finally {
    await session.release();
  }
}

/** Numbers that look random and are always the same (xorshift). */
export function someNumbers(...dims: number[]): FloatTensor {
  let state = 2463534242;
  const data = Float32Array.from({ length: dims.reduce((product, size) => product * size, 1) }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 31 - 1;
  });
  return { dims, data };
}
