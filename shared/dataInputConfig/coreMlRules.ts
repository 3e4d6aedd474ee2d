import type { JsonNode } from '../json/parseJson.ts';
import { rewriteJson } from '../json/rewriteJson.ts';
import { shortened, wrongShape, type Complaint, type Repair } from './complaint.ts';
import { CORE_ML_KEYS } from './coreMlMembers.ts';
import { advice, named, refusal, replacing, type InputFacts, type InputRule } from './inputRule.ts';
import { fixedSizes, type Dimension, type InputShape } from './inputSpec.ts';
import { channelsOf } from './layout.ts';
import type { ReadInput } from './readInputs.ts';

/** An input whose shape can be read. */
type ShapedInput = ReadInput & { shape: InputShape; shapeNode: JsonNode };

const isShaped = (input: ReadInput): input is ShapedInput => input.shape !== null && input.shapeNode !== null;

const hasRange = ({ shape }: ShapedInput) =>
  shape.kind === 'single' && shape.dimensions.some((dimension) => typeof dimension === 'object');

const sizesText = (sizes: readonly number[]) => `[${sizes.join(',')}]`;

/** A rule about each input by itself. */
const ofEach =
  (rule: (input: ShapedInput, facts: InputFacts) => Complaint[]): InputRule =>
  (facts) =>
    facts.inputs.filter(isShaped).flatMap((input) => rule(input, facts));

/** Flexible shapes stand in an object. Source: InputConfig$DataInputConfig, every example. */
const flexibleShapesInObjects = ofEach((input, { device }) => {
  if (device !== 'coreml' || input.isObject || fixedSizes(input.shape)) return [];
  const text = `{"shape":${rewriteJson(input.value)}}`;
  return [
    refusal(
      {
        rule: 'objects',
        message: `${named(input)} has a flexible shape, which is written as the member of an object: {"shape":…}.`,
        repair: replacing('Write it as an object', input.value, text),
      },
      input.value,
      wrongShape(input.name),
    ),
  ];
});

const enumeratedAgree = ofEach((input) => {
  if (input.shape.kind === 'single') return [];
  const { shapes } = input.shape;
  if (new Set(shapes.map(({ length }) => length)).size > 1) {
    const message = `The shapes of ${named(input)} must all have the same number of dimensions.`;
    return [refusal({ rule: 'enumeratedShapes', message }, input.shapeNode, wrongShape(input.name))];
  }
  const texts = shapes.map(sizesText);
  const different = [...new Set(texts)];
  if (different.length < texts.length) {
    const message = `${named(input)} lists a shape more than once.`;
    const repair = replacing('List each shape once', input.shapeNode, `[${different.join(',')}]`);
    return [advice({ rule: 'enumeratedTwice', message, repair })];
  }
  return [];
});

/** Source: coremltools, EnumeratedShapes takes two shapes or more. */
const enumeratedAreSeveral = ofEach((input) => {
  const [only, ...others] = input.shape.kind === 'enumerated' ? input.shape.shapes : [];
  if (!only || others.length > 0) return [];
  const message = `${named(input)} lists a single shape; Core ML wants two or more of them, or one fixed shape.`;
  const repair = replacing('Make it the fixed shape', input.shapeNode, sizesText(only));
  return [advice({ rule: 'enumeratedSingle', message, repair })];
});

const isWithin = (size: number, dimension: Dimension | undefined) =>
  typeof dimension === 'object' ? size >= dimension.lower && size <= dimension.upper : size === dimension;

function isOneOf(sizes: readonly number[], shape: InputShape): boolean {
  if (shape.kind === 'enumerated') return shape.shapes.some((listed) => sizesText(listed) === sizesText(sizes));
  const { dimensions } = shape;
  return sizes.length === dimensions.length && sizes.every((size, index) => isWithin(size, dimensions[index]));
}

