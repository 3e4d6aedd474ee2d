import type { DraftInput } from '../../../../../shared/draft/jobDraft.ts';
import { announce } from '../../../../components/announcements.ts';
import { useWizard } from '../../wizardContext.ts';
import { editsForShape, editsForTyping, type DimensionEdit, type DimensionPlace } from './dimensionEdits.ts';
import { readShape } from './readShape.ts';

export interface Dimensions {
  /** A value typed into one dimension, and into those that share its symbol. */
  type(place: DimensionPlace, value: string): void;
  /** A text pasted into one dimension; false when it is no shape, and the field takes it as it is. */
  paste(place: DimensionPlace, text: string): boolean;
  addDimension(input: number): void;
  removeDimension(input: number): void;
}

const fieldOf = ({ input, dimension }: DimensionPlace) => `inputs.${input}.dimensions.${dimension}.value` as const;

/** Edits of the inputs' sizes. */
export function useDimensions(): Dimensions {
  const { draft, setField, setInputs, touch } = useWizard();
  const apply = (edits: readonly DimensionEdit[]) => {
    for (const { value, ...place } of edits) setField(fieldOf(place), value);
  };
  const changeInput = (index: number, change: (input: DraftInput) => DraftInput) =>
    setInputs(draft.inputs.map((input, position) => (position === index ? change(input) : input)));
  return {
    type: (place, value) => apply(editsForTyping(draft.inputs, place, value)),
    paste(place, text) {
      const shape = readShape(text);
      if (!shape) return false;
      const edits = editsForShape(draft.inputs, place, shape);
      apply(edits);
      for (const edit of edits) touch(fieldOf(edit));
      announce(`Pasted ${edits.length} sizes.`);
      return true;
    },
    addDimension: (index) =>
      changeInput(index, (input) => ({
        ...input,
        dimensions: [...input.dimensions, { value: '', symbol: null, fromFile: null, role: null }],
      })),
    removeDimension: (index) =>
      changeInput(index, (input) => ({ ...input, dimensions: input.dimensions.slice(0, -1) })),
  };
}
