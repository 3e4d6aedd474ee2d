import { flushSync } from 'react-dom';
import type { ConfigParts } from '../../../../../shared/draft/configText.ts';
import { movedInput, nameOfInput, newInput } from '../../../../../shared/draft/inputEdits.ts';
import type { DraftInput } from '../../../../../shared/draft/jobDraft.ts';
import { announce } from '../../../../components/announcements.ts';
import { fieldId } from '../../draftPaths.ts';
import { rescueFocus } from '../../stepFocus.ts';
import { useWizard } from '../../wizardContext.ts';
import { pastedInputs } from './pastedInputs.ts';

/** What a card is called: the input's name, or its number while it has none. */
export const shownName = (name: string, index: number): string => name || `input ${index + 1}`;

/** Edits of whole inputs. */
export interface InputEdits {
  change(index: number, change: (input: DraftInput) => DraftInput): void;
  /** Sets inputs and the way they are given at once. */
  setParts(parts: ConfigParts): void;
  /** Adds an input; returns the `id` of what should have the focus then. */
  add(): string;
  remove(index: number): string;
  move(from: number, to: number): void;
  /** Takes a DataInputConfig that was pasted into a field of an input; false when the text is none. */
  pasteConfig(index: number, text: string): boolean;
}

export const ADD_INPUT_ID = 'add-input';

/** Edits of the inputs as a whole; sizes have their own, `useDimensions`. */
export function useInputEdits(): InputEdits {
  const { draft, setField, setInputs, replaceDraft } = useWizard();
  const { inputs, model } = draft;
  const setParts = (parts: ConfigParts) => {
    setField('inputs', parts.inputs);
    setField('dataInputConfig', parts.dataInputConfig);
  };
  return {
    setParts,
    change: (index, change) => setInputs(inputs.map((input, place) => (place === index ? change(input) : input))),
    add() {
      const added = newInput(model.framework, inputs);
      setParts({ inputs: [...inputs, added], dataInputConfig: { ...draft.dataInputConfig, mode: 'fields' } });
      announce(`Added the input ${added.name}.`);
      return fieldId(
        draft.dataInputConfig.form === 'list' ? `inputs.${inputs.length}` : `inputs.${inputs.length}.name`,
      );
    },
    remove(index) {
      const name = shownName(nameOfInput(draft, index), index);
      replaceDraft(
        { ...draft, inputs: inputs.filter((_, place) => place !== index) },
        `The input ${name} was removed.`,
      );
      return inputs.length > 1 ? fieldId(`inputs.${Math.min(index, inputs.length - 2)}`) : ADD_INPUT_ID;
    },
    move(from, to) {
      setInputs(movedInput(inputs, from, to));
      announce(`Moved to place ${to + 1} of ${inputs.length}.`);
    },
    pasteConfig(index, text) {
      const pasted = pastedInputs(draft, index, text);
      if (!pasted) return false;
      flushSync(() => replaceDraft({ ...draft, ...pasted.parts }, pasted.note));
      // The field that was pasted into may be gone with its input.
      rescueFocus('inputs');
      return true;
    },
  };
}
