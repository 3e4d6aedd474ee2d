/** Bytes as text, one character per byte. (TextDecoder's `latin1` is Windows-1252, which changes 0x80–0x9f.) */
export const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
