import { describe, expect, it } from 'vitest';
import { findFramework } from '../../../../../shared/catalog/catalog.ts';
import { inputsFromModel } from '../../../../../shared/draft/draftInputs.ts';
import { newInput } from '../../../../../shared/draft/inputEdits.ts';
import { staticModel } from '../../testing/models.ts';
import { withShape } from './dimensionEdits.ts';
import { permutationOf, permutedInput } from './permutation.ts';

const of = (framework: string, sizes: readonly string[]) =>
  permutationOf(withShape(newInput(framework, []), sizes, framework), findFramework(framework));

describe('what is drawn of a layout', () => {
  it('is the file of Keras beside DataInputConfig, also while sizes are missing', () => {
    expect(of('KERAS', ['1', '3', '', '224'])).toEqual({
      from: 'NHWC',
      to: 'NCHW',
      before: ['1', '?', '224', '3'],
      after: ['1', '3', '?', '224'],
      isTyped: false,
    });
  });

  it('is what was typed when it looks like the other layout', () => {
    expect(of('TENSORFLOW', ['1', '3', '224..448', '224'])).toEqual({
      from: 'NCHW',
      to: 'NHWC',
      before: ['1', '3', '224..448', '224'],
      after: ['1', '224..448', '224', '3'],
      isTyped: true,
    });
  });

  it.each([
    ['ONNX', ['1', '3', '224', '224']],
    ['KERAS', ['1', '10']],
    ['SKLEARN', ['1', '224', '224', '3']],
  ])('is nothing for %s and %j', (framework, sizes) => {
    expect(of(framework, sizes)).toBeNull();
  });

  it('is nothing for a file, whose order is right as it is', () => {
    const [input] = inputsFromModel(staticModel);
    expect(input && permutationOf(input, findFramework('TENSORFLOW'))).toBeNull();
  });
});

it('permutes every shape of an input', () => {
  const input = withShape(newInput('KERAS', []), ['1', '8', '9', '3'], 'KERAS');
  const full = {
    ...input,
    coreMl: { ...input.coreMl, otherShapes: [['1', '6', '7', '3']], defaultShape: ['1', '8', '9', '3'] },
  };
  const { dimensions, coreMl } = permutedInput(full, { from: 'NHWC', to: 'NCHW' });
  expect(dimensions.map(({ value, role }) => `${role}${value}`)).toEqual(['N1', 'C3', 'H8', 'W9']);
  expect(coreMl.otherShapes).toEqual([['1', '3', '6', '7']]);
  expect(coreMl.defaultShape).toEqual(['1', '3', '8', '9']);
});
