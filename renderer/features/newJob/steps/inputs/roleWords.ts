import type { DimensionRole } from '../../../../../shared/draft/jobDraft.ts';

/** What the letters of a layout mean. */
export const ROLE_WORDS: Readonly<Record<DimensionRole, string>> = {
  N: 'batch',
  C: 'channels',
  H: 'height',
  W: 'width',
};

/** A layout in words: `batch, channels, height, width`. */
export const layoutInWords = (layout: 'NCHW' | 'NHWC'): string =>
  layout.replaceAll(/./gu, (letter) => `${ROLE_WORDS[letter as DimensionRole]}, `).slice(0, -2);
