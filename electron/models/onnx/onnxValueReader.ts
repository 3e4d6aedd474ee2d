import type { WireField, WireReader } from '../protobuf/wireReader.ts';
import { ProtobufError } from '../protobuf/wireTypes.ts';
import type { ModelDimension } from '../../../shared/models/modelSummary.ts';
import { dtypeName, type OnnxValue } from './onnxHeader.ts';
import { DIMENSION, SHAPE, TENSOR_TYPE, TYPE, VALUE_INFO } from './protoFields.ts';

/** Bytes of a name; real ones have some dozen. */
export const MAX_NAME_BYTES = 16 * 1024;
/** ONNX Runtime's kernels take 8 or so. */
const MAX_RANK = 1024;

const OTHER_TYPES: Readonly<Record<number, string>> = {
  [TYPE.sequence]: 'sequence',
  [TYPE.map]: 'map',
  [TYPE.opaque]: 'opaque',
  [TYPE.sparseTensor]: 'sparse_tensor',
  [TYPE.optional]: 'optional',
};

/** A dimension that is neither fixed nor named is open: null; so is −1, which some exporters write for “unknown”. */
export function dimensionOf(value: number | null, symbol: string): ModelDimension {
  if (value !== null && !Number.isSafeInteger(value)) throw new ProtobufError(`A dimension is out of range: ${value}`);
  if (value !== null && value >= 0) return value;
  return symbol === '' ? null : { symbol };
}

async function readDimension(wire: WireReader, field: WireField): Promise<ModelDimension> {
  let value: number | null = null;
  let symbol = '';
  await wire.fields(field.end, async (part) => {
    // A oneof: the last one counts.
    if (part.number === DIMENSION.value) {
      value = part.value;
      symbol = '';
    } else if (part.number === DIMENSION.param) {
      value = null;
      symbol = await wire.text(part, MAX_NAME_BYTES);
    }
  });
  return dimensionOf(value, symbol);
}

async function readTensorType(wire: WireReader, field: WireField, into: OnnxValue): Promise<void> {
  await wire.fields(field.end, async (part) => {
    if (part.number === TENSOR_TYPE.elementType) into.dtype = dtypeName(part.value);
    if (part.number !== TENSOR_TYPE.shape) return;
    const shape = (into.shape ??= []);
    await wire.fields(part.end, async (dimension) => {
      if (dimension.number !== SHAPE.dim) return;
      if (shape.length >= MAX_RANK) throw new ProtobufError(`A tensor has more than ${MAX_RANK} dimensions`);
      shape.push(await readDimension(wire, dimension));
    });
  });
}

/** Reads a ValueInfoProto: the name, type and shape of a graph's input or output. */
export async function readOnnxValue(wire: WireReader, field: WireField): Promise<OnnxValue> {
  const read: OnnxValue = { name: '', dtype: dtypeName(0), isTensor: true, shape: null };
  await wire.fields(field.end, async (part) => {
    if (part.number === VALUE_INFO.name) read.name = await wire.text(part, MAX_NAME_BYTES);
    if (part.number !== VALUE_INFO.type) return;
    await wire.fields(part.end, async (type) => {
      const other = OTHER_TYPES[type.number];
      if (type.number === TYPE.tensor) await readTensorType(wire, type, read);
      else if (other !== undefined) Object.assign(read, { dtype: other, isTensor: false, shape: null });
    });
  });
  return read;
}
