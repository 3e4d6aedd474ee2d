import { expect, it } from 'vitest';
import { tagsOfLines } from './tagLines.ts';

it.each([
  ['team=vision', [{ key: 'team', value: 'vision' }]],
  [
    'team = vision\r\n\ncost-centre="a b"\n',
    [
      { key: 'team', value: 'vision' },
      { key: 'cost-centre', value: 'a b' },
    ],
  ],
  ['formula=a=b', [{ key: 'formula', value: 'a=b' }]],
  ['empty=', [{ key: 'empty', value: '' }]],
  ['Key=team,Value=vision', [{ key: 'team', value: 'vision' }]],
])('reads %j as tags', (text, tags) => {
  expect(tagsOfLines(text)).toEqual(tags);
});

it.each(['team', 'team=vision\nno pair', '', '\n'])('leaves %j to be pasted as it is', (text) => {
  expect(tagsOfLines(text)).toBeNull();
});
