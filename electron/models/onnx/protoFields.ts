/** Field numbers of onnx.proto3 (ONNX 1.19), as far as they are read here. */
export const MODEL = {
  irVersion: 1,
  producerName: 2,
  producerVersion: 3,
  domain: 4,
  modelVersion: 5,
  docString: 6,
  graph: 7,
  opsetImport: 8,
  metadataProps: 14,
  trainingInfo: 20,
  functions: 25,
  configuration: 26,
} as const;

export const OPSET = { domain: 1, version: 2 } as const;

export const GRAPH = {
  node: 1,
  name: 2,
  initializer: 5,
  input: 11,
  output: 12,
  valueInfo: 13,
  sparseInitializer: 15,
} as const;

export const NODE = { input: 1, output: 2, name: 3, opType: 4, attribute: 5, domain: 7 } as const;

export const ATTRIBUTE = {
  name: 1,
  f: 2,
  i: 3,
  s: 4,
  tensor: 5,
  graph: 6,
  ints: 8,
  tensors: 10,
  graphs: 11,
  type: 20,
  sparseTensor: 22,
  sparseTensors: 23,
} as const;

export const TENSOR = {
  dims: 1,
  dataType: 2,
  int64Data: 7,
  name: 8,
  rawData: 9,
  externalData: 13,
  dataLocation: 14,
} as const;

export const SPARSE_TENSOR = { values: 1, indices: 2 } as const;

/** FunctionProto and TrainingInfoProto, as far as weights can hide there. */
export const FUNCTION = { node: 7, attributeDefault: 11 } as const;
export const TRAINING = { initialization: 1, algorithm: 2 } as const;

export const STRING_ENTRY = { key: 1, value: 2 } as const;

export const VALUE_INFO = { name: 1, type: 2 } as const;

export const TYPE = { tensor: 1, sequence: 4, map: 5, opaque: 7, sparseTensor: 8, optional: 9 } as const;

export const TENSOR_TYPE = { elementType: 1, shape: 2 } as const;

export const SHAPE = { dim: 1 } as const;

export const DIMENSION = { value: 1, param: 2, denotation: 3 } as const;

/** TensorProto.DataLocation.EXTERNAL. */
export const DATA_LOCATION_EXTERNAL = 1;
