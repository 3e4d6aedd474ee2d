import type { FrameworkEntry } from '../catalog/frameworks.ts';
import { optionValue } from '../compilerOptions/optionsText.ts';
import type { JsonNode } from '../json/parseJson.ts';
import { rewriteJson, type JsonEntry } from '../json/rewriteJson.ts';
import { shortened } from './complaint.ts';
import { advice, named, refusal, replacing, type InputRule } from './inputRule.ts';
import { fixedSizes, type Dimension, type InputShape } from './inputSpec.ts';
import { looksLike, permuteLayout, type Layout } from './layout.ts';
import type { ReadInput } from './readInputs.ts';

/** Source: InputConfig$DataInputConfig, "PyTorch: … or you can specify the shape only using a list format". */
const listOnlyWhereAllowed: InputRule = ({ framework, form, root }) => {
  if (form !== 'list' || framework.inputConfig.allowsList) return [];
  return [
    refusal(
      {
        rule: 'list',
        message: `${framework.label} needs the names of the inputs, such as ${framework.inputConfig.example}; only PyTorch takes a list of shapes.`,
      },
      root,
      `DataInputConfig must be a dictionary for framework ${framework.id}.`,
    ),
  ];
};

const enumeratedShape = (shape: InputShape) =>
  shape.kind === 'enumerated' && shape.shapes.length === 1 ? (shape.shapes[0] ?? null) : null;

/** The one fixed shape that an input written for Core ML comes down to. */
const plainShape = ({ shape, members }: ReadInput) =>
  (shape && fixedSizes(shape)) ?? members.defaultShape ?? (shape && enumeratedShape(shape));

const isFlexible = ({ shape }: ReadInput) => shape !== null && fixedSizes(shape) === null;

/** Source: InputConfig$DataInputConfig, objects and flexible shapes are "for CoreML OutputConfig$TargetDevice". */
const objectsOnlyForCoreMl: InputRule = ({ mayBeCoreMl, inputs }) => {
  if (mayBeCoreMl) return [];
  return inputs
    .filter((input) => input.isObject || isFlexible(input))
    .map((input) => {
      const sizes = plainShape(input);
      const what = input.isObject ? 'an object' : 'a flexible shape';
      const repair = sizes ? replacing(`Use [${sizes.join(',')}]`, input.value, `[${sizes.join(',')}]`) : null;
      return refusal(
        { rule: 'objects', message: `${named(input)} has ${what}, which only the target coreml takes.`, repair },
        input.value,
        `Input ${shortened(input.name)} has wrong shape in Input Shape dictionary.`,
      );
    });
};

/** Source: neo-loader, scikit-learn (`failures.md` 20). */
const sklearnIsATable: InputRule = ({ framework, inputs }) => {
  if (framework.id !== 'SKLEARN') return [];
  return inputs.flatMap((input) => {
    if (input.shape?.kind !== 'single' || input.shape.dimensions.length === 2) return [];
    const { dimensions } = input.shape;
    const columns = dimensions.length === 1 ? dimensions[0] : undefined;
    return [
      refusal(
        {
          rule: 'rank',
          message: `The shape of ${named(input)} must have two dimensions for scikit-learn, rows and columns; it has ${dimensions.length}.`,
          repair:
            typeof columns === 'number' && columns > 0
              ? replacing(`Use [1,${columns}]`, input.shapeNode ?? input.value, `[1,${columns}]`)
              : null,
        },
        input.value,
        `InputShape for Sklearn model must have two dimensions, but got ${dimensions.length}.`,
      ),
    ];
  });
};

/** Source: neo-loader, Darknet takes the first value. */
const darknetTakesOne: InputRule = ({ framework, form, inputs }) => {
  const [first, ...others] = inputs;
  if (framework.id !== 'DARKNET' || form === 'list' || !first || others.length === 0) return [];
  return [
    advice({
      rule: 'darknetInputs',
      message: `Darknet uses the first value only, that of ${named(first)}; the others have no effect.`,
      repair: {
        label: `Keep only ${named(first)}`,
        changes: new Map(others.map(({ value }): [JsonNode, null] => [value, null])),
      },
    }),
  ];
};

/** Most names that a message lists. */
const MAX_LISTED = 8;

const inQuotes = (names: readonly string[]) =>
  names
    .slice(0, MAX_LISTED)
    .map((name) => `"${shortened(name)}"`)
    .join(', ') + (names.length > MAX_LISTED ? ', …' : '');

