/** Order of the dimensions of a batch of images: batch, channel, height, width. */
export type Layout = 'NCHW' | 'NHWC';

/** Channels of pictures: grey, colour, colour with transparency. */
const CHANNEL_COUNTS = [1, 3, 4];
/** The smallest height or width, in elements, that is taken for one: smaller ones are channels or sequences. */
const MIN_EXTENT = 5;

const channelPlace = (layout: Layout) => layout.indexOf('C');

/** The number of channels of a shape of rank 4; undefined for other ranks. */
export function channelsOf<Size>(shape: readonly Size[], layout: Layout): Size | undefined {
  return shape.length === 4 ? shape[channelPlace(layout)] : undefined;
}

/** The dimensions in another layout: (1,3,224,224) in NCHW is (1,224,224,3) in NHWC. Only rank 4 has a layout. */
export function permuteLayout<Size>(shape: readonly Size[], from: Layout, to: Layout): Size[] {
  if (shape.length !== 4) return [...shape];
  return to.split('').flatMap((role) => shape.slice(from.indexOf(role)).slice(0, 1));
}

function isPlausible(shape: readonly number[], layout: Layout): boolean {
  const [, channels = 0, height = 0, width = 0] = permuteLayout(shape, layout, 'NCHW');
  return CHANNEL_COUNTS.includes(channels) && height >= MIN_EXTENT && width >= MIN_EXTENT;
}

/** The layout that a shape of rank 4 must be in, judged by the number of channels; null where both or none fit. */
export function looksLike(shape: readonly number[]): Layout | null {
  if (shape.length !== 4) return null;
  const isNchw = isPlausible(shape, 'NCHW');
  if (isNchw === isPlausible(shape, 'NHWC')) return null;
  return isNchw ? 'NCHW' : 'NHWC';
}
