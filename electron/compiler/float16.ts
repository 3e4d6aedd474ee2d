/**
 * IEEE 754 half precision, for runtimes without `Float16Array` (Node < 24, Chromium < 135).
 * Numbers beyond the range become infinite; others are rounded to the nearest half, ties to even.
 */
export function encodeFloat16(values: Float32Array): Uint16Array {
  const words = new Uint32Array(values.buffer, values.byteOffset, values.length);
  return Uint16Array.from(words, halfOfSingle);
}

function halfOfSingle(bits: number): number {
  const sign = (bits >>> 16) & 0x8000;
  const exponent = (bits >>> 23) & 0xff;
  const fraction = bits & 0x7f_ffff;
  if (exponent === 0xff) return sign | 0x7c00 | (fraction ? 0x200 : 0);
  const halfExponent = exponent - 112;
  if (halfExponent < -10) return sign;
  // A subnormal half has no implied leading one, so the single's is shifted in with the fraction.
  const significand = halfExponent > 0 ? fraction : fraction | 0x80_0000;
  const shift = halfExponent > 0 ? 13 : 14 - halfExponent;
  const kept = significand >>> shift;
  const rest = significand - kept * 2 ** shift;
  const half = 2 ** (shift - 1);
  const roundUp = rest > half || (rest === half && kept % 2 === 1) ? 1 : 0;
  // A carry out of the fraction correctly raises the exponent, up to infinity.
  return sign | Math.min((Math.max(halfExponent, 0) << 10) + kept + roundUp, 0x7c00);
}

/** The exact values of half-precision words. */
export function decodeFloat16(words: Uint16Array): Float32Array {
  return Float32Array.from(words, (word) => {
    const sign = word & 0x8000 ? -1 : 1;
    const exponent = (word >>> 10) & 0x1f;
    const fraction = word & 0x3ff;
    if (exponent === 0x1f) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
    return exponent ? sign * (1 + fraction / 1024) * 2 ** (exponent - 15) : sign * fraction * 2 ** -24;
  });
}