/** The nearest default shape that the shape allows; null where the two have nothing in common. */
function nearestDefault(sizes: readonly number[], shape: InputShape): number[] | null {
  if (shape.kind === 'enumerated') return shape.shapes[0] ?? null;
  if (shape.dimensions.length !== sizes.length || fixedSizes(shape)) return null;
  return shape.dimensions.map((dimension, index) =>
    typeof dimension === 'number'
      ? dimension
      : Math.min(Math.max(sizes[index] ?? dimension.lower, dimension.lower), dimension.upper),
  );
}

/** Source: InputConfig$DataInputConfig, default_shape "for both Range Dimension and Enumerated Shapes". */
const defaultIsAllowed = ofEach((input) => {
  const { shape, members } = input;
  const node = members.entries.get('default_shape')?.value;
  const sizes = members.defaultShape;
  if (!node || !sizes || isOneOf(sizes, shape)) return [];
  const nearest = nearestDefault(sizes, shape);
  const place = shape.kind === 'enumerated' ? 'one of the shapes that it lists' : 'allowed by its shape';
  return [
    refusal(
      {
        rule: 'defaultShape',
        message: `The default shape ${shortened(sizesText(sizes))} of ${named(input)} must be ${place}.`,
        repair: nearest
          ? replacing(`Use ${shortened(sizesText(nearest))}`, node, sizesText(nearest))
          : replacing('Remove the default shape', node, null),
      },
      node,
      wrongShape(input.name),
    ),
  ];
});

/** The object with members added at its end. */
const withMembers = (input: ReadInput, label: string, members: readonly string[]): Repair =>
  replacing(label, input.value, `${rewriteJson(input.value).slice(0, -1)},${members.join(',')}}`);

function channelCount(shape: InputShape, { framework }: InputFacts): number {
  const dimensions = shape.kind === 'enumerated' ? (shape.shapes[0] ?? []) : shape.dimensions;
  const channels = framework.layout ? channelsOf<Dimension>(dimensions, framework.layout) : undefined;
  return channels === 1 ? 1 : 3;
}

/** Source: InputConfig$DataInputConfig, "Image input type requires additional input parameters such as bias and scale". */
const imageNeedsBiasAndScale = ofEach((input, facts) => {
  const { type, entries } = input.members;
  const missing = (['bias', 'scale'] as const).filter((key) => !entries.has(key));
  if (type !== 'Image' || missing.length === 0) return [];
  const neutral = { bias: sizesText(Array.from({ length: channelCount(input.shape, facts) }, () => 0)), scale: '1' };
  const added = missing.map((key) => `"${key}":${neutral[key]}`);
  const label = `Use ${missing.map((key) => `${key} ${neutral[key]}`).join(' and ')}, which leaves pixels as they are`;
  return [
    refusal(
      {
        rule: 'image',
        message: `${named(input)} is an Image and needs ${missing.join(' and ')} as well: ${missing.includes('bias') ? 'a number for each channel' : ''}${missing.length === 2 ? ' and ' : ''}${missing.includes('scale') ? 'a factor for all pixels' : ''}.`,
        repair: withMembers(input, label, added),
      },
      input.value,
      `Input ${shortened(input.name)} of type Image requires ${missing.join(' and ')}.`,
    ),
  ];
});

/** Source: as above; bias and scale are parameters of the Image type. */
const biasAndScaleAreForImages = ofEach((input) => {
  const { type, entries } = input.members;
  const [typeEntry, bias, scale] = [entries.get('type'), entries.get('bias'), entries.get('scale')];
  if (type === 'Image' || (typeEntry && type === null) || (!bias && !scale)) return [];
  const repair = (): Repair => {
    if (!bias || !scale) {
      const given = bias ?? scale;
      return { label: `Remove ${given?.key}`, changes: new Map(given ? [[given.value, null]] : []) };
    }
    return typeEntry
      ? replacing('Make it an Image', typeEntry.value, '"Image"')
      : withMembers(input, 'Make it an Image', ['"type":"Image"']);
  };
  const message = `${named(input)} has ${[bias, scale].flatMap((entry) => entry?.key ?? []).join(' and ')}, which Core ML uses for the type Image only.`;
  return [advice({ rule: 'imageOnly', message, repair: repair() })];
});

