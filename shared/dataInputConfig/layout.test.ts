import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksLike, permuteLayout } from './layout.ts';

describe('permuteLayout', () => {
  it('moves the channel between its two places', () => {
    expect(permuteLayout(['N', 'C', 'H', 'W'], 'NCHW', 'NHWC')).toEqual(['N', 'H', 'W', 'C']);
    expect(permuteLayout([1, 224, 320, 3], 'NHWC', 'NCHW')).toEqual([1, 3, 224, 320]);
  });

  it('there and back changes nothing, for shapes of any rank', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), (shape) => {
        expect(permuteLayout(permuteLayout(shape, 'NCHW', 'NHWC'), 'NHWC', 'NCHW')).toEqual(shape);
      }),
    );
  });
});

describe('looksLike', () => {
  it.each([
    [[1, 3, 224, 224], 'NCHW'],
    [[8, 1, 28, 28], 'NCHW'],
    [[1, 224, 224, 3], 'NHWC'],
    [[1, 28, 28, 1], 'NHWC'],
    [[1, 224, 224, 4], 'NHWC'],
    // Features, not pictures.
    [[1, 64, 56, 56], null],
    // Both places could be the channel.
    [[1, 3, 224, 3], null],
    [[1, 3, 3, 3], null],
    // Too thin to be a picture.
    [[1, 1, 1, 512], null],
    [[1, 3, 224], null],
    [[3, 224, 224], null],
    [[], null],
  ])('takes %j for %s', (shape, layout) => {
    expect(looksLike(shape)).toBe(layout);
  });
});
