import type { SessionInput, TensorData, TensorValue } from './onnxruntime.ts';
import { seededRandom } from './seededRandom.ts';

/** How made-up inputs are drawn: floats in [`floatFrom`, 1), whole numbers in [`integerFrom`, `integerTo`). */
export interface InputRecipe {
  floatFrom: number;
  integerFrom: number;
  integerTo: number;
}

/**
 * Recipes in the order in which they are tried. Signed noise says most; the later ones suit models that take roots
 * and logarithms, look whole numbers up in small tables (token types), or use them as counts.
 */
export const INPUT_RECIPES: readonly InputRecipe[] = [
  { floatFrom: -1, integerFrom: 0, integerTo: 10 },
  { floatFrom: 0, integerFrom: 0, integerTo: 2 },
  { floatFrom: 0, integerFrom: 1, integerTo: 2 },
];

/** One input's limit: 1 GiB as float32. */
const MAX_VALUES = 2 ** 28;

/** Thrown by {@link generateInputs} for an input that no recipe can fill; the message is a whole sentence. */
export class UnfillableInputError extends Error {
  override readonly name = 'UnfillableInputError';
}

/**
 * Seeded values for every input, by name.
 * @throws {UnfillableInputError} for strings, non-tensors, open dimensions, and tensors too large to make
 */
export function generateInputs(
  inputs: readonly SessionInput[],
  recipe: InputRecipe,
  seed: number,
): ReadonlyMap<string, TensorValue> {
  const random = seededRandom(seed);
  return new Map(inputs.map((input) => [input.name, generateInput(input, recipe, random)]));
}

function generateInput({ name, dtype, shape }: SessionInput, recipe: InputRecipe, random: () => number): TensorValue {
  const fixed = shape.filter((dimension) => dimension !== null);
  if (fixed.length < shape.length) throw new UnfillableInputError(`The input ${name} has open dimensions.`);
  const size = fixed.reduce((product, dimension) => product * dimension, 1);
  if (size > MAX_VALUES) throw new UnfillableInputError(`The input ${name} has ${size} values, too many to make up.`);
  const data = draw(dtype, size, recipe, random);
  if (!data) throw new UnfillableInputError(`The input ${name} is of type ${dtype}, which cannot be made up.`);
  return { dtype, shape: fixed, data };
}

function draw(dtype: string, size: number, recipe: InputRecipe, random: () => number): TensorData | null {
  const { floatFrom, integerFrom, integerTo } = recipe;
  const float = () => floatFrom + (1 - floatFrom) * random();
  const integer = () => integerFrom + Math.floor((integerTo - integerFrom) * random());
  switch (dtype) {
    case 'float32':
    case 'float16':
      return new Float32Array(size).map(float);
    case 'float64':
      return new Float64Array(size).map(float);
    case 'int8':
      return new Int8Array(size).map(integer);
    case 'uint8':
      return new Uint8Array(size).map(integer);
    case 'int16':
      return new Int16Array(size).map(integer);
    case 'uint16':
      return new Uint16Array(size).map(integer);
    case 'int32':
      return new Int32Array(size).map(integer);
    case 'uint32':
      return new Uint32Array(size).map(integer);
    case 'int64':
      return new BigInt64Array(size).map(() => BigInt(integer()));
    case 'uint64':
      return new BigUint64Array(size).map(() => BigInt(integer()));
    case 'bool':
      return new Uint8Array(size).map(() => (random() < 0.5 ? 0 : 1));
    default:
      return null;
  }
}
