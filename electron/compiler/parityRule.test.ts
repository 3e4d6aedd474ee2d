import { describe, expect, it } from 'vitest';
import type { TensorData, TensorValue } from './onnxruntime.ts';
import { compareOutput } from './parityRule.ts';

const tensor = (data: TensorData, dtype = 'float32', shape: number[] = [data.length]): TensorValue => ({
  dtype,
  shape,
  data,
});
const floats = (...values: number[]) => tensor(Float64Array.from(values), 'float64');
const verdict = (reference: TensorValue, candidate: TensorValue | undefined) =>
  compareOutput('y', reference, candidate).verdict;

describe('compareOutput', () => {
  it('reports the largest error and the largest reference', () => {
    expect(compareOutput('y', floats(1, -8, 2), floats(1.5, -8, 2.25))).toEqual({
      output: 'y',
      dtype: 'float64',
      shape: [3],
      maxAbsoluteError: 0.5,
      maxReference: 8,
      verdict: 'fail',
    });
  });

  it('passes up to 1e-4, warns up to 1e-3 and fails beyond when the output is small', () => {
    expect(verdict(floats(0), floats(1e-4))).toBe('pass');
    expect(verdict(floats(0), floats(1.01e-4))).toBe('warn');
    expect(verdict(floats(0), floats(1e-3))).toBe('warn');
    expect(verdict(floats(0), floats(1.01e-3))).toBe('fail');
  });

  it('scales the tolerance with the largest reference once that is above one', () => {
    expect(verdict(floats(100, 0), floats(100, 0.01))).toBe('pass');
    expect(verdict(floats(100, 0), floats(100, 0.05))).toBe('warn');
    expect(verdict(floats(100, 0), floats(100, 0.2))).toBe('fail');
    expect(verdict(floats(0.01, 0), floats(0.01, 0.002))).toBe('fail');
  });

  it('takes NaN and infinities as equal at the same places only', () => {
    const special = floats(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1);
    expect(compareOutput('y', special, special)).toMatchObject({
      verdict: 'pass',
      maxAbsoluteError: 0,
      maxReference: 1,
    });
    expect(verdict(floats(Number.NaN), floats(0))).toBe('fail');
    expect(verdict(floats(0), floats(Number.NaN))).toBe('fail');
    expect(verdict(floats(Number.POSITIVE_INFINITY), floats(Number.NEGATIVE_INFINITY))).toBe('fail');
    expect(verdict(floats(1), floats(Number.POSITIVE_INFINITY))).toBe('fail');
    expect(verdict(floats(Number.NaN, 5), floats(Number.NaN, 6))).toBe('fail');
  });

  it('wants whole numbers, booleans and strings equal', () => {
    expect(verdict(tensor(Int32Array.of(5), 'int32'), tensor(Int32Array.of(5), 'int32'))).toBe('pass');
    expect(verdict(tensor(Int32Array.of(1_000_000), 'int32'), tensor(Int32Array.of(1_000_001), 'int32'))).toBe('fail');
    expect(verdict(tensor(Uint8Array.of(1, 0), 'bool'), tensor(Uint8Array.of(1, 1), 'bool'))).toBe('fail');
    expect(verdict(tensor(['a'], 'string'), tensor(['a'], 'string'))).toBe('pass');
    expect(verdict(tensor(['a'], 'string'), tensor(['b'], 'string'))).toBe('fail');
  });

  it('sees a difference of one in 64-bit numbers that doubles cannot tell apart', () => {
    const large = 2n ** 60n;
    const reference = tensor(BigInt64Array.of(large), 'int64');
    expect(verdict(reference, tensor(BigInt64Array.of(large), 'int64'))).toBe('pass');
    expect(compareOutput('y', reference, tensor(BigInt64Array.of(large + 1n), 'int64'))).toMatchObject({
      verdict: 'fail',
      maxAbsoluteError: 1,
    });
  });

  it('gives half precision a tolerance of its own resolution', () => {
    const half = (value: number) => tensor(Float32Array.of(value), 'float16');
    expect(verdict(half(1), half(1 + 2 ** -10))).toBe('pass');
    expect(verdict(half(1), half(1 + 2 ** -8))).toBe('warn');
    expect(verdict(half(1), half(1 + 2 ** -7))).toBe('fail');
  });

  it('fails on another type, another shape and a missing output', () => {
    expect(verdict(floats(1), tensor(Float32Array.of(1)))).toBe('fail');
    expect(
      verdict(tensor(Float32Array.of(1, 2), 'float32', [1, 2]), tensor(Float32Array.of(1, 2), 'float32', [2])),
    ).toBe('fail');
    expect(verdict(floats(1), undefined)).toBe('fail');
  });

  it('passes empty outputs', () => {
    expect(compareOutput('y', floats(), floats())).toMatchObject({ verdict: 'pass', maxAbsoluteError: 0 });
  });
});
