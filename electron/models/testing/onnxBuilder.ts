import { bytesField, joinBytes, varintField } from '../protobuf/message.ts';
import {
  ATTRIBUTE,
  DATA_LOCATION_EXTERNAL,
  DIMENSION,
  GRAPH,
  MODEL,
  NODE,
  OPSET,
  SHAPE,
  STRING_ENTRY,
  TENSOR,
  TENSOR_TYPE,
  TYPE,
  VALUE_INFO,
} from '../onnx/protoFields.ts';

/** Data types that tests need, by TensorProto.DataType. */
const DATA_TYPES = { float32: 1, uint8: 2, int32: 6, int64: 7, bool: 9 } as const;
export type BuilderDtype = keyof typeof DATA_TYPES;

/** A graph input, output or value info. Dimensions: a number, a symbol, or null for an open one; no shape at all: null. */
export interface ValueSpec {
  name: string;
  /** `float32` unless told. */
  dtype?: BuilderDtype;
  shape: readonly (number | string | null)[] | null;
}

/** An initialiser, or the tensor of an attribute. */
export interface TensorSpec {
  name: string;
  dtype?: BuilderDtype;
  dims: readonly number[];
  /** The numbers; left out for external data. */
  data?: readonly number[];
  external?: { location: string; offset?: number; length?: number };
}

/** A whole number, whole numbers, a text, or what the key says. */
export type AttributeSpec =
  number | readonly number[] | string | { float: number } | { tensor: TensorSpec } | { graph: GraphSpec };

export interface NodeSpec {
  op: string;
  inputs: readonly string[];
  outputs: readonly string[];
  name?: string;
  domain?: string;
  attributes?: Readonly<Record<string, AttributeSpec>>;
}

export interface GraphSpec {
  inputs: readonly ValueSpec[];
  outputs: readonly ValueSpec[];
  nodes: readonly NodeSpec[];
  initializers?: readonly TensorSpec[];
  valueInfos?: readonly ValueSpec[];
  name?: string;
}

export interface ModelSpec extends GraphSpec {
  /** 8 unless told. */
  irVersion?: number;
  /** Version of the default operator set; 17 unless told. */
  opset?: number;
  /** Further operator sets by domain. */
  domains?: Readonly<Record<string, number>>;
  producer?: string;
  producerVersion?: string;
}

/** AttributeProto.AttributeType. */
const ATTRIBUTE_TYPES = { float: 1, int: 2, string: 3, tensor: 4, graph: 5, ints: 7 } as const;

function rawData(dtype: BuilderDtype, data: readonly number[]): Uint8Array {
  const arrays = {
    float32: () => Float32Array.from(data),
    uint8: () => Uint8Array.from(data),
    bool: () => Uint8Array.from(data),
    int32: () => Int32Array.from(data),
    int64: () => BigInt64Array.from(data.map(BigInt)),
  } as const;
  return new Uint8Array(arrays[dtype]().buffer);
}

const dimension = (stated: number | string | null): Uint8Array => {
  if (stated === null) return new Uint8Array(0);
  return typeof stated === 'number' ? varintField(DIMENSION.value, stated) : bytesField(DIMENSION.param, stated);
};

function value({ name, dtype = 'float32', shape }: ValueSpec): Uint8Array {
  const dimensions = shape?.map((stated) => bytesField(SHAPE.dim, dimension(stated)));
  const tensorType = joinBytes([
    varintField(TENSOR_TYPE.elementType, DATA_TYPES[dtype]),
    ...(dimensions ? [bytesField(TENSOR_TYPE.shape, joinBytes(dimensions))] : []),
  ]);
  return joinBytes([
    bytesField(VALUE_INFO.name, name),
    bytesField(VALUE_INFO.type, bytesField(TYPE.tensor, tensorType)),
  ]);
}

const stringEntry = (key: string, entry: string) =>
  joinBytes([bytesField(STRING_ENTRY.key, key), bytesField(STRING_ENTRY.value, entry)]);

