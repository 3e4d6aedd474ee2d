import { expect, it } from 'vitest';
import { hasSeparator, splitIds, withIds } from './idList.ts';

it.each([
  ['sg-1,sg-2', ['sg-1', 'sg-2']],
  ['sg-1 sg-2\nsg-3', ['sg-1', 'sg-2', 'sg-3']],
  ['["sg-1", "sg-2"]', ['sg-1', 'sg-2']],
  [' sg-1 ;', ['sg-1']],
  [' , ', []],
])('finds the IDs in %j', (text, ids) => {
  expect(splitIds(text)).toEqual(ids);
});

it('knows when an ID ended', () => {
  expect(hasSeparator('sg-1')).toBe(false);
  expect(hasSeparator('sg-1,')).toBe(true);
});

it('has each ID once, the new ones at the end', () => {
  expect(withIds(['b'], ['a', 'b', 'a', 'c'])).toEqual(['b', 'a', 'c']);
});
