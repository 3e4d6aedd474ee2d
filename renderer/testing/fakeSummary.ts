import type { ModelSource, ModelSummary } from '../../shared/models/modelSummary.ts';

/** What the inspector would read in the sample model; the file's name follows the source. */
export function fakeSummary(source: ModelSource): ModelSummary {
  const fileName = source.kind === 'file' ? (source.path.split('/').at(-1) ?? 'model.onnx') : 'blazeface-front.onnx';
  const isArchive = fileName.endsWith('gz');
  return {
    framework: 'ONNX',
    fileName,
    packaging: isArchive ? 'tar.gz' : 'onnx',
    sizeBytes: 435_882,
    modifiedMs: 1_795_000_000_000,
    sha256: '9f2c41d07be6a3589f2c41d07be6a3589f2c41d07be6a3589f2c41d07be6a358',
    modelEntry: isArchive ? 'model.onnx' : fileName,
    otherEntries: [],
    inputs: [{ name: 'input', dtype: 'float32', shape: [1, 128, 128, 3], layout: 'NHWC' }],
    outputs: [
      { name: 'regressors_1', dtype: 'float32', shape: [1, 512, 16], layout: null },
      { name: 'classificators_1', dtype: 'float32', shape: [1, 512, 1], layout: null },
    ],
    irVersion: 4,
    opset: 9,
    producer: 'tf2onnx',
    nodeCount: 110,
    operators: { Conv: 37, Relu: 17, Add: 16, Pad: 8, MaxPool: 3, Transpose: 17, Reshape: 8, Concat: 4 },
  };
}
