import { bytesField, joinBytes, parseMessage, varintField, type MessageField } from '../protobuf/message.ts';
import { WIRE_BYTES } from '../protobuf/wireTypes.ts';
import { dimensionOf } from './onnxValueReader.ts';
import { DIMENSION, SHAPE, TENSOR_TYPE, TYPE, VALUE_INFO } from './protoFields.ts';

/** What a value's open dimensions become. */
export interface DimensionValues {
  /** The whole shape, when it is given for this value. */
  shape: readonly number[] | null;
  /** Values of symbols anywhere. */
  symbols: ReadonlyMap<string, number>;
}

const decoder = new TextDecoder();

/** Replaces the length-delimited fields of one number, keeping all others byte for byte. */
function mapFields(message: Uint8Array, number: number, replace: (payload: Uint8Array) => Uint8Array): Uint8Array {
  return joinBytes(
    parseMessage(message).map((field) =>
      field.number === number && field.wireType === WIRE_BYTES ? bytesField(number, replace(field.payload)) : field.raw,
    ),
  );
}

function statedDimension(fields: readonly MessageField[]) {
  const stated = fields.filter(({ number }) => number === DIMENSION.value || number === DIMENSION.param).at(-1);
  if (!stated) return null;
  return stated.number === DIMENSION.value
    ? dimensionOf(stated.value, '')
    : dimensionOf(null, decoder.decode(stated.payload));
}

function rewriteDimension(bytes: Uint8Array, index: number, values: DimensionValues): Uint8Array {
  const fields = parseMessage(bytes);
  const stated = statedDimension(fields);
  if (typeof stated === 'number') return bytes;
  const ofSymbol = stated === null ? undefined : values.symbols.get(stated.symbol);
  const value = values.shape?.[index] ?? ofSymbol;
  if (value === undefined) return bytes;
  const others = fields.filter(({ number }) => number !== DIMENSION.value && number !== DIMENSION.param);
  return joinBytes([varintField(DIMENSION.value, value), ...others.map(({ raw }) => raw)]);
}

function rewriteTensorType(bytes: Uint8Array, values: DimensionValues): Uint8Array {
  const hasShape = parseMessage(bytes).some(({ number }) => number === TENSOR_TYPE.shape);
  if (!hasShape && values.shape) {
    const dimensions = values.shape.map((value) => bytesField(SHAPE.dim, varintField(DIMENSION.value, value)));
    return joinBytes([bytes, bytesField(TENSOR_TYPE.shape, joinBytes(dimensions))]);
  }
  let index = 0;
  return mapFields(bytes, TENSOR_TYPE.shape, (shape) =>
    mapFields(shape, SHAPE.dim, (dimension) => rewriteDimension(dimension, index++, values)),
  );
}

/** Name of a ValueInfoProto. */
export function valueInfoName(bytes: Uint8Array): string {
  const name = parseMessage(bytes).findLast(({ number }) => number === VALUE_INFO.name);
  return name ? decoder.decode(name.payload) : '';
}

/**
 * A ValueInfoProto with its open dimensions fixed; everything else (documentation, denotations, unknown fields) stays.
 * @throws {ProtobufError}
 */
export const rewriteValueInfo = (bytes: Uint8Array, values: DimensionValues): Uint8Array =>
  mapFields(bytes, VALUE_INFO.type, (type) =>
    mapFields(type, TYPE.tensor, (tensorType) => rewriteTensorType(tensorType, values)),
  );
