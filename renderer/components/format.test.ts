import { describe, expect, it } from 'vitest';
import { formatBytes, formatError, formatMagnitude, formatMs, plural } from './formatNumber.ts';
import { formatClock, formatDuration, formatMoment } from './formatTime.ts';

const NOW = new Date(2026, 10, 22, 15, 30).getTime();
const MINUTE = 60_000;

describe('formatMoment', () => {
  it.each([
    [NOW - 20_000, 'just now'],
    [NOW - 5 * MINUTE, '5 min ago'],
    [new Date(2026, 10, 22, 9, 5).getTime(), 'Today 09:05'],
    [new Date(2026, 10, 21, 23, 59).getTime(), 'Yesterday 23:59'],
    [new Date(2026, 10, 3, 14, 3).getTime(), '3 Nov 14:03'],
    [new Date(2025, 10, 3, 14, 3).getTime(), '3 Nov 2025'],
  ])('%d reads %s', (ms, words) => expect(formatMoment(ms, NOW)).toBe(words));
});

describe('formatClock', () => {
  it('names the day only when it is another one', () => {
    expect(formatClock(new Date(2026, 10, 22, 9, 5, 7).getTime(), NOW)).toBe('09:05:07');
    expect(formatClock(new Date(2026, 10, 21, 9, 5, 7).getTime(), NOW)).toBe('21 Nov 09:05:07');
  });
});

describe('formatDuration', () => {
  it.each([
    [0, '< 1 s'],
    [412, '412 ms'],
    [2000, '2 s'],
    [3240, '3.2 s'],
    [48_400, '48 s'],
    [125_000, '2 min 05 s'],
    [900_000, '15 min'],
    [3_840_000, '1 h 04 min'],
  ])('%d ms reads %s', (ms, words) => expect(formatDuration(ms)).toBe(words));

  it('counts whole seconds while it goes on', () => {
    expect(formatDuration(412, true)).toBe('0 s');
    expect(formatDuration(60_000, true)).toBe('1 min 00 s');
  });
});

describe('numbers', () => {
  it.each([
    [1, '1 byte'],
    [999, '999 bytes'],
    [999_600, '1.00 MB'],
    [435_882, '436 kB'],
    [4_720_000, '4.72 MB'],
  ])('%d bytes read %s', (bytes, words) => expect(formatBytes(bytes)).toBe(words));

  it('keeps three digits of a measured time', () => {
    expect([0.1234, 1.4249, 19.44, 1234.5].map(formatMs)).toEqual(['0.123', '1.42', '19.4', '1,235']);
  });

  it('writes small differences with an exponent and zero as zero', () => {
    expect([0, 3.14e-5, 0.031].map(formatError)).toEqual(['0', '3.1e-5', '0.031']);
  });

  it('writes magnitudes without one as long as they are readable', () => {
    expect([0, 9.731, 181.4, 2_400_000].map(formatMagnitude)).toEqual(['0', '9.73', '181', '2.40e+6']);
  });

  it('counts in words', () => {
    expect([plural(1, 'output'), plural(1200, 'output')]).toEqual(['1 output', '1,200 outputs']);
  });
});
