import { describe, expect, it } from 'vitest';
import { readShape } from './readShape.ts';

describe('readShape', () => {
  it.each([
    ['1,3,224,224'],
    ['[1, 3, 224, 224]'],
    ['(1, 3, 224, 224)'],
    ['1x3x224x224'],
    ['1 x 3 x 224 x 224'],
    ['1×3×224×224'],
    ['1 3 224 224'],
    ['  [1,3,224,224],\n'],
    ['torch.Size([1, 3, 224, 224])'],
    ['{"input":[1,3,224,224]}'],
  ])('reads %s', (text) => {
    expect(readShape(text)).toEqual(['1', '3', '224', '224']);
  });

  it('reads names, ? and -1 as sizes that stay open', () => {
    expect(readShape('[batch, 3, ?, -1]')).toEqual(['', '3', '', '']);
  });

  it('reads ranges', () => {
    expect(readShape('["1..10", 224, 224, 3]')).toEqual(['1..10', '224', '224', '3']);
  });

  it.each(['224', '', 'batch', 'batch, height', '1,3,2.5', 'hello world', '{"a":[1,2],"b":[3,4]}'])(
    'leaves %s to the field',
    (text) => {
      expect(readShape(text)).toBeNull();
    },
  );
});
