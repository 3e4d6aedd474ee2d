import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hasListItem,
  optionValue,
  readCompilerOptions,
  withFlags,
  withKeyRenamed,
  withListItem,
  withOption,
  withoutRepeatedKeys,
  type OptionValue,
} from './optionsText.ts';

const key = fc.oneof(fc.constantFrom('dtype', 'mattr', '0', '1', '__proto__', ''), fc.string());
/** Negative zero has no JSON of its own. */
const value = fc.jsonValue({ maxDepth: 3 }).map((any) => JSON.parse(JSON.stringify(any)) as OptionValue);
const gap = fc.constantFrom('', ' ', '\n  ', '\t');
/** An object as people write it: any blanks, numbers such as 1e3, repeated keys. */
const objectText = fc
  .array(
    fc.tuple(
      key,
      fc.oneof(
        value.map((any) => JSON.stringify(any, null, 1)),
        fc.constantFrom('1e3', '10.0', '-0', '"\\u002bneon"'),
      ),
      gap,
    ),
    { maxLength: 6 },
  )
  .map(
    (members) =>
      `{${members.map(([name, text, blank]) => `${blank}${JSON.stringify(name)}${blank}:${blank}${text}${blank}`).join(',')}}`,
  );

const entriesOf = (text: string) => {
  const reading = readCompilerOptions(text);
  return reading.kind === 'object' ? reading.entries : [];
};
const othersOf = (text: string, name: string) => entriesOf(text).filter(([other]) => other !== name);

describe('withOption', () => {
  it('sets the value that optionValue then reads, and leaves all other members alone', () => {
    fc.assert(
      fc.property(objectText, key, value, (text, name, set) => {
        const changed = withOption(text, name, set);
        expect(optionValue(changed, name)).toEqual(set);
        expect(othersOf(changed, name)).toEqual(othersOf(text, name));
        expect(changed).not.toMatch(/[\r\n]/u);
        expect(withOption(changed, name, set)).toBe(changed);
      }),
    );
  });

  it('removes the key, and the text with the last one', () => {
    fc.assert(
      fc.property(objectText, key, (text, name) => {
        const changed = withOption(text, name, undefined);
        expect(optionValue(changed, name)).toBeUndefined();
        expect(othersOf(changed, name)).toEqual(othersOf(text, name));
        expect(changed === '').toBe(othersOf(text, name).length === 0);
      }),
    );
  });

  it('sets and removes again without a trace in compact text', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), value, { minKeys: 1 }), (members) => {
        const text = JSON.stringify(members);
        fc.pre(!('new' in members));
        expect(withOption(withOption(text, 'new', 1), 'new', undefined)).toBe(text);
      }),
    );
  });

  it.each<[text: string, name: string, set: OptionValue | undefined, expected: string]>([
    ['', 'mcpu', 'core-avx2', '{"mcpu":"core-avx2"}'],
    ['  ', 'mcpu', 'core-avx2', '{"mcpu":"core-avx2"}'],
    ['', 'mcpu', undefined, ''],
    ['{"a":1}', 'a', undefined, ''],
    ['{ }', 'a', undefined, ''],
    ['{ "x" : 1e3 ,\n "a" : [ 1, 2 ] }', 'a', 2, '{"x":1e3,"a":2}'],
    ['{"a":1,"x":{"deep":[10.0,\n  "b, c"]}}', 'a', '2', '{"a":"2","x":{"deep":[10.0,"b, c"]}}'],
    ['{"a":1,"b":2,"a":3}', 'a', 4, '{"a":4,"b":2}'],
    ['{"a":1,"b":2,"a":3}', 'a', undefined, '{"b":2}'],
    ['{"\\u0061":1,"b":"}"}', 'a', 2, '{"\\u0061":2,"b":"}"}'],
  ])('%s with %s = %j is %s', (text, name, set, expected) => {
    expect(withOption(text, name, set)).toBe(expected);
  });

  it.each(["{'a':1}", '[1]', '"-O2"', '{"a":1', 'null'])('leaves %s as it is, which is no object', (text) => {
    expect(withOption(text, 'a', 1)).toBe(text);
    expect(withOption(text, 'a', undefined)).toBe(text);
    expect(optionValue(text, 'a')).toBeUndefined();
  });
});

it('reads of a repeated key the last value', () => {
  expect(optionValue('{"a":1,"b":2,"a":3}', 'a')).toBe(3);
});

