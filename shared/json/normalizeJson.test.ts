import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeJson } from './normalizeJson.ts';

const ESCAPED = 'Escaped quotes became plain quotes.';
const SINGLE = 'Single quotes became double quotes.';
const CURLY = 'Curly quotes became straight double quotes.';
const BACKTICKS = 'The backticks around the value were removed.';
const AROUND = 'The quotes around the whole value were removed.';
const PYTHON = "Python's None, True and False became null, true and false.";
const TUPLES = 'Parentheses became square brackets.';
const COMMAS = 'Trailing commas were removed.';
const NAMES = 'Names without quotes got double quotes.';

/** One spelling of a value, by the choices that `pick` makes. */
interface Speller {
  pick: (count: number) => number;
}

const QUOTES = [
  ['"', '"'],
  ["'", "'"],
  ['“', '”'],
] as const;

function spellString(value: string, { pick }: Speller): string {
  const [open, close] = QUOTES[pick(QUOTES.length)] ?? ['"', '"'];
  const escaped = value.split('').map((character) => {
    if (character === '\\' || character === open || character === close) return `\\${character}`;
    // What JSON escapes, and the curly quotes that could close this one.
    if (/[\p{Cc}\p{Cs}“”„]/u.test(character)) return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    return character;
  });
  return `${open}${escaped.join('')}${close}`;
}

function spell(value: unknown, speller: Speller): string {
  const { pick } = speller;
  const blank = () => ['', ' ', '\u00A0'][pick(3)] ?? '';
  const list = (members: string[]) =>
    `${members.map((member) => blank() + member + blank()).join(',')}${members.length > 0 && pick(2) === 1 ? ',' : ''}`;
  if (Array.isArray(value)) {
    const members = value.map((member) => spell(member, speller));
    return pick(2) === 1 ? `(${list(members)})` : `[${list(members)}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(([key, member]) => {
      const name = /^[A-Za-z_][\w.-]*$/u.test(key) && pick(2) === 1 ? key : spellString(key, speller);
      return `${name}${blank()}:${blank()}${spell(member, speller)}`;
    });
    return `{${list(members)}}`;
  }
  if (typeof value === 'string') return spellString(value, speller);
  const python = new Map<unknown, string>([
    [null, 'None'],
    [true, 'True'],
    [false, 'False'],
  ]).get(value);
  if (python !== undefined && pick(2) === 1) return python;
  return JSON.stringify(value);
}

const escapedOnce = (text: string) => JSON.stringify(text).slice(1, -1);
const WRAPPINGS: ((text: string) => string)[] = [
  (text) => text,
  (text) => `\`\`${text} \`\``,
  (text) => `'${text.replaceAll("'", String.raw`'\''`)}'`,
  (text) => `  ${text},`,
];
/** These want a text whose quotes are all double: as JSON prints it. */
const ESCAPINGS: ((text: string) => string)[] = [
  escapedOnce,
  (text) => escapedOnce(escapedOnce(text)),
  (text) => text.replaceAll(/["\\$`]/gu, String.raw`\$&`),
  (text) => `"${text.replaceAll(/["\\$`]/gu, String.raw`\$&`)}"`,
  (text) => `\`${escapedOnce(text)}\``,
];

const jsonContainer = fc
  .oneof(fc.array(fc.jsonValue({ maxDepth: 3 })), fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })))
  // A plain object cannot have a member of its own by this name.
  .filter((value) => !JSON.stringify(value).includes('__proto__'))
  .map((value) => JSON.parse(JSON.stringify(value)) as unknown);

