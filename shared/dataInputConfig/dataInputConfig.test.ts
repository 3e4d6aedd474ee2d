import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixedShapes, MAX_DIMENSION, readDataInputConfig, writeDataInputConfig } from './dataInputConfig.ts';
import type { DataInputConfig, Dimension, InputSpec } from './dataInputConfig.ts';

const plain = (name: string, dimensions: Dimension[]): InputSpec => ({
  name,
  shape: { kind: 'single', dimensions },
  defaultShape: null,
  type: null,
  bias: null,
  scale: null,
  isObject: false,
});
const object = (name: string, dimensions: Dimension[], more: Partial<InputSpec> = {}): InputSpec => ({
  ...plain(name, dimensions),
  isObject: true,
  ...more,
});
const dictionary = (...inputs: InputSpec[]): DataInputConfig => ({ form: 'dictionary', inputs });
const list = (...inputs: InputSpec[]): DataInputConfig => ({ form: 'list', inputs });
const flexible = {
  kind: 'enumerated' as const,
  shapes: [
    [1, 3, 224, 224],
    [1, 3, 160, 160],
  ],
};

const size = fc.oneof(fc.integer({ min: 1, max: 2048 }), fc.integer({ min: 1, max: MAX_DIMENSION }));
const sizes = fc.array(size, { maxLength: 5 });
const range = fc
  .tuple(size, size)
  .map(([one, other]) => ({ lower: Math.min(one, other), upper: Math.max(one, other) }));
const factor = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const shape = fc.oneof(
  fc.record({ kind: fc.constant('single' as const), dimensions: fc.array(fc.oneof(size, range), { maxLength: 5 }) }),
  fc.record({ kind: fc.constant('enumerated' as const), shapes: fc.array(sizes, { minLength: 1, maxLength: 4 }) }),
);
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const name = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.constantFrom('0', '1', '10', 'input.1', 'x:0', '__proto__', '"', '😀'),
);
const specWithoutName = fc.oneof(
  fc
    .record({ shape, isObject: fc.constant(false) })
    .map(({ shape: ofInput }) => ({ ...plain('', []), shape: ofInput })),
  fc.record({
    shape,
    defaultShape: optional(sizes),
    type: optional(fc.constantFrom('Tensor' as const, 'Image' as const)),
    bias: optional(fc.array(factor, { minLength: 1, maxLength: 4 })),
    scale: optional(factor),
    isObject: fc.constant(true),
  }),
);
const config: fc.Arbitrary<DataInputConfig> = fc.oneof(
  fc
    .uniqueArray(name, { minLength: 1, maxLength: 5 })
    .chain((names) =>
      fc
        .tuple(...names.map(() => specWithoutName))
        .map((specs) => dictionary(...specs.map((spec, index) => ({ ...spec, name: names[index] ?? '' })))),
    ),
  fc
    .array(specWithoutName, { minLength: 1, maxLength: 5 })
    .map((specs) => list(...specs.map((spec, index) => ({ ...spec, name: `input${index}` })))),
);