/** Names that sort into their order: `input0`, `input1`, …, with leading zeros where there are more than ten. */
const sortingName = (index: number, count: number) => `input${String(index).padStart(String(count - 1).length, '0')}`;

/** Source: neo-loader sorts the names before it matches them with forward(); `failures.md` 16 and 17. */
const pytorchSortsNames: InputRule = ({ framework, form, inputs }) => {
  if (framework.id !== 'PYTORCH' || form === 'list') return [];
  const names = inputs.map(({ name }) => name);
  const sorted = [...names].sort();
  if (names.every((name, index) => name === sorted[index])) return [];
  const renamed = names.map((_, index) => sortingName(index, names.length));
  const changes = inputs.flatMap(({ entry }, index): [JsonEntry, string][] =>
    entry ? [[entry, JSON.stringify(renamed[index])]] : [],
  );
  return [
    advice({
      rule: 'pytorchOrder',
      message: `The compiler gives the inputs to forward() sorted by name: ${inQuotes(sorted)}. Names for PyTorch are free; choose names that sort into the order of the arguments.`,
      repair: {
        label: `Rename them to ${renamed.slice(0, 2).join(', ')}${renamed.length > 2 ? ', …' : ''} in this order`,
        changes: new Map(changes),
      },
    }),
  ];
};

/** Source: InputConfig$DataInputConfig, ml_eia2: a frozen graph gives tensor names here and in output_names. */
const eiaFrozenGraphNeedsOutputs: InputRule = ({ device, inputs, compilerOptions }) => {
  if (device !== 'ml_eia2' || optionValue(compilerOptions, 'output_names') !== undefined) return [];
  const tensor = inputs.find(({ name }) => /:\d+$/u.test(name));
  if (!tensor) return [];
  return [
    advice({
      rule: 'eiaFrozenGraph',
      message: `${named(tensor)} is the name of a tensor, as for a frozen graph, which also needs output_names in the compiler options, such as {"output_names":["output_tensor:0"]}. For a SavedModel, use the input names of its signature.`,
    }),
  ];
};

const sizeOf = (dimension: Dimension) => (typeof dimension === 'number' ? dimension : dimension.upper);

const shapesOf = (shape: InputShape) => (shape.kind === 'enumerated' ? shape.shapes : [shape.dimensions.map(sizeOf)]);

/** JSON text of a shape, or of each shape of a list of them, in another layout. */
function permutedText(node: JsonNode, from: Layout, to: Layout): string {
  if (node.kind !== 'array') return rewriteJson(node);
  const isList = node.items.some(({ kind }) => kind === 'array');
  const texts = node.items.map((item) => (isList ? permutedText(item, from, to) : rewriteJson(item)));
  return `[${(isList ? texts : permuteLayout(texts, from, to)).join(',')}]`;
}

function layoutSentence(input: ReadInput, { id, label }: FrameworkEntry, from: Layout, to: Layout): string {
  const seen = `The shape of ${named(input)} looks like ${from}`;
  // Keras alone wants another layout here than its own files have; see `failures.md` 12.
  return id === 'KERAS'
    ? `${seen}. A Keras file is ${from}, but its input configuration must be ${to}.`
    : `${seen}, but ${label} wants ${to}.`;
}

/** Source: InputConfig$DataInputConfig, the format that each framework's text names. */
const layoutOfFramework: InputRule = ({ framework, inputs }) => {
  const wanted = framework.layout;
  if (!wanted) return [];
  const other: Layout = wanted === 'NCHW' ? 'NHWC' : 'NCHW';
  return inputs.flatMap((input) => {
    const { shape, shapeNode, members } = input;
    if (!shape || !shapeNode || !shapesOf(shape).every((sizes) => looksLike(sizes) === other)) return [];
    const text = permutedText(shapeNode, other, wanted);
    const changes = new Map([[shapeNode, text]]);
    const defaultNode = members.entries.get('default_shape')?.value;
    if (defaultNode) changes.set(defaultNode, permutedText(defaultNode, other, wanted));
    return [
      advice({
        rule: 'layout',
        message: layoutSentence(input, framework, other, wanted),
        repair: { label: `Use ${shortened(text)}`, changes },
      }),
    ];
  });
};

/** What each framework and ml_eia2 want of DataInputConfig. */
export const FRAMEWORK_RULES: readonly InputRule[] = [
  listOnlyWhereAllowed,
  objectsOnlyForCoreMl,
  sklearnIsATable,
  darknetTakesOne,
  pytorchSortsNames,
  eiaFrozenGraphNeedsOutputs,
  layoutOfFramework,
];
