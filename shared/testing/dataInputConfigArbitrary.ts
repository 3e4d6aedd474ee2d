import fc, { type Arbitrary } from 'fast-check';
import { findFramework } from '../catalog/frameworks.ts';
import type { Subject } from './subject.ts';

/** Names of inputs: as frameworks make them, and as JSON, shells and programs find them hard. */
const inputName = fc.constantFrom(
  'data',
  'input_1',
  'input.1',
  'input:0',
  'serving_default_x:0',
  '0',
  '1',
  'a/b',
  "it's",
  'say "x"',
  'back\\slash',
  '$x',
  '`x`',
  'größe',
  '入力',
  '🚀',
  'line\nbreak',
  'tab\t',
  '\u2028',
  'x'.repeat(60),
);
const size = fc.constantFrom(1, 2, 28, 64, 224, 299, 1024);
const channels = fc.constantFrom(1, 3);
const image = fc.tuple(size, size, channels);

const shapeFor = (layout: 'NCHW' | 'NHWC' | null): Arbitrary<number[]> =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: image.map(([height, width, depth]) =>
        layout === 'NHWC' ? [1, height, width, depth] : [1, depth, height, width],
      ),
    },
    { weight: 1, arbitrary: fc.array(size, { minLength: 1, maxLength: 5 }) },
  );

/** `{"name":[…]}`, as pairs: the order of the names matters, also of names that look like numbers. */
type Pairs = [name: string, value: unknown][];

const named = (value: Arbitrary<unknown>): Arbitrary<Pairs> =>
  fc.uniqueArray(fc.tuple(inputName, value), { minLength: 1, maxLength: 3, selector: ([name]) => name });

/** What stands between the values of a JSON text. */
interface JsonMarks {
  item: string;
  key: string;
}

/** Ways in which programs write JSON: compact, Python's default, over several lines. */
const STYLES: readonly JsonMarks[] = [
  { item: ',', key: ':' },
  { item: ', ', key: ': ' },
  { item: ',\n  ', key: ': ' },
];

function written(value: unknown, { item, key }: JsonMarks): string {
  if (Array.isArray(value)) return `[${value.map((each) => written(each, { item, key })).join(item)}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([name, member]) => `${JSON.stringify(name)}${key}${written(member, { item, key })}`)
    .join(item)}}`;
}

const textOf = (pairs: Pairs, style: JsonMarks): string =>
  `{${pairs.map(([name, value]) => `${JSON.stringify(name)}${style.key}${written(value, style)}`).join(style.item)}}`;

/** An input for Core ML: fixed, a range, or enumerated; a tensor or an image. Source: InputConfig$DataInputConfig. */
function coreMlInput(framework: string): Arbitrary<Record<string, unknown>> {
  const inLayout = (height: number, width: number) =>
    framework === 'TENSORFLOW' ? [height, width, 3] : [3, height, width];
  const fixed = fc.tuple(size, size).map(([height, width]) => ({ shape: [1, ...inLayout(height, width)] }));
  const range = size.map((edge) => ({
    shape: ['1..10', ...inLayout(edge, edge)],
    default_shape: [1, ...inLayout(edge, edge)],
  }));
  const enumerated = fc.constant({
    shape: [
      [1, ...inLayout(224, 224)],
      [1, ...inLayout(160, 160)],
    ],
    default_shape: [1, ...inLayout(224, 224)],
  });
  const kind = fc.constantFrom({}, { type: 'Tensor' }, { type: 'Image', bias: [-1, -1, -1], scale: 0.007843137255 });
  return fc.tuple(fc.oneof(fixed, range, enumerated), kind).map(([shape, rest]) => ({ ...shape, ...rest }));
}

/** DataInputConfig texts in every form that the framework and the target of a subject take. */
export function dataInputConfigArbitrary({ framework, target }: Subject): Arbitrary<string> {
  const entry = findFramework(framework);
  const style = fc.constantFrom(...STYLES);
  const isCoreMl = target.TargetDevice === 'coreml';
  const input: Arbitrary<unknown> = isCoreMl
    ? coreMlInput(framework)
    : framework === 'SKLEARN'
      ? fc.tuple(fc.constant(1), size)
      : shapeFor(entry?.layout ?? null);
  const dictionary = fc.tuple(named(input), style).map(([pairs, marks]) => textOf(pairs, marks));
  if (!entry?.inputConfig.allowsList) return dictionary;
  const list = fc
    .tuple(fc.array(input, { minLength: 1, maxLength: 3 }), style)
    .map(([items, marks]) => written(items, marks));
  return fc.oneof(dictionary, list);
}
