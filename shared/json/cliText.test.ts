import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromCliText, toCliText } from './cliText.ts';

const JSON_TEXT = '{"input":[1,3,224,224]}';
const CLI_TEXT = String.raw`{\"input\":[1,3,224,224]}`;

/** Every UTF-16 unit, also halves of pairs. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom('"', '\\', 'u0041', '\n'),
      fc.nat(0xffff).map((code) => String.fromCharCode(code)),
    ),
  )
  .map((units) => units.join(''));

describe('CLI text', () => {
  it('escapes the quotes as the documents print them', () => {
    expect(toCliText(JSON_TEXT)).toBe(CLI_TEXT);
    expect(fromCliText(CLI_TEXT)).toBe(JSON_TEXT);
  });

  it('gives back every text that is escaped', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fromCliText(toCliText(text))).toBe(text);
      }),
    );
  });

  it('gives back the JSON of every value', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(0, 2), (json, indent) => {
        const text = JSON.stringify(JSON.parse(json), null, indent);
        expect(JSON.parse(fromCliText(toCliText(text)))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('takes JSON that was not escaped as it is', () => {
    const text = String.raw`{"a\"b":[1]}`;
    expect(fromCliText(text)).toBe(text);
  });

  it('keeps what is no escape', () => {
    expect(fromCliText(String.raw`{\'a\':[1\,`)).toBe(String.raw`{\'a\':[1\,`);
  });
});
