import type { OutputParity } from '../../shared/compile/manifest.ts';
import type { TensorValue } from './onnxruntime.ts';

interface Tolerance {
  pass: number;
  warn: number;
}

/** Largest error that passes or warns, as a share of max(1, max|reference|). */
const FLOAT_TOLERANCE: Tolerance = { pass: 1e-4, warn: 1e-3 };
/** One and four units in the last place of half precision: optimised graphs round less often than the original. */
const FLOAT16_TOLERANCE: Tolerance = { pass: 2 ** -10, warn: 2 ** -8 };
const EXACT: Tolerance = { pass: 0, warn: 0 };

function toleranceOf(dtype: string): Tolerance {
  if (dtype === 'float16') return FLOAT16_TOLERANCE;
  return dtype === 'float32' || dtype === 'float64' ? FLOAT_TOLERANCE : EXACT;
}

/**
 * Compares one output of the artifact with the original's, by the rule of `shared/compile/manifest.ts`;
 * float16 outputs get a tolerance that fits their own resolution. NaN and infinities must stand at the same places.
 * Another type or shape, or a non-finite value at another place, is an infinite error; so every verdict
 * but `fail` has finite numbers, as the manifest needs them.
 */
export function compareOutput(
  output: string,
  reference: TensorValue,
  candidate: TensorValue | undefined,
): OutputParity {
  const { dtype, shape } = reference;
  const { maxAbsoluteError, maxReference } =
    candidate && candidate.dtype === dtype && sameShape(candidate.shape, shape)
      ? compareElements(reference.data, candidate.data)
      : { maxAbsoluteError: Number.POSITIVE_INFINITY, maxReference: 0 };
  const tolerance = toleranceOf(dtype);
  const scale = Math.max(1, maxReference);
  const verdict =
    maxAbsoluteError <= tolerance.pass * scale ? 'pass' : maxAbsoluteError <= tolerance.warn * scale ? 'warn' : 'fail';
  return { output, dtype, shape: [...shape], maxAbsoluteError, maxReference, verdict };
}

const sameShape = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((dimension, axis) => dimension === b[axis]);

type Element = number | bigint | string;

function compareElements(
  reference: ArrayLike<Element>,
  candidate: ArrayLike<Element>,
): Pick<OutputParity, 'maxAbsoluteError' | 'maxReference'> {
  let maxAbsoluteError = 0;
  let maxReference = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const expected = reference[at];
    const found = candidate[at];
    if (expected !== found) maxAbsoluteError = Math.max(maxAbsoluteError, differenceOf(expected, found));
    const magnitude = Math.abs(Number(expected));
    if (Number.isFinite(magnitude) && magnitude > maxReference) maxReference = magnitude;
  }
  return { maxAbsoluteError, maxReference };
}

/** The distance of two elements that are not `===`. */
function differenceOf(expected: Element | undefined, found: Element | undefined): number {
  if (typeof expected === 'number' && typeof found === 'number') {
    if (Number.isNaN(expected) && Number.isNaN(found)) return 0;
    const difference = Math.abs(expected - found);
    return Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference;
  }
  if (typeof expected === 'bigint' && typeof found === 'bigint') {
    return Number(expected > found ? expected - found : found - expected);
  }
  return Number.POSITIVE_INFINITY;
}
