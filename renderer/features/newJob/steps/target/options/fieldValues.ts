import type { CompilerOption, CompilerOptionsForm } from '../../../../../../shared/compilerOptions/compilerOptions.ts';
import { canonicalOptionKey } from '../../../../../../shared/compilerOptions/compilerOptions.ts';
import { lastEntryOf, withOptions } from '../../../../../../shared/compilerOptions/optionsContext.ts';
import {
  parseOptions,
  type OptionEntry,
  type OptionValue,
  type ParsedOptions,
} from '../../../../../../shared/compilerOptions/optionsText.ts';

/** The members of a text; none where it is no object. */
export const entriesOf = (parsed: ParsedOptions): readonly OptionEntry[] =>
  parsed.kind === 'object' ? parsed.entries : [];

/** The value that counts for an option, in whatever spelling of its key; undefined when it is not given. */
export const valueOf = (parsed: ParsedOptions, key: string): unknown => lastEntryOf(entriesOf(parsed), key)?.value;

/** The text with options set; undefined removes one. */
export const textWith = (text: string, values: Readonly<Record<string, OptionValue | undefined>>): string =>
  withOptions(text, entriesOf(parseOptions(text)), Object.entries(values));

/** Members that no field shows. */
export function extraEntries(parsed: ParsedOptions, options: readonly CompilerOption[]): readonly OptionEntry[] {
  const shown = new Set(options.map(({ key }) => key));
  return entriesOf(parsed).filter(({ key }) => !shown.has(canonicalOptionKey(key)));
}

/** A value as the text of a field; a value of another kind as its JSON, so that nothing is hidden. */
export function fieldText(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What is typed into the field of a whole number: a number where it is one, else the text as it is. */
export function integerOf(text: string): OptionValue | undefined {
  if (text === '') return undefined;
  return /^-?(?:0|[1-9]\d{0,14})$/u.test(text) ? Number(text) : text;
}

/** The items of a list option; a value that is no list is its only item. */
export function itemsOf(value: unknown): readonly OptionValue[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as OptionValue[]) : [value as OptionValue];
}

/** Why the fields cannot show a text; null when they can. */
export function fieldsRefusal(form: CompilerOptionsForm, parsed: ParsedOptions): string | null {
  if (parsed.kind === 'broken') return parsed.problem.message;
  if (form.form === 'string') {
    return parsed.kind === 'object' ? 'The text is an object, but this target takes a string of flags.' : null;
  }
  if (form.isKnownTarget && parsed.kind === 'flags') {
    return 'The text is a string of flags, but this target takes an object.';
  }
  return null;
}
