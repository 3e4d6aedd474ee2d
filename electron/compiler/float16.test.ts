import { describe, expect, it } from 'vitest';
import { decodeFloat16, encodeFloat16 } from './float16.ts';

const everyWord = Uint16Array.from({ length: 0x1_0000 }, (_, word) => word);

describe('float16', () => {
  it('gives every half-precision word back after decoding it', () => {
    const values = decodeFloat16(everyWord);
    const again = encodeFloat16(values);
    const different = everyWord.filter((word, at) => !Number.isNaN(values[at]) && again[at] !== word);
    expect([...different]).toEqual([]);
    expect(values.filter(Number.isNaN)).toHaveLength(2 * 1023);
  });

  it('rounds to the nearest half and ties to even', () => {
    const ulp = 2 ** -10;
    const values = Float32Array.of(
      1 + ulp * 0.5,
      1 + ulp * 1.5,
      1 + ulp * 0.51,
      65_519,
      65_520,
      2 ** -25,
      2 ** -24,
      1e-30,
    );
    expect([...decodeFloat16(encodeFloat16(values))]).toEqual([
      1,
      1 + 2 * ulp,
      1 + ulp,
      65_504,
      Number.POSITIVE_INFINITY,
      0,
      2 ** -24,
      0,
    ]);
  });

  it('agrees with the runtime where the runtime has Float16Array', () => {
    const { Float16Array: Native } = globalThis as {
      Float16Array?: new (values: Float32Array) => { buffer: ArrayBuffer };
    };
    if (!Native) return;
    const values = Float32Array.from({ length: 20_000 }, (_, at) => Math.sin(at) * 10 ** ((at % 14) - 8));
    expect([...encodeFloat16(values)]).toEqual([...new Uint16Array(new Native(values).buffer)]);
  });
});
