import { findFramework } from '../../../../../shared/catalog/catalog.ts';
import { inputConfigNeed, type InputConfigNeed } from '../../../../../shared/catalog/inputConfigNeed.ts';
import { readDataInputConfig } from '../../../../../shared/dataInputConfig/dataInputConfig.ts';
import { canBecomeFields, type ConfigParts } from '../../../../../shared/draft/configText.ts';
import { draftToRequest } from '../../../../../shared/draft/draftToRequest.ts';
import { newInput } from '../../../../../shared/draft/inputEdits.ts';
import type { JobDraft } from '../../../../../shared/draft/jobDraft.ts';

/** The ways to give DataInputConfig. */
export type Given = 'dictionary' | 'list' | 'none';

export interface GivenChoice {
  value: Given;
  label: string;
  /** What it means, or why it is closed. */
  hint: string;
  isClosed: boolean;
}

/** Whether the draft's framework and target need DataInputConfig. */
export function needOf(draft: JobDraft): InputConfigNeed {
  const { framework, frameworkVersion } = draft.model;
  const { OutputConfig: target } = draftToRequest(draft, '');
  return inputConfigNeed({ framework, frameworkVersion: frameworkVersion.trim() || undefined, target });
}

/** True when there is nothing to send, and nothing needs to be sent. */
const isLeftOpen = (draft: JobDraft) => draft.inputs.length === 0 && needOf(draft).need !== 'required';

/** How the draft gives DataInputConfig; null when that is not to be seen in its text. */
export function givenBy(draft: JobDraft): Given | null {
  const { mode, form, text } = draft.dataInputConfig;
  if (mode === 'none' || (mode === 'fields' && isLeftOpen(draft))) return 'none';
  if (mode === 'fields') return form;
  const reading = readDataInputConfig(text);
  return reading.ok ? reading.config.form : null;
}

/** The three ways, each with what it means; those that the framework, the target or the text close say why. */
export function givenChoices(draft: JobDraft): GivenChoice[] {
  const framework = findFramework(draft.model.framework);
  const needsNames = framework !== undefined && !framework.inputConfig.allowsList;
  const { need, reason } = needOf(draft);
  const isText = draft.dataInputConfig.mode === 'text';
  const inText = 'The text says it; change it there.';
  return [
    {
      value: 'dictionary',
      label: 'Dictionary',
      hint: isText ? inText : 'A shape for each name.',
      isClosed: isText,
    },
    {
      value: 'list',
      label: 'List of shapes',
      hint: needsNames
        ? `${framework.label} needs the names; only PyTorch takes a list.`
        : isText
          ? inText
          : 'Shapes in the order of the inputs, without names.',
      isClosed: needsNames || isText,
    },
    { value: 'none', label: 'Leave it out', hint: reason, isClosed: need === 'required' },
  ];
}

/** The draft's parts once another way is chosen. Inputs and text stay, so that the way back is open. */
export function withGiven(draft: JobDraft, given: Given): ConfigParts {
  const { inputs, dataInputConfig } = draft;
  if (given === 'none') return { inputs, dataInputConfig: { ...dataInputConfig, mode: 'none' } };
  // What only the text can say comes back as the text.
  if (dataInputConfig.text.trim() !== '' && !canBecomeFields(draft)) {
    return { inputs, dataInputConfig: { ...dataInputConfig, mode: 'text' } };
  }
  return {
    inputs: inputs.length > 0 || draft.model.summary ? inputs : [newInput(draft.model.framework, [])],
    dataInputConfig: { ...dataInputConfig, mode: 'fields', form: given },
  };
}
