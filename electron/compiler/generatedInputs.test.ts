import { describe, expect, it } from 'vitest';
import { generateInputs, INPUT_RECIPES, UnfillableInputError, type InputRecipe } from './generatedInputs.ts';
import type { SessionInput } from './onnxruntime.ts';

const [signed, small, ones] = INPUT_RECIPES as readonly [InputRecipe, InputRecipe, InputRecipe];

const valuesOf = (dtype: string, shape: SessionInput['shape'], recipe = signed, seed = 1) =>
  generateInputs([{ name: 'x', dtype, shape }], recipe, seed).get('x');
const numbersOf = (...asked: Parameters<typeof valuesOf>) => Array.from(valuesOf(...asked)?.data ?? [], Number);

describe('generateInputs', () => {
  it('gives the same values for the same seed, and others for another', () => {
    expect(numbersOf('float32', [64])).toEqual(numbersOf('float32', [64]));
    expect(numbersOf('float32', [64])).not.toEqual(numbersOf('float32', [64], signed, 2));
  });

  it('fills the whole range that the recipe gives, and nothing outside of it', () => {
    const floats = numbersOf('float32', [10_000]);
    expect(Math.min(...floats)).toBeGreaterThanOrEqual(-1);
    expect(Math.min(...floats)).toBeLessThan(-0.99);
    expect(Math.max(...floats)).toBeLessThan(1);
    expect(Math.max(...floats)).toBeGreaterThan(0.99);
    expect(new Set(numbersOf('int64', [1_000]))).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]));
    expect(new Set(numbersOf('uint8', [1_000], small))).toEqual(new Set([0, 1]));
    expect(new Set(numbersOf('int32', [10], ones))).toEqual(new Set([1]));
    expect(new Set(numbersOf('bool', [100]))).toEqual(new Set([0, 1]));
  });

  it.each([
    'float16',
    'float32',
    'float64',
    'int8',
    'uint8',
    'int16',
    'uint16',
    'int32',
    'uint32',
    'int64',
    'uint64',
    'bool',
  ])('makes %s', (dtype) => {
    expect(valuesOf(dtype, [2, 3])).toMatchObject({ dtype, shape: [2, 3], data: { length: 6 } });
  });

  it('makes scalars and empty tensors', () => {
    expect(numbersOf('float32', [])).toHaveLength(1);
    expect(numbersOf('float32', [0, 3])).toHaveLength(0);
  });

  it('refuses strings, open dimensions and absurd sizes with the reason', () => {
    expect(() => valuesOf('string', [1])).toThrow(
      new UnfillableInputError('The input x is of type string, which cannot be made up.'),
    );
    expect(() => valuesOf('float32', [1, null])).toThrow('The input x has open dimensions.');
    expect(() => valuesOf('float32', [100_000, 100_000])).toThrow('too many to make up');
  });
});
