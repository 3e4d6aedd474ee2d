/** Wire types of the protobuf encoding; groups (3, 4) are refused, ONNX has none. */
export const WIRE_VARINT = 0;
export const WIRE_FIXED64 = 1;
export const WIRE_BYTES = 2;
export const WIRE_FIXED32 = 5;

/** Bytes that are not a well-formed protobuf message. */
export class ProtobufError extends Error {
  override readonly name = 'ProtobufError';
}
