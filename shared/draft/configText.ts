import { nameInList } from '../dataInputConfig/inputSpec.ts';
import { readDataInputConfig, type DataInputConfig } from '../dataInputConfig/dataInputConfig.ts';
import { inputsFromConfig, isCoreMl } from './draftInputs.ts';
import { dataInputConfigText } from './draftToRequest.ts';
import type { DraftInput, JobDraft } from './jobDraft.ts';

/** The parts of a draft that say DataInputConfig. */
export type ConfigParts = Pick<JobDraft, 'inputs' | 'dataInputConfig'>;

/** The fields that a text fills. What the text does not speak about stays: names in a list, Core ML's values elsewhere. */
function inputsOf(config: DataInputConfig, draft: JobDraft): DraftInput[] {
  const { summary, framework } = draft.model;
  const isList = config.form === 'list';
  return inputsFromConfig(config, summary, framework).map((input, index) => {
    const inPlace = draft.inputs[index];
    const before = isList ? inPlace : (draft.inputs.find(({ name }) => name === input.name) ?? inPlace);
    return {
      ...input,
      name: isList ? (inPlace?.name ?? nameInList(index)) : input.name,
      coreMl: isCoreMl(draft) || !before ? input.coreMl : before.coreMl,
    };
  });
}

/**
 * The draft's parts once DataInputConfig is edited as a text. The fields follow where they say exactly the same, and
 * the text is kept as its spelling; else the text stays as typed, and the fields as they were.
 */
export function withConfigText(draft: JobDraft, text: string): ConfigParts {
  const reading = readDataInputConfig(text);
  if (reading.ok && reading.isLossless) {
    const { config } = reading;
    const parts: ConfigParts = {
      inputs: inputsOf(config, draft),
      dataInputConfig: { mode: 'fields', form: config.form, text },
    };
    if (dataInputConfigText({ ...draft, ...parts }) === text) return parts;
  }
  return { inputs: draft.inputs, dataInputConfig: { ...draft.dataInputConfig, mode: 'text', text } };
}

/** True when the text of the draft can be edited as fields. */
export const canBecomeFields = (draft: JobDraft): boolean =>
  withConfigText(draft, draft.dataInputConfig.text).dataInputConfig.mode === 'fields';
