import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions, isListedVersion, nearestVersion } from './versions.ts';

const version = fc
  .tuple(fc.nat(9), fc.nat(40), fc.option(fc.nat(20), { nil: undefined }))
  .map((parts) => parts.filter((part) => part !== undefined).join('.'));

describe('comparing versions', () => {
  it.each([
    ['1.12', '1.8', 1],
    ['1.8', '1.12', -1],
    ['1.15', '1.15.3', 0],
    ['2.9.2', '2.9', 0],
    ['1.8.1', '1.8.0', 1],
    ['2.0', '2.0', 0],
  ])('goes number by number: %s and %s', (a, b, sign) => {
    expect(Math.sign(compareVersions(a, b) ?? Number.NaN)).toBe(sign);
  });

  it.each(['2.0rc1', '1.x', '1.', ''])('does not compare %j', (text) => {
    expect(compareVersions(text, '1.8')).toBeNull();
    expect(compareVersions('1.8', text)).toBeNull();
  });

  it('turns its sign with its arguments', () => {
    fc.assert(
      fc.property(version, version, (a, b) => {
        expect(Math.sign(compareVersions(a, b) ?? 0)).toBe(-Math.sign(compareVersions(b, a) ?? 0) + 0);
      }),
    );
  });
});

describe('a listed version', () => {
  it.each([
    ['1.6', true],
    ['1.8', true],
    ['1.8.1', true],
    ['1.9', false],
    ['1.12', false],
    ['1.x', false],
  ])('is one of "1.7, 1.8 or earlier": %s', (text, expected) => {
    expect(isListedVersion(text, { listed: ['1.7', '1.8'], isOrEarlier: true })).toBe(expected);
  });

  it('is named where AWS does not say "or earlier"', () => {
    expect(isListedVersion('1.14', { listed: ['1.15.3', '2.9'], isOrEarlier: false })).toBe(false);
    expect(isListedVersion('1.15', { listed: ['1.15.3', '2.9'], isOrEarlier: false })).toBe(true);
  });

  it('is any where AWS names none', () => {
    expect(isListedVersion('7.7', { listed: [], isOrEarlier: false })).toBe(true);
  });
});

describe('the nearest version', () => {
  it.each([
    ['1.9', '1.8'],
    ['1.3', '1.4'],
    ['3.0', '2.0'],
    ['2.x', '2.0'],
  ])('to %s is %s', (text, nearest) => {
    expect(nearestVersion(text, ['1.4', '1.8', '1.12', '2.0'])).toBe(nearest);
  });

  it('is always a listed one, and none of nothing', () => {
    fc.assert(
      fc.property(version, fc.array(version, { minLength: 1 }), (text, listed) => {
        expect(listed).toContain(nearestVersion(text, listed));
      }),
    );
    expect(nearestVersion('1.0', [])).toBeUndefined();
  });
});
