import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson, type JsonNode } from './parseJson.ts';
import { rewriteJson, type JsonEntry } from './rewriteJson.ts';

const objectNode = (text: string) => {
  const node = parseJson(text);
  if (node.kind !== 'object') throw new Error('an object is expected');
  return node;
};

describe('rewriteJson', () => {
  it('writes what was parsed, compactly', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(rewriteJson(parseJson(JSON.stringify(value, null, 2)))).toBe(text);
      }),
    );
  });

  it('keeps the digits of numbers, the order of names, and repeated names', () => {
    const text = '{"b":1.50,"1":0.0078431372549019607843,"0":1e2,"b":-0}';
    expect(rewriteJson(parseJson(text))).toBe(text);
  });

  it('replaces values and names, and takes members away', () => {
    const node = objectNode('{"a":[1,2],"b":[3],"c":4}');
    const [a, b, c] = node.entries;
    const changes = new Map<JsonNode | JsonEntry, string | null>([
      [a?.value ?? node, '[9]'],
      [b?.value ?? node, null],
      [c ?? node, '"renamed"'],
    ]);
    expect(rewriteJson(node, changes)).toBe('{"a":[9],"renamed":4}');
  });

  it('takes items out of lists', () => {
    const node = parseJson('[1,[2],3]');
    const second = node.kind === 'array' ? node.items[1] : undefined;
    expect(rewriteJson(node, new Map([[second ?? node, null]]))).toBe('[1,3]');
  });
});
