/** A size from 1 to {@link MAX_DIMENSION}, or for Core ML a range of them, both ends included (`"1..10"`). */
export type Dimension = number | { lower: number; upper: number };

/** The shape of an input; for Core ML also several shapes, each of which the model takes. */
export type InputShape = { kind: 'single'; dimensions: Dimension[] } | { kind: 'enumerated'; shapes: number[][] };

export const CORE_ML_TYPES = ['Tensor', 'Image'] as const;
export type CoreMlType = (typeof CORE_ML_TYPES)[number];

/** What DataInputConfig says of one input of the model. */
export interface InputSpec {
  /** As in the text; in the list form `input0`, `input1`, … as the service names them. */
  name: string;
  /** In the layout that the framework wants; no dimensions for a scalar. */
  shape: InputShape;
  /** The four below are Core ML's; null where the text does not give them. */
  defaultShape: number[] | null;
  type: CoreMlType | null;
  bias: number[] | null;
  scale: number | null;
  /** True where the shape is written as the member of an object, as for Core ML. */
  isObject: boolean;
}

/** DataInputConfig: inputs by name, or (PyTorch) a list of inputs without names. */
export interface DataInputConfig {
  form: 'dictionary' | 'list';
  inputs: InputSpec[];
}

/** An input with every dimension fixed. */
export interface NamedShape {
  name: string;
  shape: number[];
}

/** Runtimes count the elements along a dimension in 32 bits; a larger size wraps around in silence. */
export const MAX_DIMENSION = 2 ** 31 - 1;

/** The name that the service gives to an input of the list form. */
export const nameInList = (index: number): string => `input${index}`;

/** The sizes of a shape that is fixed; null for ranges and enumerated shapes. */
export function fixedSizes(shape: InputShape): number[] | null {
  if (shape.kind === 'enumerated') return null;
  const sizes = shape.dimensions.filter((dimension) => typeof dimension === 'number');
  return sizes.length === shape.dimensions.length ? sizes : null;
}

/** The inputs with their sizes, where every dimension is fixed; null where Core ML's flexible shapes leave some open. */
export function fixedShapes({ inputs }: DataInputConfig): NamedShape[] | null {
  const shapes = inputs.flatMap(({ name, shape }) => {
    const sizes = fixedSizes(shape);
    return sizes ? [{ name, shape: sizes }] : [];
  });
  return shapes.length === inputs.length ? shapes : null;
}
