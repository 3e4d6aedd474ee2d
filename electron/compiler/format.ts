/** `442,005 bytes`. */
export function formatBytes(bytes: number): string {
  return `${bytes.toLocaleString('en-US')} bytes`;
}

/** `1 node`, `104 nodes`. */
export function formatCount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** A shape of a model file, such as `[batch, 3, ?, 224]`; an unknown rank is `[…]`, no dimensions are `a scalar`. */
export function formatShape(shape: readonly (number | { symbol: string } | null)[] | null): string {
  if (!shape) return '[…]';
  if (shape.length === 0) return 'a scalar';
  const dimensions = shape.map((dimension) =>
    dimension === null ? '?' : typeof dimension === 'number' ? String(dimension) : dimension.symbol,
  );
  return `[${dimensions.join(', ')}]`;
}

/** `3.06 ms`, with three significant digits. */
export function formatMilliseconds(milliseconds: number): string {
  return `${Number(milliseconds.toPrecision(3))} ms`;
}
