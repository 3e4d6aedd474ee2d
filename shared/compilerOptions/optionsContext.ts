import type { Fix } from '../api/finding.ts';
import type { RequestTarget } from '../catalog/catalog.ts';
import { canonicalOptionKey } from './compilerOptions.ts';
import type { OptionFacts } from './optionConditions.ts';
import { withOption, type OptionEntry, type OptionValue } from './optionsText.ts';

/** What the rules about an object of options look at. */
export interface OptionsContext {
  text: string;
  entries: readonly OptionEntry[];
  target: RequestTarget;
  facts: OptionFacts;
  /** InputConfig's text; '' without. */
  dataInputConfig: string;
}

/** Where every finding about the options stands. */
export const OPTIONS_PATH = ['OutputConfig', 'CompilerOptions'];

/** The member that counts for an option: of repeated keys the last, the catalogue's spelling before others. */
export function lastEntryOf(entries: readonly OptionEntry[], key: string): OptionEntry | undefined {
  return (
    entries.findLast((entry) => entry.key === key) ?? entries.findLast((entry) => canonicalOptionKey(entry.key) === key)
  );
}

/** A fix that replaces the whole text; an empty text takes the member away. */
export function setText(label: string, text: string): Fix {
  return { label, edits: [text === '' ? { path: OPTIONS_PATH } : { path: OPTIONS_PATH, value: text }] };
}

/** The text with options set, each in the spelling in which it is given; undefined removes all spellings of an option. */
export function withOptions(
  text: string,
  entries: readonly OptionEntry[],
  values: readonly (readonly [key: string, value: OptionValue | undefined])[],
): string {
  return values.reduce((current, [key, value]) => {
    if (value !== undefined) return withOption(current, lastEntryOf(entries, key)?.key ?? key, value);
    const spellings = entries.filter((entry) => canonicalOptionKey(entry.key) === key);
    return spellings.reduce((rest, entry) => withOption(rest, entry.key, undefined), current);
  }, text);
}

/** A fix that sets options, as {@link withOptions} does. */
export function setOptions(
  { text, entries }: OptionsContext,
  label: string,
  values: readonly (readonly [key: string, value: OptionValue | undefined])[],
): Fix {
  return setText(label, withOptions(text, entries, values));
}
