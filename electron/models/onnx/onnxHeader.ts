import type { ModelDimension } from '../../../shared/models/modelSummary.ts';

/** A graph input or output as the file states it. */
export interface OnnxValue {
  name: string;
  /** Element type by its ONNX name in lower case; `sequence`, `map`, `optional`, … for other than tensors. */
  dtype: string;
  /** False for sequences, maps and the like, which have no shape to speak of. */
  isTensor: boolean;
  /** Null when the file states no shape (unknown rank). */
  shape: ModelDimension[] | null;
}

/** Bytes from `start` up to, not including, `end`. */
export interface ByteRange {
  start: number;
  end: number;
}

/** Which list of the graph a value stands in. */
export type ValueRole = 'input' | 'output' | 'valueInfo';

/** Where a ValueInfoProto lies in the file, its tag included. */
export interface ValueRange extends ByteRange {
  role: ValueRole;
}

/** Everything that is read of an ONNX model: no weights. */
export interface OnnxHeader {
  irVersion: number;
  /** Version of the default operator set; null when the model imports none. */
  opset: number | null;
  /** All imported operator sets: domain ('' is the default) → version. */
  opsetImports: ReadonlyMap<string, number>;
  /** Producer and its version as one text; null when the file does not say. */
  producer: string | null;
  /** Graph inputs that a caller must feed: those with an initialiser are left out. */
  inputs: OnnxValue[];
  outputs: OnnxValue[];
  /** Nodes of the main graph. */
  nodeCount: number;
  /** Operator → how often, main graph only; operators of other domains as `domain.Operator`. */
  operators: ReadonlyMap<string, number>;
  /** Files with weights outside the model, as the model names them, sorted; subgraphs and functions included. */
  externalData: string[];
  layout: {
    /** The field `ModelProto.graph` with its tag. */
    graphField: ByteRange;
    /** Its payload, a GraphProto, up to the end of `graphField`. */
    graphStart: number;
    /** Inputs, outputs and value infos of the main graph, in file order. */
    values: ValueRange[];
  };
}

/** TensorProto.DataType by number (onnx.proto3). */
const DTYPE_NAMES = [
  'undefined',
  'float32',
  'uint8',
  'int8',
  'uint16',
  'int16',
  'int32',
  'int64',
  'string',
  'bool',
  'float16',
  'float64',
  'uint32',
  'uint64',
  'complex64',
  'complex128',
  'bfloat16',
  'float8e4m3fn',
  'float8e4m3fnuz',
  'float8e5m2',
  'float8e5m2fnuz',
  'uint4',
  'int4',
  'float4e2m1',
  'float8e8m0',
  'uint2',
  'int2',
] as const;

/** The name of a TensorProto.DataType; numbers of a later ONNX stay visible. */
export const dtypeName = (elementType: number): string => DTYPE_NAMES[elementType] ?? `unknown(${elementType})`;
