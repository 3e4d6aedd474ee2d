import { readDataInputConfig } from '../../../../../shared/dataInputConfig/dataInputConfig.ts';
import { withConfigText, type ConfigParts } from '../../../../../shared/draft/configText.ts';
import { dataInputConfigText } from '../../../../../shared/draft/draftToRequest.ts';
import type { JobDraft } from '../../../../../shared/draft/jobDraft.ts';
import { toCliText } from '../../../../../shared/json/cliText.ts';
import { normalizeJson } from '../../../../../shared/json/normalizeJson.ts';
import { configTokens } from './configTokens.ts';

const tokensOf = (draft: JobDraft) => (draft.inputs.length === 0 ? [] : configTokens(draft));

/** True while the fields miss a size, or have one that is no number. */
export const configIsOpen = (draft: JobDraft): boolean =>
  draft.dataInputConfig.mode === 'fields' && tokensOf(draft).some(({ isOpen }) => isOpen);

/** DataInputConfig as text, whichever way it is given: where fields are still open, with their symbols in their places. */
export function textOf(draft: JobDraft): string {
  const { mode, text } = draft.dataInputConfig;
  if (mode === 'none') return '';
  if (mode === 'text') return text;
  if (!configIsOpen(draft)) return dataInputConfigText(draft) ?? '';
  return tokensOf(draft)
    .map((token) => token.text)
    .join('');
}

/** A sloppy spelling that was put right. */
export interface Correction {
  typed: string;
  text: string;
  /** What was changed, a sentence each. */
  changes: string[];
}

/** What a sloppy text says, as JSON; null when it is JSON, or when none can be made of it. */
export function correctionOf(typed: string): Correction | null {
  const { text, changes } = normalizeJson(typed);
  return changes.length > 0 ? { typed, text, changes } : null;
}

/** A place in a text area, as its user counts. */
export interface CaretPlace {
  offset: number;
  line: number;
  column: number;
}

/** Where a text cannot be read any further, in JSON or as CLI text; null when it can be read, or when no place is known. */
export function brokenAt(text: string, isCli: boolean): CaretPlace | null {
  const reading = readDataInputConfig(text);
  if (reading.ok || !reading.problem.at) return null;
  const { at } = reading.problem;
  if (!isCli) return at;
  // Escaped, the text has no lines: all of it stands on the first.
  const { length: offset } = toCliText(text.slice(0, at.offset));
  return { offset, line: 1, column: offset + 1 };
}

/** The draft's parts when its text is to be seen as fields; null while only the text can say it. Blank text says nothing. */
export function fieldsOfText(draft: JobDraft): ConfigParts | null {
  const { inputs, dataInputConfig } = draft;
  const { text } = dataInputConfig;
  if (text.trim() === '') return { inputs, dataInputConfig: { ...dataInputConfig, mode: 'fields', text: '' } };
  const parts = withConfigText(draft, text);
  return parts.dataInputConfig.mode === 'fields' ? parts : null;
}