describe('readDataInputConfig', () => {
  it.each<[text: string, config: DataInputConfig]>([
    ['{"input":[1,1024,1024,3]}', dictionary(plain('input', [1, 1024, 1024, 3]))],
    ['{"b":[1], "1":[2], "0":[]}', dictionary(plain('b', [1]), plain('1', [2]), plain('0', []))],
    ['[[1,3,224,224], [8]]', list(plain('input0', [1, 3, 224, 224]), plain('input1', [8]))],
    ['{"a":[1.0, 2e2]}', dictionary(plain('a', [1, 200]))],
    ['{"a":{"shape":["1..10",3]}}', dictionary(object('a', [{ lower: 1, upper: 10 }, 3]))],
    ['{"a":{"shape":[" 4 .. 4 "]}}', dictionary(object('a', [{ lower: 4, upper: 4 }]))],
    ['{"a":{"shape":[[1,3,224,224],[1,3,160,160]]}}', dictionary(object('a', [], { shape: flexible }))],
    ['{"a":{"shape":[[]]}}', dictionary(object('a', [], { shape: { kind: 'enumerated', shapes: [[]] } }))],
    [
      '[{"shape":[1,3],"default_shape":[1,3],"type":"Image","bias":[-1,-1.5],"scale":0.007843137255}]',
      list(object('input0', [1, 3], { defaultShape: [1, 3], type: 'Image', bias: [-1, -1.5], scale: 0.007843137255 })),
    ],
    ['{"a":[1],"b":{"shape":[2]}}', dictionary(plain('a', [1]), object('b', [2]))],
  ])('reads %s', (text, expected) => {
    expect(readDataInputConfig(text)).toEqual({ ok: true, config: expected, isLossless: true });
  });

  it('says that members which Core ML does not know are lost', () => {
    expect(readDataInputConfig('{"a":{"shape":[1],"color":"RGB"}}')).toMatchObject({ ok: true, isLossless: false });
  });

  it.each([
    ["{'a':[1]}", 'json', 'not valid JSON: A name in double quotes is expected (line 1, column 2)', 1, 2],
    ['3', 'form', 'must be an object', 1, 1],
    ['"{}"', 'form', 'must be an object', 1, 1],
    ['{}', 'empty', 'names no input', 1, 1],
    ['[]', 'empty', 'names no input', 1, 1],
    ['[1,3,224,224]', 'shape', 'a list of shapes', 1, 1],
    ['{"a":[1],\n "a":[1]}', 'duplicate', 'The input "a" is given twice. (line 2, column 2)', 2, 2],
    ['{"a":[1],"a":[2]}', 'duplicate', 'given twice, with different values', 1, 10],
    ['{"":[1]}', 'name', 'has no name', 1, 2],
    ['{"a":5}', 'shape', 'The shape of "a" must be a list of whole numbers', 1, 6],
    ['{"a":[1,[2]]}', 'shape', 'mixes numbers and lists', 1, 6],
    ['{"a":[true]}', 'shape', 'Dimension 1 of "a" is true: a dimension must be a whole number', 1, 7],
    ['{"a":["3"]}', 'shape', 'without quotes', 1, 7],
    ['{"a":[1,null]}', 'dimensionOpen', 'Dimension 2 of "a" is null: a dimension cannot stay open', 1, 9],
    ['{"a":[-1,3]}', 'dimensionOpen', 'is -1: a dimension cannot stay open, the compiler needs a fixed number', 1, 7],
    ['{"a":["?"]}', 'dimensionOpen', 'is "?": a dimension cannot stay open', 1, 7],
    ['{"a":["batch"]}', 'dimensionOpen', 'is "batch": a dimension cannot stay open', 1, 7],
    ['{"a":[0]}', 'dimensionSize', 'at least 1 element', 1, 7],
    ['{"a":["0"]}', 'dimensionSize', 'at least 1 element', 1, 7],
    ['{"a":[-3]}', 'dimensionSize', 'cannot be negative', 1, 7],
    ['{"a":[2.5]}', 'dimensionSize', 'a whole number', 1, 7],
    ['{"a":[2147483648]}', 'dimensionSize', 'at most 2,147,483,647 elements', 1, 7],
    ['{"a":["1..2147483648"]}', 'dimensionSize', 'at most 2,147,483,647 elements', 1, 7],
    ['{"a":["1-10"]}', 'range', 'two dots between them', 1, 7],
    ['{"a":["1.."]}', 'range', 'two dots between them', 1, 7],
    ['{"a":["10..1"]}', 'range', 'does not end below its start', 1, 7],
    ['{"a":["0..5"]}', 'range', 'starts at 1 or more', 1, 7],
    ['{"a":[["1..3",2],[1,2]]}', 'enumeratedShapes', 'a range cannot stand in a list of shapes', 1, 7],
    ['{"a":{"type":"Tensor"}}', 'shapeMissing', '"a" has no shape', 1, 6],
    ['{"a":{"shape":[1],"shape":[1]}}', 'duplicateMember', '"shape" of "a" is given twice', 1, 19],
    ['{"a":{"shape":[1],"default_shape":["1..2"]}}', 'defaultShape', 'The default shape of "a" must be a list', 1, 35],
    ['{"a":{"shape":[1],"type":"image"}}', 'type', 'must be Image or Tensor', 1, 26],
    ['{"a":{"shape":[1],"bias":-1}}', 'bias', 'a list of numbers', 1, 26],
    ['{"a":{"shape":[1],"bias":[]}}', 'bias', 'a list of numbers', 1, 26],
    ['{"a":{"shape":[1],"scale":"1"}}', 'scale', 'must be a number', 1, 27],
    ['{"a":{"shape":[1],"scale":1e999}}', 'scale', 'must be a number', 1, 27],
  ])('refuses %s', (text, rule, message, line, column) => {
    const reading = readDataInputConfig(text);
    expect(reading).toMatchObject({ ok: false, problem: { rule: `dataInputConfig.${rule}`, at: { line, column } } });
    expect(reading).toHaveProperty('problem.message', expect.stringContaining(message));
  });

  it('names the first mistake of the text', () => {
    expect(readDataInputConfig('{"a":[0],"a":[null]}')).toMatchObject({ problem: { at: { column: 7 } } });
  });

  it('shortens long names in messages', () => {
    const reading = readDataInputConfig(`{${JSON.stringify('x'.repeat(10_000))}:[0]}`);
    expect(JSON.stringify(reading).length).toBeLessThan(1000);
  });
});

describe('writeDataInputConfig', () => {
  it('is undone by reading, for every configuration', () => {
    fc.assert(
      fc.property(config, (value) => {
        expect(readDataInputConfig(writeDataInputConfig(value))).toEqual({ ok: true, config: value, isLossless: true });
      }),
    );
  });

  it('writes what the text means, whatever its blanks are', () => {
    fc.assert(
      fc.property(config, fc.constantFrom(' ', '\n', '\t\n'), (value, blank) => {
        const text = writeDataInputConfig(value);
        const spaced = text.replaceAll(/("(?:[^"\\]|\\.)*")|([{}[\]:,])/gu, (token) => blank + token + blank);
        const reading = readDataInputConfig(spaced);
        expect(reading.ok && writeDataInputConfig(reading.config)).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(spaced));
      }),
    );
  });

  it('writes null for what is no number yet, which reading refuses as open', () => {
    const text = writeDataInputConfig(dictionary(plain('a', [Number.NaN, 3])));
    expect(text).toBe('{"a":[null,3]}');
    expect(readDataInputConfig(text)).toMatchObject({ problem: { rule: 'dataInputConfig.dimensionOpen' } });
  });
});

describe('fixedShapes', () => {
  it('gives names and sizes where every dimension is fixed', () => {
    expect(fixedShapes(list(plain('input0', [1, 3]), object('input1', [])))).toEqual([
      { name: 'input0', shape: [1, 3] },
      { name: 'input1', shape: [] },
    ]);
  });

  it.each([object('a', [{ lower: 1, upper: 2 }]), object('a', [], { shape: flexible })])(
    'gives nothing for flexible shapes (case %#)',
    (input) => {
      expect(fixedShapes(dictionary(plain('b', [1]), input))).toBeNull();
    },
  );
});
