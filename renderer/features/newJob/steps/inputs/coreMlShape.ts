import { readDimension } from '../../../../../shared/draft/draftInputs.ts';
import type { DraftInput } from '../../../../../shared/draft/jobDraft.ts';

/** What Core ML's shape of an input allows: one size each, ranges of sizes, or whole shapes that are listed. */
export type ShapeKind = 'fixed' | 'ranges' | 'enumerated';

const isRange = (value: string) => typeof readDimension(value) === 'object';

/** The kind that an input's shape has as typed. */
export function shapeKindOf({ dimensions, coreMl }: DraftInput): ShapeKind {
  if (coreMl.otherShapes) return 'enumerated';
  return dimensions.some(({ value }) => isRange(value)) ? 'ranges' : 'fixed';
}

/** What another kind cannot say; it comes back with the kind that can. */
export interface KeptShape {
  values: string[] | null;
  otherShapes: string[][] | null;
}

const NOTHING_KEPT: KeptShape = { values: null, otherShapes: null };

/** What of an input would be lost with another kind of shape, besides what was kept before. */
export function keptShapeOf(input: DraftInput, before: KeptShape = NOTHING_KEPT): KeptShape {
  const values = input.dimensions.map(({ value }) => value);
  return {
    values: values.some(isRange) ? values : before.values,
    otherShapes: input.coreMl.otherShapes ?? before.otherShapes,
  };
}

/** One size of a range: that of the default shape, else its lower end. */
function fixedSize(value: string, fromDefault: string | undefined): string {
  const dimension = readDimension(value);
  if (typeof dimension === 'number') return value;
  return fromDefault?.trim() || String(dimension.lower);
}

/** The input with another kind of shape; what was kept of that kind comes back. */
export function withShapeKind(input: DraftInput, kind: ShapeKind, kept: KeptShape = NOTHING_KEPT): DraftInput {
  const { dimensions, coreMl } = input;
  const values = kind === 'ranges' && kept.values?.length === dimensions.length ? kept.values : null;
  return {
    ...input,
    dimensions: dimensions.map((dimension, index) => ({
      ...dimension,
      value:
        kind === 'ranges'
          ? (values?.[index] ?? dimension.value)
          : fixedSize(dimension.value, coreMl.defaultShape?.[index]),
    })),
    coreMl: { ...coreMl, otherShapes: kind === 'enumerated' ? (kept.otherShapes ?? [['']]) : null },
  };
}

/** A whole shape in one field, `1, 3, 224, 224`; the sizes stay as typed. */
export const shapeText = (sizes: readonly string[]): string => sizes.join(',');

/** The inverse of {@link shapeText}. */
export const sizesOfText = (text: string): string[] => text.split(',');

/** True when an input says something for Core ML alone. */
export const saysCoreMl = ({ coreMl: { otherShapes, defaultShape, type, bias, scale } }: DraftInput): boolean =>
  otherShapes !== null || defaultShape !== null || type !== '' || bias !== '' || scale !== '';
