import { JsonSyntaxError, parseJson, type TextPosition } from '../json/parseJson.ts';

/** Any value that JSON can hold. */
export type OptionValue =
  string | number | boolean | null | readonly OptionValue[] | { readonly [key: string]: OptionValue };

/** Why a text is no CompilerOptions: a sentence, and the place of the mistake. */
export interface OptionsProblem {
  message: string;
  at: TextPosition | null;
  /** True for a list, a number and the like: JSON, but no options. */
  isJson: boolean;
}

/** What a CompilerOptions text says. Entries stand in the text's order, repeated keys included. */
export type CompilerOptionsReading =
  | { kind: 'none' }
  | { kind: 'object'; entries: [key: string, value: unknown][] }
  | { kind: 'flags'; flags: string }
  | { kind: 'broken'; problem: OptionsProblem };

/** One member of the object; the texts are JSON as written, so that a rewrite keeps `1e3` and `\u002b`. */
export interface OptionEntry {
  key: string;
  keyText: string;
  value: unknown;
  valueText: string;
}

export type ParsedOptions =
  Exclude<CompilerOptionsReading, { kind: 'object' }> | { kind: 'object'; entries: OptionEntry[] };

/** Line breaks of JSON text stand between tokens only: strings cannot hold them. */
const onOneLine = (json: string) => json.trim().replaceAll(/\s*[\r\n]+\s*/gu, '');

/** Reads CompilerOptions with the source texts of its members. Never throws. */
export function parseOptions(text: string): ParsedOptions {
  if (text.trim() === '') return { kind: 'none' };
  try {
    const node = parseJson(text);
    if (node.kind === 'string') return { kind: 'flags', flags: node.value };
    if (node.kind !== 'object') {
      const message =
        'The compiler options must be a JSON object, such as {"mcpu":"skylake-avx512"} (for Inferentia a JSON string).';
      return { kind: 'broken', problem: { message, at: node.at, isJson: true } };
    }
    const close = text.lastIndexOf('}');
    const entries = node.entries.map(({ key, keyAt, value }, index) => {
      const end = node.entries[index + 1]?.keyAt.offset ?? close;
      const keyText = text.slice(keyAt.offset, value.at.offset).trimEnd().slice(0, -1);
      // Up to the next key there is the comma as well; no JSON value ends with one.
      const valueText = onOneLine(text.slice(value.at.offset, end).trimEnd().replace(/,$/u, ''));
      return { key, keyText: keyText.trimEnd(), value: JSON.parse(valueText) as unknown, valueText };
    });
    return { kind: 'object', entries };
  } catch (error) {
    const at = error instanceof JsonSyntaxError ? error.at : null;
    const reason = error instanceof Error ? error.message : String(error);
    return {
      kind: 'broken',
      problem: { message: `The compiler options are not valid JSON: ${reason}.`, at, isJson: false },
    };
  }
}

/** The object as compact JSON on one line; '' without members, which the request then leaves out. */
export function writeOptions(entries: readonly Pick<OptionEntry, 'keyText' | 'valueText'>[]): string {
  if (entries.length === 0) return '';
  return `{${entries.map(({ keyText, valueText }) => `${keyText}:${valueText}`).join(',')}}`;
}

/**
 * Reads a CompilerOptions text: nothing, an object, a string of flags (Inferentia), or something that is neither.
 * Never throws.
 */
export function readCompilerOptions(text: string): CompilerOptionsReading {
  const parsed = parseOptions(text);
  if (parsed.kind !== 'object') return parsed;
  return { kind: 'object', entries: parsed.entries.map(({ key, value }) => [key, value]) };
}

/** The value of one option; undefined when the text does not have it. Of a repeated key the last counts. */
export function optionValue(text: string, key: string): unknown {
  const parsed = parseOptions(text);
  return parsed.kind === 'object' ? parsed.entries.findLast((entry) => entry.key === key)?.value : undefined;
}

/**
 * The text with one option set (in its place, or at the end) or, with undefined, removed. All other members keep
 * their order, spelling and value. Without members the text is ''. Text that is no object comes back unchanged.
 */
export function withOption(text: string, key: string, value: OptionValue | undefined): string {
  const parsed = parseOptions(text);
  if (parsed.kind === 'broken' || parsed.kind === 'flags') return text;
  const entries = parsed.kind === 'object' ? parsed.entries : [];
  if (value === undefined) return writeOptions(entries.filter((entry) => entry.key !== key));
  const first = entries.find((entry) => entry.key === key);
  const set = { keyText: first?.keyText ?? JSON.stringify(key), valueText: JSON.stringify(value) };
  if (!first) return writeOptions([...entries, set]);
  return writeOptions(
    entries
      .filter((entry) => entry === first || entry.key !== key)
      .map((entry) => (entry === first ? { ...entry, ...set } : entry)),
  );
}

/** The text of a string of flags, as Inferentia takes it; '' without flags. */
export function withFlags(flags: string): string {
  return flags === '' ? '' : JSON.stringify(flags);
}

/** The text with a key spelled another way; where both spellings stand, the wrong one goes. */
export function withKeyRenamed(text: string, from: string, to: string): string {
  const parsed = parseOptions(text);
  if (parsed.kind !== 'object') return text;
  if (parsed.entries.some(({ key }) => key === to)) return withOption(text, from, undefined);
  return writeOptions(
    parsed.entries.map((entry) => (entry.key === from ? { ...entry, keyText: JSON.stringify(to) } : entry)),
  );
}

/** The text with each key once: where its first stood, with the value of its last, which is the one that counts. */
export function withoutRepeatedKeys(text: string): string {
  const parsed = parseOptions(text);
  if (parsed.kind !== 'object') return text;
  const last = new Map(parsed.entries.map((entry) => [entry.key, entry]));
  return writeOptions([...last.values()]);
}

function listItems(text: string, key: string): string[] | null {
  const value = optionValue(text, key);
  if (value === undefined) return [];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : null;
}

/** True when a list option holds the item: NEON is on when `mattr` holds `+neon`. */
export function hasListItem(text: string, key: string, item: string): boolean {
  return listItems(text, key)?.includes(item) ?? false;
}

/**
 * The text with one item of a list option switched on or off; its opposite (`-neon`) goes when it is switched on.
 * An empty list goes. Where the option is no list of strings, the text comes back unchanged.
 */
export function withListItem(text: string, key: string, item: string, isOn: boolean): string {
  const items = listItems(text, key);
  if (items === null) return text;
  const opposite = item.replace(/^[+-]/u, (sign) => (sign === '+' ? '-' : '+'));
  const others = items.filter((other) => other !== item && (!isOn || other !== opposite));
  if (isOn) return items.includes(item) ? text : withOption(text, key, [...others, item]);
  return withOption(text, key, others.length > 0 ? others : undefined);
}
