import { findFramework } from '../../../../../shared/catalog/catalog.ts';
import { withConfigText, type ConfigParts } from '../../../../../shared/draft/configText.ts';
import { isTypedInput } from '../../../../../shared/draft/inputEdits.ts';
import type { JobDraft } from '../../../../../shared/draft/jobDraft.ts';
import { normalizeJson } from '../../../../../shared/json/normalizeJson.ts';

/** What a paste makes of the inputs, in words as well. */
export interface PastedInputs {
  parts: ConfigParts;
  note: string;
}

/**
 * What becomes of the inputs when a text is pasted into a field of one of them: a whole DataInputConfig takes the place
 * of all inputs, one that speaks of a single input the place of that one. Null when the text is none, and where the
 * name is the file's: then it is a shape for this input.
 */
export function pastedInputs(draft: JobDraft, index: number, text: string): PastedInputs | null {
  const parts = withConfigText(draft, normalizeJson(text).text);
  const { mode, form } = parts.dataInputConfig;
  const takesList = findFramework(draft.model.framework)?.inputConfig.allowsList ?? true;
  if (mode !== 'fields' || (form === 'list' && !takesList)) return null;
  const [only] = parts.inputs;
  const place = draft.inputs[index];
  if (parts.inputs.length > 1 || !only || !place || form !== draft.dataInputConfig.form) {
    return { parts, note: `${parts.inputs.length} inputs were pasted in the place of what was here.` };
  }
  if (!isTypedInput(place)) return null;
  const inputs = draft.inputs.map((input, position) => (position === index ? only : input));
  const dataInputConfig = draft.inputs.length === 1 ? parts.dataInputConfig : draft.dataInputConfig;
  return {
    parts: { inputs, dataInputConfig },
    note: `The input ${only.name} was pasted in the place of ${place.name}.`,
  };
}
