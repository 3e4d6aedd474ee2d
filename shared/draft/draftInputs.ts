import { findFramework } from '../catalog/catalog.ts';
import type { DataInputConfig, Dimension, InputShape, InputSpec } from '../dataInputConfig/dataInputConfig.ts';
import type { ModelDimension, ModelSummary, ModelTensor } from '../models/modelSummary.ts';
import {
  plainCoreMlInput,
  type DimensionRole,
  type DraftDimension,
  type DraftInput,
  type JobDraft,
} from './jobDraft.ts';

const LAYOUT_ROLES: Readonly<Record<'NCHW' | 'NHWC', readonly DimensionRole[]>> = {
  NCHW: ['N', 'C', 'H', 'W'],
  NHWC: ['N', 'H', 'W', 'C'],
};

/** The roles of a shape's dimensions in the layout that a framework wants; only images, of rank 4, have a layout. */
export function rolesOf(framework: string, rank: number): readonly (DimensionRole | null)[] {
  const layout = findFramework(framework)?.layout;
  return rank === 4 && layout ? LAYOUT_ROLES[layout] : Array.from({ length: rank }, () => null);
}

function dimensionFromFile(dimension: ModelDimension, role: DimensionRole | null): DraftDimension {
  if (typeof dimension === 'number') {
    return { value: String(dimension), symbol: null, fromFile: String(dimension), role };
  }
  return { value: '', symbol: dimension?.symbol ?? null, fromFile: null, role };
}

function inputFromTensor({ name, dtype, shape, layout }: ModelTensor): DraftInput {
  const roles = layout ? LAYOUT_ROLES[layout] : [];
  return {
    name,
    dtype,
    dimensions: (shape ?? []).map((dimension, index) => dimensionFromFile(dimension, roles[index] ?? null)),
    coreMl: plainCoreMlInput(),
  };
}

/** The Inputs step as the file fills it: fixed dimensions with their value, open ones empty and named by their symbol. */
export function inputsFromModel(summary: ModelSummary): DraftInput[] {
  return summary.inputs.map(inputFromTensor);
}

/** A dimension of which the file says nothing. */
export const typedDimension = (value: string, role: DimensionRole | null): DraftDimension => ({
  value,
  symbol: null,
  fromFile: null,
  role,
});

const dimensionText = (dimension: Dimension) =>
  typeof dimension === 'number' ? String(dimension) : `${dimension.lower}..${dimension.upper}`;

const texts = (shape: readonly number[]) => shape.map(String);

function shapeTexts(shape: InputShape): { first: string[]; others: string[][] | null } {
  if (shape.kind === 'single') return { first: shape.dimensions.map(dimensionText), others: null };
  const [first = [], ...others] = shape.shapes.map(texts);
  return { first, others };
}

function inputFromSpec(spec: InputSpec, fromFile: DraftInput | undefined, framework: string): DraftInput {
  const { first, others } = shapeTexts(spec.shape);
  const roles = rolesOf(framework, first.length);
  const known = fromFile?.dimensions.length === first.length ? fromFile.dimensions : [];
  return {
    name: spec.name,
    dtype: fromFile?.dtype ?? '',
    dimensions: first.map((value, index) => ({
      value,
      symbol: known[index]?.symbol ?? null,
      fromFile: known[index]?.fromFile ?? null,
      role: known[index]?.role ?? roles[index] ?? null,
    })),
    coreMl: {
      otherShapes: others,
      defaultShape: spec.defaultShape && texts(spec.defaultShape),
      type: spec.type ?? '',
      bias: spec.bias?.map(String).join(', ') ?? '',
      scale: spec.scale === null ? '' : String(spec.scale),
    },
  };
}

/** The Inputs step from a DataInputConfig; what the file says about the same input is kept where it is known. */
export function inputsFromConfig(
  { inputs }: DataInputConfig,
  summary: ModelSummary | null,
  framework: string,
): DraftInput[] {
  const known = summary ? inputsFromModel(summary) : [];
  return inputs.map((spec) =>
    inputFromSpec(
      spec,
      known.find(({ name }) => name === spec.name),
      framework,
    ),
  );
}

/** A size as typed; NaN, which every check refuses, when it is no positive whole number. */
const sizeOf = (text: string) => (/^[1-9]\d*$/u.test(text.trim()) ? Number(text.trim()) : Number.NaN);

/** A number as typed; NaN when it is none. */
const numberOf = (text: string) => (text.trim() === '' ? Number.NaN : Number(text));

/** A dimension as typed: a size, or a range of Core ML. */
export function readDimension(text: string): Dimension {
  const range = /^\s*(\d+)\s*\.\.\s*(\d+)\s*$/u.exec(text);
  return range ? { lower: Number(range[1]), upper: Number(range[2]) } : sizeOf(text);
}

/** Numbers separated by commas or blanks, as the bias vector is typed. */
export const readNumbers = (text: string): number[] =>
  text
    .trim()
    .split(/[\s,]+/u)
    .map(numberOf);

/** True where DataInputConfig says of an input more than its shape. */
export const isCoreMl = ({ target }: Pick<JobDraft, 'target'>): boolean =>
  target.kind === 'device' && target.device === 'coreml';

function specOf({ name, dimensions, coreMl }: DraftInput, isObject: boolean): InputSpec {
  const values = dimensions.map(({ value }) => value);
  const shape: InputShape =
    isObject && coreMl.otherShapes
      ? { kind: 'enumerated', shapes: [values, ...coreMl.otherShapes].map((sizes) => sizes.map(sizeOf)) }
      : { kind: 'single', dimensions: values.map(isObject ? readDimension : sizeOf) };
  if (!isObject) return { name, shape, defaultShape: null, type: null, bias: null, scale: null, isObject };
  return {
    name,
    shape,
    defaultShape: coreMl.defaultShape?.map(sizeOf) ?? null,
    type: coreMl.type || null,
    bias: coreMl.bias.trim() === '' ? null : readNumbers(coreMl.bias),
    scale: coreMl.scale.trim() === '' ? null : numberOf(coreMl.scale),
    isObject,
  };
}

/** What the fields say, as a DataInputConfig; a value that is no number yet becomes NaN. */
export function configOfFields(draft: Pick<JobDraft, 'inputs' | 'dataInputConfig' | 'target'>): DataInputConfig {
  const isObject = isCoreMl(draft);
  return { form: draft.dataInputConfig.form, inputs: draft.inputs.map((input) => specOf(input, isObject)) };
}
