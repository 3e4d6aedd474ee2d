import type { FrameworkEntry } from '../../../../../shared/catalog/catalog.ts';
import { looksLike, permuteLayout, type Layout } from '../../../../../shared/dataInputConfig/layout.ts';
import { readDimension } from '../../../../../shared/draft/draftInputs.ts';
import { isTypedInput } from '../../../../../shared/draft/inputEdits.ts';
import type { DraftInput } from '../../../../../shared/draft/jobDraft.ts';

/** The same shape in two layouts, as it is drawn. */
export interface Permutation {
  from: Layout;
  to: Layout;
  /** Sizes in the layout `from`; '?' where none is given yet. */
  before: string[];
  after: string[];
  /** True where `from` is what was typed; else it is what the file holds. */
  isTyped: boolean;
}

const sizeOf = (value: string) => {
  const dimension = readDimension(value);
  return typeof dimension === 'number' ? dimension : dimension.upper;
};

/**
 * What there is to draw about the layout of an input: that the file of the framework has another one, or that the sizes
 * as typed look like another one. Null where neither holds, and where the order of the sizes is the file's.
 */
export function permutationOf(input: DraftInput, framework: FrameworkEntry | undefined): Permutation | null {
  const wanted = framework?.layout;
  const values = input.dimensions.map(({ value }) => value.trim());
  if (!wanted || values.length !== 4 || !isTypedInput(input)) return null;
  const other: Layout = wanted === 'NCHW' ? 'NHWC' : 'NCHW';
  const shown = values.map((value) => value || '?');
  if (looksLike(values.map(sizeOf)) === other) {
    return { from: other, to: wanted, before: shown, after: permuteLayout(shown, other, wanted), isTyped: true };
  }
  if (framework.fileLayout === null) return null;
  const { fileLayout } = framework;
  return {
    from: fileLayout,
    to: wanted,
    before: permuteLayout(shown, wanted, fileLayout),
    after: shown,
    isTyped: false,
  };
}

/** The input with every shape of it in another layout. */
export function permutedInput(input: DraftInput, { from, to }: Pick<Permutation, 'from' | 'to'>): DraftInput {
  const { coreMl, dimensions } = input;
  const values = permuteLayout(dimensions, from, to).map(({ value }) => value);
  return {
    ...input,
    dimensions: dimensions.map((dimension, index) => ({ ...dimension, value: values[index] ?? dimension.value })),
    coreMl: {
      ...coreMl,
      otherShapes: coreMl.otherShapes?.map((shape) => permuteLayout(shape, from, to)) ?? null,
      defaultShape: coreMl.defaultShape && permuteLayout(coreMl.defaultShape, from, to),
    },
  };
}