function tensor({ name, dtype = 'float32', dims, data = [], external }: TensorSpec): Uint8Array {
  const content = external
    ? [
        ...Object.entries(external).map(([key, entry]) =>
          bytesField(TENSOR.externalData, stringEntry(key, String(entry))),
        ),
        varintField(TENSOR.dataLocation, DATA_LOCATION_EXTERNAL),
      ]
    : [bytesField(TENSOR.rawData, rawData(dtype, data))];
  return joinBytes([
    ...dims.map((size) => varintField(TENSOR.dims, size)),
    varintField(TENSOR.dataType, DATA_TYPES[dtype]),
    bytesField(TENSOR.name, name),
    ...content,
  ]);
}

function floatField(number: number, content: number): Uint8Array {
  return joinBytes([Uint8Array.of(number * 8 + 5), new Uint8Array(Float32Array.of(content).buffer)]);
}

function attributeContent(content: AttributeSpec): { type: number; fields: Uint8Array } {
  if (typeof content === 'number') return { type: ATTRIBUTE_TYPES.int, fields: varintField(ATTRIBUTE.i, content) };
  if (typeof content === 'string') return { type: ATTRIBUTE_TYPES.string, fields: bytesField(ATTRIBUTE.s, content) };
  if ('float' in content) return { type: ATTRIBUTE_TYPES.float, fields: floatField(ATTRIBUTE.f, content.float) };
  if ('tensor' in content) {
    return { type: ATTRIBUTE_TYPES.tensor, fields: bytesField(ATTRIBUTE.tensor, tensor(content.tensor)) };
  }
  if ('graph' in content) {
    return { type: ATTRIBUTE_TYPES.graph, fields: bytesField(ATTRIBUTE.graph, graph(content.graph)) };
  }
  const ints = content.map((item) => varintField(ATTRIBUTE.ints, item));
  return { type: ATTRIBUTE_TYPES.ints, fields: joinBytes(ints) };
}

function attribute([name, content]: [string, AttributeSpec]): Uint8Array {
  const { type, fields } = attributeContent(content);
  return joinBytes([bytesField(ATTRIBUTE.name, name), fields, varintField(ATTRIBUTE.type, type)]);
}

function node({ op, inputs, outputs, name, domain, attributes = {} }: NodeSpec): Uint8Array {
  return joinBytes([
    ...inputs.map((input) => bytesField(NODE.input, input)),
    ...outputs.map((output) => bytesField(NODE.output, output)),
    ...(name === undefined ? [] : [bytesField(NODE.name, name)]),
    bytesField(NODE.opType, op),
    ...Object.entries(attributes).map((entry) => bytesField(NODE.attribute, attribute(entry))),
    ...(domain === undefined ? [] : [bytesField(NODE.domain, domain)]),
  ]);
}

function graph(spec: GraphSpec): Uint8Array {
  return joinBytes([
    ...spec.nodes.map((item) => bytesField(GRAPH.node, node(item))),
    bytesField(GRAPH.name, spec.name ?? 'graph'),
    ...(spec.initializers ?? []).map((item) => bytesField(GRAPH.initializer, tensor(item))),
    ...spec.inputs.map((item) => bytesField(GRAPH.input, value(item))),
    ...spec.outputs.map((item) => bytesField(GRAPH.output, value(item))),
    ...(spec.valueInfos ?? []).map((item) => bytesField(GRAPH.valueInfo, value(item))),
  ]);
}

const operatorSet = (domain: string, version: number) =>
  bytesField(
    MODEL.opsetImport,
    joinBytes([...(domain === '' ? [] : [bytesField(OPSET.domain, domain)]), varintField(OPSET.version, version)]),
  );

/** Writes a small ONNX model, for tests and the end-to-end suite. What it says is not checked. */
export function buildOnnx(spec: ModelSpec): Uint8Array {
  return joinBytes([
    varintField(MODEL.irVersion, spec.irVersion ?? 8),
    ...(spec.producer === undefined ? [] : [bytesField(MODEL.producerName, spec.producer)]),
    ...(spec.producerVersion === undefined ? [] : [bytesField(MODEL.producerVersion, spec.producerVersion)]),
    bytesField(MODEL.graph, graph(spec)),
    operatorSet('', spec.opset ?? 17),
    ...Object.entries(spec.domains ?? {}).map(([domain, version]) => operatorSet(domain, version)),
  ]);
}
