const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'];

/** Bytes with three significant digits, decimal units: `1 byte`, `512 bytes`, `4.72 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes === 1) return '1 byte';
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
  return `${value.toFixed(digits)} ${UNITS[unit]}`;
}

/** A count with separators: `12,345`. */
export function formatCount(value: number): string {
  return value.toLocaleString('en-US');
}

/** A count with its noun: `1 output`, `3 outputs`. */
export function plural(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** Milliseconds with three significant digits, without the unit. */
export function formatMs(ms: number): string {
  if (ms >= 99.95) return formatCount(Math.round(ms));
  return ms.toFixed(ms >= 9.995 ? 1 : ms >= 0.9995 ? 2 : 3);
}

/** A number of any size with three significant digits: `0`, `0.031`, `9.73`, `181`, `2.40e+6`. */
export function formatMagnitude(value: number): string {
  const size = Math.abs(value);
  if (value === 0) return '0';
  if (size < 0.001 || size >= 1e6) return value.toExponential(2);
  return size >= 99.95 ? formatCount(Math.round(value)) : value.toPrecision(3);
}

/** A small difference: `0`, `1.2e-7`, `0.031`. */
export function formatError(value: number): string {
  if (value === 0) return '0';
  return Math.abs(value) < 0.001 ? value.toExponential(1) : value.toPrecision(2);
}
