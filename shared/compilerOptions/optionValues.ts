import type { CompilerOptionEntry } from './compilerOptions.ts';
import type { OptionEntry, OptionValue } from './optionsText.ts';

const isWhole = (pattern: string | undefined, text: string) =>
  text.trim() !== '' && (pattern === undefined || new RegExp(`^(?:${pattern})$`, 'u').test(text));

const isTextList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

/** True when the option takes the value. */
function takes(option: CompilerOptionEntry, value: unknown): boolean {
  const { kind, values, pattern, min = -Infinity, max = Infinity } = option;
  switch (kind) {
    case 'choice':
      return typeof value === 'string' && (values?.includes(value) ?? false);
    case 'integer':
      return Number.isInteger(value) && Number(value) >= min && Number(value) <= max;
    case 'text':
      return typeof value === 'string' && isWhole(pattern, value);
    case 'list':
      return isTextList(value) && value.every((item) => isWhole(pattern, item));
    case 'names':
      return isTextList(value) && value.length > 0 && value.every((item) => isWhole(pattern, item));
  }
}

/** The end of "… must …". */
function expectation({ kind, values = [], min, max, patternInWords }: CompilerOptionEntry): string {
  if (kind === 'integer') return `be a whole number from ${min} to ${max}, without quotes`;
  if (kind === 'choice') return `be ${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
  return patternInWords ?? 'be a text';
}

/** What is wrong with an option's value, in the words that end "… must …"; null when the option takes it. */
export function valueMistake(option: CompilerOptionEntry, value: unknown): string | null {
  return option.rule === null || takes(option, value) ? null : expectation(option);
}

function correctedInteger({ min = -Infinity, max = Infinity }: CompilerOptionEntry, value: unknown) {
  const isNumber = typeof value === 'number' || (typeof value === 'string' && /^\s*-?\d+(?:\.\d+)?\s*$/u.test(value));
  return isNumber ? Math.min(max, Math.max(min, Math.round(Number(value)))) : undefined;
}

function correctedText({ repairs }: CompilerOptionEntry, { value, valueText }: OptionEntry): string[] {
  const only: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
  // A number's source text keeps what the number loses: 10.0 is a version, 10 is none.
  const text =
    typeof only === 'string' ? only.trim() : typeof only === 'number' ? valueText.replaceAll(/[[\]\s]/gu, '') : '';
  return [text, ...repairs.map(({ match, to }) => text.replace(new RegExp(match, 'u'), to))];
}

function correctedList({ kind }: CompilerOptionEntry, value: unknown): string[] {
  const items = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? (value as unknown[]) : [];
  const texts = items.flatMap((item) => (typeof item === 'string' && item.trim() !== '' ? [item.trim()] : []));
  return kind === 'names' ? texts : texts.map((item) => (/^[+-]/u.test(item) ? item : `+${item}`));
}

/** What the value may have been meant to be, the likeliest first; not all of it fits. */
function candidates(option: CompilerOptionEntry, entry: OptionEntry): (OptionValue | undefined)[] {
  const { value } = entry;
  switch (option.kind) {
    case 'choice': {
      const lower = typeof value === 'string' ? value.trim().toLowerCase() : '';
      return [option.values?.find((known) => known.toLowerCase() === lower), option.default];
    }
    case 'integer':
      return [correctedInteger(option, value)];
    case 'text':
      return correctedText(option, entry);
    case 'list':
    case 'names': {
      const items = correctedList(option, value);
      return items.length > 0 ? [items] : [];
    }
  }
}

/** The value that a mistaken one was probably meant to be; undefined when there is no telling. */
export function correctedValue(option: CompilerOptionEntry, entry: OptionEntry): OptionValue | undefined {
  return candidates(option, entry).find((candidate) => candidate !== undefined && takes(option, candidate));
}