describe('readCompilerOptions', () => {
  it('tells nothing, objects, flags and broken text apart', () => {
    expect(readCompilerOptions('')).toEqual({ kind: 'none' });
    expect(readCompilerOptions(' \n')).toEqual({ kind: 'none' });
    expect(readCompilerOptions('"--verbose 1"')).toEqual({ kind: 'flags', flags: '--verbose 1' });
    expect(readCompilerOptions('{"b":[1],"1":null,"b":2}')).toEqual({
      kind: 'object',
      entries: [
        ['b', [1]],
        ['1', null],
        ['b', 2],
      ],
    });
  });

  it('says what is wrong and where', () => {
    const broken = readCompilerOptions('{"mcpu":\n "x",}');
    expect(broken).toMatchObject({ kind: 'broken', problem: { at: { line: 2, column: 6 }, isJson: false } });
    expect(broken.kind === 'broken' && broken.problem.message).toBe(
      'The compiler options are not valid JSON: A name in double quotes is expected (line 2, column 6).',
    );
  });

  it.each(['[1]', '1', 'true', 'null'])('refuses %s, which is JSON of another kind', (text) => {
    expect(readCompilerOptions(text)).toMatchObject({ kind: 'broken', problem: { isJson: true, at: { offset: 0 } } });
  });

  it('never throws, and neither do the others', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'{}[]",:1-.e tfn\\ul\n'.split('')) })),
        (text) => {
          const { kind } = readCompilerOptions(text);
          const changed = withOption(text, 'a', 1);
          expect(kind === 'broken' || kind === 'flags' ? changed : text).toBe(text);
          withKeyRenamed(text, 'a', 'b');
          withoutRepeatedKeys(text);
          withListItem(text, 'a', '+x', true);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

it('writes flags as a JSON string that reads back, and no flags as nothing', () => {
  expect(withFlags('')).toBe('');
  expect(withFlags('--verbose 1 ')).toBe('"--verbose 1 "');
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (flags) => {
      expect(readCompilerOptions(withFlags(flags))).toEqual({ kind: 'flags', flags });
    }),
  );
});

it('renames a key in its place, and removes it where the other is given', () => {
  expect(withKeyRenamed('{"a":1,"gpu_code":"sm_62","b":2}', 'gpu_code', 'gpu-code')).toBe(
    '{"a":1,"gpu-code":"sm_62","b":2}',
  );
  expect(withKeyRenamed('{"gpu_code":"sm_53","gpu-code":"sm_62"}', 'gpu_code', 'gpu-code')).toBe(
    '{"gpu-code":"sm_62"}',
  );
  expect(withKeyRenamed('"-O2"', 'a', 'b')).toBe('"-O2"');
});

it('keeps each key once, with its last value', () => {
  expect(withoutRepeatedKeys('{"a":1,"b":2,"a":1e3}')).toBe('{"a":1e3,"b":2}');
});

describe('list items', () => {
  it.each<[text: string, isOn: boolean, expected: string]>([
    ['', true, '{"mattr":["+neon"]}'],
    ['{"mattr":["+vfpv4"]}', true, '{"mattr":["+vfpv4","+neon"]}'],
    ['{"mattr":["-neon","+vfpv4"]}', true, '{"mattr":["+vfpv4","+neon"]}'],
    ['{"mattr":"+vfpv4"}', true, '{"mattr":["+vfpv4","+neon"]}'],
    ['{"mattr": ["+neon"]}', true, '{"mattr": ["+neon"]}'],
    ['{"mattr":["+neon","+vfpv4"]}', false, '{"mattr":["+vfpv4"]}'],
    ['{"x":1,"mattr":["+neon"]}', false, '{"x":1}'],
    ['{"mattr":["+neon"]}', false, ''],
  ])('%s with NEON %s is %s', (text, isOn, expected) => {
    const changed = withListItem(text, 'mattr', '+neon', isOn);
    expect(changed).toBe(expected);
    expect(hasListItem(changed, 'mattr', '+neon')).toBe(isOn);
  });

  it('are left alone where the option is no list of strings', () => {
    expect(withListItem('{"mattr":[1]}', 'mattr', '+neon', true)).toBe('{"mattr":[1]}');
    expect(hasListItem('{"mattr":[1]}', 'mattr', '+neon')).toBe(false);
  });
});
