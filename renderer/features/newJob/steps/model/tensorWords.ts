import type { ModelDimension, ModelSummary, ModelTensor } from '../../../../../shared/models/modelSummary.ts';

const dimensionInWords = (dimension: ModelDimension) =>
  typeof dimension === 'number' ? String(dimension) : (dimension?.symbol ?? '?');

/** `1 × 3 × 224 × 224`, open dimensions by their symbol, `scalar`, or `not stated` when the file has no shape. */
export function shapeInWords(shape: ModelTensor['shape']): string {
  if (shape === null) return 'not stated';
  return shape.length === 0 ? 'scalar' : shape.map(dimensionInWords).join(' × ');
}

/** How the file came and what happens to it; `isPacked` where Edgewright puts the archive in its place itself. */
export function packagingInWords({ packaging, modelEntry, otherEntries }: ModelSummary, isPacked: boolean): string {
  if (packaging === 'onnx') {
    return isPacked
      ? 'bare .onnx: Edgewright packs it as model.tar.gz for you'
      : 'bare .onnx: the job needs it packed as .tar.gz';
  }
  const others = otherEntries.length;
  if (others === 0) return `archive, ${modelEntry} inside`;
  return `archive, ${modelEntry} and ${others} other ${others === 1 ? 'file' : 'files'} inside`;
}

/** The operators that occur most, with how often. */
export function topOperators({ operators }: ModelSummary, count: number): [name: string, times: number][] {
  return Object.entries(operators)
    .sort(([nameA, timesA], [nameB, timesB]) => timesB - timesA || nameA.localeCompare(nameB))
    .slice(0, count);
}
