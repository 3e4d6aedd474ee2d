import { rolesOf, typedDimension } from '../../../../../shared/draft/draftInputs.ts';
import { isTypedInput } from '../../../../../shared/draft/inputEdits.ts';
import type { DraftDimension, DraftInput } from '../../../../../shared/draft/jobDraft.ts';

/** A dimension of the draft by its position. */
export interface DimensionPlace {
  input: number;
  dimension: number;
}

/** A new value for one dimension. */
export interface DimensionEdit extends DimensionPlace {
  value: string;
}

const sameSymbol = (dimension: DraftDimension, symbol: string | null) => symbol !== null && dimension.symbol === symbol;

/**
 * What changes when one dimension is typed: the dimension, and every other one of the same symbol that still agreed
 * with it (or was empty). One that the user made different on purpose is left alone; the check says so at its field.
 */
export function editsForTyping(inputs: readonly DraftInput[], place: DimensionPlace, value: string): DimensionEdit[] {
  const typed = inputs[place.input]?.dimensions[place.dimension];
  if (!typed) return [];
  const linked = inputs.flatMap((input, inputIndex) =>
    input.dimensions.flatMap((dimension, index): DimensionEdit[] => {
      const isItself = inputIndex === place.input && index === place.dimension;
      const agrees = dimension.value === typed.value || dimension.value.trim() === '';
      return !isItself && sameSymbol(dimension, typed.symbol) && agrees
        ? [{ input: inputIndex, dimension: index, value }]
        : [];
    }),
  );
  return [{ ...place, value }, ...linked];
}

/**
 * What changes when a shape is pasted into one dimension: as many sizes as the input has dimensions replace them all,
 * fewer run on from the field they were pasted into. Open sizes of the pasted shape change nothing.
 */
export function editsForShape(inputs: readonly DraftInput[], place: DimensionPlace, shape: readonly string[]) {
  const dimensions = inputs[place.input]?.dimensions ?? [];
  const start = shape.length >= dimensions.length ? 0 : place.dimension;
  return shape.flatMap((value, offset): DimensionEdit[] => {
    const dimension = start + offset;
    return value !== '' && dimension < dimensions.length ? [{ input: place.input, dimension, value }] : [];
  });
}

/** The input with other dimensions; those of a typed input have the roles that the framework gives to their number. */
export function withDimensions(
  input: DraftInput,
  dimensions: readonly DraftDimension[],
  framework: string,
): DraftInput {
  if (!isTypedInput(input)) return { ...input, dimensions: [...dimensions] };
  const roles = rolesOf(framework, dimensions.length);
  return { ...input, dimensions: dimensions.map((dimension, index) => ({ ...dimension, role: roles[index] ?? null })) };
}

/** The typed input with a shape in the place of all its sizes, of which there may be more or fewer. */
export function withShape(input: DraftInput, shape: readonly string[], framework: string): DraftInput {
  return withDimensions(
    input,
    shape.map((value) => typedDimension(value, null)),
    framework,
  );
}

/** A dimension for which 1 is the usual answer: the batch, or an open first dimension. */
export function suggestsOne({ role, fromFile, value }: DraftDimension, index: number): boolean {
  return fromFile === null && value.trim() === '' && (role === 'N' || index === 0);
}

/** Symbols that more than one dimension has: one size fills them all. */
export function sharedSymbols(inputs: readonly DraftInput[]): string[] {
  const symbols = inputs.flatMap(({ dimensions }) =>
    dimensions.flatMap(({ symbol }) => (symbol === null ? [] : [symbol])),
  );
  return [...new Set(symbols.filter((symbol, index) => symbols.indexOf(symbol) !== index))];
}
