import { describe, expect, it } from 'vitest';
import { typedDimension } from '../../../../../shared/draft/draftInputs.ts';
import { plainCoreMlInput, type DraftInput } from '../../../../../shared/draft/jobDraft.ts';
import { keptShapeOf, saysCoreMl, shapeKindOf, shapeText, sizesOfText, withShapeKind } from './coreMlShape.ts';

const input = (values: readonly string[], coreMl: Partial<DraftInput['coreMl']> = {}): DraftInput => ({
  name: 'x',
  dtype: '',
  dimensions: values.map((value) => typedDimension(value, null)),
  coreMl: { ...plainCoreMlInput(), ...coreMl },
});
const values = ({ dimensions }: DraftInput) => dimensions.map(({ value }) => value);

describe('the kind of a shape', () => {
  it('is seen in what is typed', () => {
    expect(shapeKindOf(input(['1', '3']))).toBe('fixed');
    expect(shapeKindOf(input(['1..10', '3']))).toBe('ranges');
    expect(shapeKindOf(input(['1', '3'], { otherShapes: [] }))).toBe('enumerated');
  });

  it('makes one size of a range: that of the default shape, else its lower end', () => {
    expect(values(withShapeKind(input(['2..10', '3']), 'fixed'))).toEqual(['2', '3']);
    expect(values(withShapeKind(input(['2..10', '3'], { defaultShape: ['4', '3'] }), 'enumerated'))).toEqual([
      '4',
      '3',
    ]);
  });

  it('brings back what another kind could not say', () => {
    const ranges = input(['1..10', '3']);
    const fixed = withShapeKind(ranges, 'fixed');
    expect(values(withShapeKind(fixed, 'ranges', keptShapeOf(ranges)))).toEqual(['1..10', '3']);

    const listed = input(['1', '3'], { otherShapes: [['2', '3']] });
    const kept = keptShapeOf(listed, keptShapeOf(ranges));
    const single = withShapeKind(listed, 'fixed');
    expect(single.coreMl.otherShapes).toBeNull();
    expect(withShapeKind(single, 'enumerated', kept).coreMl.otherShapes).toEqual([['2', '3']]);
    expect(values(withShapeKind(single, 'ranges', kept))).toEqual(['1..10', '3']);
  });

  it('begins a list with an empty shape', () => {
    expect(withShapeKind(input(['1']), 'enumerated').coreMl.otherShapes).toEqual([['']]);
  });
});

it.each(['', '1', '1, 3,', ' 1 ,x'])('keeps the typed shape %j as it is', (text) => {
  expect(shapeText(sizesOfText(text))).toBe(text);
});

it('sees whether anything is said for Core ML', () => {
  expect(saysCoreMl(input(['1']))).toBe(false);
  expect(saysCoreMl(input(['1'], { scale: '1' }))).toBe(true);
});
