import type { SourceNode } from '../sourceNode.ts';

/** How `json.dumps` writes: its keyword arguments. */
export interface DumpsStyle {
  itemSeparator: string;
  keySeparator: string;
  isAscii: boolean;
  /** Spaces per level; null for one line. */
  indent: number | null;
  isSorted: boolean;
}

export const DEFAULT_DUMPS: DumpsStyle = {
  itemSeparator: ', ',
  keySeparator: ': ',
  isAscii: true,
  indent: null,
  isSorted: false,
};

/** A float as Python's `repr` writes it: 1e-05, 1e+16, 10.0. */
function pythonFloat(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e16)) {
    const [mantissa = '', exponent = ''] = value.toExponential().split('e');
    const sign = exponent.startsWith('-') ? '-' : '+';
    return `${mantissa}e${sign}${exponent.slice(1).padStart(2, '0')}`;
  }
  if (Object.is(value, -0)) return '-0.0';
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

/** A number as `json.dumps` writes the literal `text`: whole numbers have all their digits. */
export function pythonNumber(text: string): string {
  const bare = text.replaceAll('_', '');
  if (/^-?0[xob]/iu.test(bare)) {
    const digits = BigInt(bare.replace(/^-/u, ''));
    return String(bare.startsWith('-') ? -digits : digits);
  }
  return /^[+-]?\d+$/u.test(bare) ? String(BigInt(bare.replace(/^\+/u, ''))) : pythonFloat(Number(bare));
}

/** A text as `json.dumps` quotes it; without `ensure_ascii` only what JSON itself forbids is escaped. */
export function pythonJsonString(text: string, isAscii: boolean): string {
  // JSON.stringify escapes the same characters the same way, but lone surrogates always, and Python those only in ASCII.
  const quoted = isAscii ? JSON.stringify(text) : text.replaceAll(/[^]/gu, quotedCharacter);
  // By code units, as Python escapes a pair: without the u flag.
  return isAscii ? quoted.replaceAll(/[\u007F-\uFFFF]/g, codeUnit) : `"${quoted}"`;
}

const quotedCharacter = (character: string): string =>
  /\p{Cs}/u.test(character) ? character : JSON.stringify(character).slice(1, -1);

const codeUnit = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** The members that a Python dict has: a repeated key keeps its first place and its last value. */
function membersOf(node: Extract<SourceNode, { kind: 'object' }>, isSorted: boolean): [string, SourceNode][] {
  const members = [...new Map(node.entries.map(({ key, value }) => [key, value]))];
  return isSorted ? members.sort(([left], [right]) => (left < right ? -1 : 1)) : members;
}

/** The text that Python's `json.dumps` makes of a value. */
export function jsonDumps(node: SourceNode, style: DumpsStyle, level = 1): string {
  const within = (open: string, items: string[], close: string): string => {
    if (items.length === 0) return open + close;
    if (style.indent === null) return open + items.join(style.itemSeparator) + close;
    const line = `\n${' '.repeat(style.indent * level)}`;
    return `${open}${line}${items.join(`${style.itemSeparator.trimEnd()}${line}`)}\n${' '.repeat(style.indent * (level - 1))}${close}`;
  };
  switch (node.kind) {
    case 'object':
      return within(
        '{',
        membersOf(node, style.isSorted).map(
          ([key, value]) =>
            pythonJsonString(key, style.isAscii) + style.keySeparator + jsonDumps(value, style, level + 1),
        ),
        '}',
      );
    case 'array':
      return within(
        '[',
        node.items.map((item) => jsonDumps(item, style, level + 1)),
        ']',
      );
    case 'string':
      return pythonJsonString(node.value, style.isAscii);
    case 'number':
      return pythonNumber(node.text);
    case 'boolean':
      return String(node.value);
    case 'null':
    case 'foreign':
      return 'null';
  }
}
