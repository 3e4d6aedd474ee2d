import type { ModelDimension } from '../../../shared/models/modelSummary.ts';
import { describeShape, describeValues } from './describeValues.ts';
import type { OnnxValue } from './onnxHeader.ts';

/** Shapes that do not fit the model; which known failure it is, for which input, and what fits instead. */
export class ShapeMismatchError extends Error {
  override readonly name = 'ShapeMismatchError';
  readonly failureId: 'input-missing' | 'input-unknown' | 'input-shape';
  /** Name of the input that is wrong. */
  readonly input: string;
  /** What the model has and what was given, in one or two sentences. */
  readonly detail: string;

  constructor(failureId: ShapeMismatchError['failureId'], input: string, detail: string) {
    super(detail);
    this.failureId = failureId;
    this.input = input;
    this.detail = detail;
  }
}

/** A dimension of an input that got a value. */
export interface FixedDimension {
  input: string;
  /** 0-based place in the shape. */
  index: number;
  /** The name that the dimension had; null when it had none. */
  symbol: string | null;
  value: number;
}

/** What is to be written where. */
export interface ShapePlan {
  fixedDimensions: FixedDimension[];
  /** Values of symbols, for every place in the graph that uses them. */
  symbols: ReadonlyMap<string, number>;
}

type Shapes = ReadonlyMap<string, readonly number[]>;

const isOpen = (dimension: ModelDimension | undefined): boolean => typeof dimension !== 'number';

/** Inputs that DataInputConfig may leave out: those where nothing is open. Other than tensors have no shape to give. */
const mayBeLeftOut = ({ isTensor, shape }: OnnxValue): boolean => !isTensor || (shape !== null && !shape.some(isOpen));

function checkRank(input: OnnxValue, given: readonly number[]): void {
  const { name, shape } = input;
  const facts = `The model has ${describeValues([input])}; given was [${given.join(', ')}]`;
  const fail = (reason: string) => new ShapeMismatchError('input-shape', name, `${facts}: ${reason}.`);
  if (!input.isTensor) throw fail(`a shape cannot be given for a ${input.dtype}`);
  if (shape && shape.length !== given.length) {
    throw fail(`${shape.length} dimensions are needed, not ${given.length}`);
  }
  given.forEach((value, index) => {
    const stated = shape?.[index];
    if (typeof stated === 'number' && stated !== value) {
      throw fail(`dimension ${index} is fixed to ${stated}`);
    }
    if (isOpen(stated) && !(Number.isSafeInteger(value) && value >= 1)) {
      throw fail(`dimension ${index} needs a whole number from 1`);
    }
  });
}

/** The dimensions that a shape fixes; `symbols` collects the values, and refuses a second one. */
function fixDimensions(
  { name, shape }: OnnxValue,
  given: readonly number[],
  symbols: Map<string, { value: number; input: string }>,
): FixedDimension[] {
  return given.flatMap((value, index) => {
    const stated = shape?.[index] ?? null;
    if (!isOpen(stated)) return [];
    const symbol = stated !== null && typeof stated === 'object' ? stated.symbol : null;
    const known = symbol === null ? undefined : symbols.get(symbol);
    if (known && known.value !== value) {
      const facts = `The model has ${name} ${describeShape(shape)}; given was [${given.join(', ')}]`;
      const conflict = `the dimension “${symbol}” is ${known.value} in ${known.input} already and cannot be ${value}`;
      throw new ShapeMismatchError('input-shape', name, `${facts}: ${conflict}.`);
    }
    if (symbol !== null) symbols.set(symbol, { value, input: name });
    return [{ input: name, index, symbol, value }];
  });
}

/**
 * Checks shapes against the inputs of a model, and says which dimensions they fix.
 * @throws {ShapeMismatchError}
 */
export function planShapes(inputs: readonly OnnxValue[], shapes: Shapes): ShapePlan {
  const names = new Set(inputs.map(({ name }) => name));
  const unknown = [...shapes.keys()].find((name) => !names.has(name));
  if (unknown !== undefined) {
    const detail = `“${unknown}” is no input of the model. Its inputs are: ${describeValues(inputs)}.`;
    throw new ShapeMismatchError('input-unknown', unknown, detail);
  }
  const missing = inputs.find((input) => !shapes.has(input.name) && !mayBeLeftOut(input));
  if (missing) {
    const given = [...shapes].map(([name, shape]) => `${name} [${shape.join(', ')}]`).join('; ') || 'none';
    const detail = `The model's inputs are: ${describeValues(inputs)}. Given were: ${given}.`;
    throw new ShapeMismatchError('input-missing', missing.name, detail);
  }
  const symbols = new Map<string, { value: number; input: string }>();
  const fixedDimensions = inputs.flatMap((input) => {
    const given = shapes.get(input.name);
    if (!given) return [];
    checkRank(input, given);
    return fixDimensions(input, given, symbols);
  });
  return { fixedDimensions, symbols: new Map([...symbols].map(([symbol, { value }]) => [symbol, value])) };
}