const bare = (key: string) => key.toLowerCase().replaceAll(/[^a-z]/gu, '');

/** The service's way with members that it does not know is not documented; most likely they have no effect. */
const knownMembers: InputRule = ({ inputs }) =>
  inputs.flatMap((input) =>
    input.members.unknown.map((entry) => {
      const meant = CORE_ML_KEYS.find((key) => bare(key) === bare(entry.key) && !input.members.entries.has(key));
      const key = shortened(entry.key);
      return advice({
        rule: 'unknownMember',
        message: `${named(input)} has "${key}", which Core ML does not know; it knows ${CORE_ML_KEYS.join(', ')}.`,
        repair: meant
          ? { label: `Rename it to ${meant}`, changes: new Map([[entry, JSON.stringify(meant)]]) }
          : { label: `Remove ${key}`, changes: new Map([[entry.value, null]]) },
      });
    }),
  );

/** Source: coremltools#1764, #1029, #2370 and Apple's answer there: only the default shape of a range runs on the ANE. */
const rangesCost = ofEach((input) => {
  const { shape, shapeNode, members } = input;
  if (!input.isObject || !hasRange(input)) return [];
  const sizes = members.defaultShape;
  const changes = new Map<JsonNode, string | null>();
  const node = members.entries.get('default_shape')?.value;
  if (sizes && node && isOneOf(sizes, shape)) changes.set(shapeNode, sizesText(sizes)).set(node, null);
  return [
    advice({
      rule: 'rangeCost',
      message: `${named(input)} has a range of sizes. Core ML runs only the default shape of a range on the Neural Engine; other sizes run on the GPU or the CPU, often many times slower. A fixed shape, or a few enumerated shapes, stay fast.`,
      repair:
        changes.size > 0 && sizes ? { label: `Use the fixed shape ${shortened(sizesText(sizes))}`, changes } : null,
    }),
  ];
});

/** Source: coremltools#1249 (memory), #1909 (LayerNorm), #2271 and #1115 (several inputs). */
const enumeratedCost: InputRule = ({ inputs }) => {
  const flexible = inputs
    .filter(isShaped)
    .filter(({ shape }) => shape.kind === 'enumerated' && shape.shapes.length > 1);
  const [first, ...others] = flexible;
  if (!first) return [];
  const several =
    others.length > 0 ? ' With several such inputs, only shapes at the same place of their lists run together.' : '';
  return [
    advice({
      rule: 'enumeratedCost',
      message: `${named(first)} takes several shapes. Core ML reserves memory for the largest of them, and some layers leave the Neural Engine; put the shape that you use most first, or compile one model for each shape.${several}`,
    }),
  ];
};

/** Source: Core ML's EnumeratedWithRangeInputsException, coremltools#2548. */
const oneKindOfFlexibility: InputRule = ({ inputs }) => {
  const shaped = inputs.filter(isShaped);
  const ranged = shaped.find(hasRange);
  const enumerated = shaped.find(({ shape }) => shape.kind === 'enumerated' && shape.shapes.length > 1);
  if (!ranged || !enumerated) return [];
  const message = `${named(ranged)} has a range and ${named(enumerated)} lists its shapes; Core ML does not load a model that has both. Use one kind for all inputs.`;
  return [advice({ rule: 'mixedFlexibility', message })];
};

/** What Core ML's converter wants of DataInputConfig, and what flexible shapes cost on the device. */
export const CORE_ML_RULES: readonly InputRule[] = [
  flexibleShapesInObjects,
  enumeratedAgree,
  enumeratedAreSeveral,
  defaultIsAllowed,
  imageNeedsBiasAndScale,
  biasAndScaleAreForImages,
  knownMembers,
  rangesCost,
  enumeratedCost,
  oneKindOfFlexibility,
];
