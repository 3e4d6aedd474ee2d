import type { InputShape } from '../dataInputConfig/dataInputConfig.ts';
import type { ModelDimension, ModelSummary, ModelTensor } from '../models/modelSummary.ts';
import type { DimensionRole, DraftDimension, DraftInput } from './jobDraft.ts';

const LAYOUT_ROLES: Readonly<Record<'NCHW' | 'NHWC', readonly DimensionRole[]>> = {
  NCHW: ['N', 'C', 'H', 'W'],
  NHWC: ['N', 'H', 'W', 'C'],
};

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
  };
}

/** The Inputs step as the file fills it: fixed dimensions with their value, open ones empty and named by their symbol. */
export function inputsFromModel(summary: ModelSummary): DraftInput[] {
  return summary.inputs.map(inputFromTensor);
}

/** The Inputs step from a request's shapes; what the file says about the same input is kept where it is known. */
export function inputsFromShapes(shapes: readonly InputShape[], summary: ModelSummary | null): DraftInput[] {
  const known = summary ? inputsFromModel(summary) : [];
  return shapes.map(({ name, shape }) => {
    const fromFile = known.find((input) => input.name === name);
    return {
      name,
      dtype: fromFile?.dtype ?? '',
      dimensions: shape.map((value, index) => ({
        value: String(value),
        symbol: fromFile?.dimensions[index]?.symbol ?? null,
        fromFile: fromFile?.dimensions[index]?.fromFile ?? null,
        role: fromFile?.dimensions[index]?.role ?? null,
      })),
    };
  });
}

/** The draft's inputs as shapes; a dimension that is not a positive whole number becomes NaN, which every check refuses. */
export function shapesOfInputs(inputs: readonly DraftInput[]): InputShape[] {
  return inputs.map(({ name, dimensions }) => ({
    name,
    shape: dimensions.map(({ value }) => (/^[1-9]\d*$/u.test(value.trim()) ? Number(value.trim()) : Number.NaN)),
  }));
}
