import type { ModelDimension, ModelTensor } from '../../shared/models/modelSummary.ts';

/** Grey, colour, and colour with an alpha channel. */
const CHANNEL_COUNTS: readonly unknown[] = [1, 3, 4];

/**
 * Guesses the layout of an image tensor from where its channels seem to stand; null when nothing, or both, speaks
 * for it. ONNX does not store the layout: NCHW is its convention, but tf2onnx exports NHWC.
 */
export function guessLayout(shape: readonly ModelDimension[] | null): ModelTensor['layout'] {
  if (shape?.length !== 4) return null;
  const isNchw = CHANNEL_COUNTS.includes(shape[1]);
  const isNhwc = CHANNEL_COUNTS.includes(shape[3]);
  if (isNchw === isNhwc) return null;
  return isNchw ? 'NCHW' : 'NHWC';
}