const parses = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('normalizeJson', () => {
  it('leaves strict JSON as it is, and says nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(normalizeJson(text)).toEqual({ text, changes: [] });
      }),
    );
  });

  it('keeps the value of any loose spelling, and says that something was changed', () => {
    const choices = fc.infiniteStream(fc.nat({ max: 1000 }));
    fc.assert(
      fc.property(jsonContainer, choices, fc.constantFrom(...WRAPPINGS), (value, stream, wrap) => {
        const spelled = wrap(spell(value, { pick: (count) => (stream.next().value ?? 0) % count }));
        const { text, changes } = normalizeJson(spelled);
        expect(JSON.parse(text)).toEqual(value);
        expect(changes.length > 0).toBe(text !== spelled);
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps the value of any JSON that was escaped for a shell or for another JSON text', () => {
    fc.assert(
      fc.property(jsonContainer, fc.constantFrom(0, 1), fc.constantFrom(...ESCAPINGS), (value, indent, escape) => {
        const spelled = escape(JSON.stringify(value, null, indent));
        const { text, changes } = normalizeJson(spelled);
        const read = JSON.parse(text) as unknown;
        // In double quotes the whole may be a strict JSON string already; then it stays one.
        const isStrictString = changes.length === 0 && typeof read === 'string';
        expect(isStrictString ? JSON.parse(read) : read).toEqual(value);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives back text of which no JSON can be made', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...`{}[]()'"“”\`\\:,1.-aTN `.split('')) }), (text) => {
        const reading = normalizeJson(text);
        expect(reading.changes.length === 0 ? reading.text === text : parses(reading.text)).toBe(true);
        expect(normalizeJson(reading.text)).toEqual({ text: reading.text, changes: [] });
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    [String.raw`{\"input\":[1,1024,1024,3]}`, '{"input":[1,1024,1024,3]}', [ESCAPED]],
    [String.raw`{\\\"a\\\":[1]}`, '{"a":[1]}', [ESCAPED]],
    [String.raw`{\'a\': [1]}`, '{"a":[1]}', [ESCAPED, SINGLE]],
    [
      '``{“input_1”: [1,3,224,224], “input_2”:[1,3,224,224]} ``',
      '{"input_1":[1,3,224,224],"input_2":[1,3,224,224]}',
      [BACKTICKS, CURLY],
    ],
    ['``{"input0":[1,3,224,224]} ``', '{"input0":[1,3,224,224]}', [BACKTICKS]],
    ['```json\n{"a":[1]}\n```', '{"a":[1]}', [BACKTICKS]],
    ["{'mattr': ['+neon']}", '{"mattr":["+neon"]}', [SINGLE]],
    [`'{"a": [1]}'`, '{"a":[1]}', [AROUND]],
    [`"{"a": [1]}"`, '{"a":[1]}', [AROUND]],
    [`"{'a': [1]}",`, '{"a":[1]}', ['The mark behind the value was removed.', AROUND, SINGLE]],
    [String.raw`'{"it'\''s": 1}'`, `{"it's":1}`, [AROUND]],
    [`{"it's": 1,}`, `{"it's":1}`, [COMMAS]],
    [`{'say "x"': 1}`, String.raw`{"say \"x\"":1}`, [SINGLE]],
    ['{“a": [1]}', '{"a":[1]}', [CURLY]],
    ["{'a': None, 'b': True, 'c': False}", '{"a":null,"b":true,"c":false}', [SINGLE, PYTHON]],
    ['{"a": (1, 3, 224, 224), "b": (5,), "c": ()}', '{"a":[1,3,224,224],"b":[5],"c":[]}', [TUPLES]],
    ['{"a": [1,2,],}', '{"a":[1,2]}', [COMMAS]],
    ['{\n  "a": [1,2,],\n}', '{\n  "a": [1,2]\n}', [COMMAS]],
    ['{input_1: [1], input_tensor:0: [2], 0: [3]}', '{"input_1":[1],"input_tensor:0":[2],"0":[3]}', [NAMES]],
    ['{"a": [1..10, 3]}', '{"a":["1..10",3]}', ['Ranges without quotes got double quotes.']],
    [
      '{"scale": .5, "bias": [-1., +2]}',
      '{"scale":0.5,"bias":[-1.0,2]}',
      ['Numbers got the digits that JSON wants before and after the point.'],
    ],
    ['{"a":\u00A0[1]}', '{"a":[1]}', ['Unusual blanks became plain blanks.']],
    ['{"a\tb": "c\\d"}', String.raw`{"a\tb":"c\\d"}`, ['Characters that JSON does not allow in a text were escaped.']],
    [String.raw`{'\x41\U0001F600\'': 1}`, `{"A😀'":1}`, [SINGLE]],
    [String.raw`\"--verbose 1 -O2\"`, '"--verbose 1 -O2"', [ESCAPED]],
  ])('understands %s', (text, expected, changes) => {
    expect(normalizeJson(text)).toEqual({ text: expected, changes });
  });

  it.each([
    '',
    'hello',
    '{"a":1 // comment\n}',
    "{'it's': 1}",
    '{"a" [1]}',
    '[1,,2]',
    '[NaN]',
    '{"a":[007]}',
    '{"type": Image}',
    String.raw`{"a\": [1]}`,
    '[-]',
  ])('makes nothing of %s', (text) => {
    expect(normalizeJson(text)).toEqual({ text, changes: [] });
  });

  it.each([
    '['.repeat(200_000),
    `${'[1,'.repeat(60_000)}`,
    '`'.repeat(200_000),
    `x${' '.repeat(200_000)}x`,
    '\\'.repeat(200_000),
    String.raw`\"`.repeat(100_000),
    "'".repeat(200_000),
    `'${'{'.repeat(200_000)}'`,
    `[${'1,\n'.repeat(60_000)}x]`,
    '“”'.repeat(100_000),
    'x'.repeat(10_000_000),
  ])('answers long or deep text within bounded time (case %#)', (text) => {
    const start = performance.now();
    expect(normalizeJson(text).text === text).toBe(true);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
