import { typedDimension } from '../../../../../shared/draft/draftInputs.ts';
import { isTypedInput } from '../../../../../shared/draft/inputEdits.ts';
import type { DraftDimension } from '../../../../../shared/draft/jobDraft.ts';
import { announce } from '../../../../components/announcements.ts';
import { useWizard } from '../../wizardContext.ts';
import {
  editsForShape,
  editsForTyping,
  withDimensions,
  withShape,
  type DimensionEdit,
  type DimensionPlace,
} from './dimensionEdits.ts';
import { readShape } from './readShape.ts';
import { useInputEdits } from './useInputEdits.ts';

export interface Dimensions {
  /** A value typed into one dimension, and into those that share its symbol. */
  type(place: DimensionPlace, value: string): void;
  /** A text pasted into one dimension; false when it says nothing about shapes, and the field takes it as it is. */
  paste(place: DimensionPlace, text: string): boolean;
  /** A text pasted into the name of a typed input; false when it is a name. */
  pasteIntoName(input: number, text: string): boolean;
  addDimension(input: number): void;
  removeDimension(input: number): void;
}

const fieldOf = ({ input, dimension }: DimensionPlace) => `inputs.${input}.dimensions.${dimension}.value` as const;

const announceSizes = (count: number) => announce(`Pasted ${count} sizes.`);

/** Edits of the inputs' sizes. */
export function useDimensions(): Dimensions {
  const { draft, setField, touch } = useWizard();
  const { change, pasteConfig } = useInputEdits();
  const { framework } = draft.model;
  const apply = (edits: readonly DimensionEdit[]) => {
    for (const { value, ...place } of edits) setField(fieldOf(place), value);
  };
  const changeDimensions = (index: number, next: (dimensions: readonly DraftDimension[]) => DraftDimension[]) =>
    change(index, (input) => withDimensions(input, next(input.dimensions), framework));
  const replaceShape = (index: number, shape: readonly string[]) => {
    change(index, (input) => withShape(input, shape, framework));
    announceSizes(shape.length);
    return true;
  };
  return {
    type: (place, value) => apply(editsForTyping(draft.inputs, place, value)),
    paste(place, text) {
      if (pasteConfig(place.input, text)) return true;
      const input = draft.inputs[place.input];
      const shape = readShape(text);
      if (!shape || !input) return false;
      if (isTypedInput(input) && shape.length > input.dimensions.length) return replaceShape(place.input, shape);
      const edits = editsForShape(draft.inputs, place, shape);
      apply(edits);
      for (const edit of edits) touch(fieldOf(edit));
      announceSizes(edits.length);
      return true;
    },
    pasteIntoName(index, text) {
      if (pasteConfig(index, text)) return true;
      const shape = readShape(text);
      // Names may have blanks; a shape has brackets or commas.
      return shape && /[[(,]/u.test(text) ? replaceShape(index, shape) : false;
    },
    addDimension: (index) => changeDimensions(index, (dimensions) => [...dimensions, typedDimension('', null)]),
    removeDimension: (index) => changeDimensions(index, (dimensions) => dimensions.slice(0, -1)),
  };
}
