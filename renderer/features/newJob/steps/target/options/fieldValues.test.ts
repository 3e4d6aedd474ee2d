import { describe, expect, it } from 'vitest';
import { compilerOptionsFor } from '../../../../../../shared/compilerOptions/compilerOptions.ts';
import { parseOptions } from '../../../../../../shared/compilerOptions/optionsText.ts';
import { extraEntries, fieldsRefusal, fieldText, integerOf, itemsOf, textWith, valueOf } from './fieldValues.ts';

const jetson = compilerOptionsFor('PYTORCH', { TargetDevice: 'jetson_tx2' });
const inferentia = compilerOptionsFor('PYTORCH', { TargetDevice: 'ml_inf1' });
const nowhere = compilerOptionsFor('PYTORCH', {});

describe('a field', () => {
  it('shows the value in whatever spelling its key has, and writes there', () => {
    const text = '{"gpu_code":"sm_53","x":1}';
    expect(valueOf(parseOptions(text), 'gpu-code')).toBe('sm_53');
    expect(textWith(text, { 'gpu-code': 'sm_62' })).toBe('{"gpu_code":"sm_62","x":1}');
    expect(textWith(text, { 'gpu-code': undefined })).toBe('{"x":1}');
  });

  it('leaves nothing behind when the last option goes', () => {
    expect(textWith('{"mcpu":"a"}', { mcpu: undefined })).toBe('');
    expect(textWith('', { mcpu: 'a' })).toBe('{"mcpu":"a"}');
  });

  it('shows values of another kind as JSON', () => {
    expect([undefined, 'a', 28, ['a'], null].map(fieldText)).toEqual(['', 'a', '28', '["a"]', 'null']);
  });

  it('makes a number only of what is one, so that nothing typed is lost', () => {
    const numbers = ['28', '0', '-1'];
    const texts = ['02', '2x', '1e3', '2.5'];
    expect(numbers.map(integerOf)).toEqual([28, 0, -1]);
    expect(texts.map(integerOf)).toEqual(texts);
    expect(integerOf('')).toBeUndefined();
  });

  it('takes a value that is no list for its only item', () => {
    expect([undefined, '+neon', ['+a', 1]].map(itemsOf)).toEqual([[], ['+neon'], ['+a', 1]]);
  });
});

it('lists what no field shows', () => {
  const known = jetson.form === 'object' ? jetson.options : [];
  const extra = extraEntries(parseOptions('{"trt_ver":"1.2.3","mcpu":"a","foo":{"b":[1]}}'), known);
  expect(extra.map(({ key, valueText }) => [key, valueText])).toEqual([
    ['mcpu', '"a"'],
    ['foo', '{"b":[1]}'],
  ]);
});

it('closes the fields for text that they cannot show', () => {
  expect(fieldsRefusal(jetson, parseOptions('{"a'))).toMatch(/not valid JSON/u);
  expect(fieldsRefusal(jetson, parseOptions('"--verbose 1"'))).toMatch(/takes an object/u);
  expect(fieldsRefusal(inferentia, parseOptions('{"a":1}'))).toMatch(/takes a string of flags/u);
  for (const [form, text] of [
    [jetson, '{"a":1}'],
    [jetson, ''],
    [inferentia, '"--verbose 1"'],
    [inferentia, ''],
    [nowhere, '"--verbose 1"'],
  ] as const) {
    expect(fieldsRefusal(form, parseOptions(text))).toBeNull();
  }
});
