import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson, type JsonNode } from './parseJson.ts';

function plain(node: JsonNode): unknown {
  if (node.kind === 'object') return Object.fromEntries(node.entries.map(({ key, value }) => [key, plain(value)]));
  if (node.kind === 'array') return node.items.map(plain);
  return node.kind === 'null' ? null : node.value;
}

describe('parseJson', () => {
  it('agrees with JSON.parse on any value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        // A negative zero and "__proto__" keys are the corners where plain objects and JSON text part ways.
        fc.pre(!text.includes('__proto__'));
        expect(plain(parseJson(text))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('accepts and refuses what JSON.parse accepts and refuses', () => {
    const attempt = (parse: (text: string) => unknown, text: string) => {
      try {
        return { value: parse(text) };
      } catch {
        return 'refused';
      }
    };
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:1-.e tfn\\ul'.split('')) }), (text) => {
        expect(attempt((candidate) => plain(parseJson(candidate)), text)).toEqual(attempt(JSON.parse, text));
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps the order of keys that look like numbers, and repeated keys', () => {
    const node = parseJson('{"b":1,"1":2,"0":3,"b":4}');
    expect(node.kind === 'object' && node.entries.map(({ key }) => key)).toEqual(['b', '1', '0', 'b']);
  });

  it.each([
    ['{"a":1,}', 'A name in double quotes is expected (line 1, column 8)'],
    ["{'a':1}", 'A name in double quotes is expected (line 1, column 2)'],
    ['{\n  "a" 1}', 'A colon is expected after the name (line 2, column 7)'],
    ['[1 2]', 'A comma or ] is expected (line 1, column 4)'],
    ['{"a":"b}', 'The closing double quote is missing (line 1, column 6)'],
    ['', 'The text ends where a value should be (line 1, column 1)'],
    ['[1]x', 'Nothing may follow the value (line 1, column 4)'],
    ['['.repeat(100), 'Nested too deeply (line 1, column 66)'],
  ])('says what is wrong and where: %s', (text, message) => {
    expect(() => parseJson(text)).toThrow(message);
  });
});
