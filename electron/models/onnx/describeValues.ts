import type { ModelDimension } from '../../../shared/models/modelSummary.ts';
import type { OnnxValue } from './onnxHeader.ts';

const describeDimension = (dimension: ModelDimension): string => {
  if (dimension === null) return '?';
  return typeof dimension === 'number' ? String(dimension) : dimension.symbol;
};

/** A shape for people: `[batch, 3, ?, ?]`; names stand for symbols, `?` for open dimensions. */
export const describeShape = (shape: readonly ModelDimension[] | null): string =>
  shape ? `[${shape.map(describeDimension).join(', ')}]` : '(no shape)';

const MAX_DESCRIBED = 20;

/** Values for people: `x float32 [batch, 3, ?, ?]; y int64 []`. */
export function describeValues(values: readonly OnnxValue[]): string {
  if (values.length === 0) return 'none';
  const described = values
    .slice(0, MAX_DESCRIBED)
    .map(({ name, dtype, shape }) => `${name} ${dtype} ${describeShape(shape)}`);
  const more = values.length - MAX_DESCRIBED;
  return described.join('; ') + (more > 0 ? `; and ${more} more` : '');
}
