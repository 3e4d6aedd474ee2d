import { describe, expect, it } from 'vitest';
import { inputsFromModel } from '../../../../../shared/draft/draftInputs.ts';
import { batchModel, textModel } from '../../testing/models.ts';
import { shortened } from './shortened.ts';
import { newInput } from '../../../../../shared/draft/inputEdits.ts';
import {
  editsForShape,
  editsForTyping,
  sharedSymbols,
  suggestsOne,
  withDimensions,
  withShape,
  type DimensionEdit,
} from './dimensionEdits.ts';

const text = () => inputsFromModel(textModel);
const apply = (inputs: ReturnType<typeof text>, edits: readonly DimensionEdit[]) =>
  inputs.map((input, inputIndex) => ({
    ...input,
    dimensions: input.dimensions.map((dimension, index) => ({
      ...dimension,
      value: edits.find((edit) => edit.input === inputIndex && edit.dimension === index)?.value ?? dimension.value,
    })),
  }));
const values = (inputs: ReturnType<typeof text>) =>
  inputs.map(({ dimensions }) => dimensions.map(({ value }) => value));

describe('typing a size', () => {
  it('fills the same symbol everywhere, keystroke by keystroke', () => {
    const first = apply(text(), editsForTyping(text(), { input: 0, dimension: 1 }, '1'));
    const second = apply(first, editsForTyping(first, { input: 0, dimension: 1 }, '12'));
    expect(values(second)).toEqual([['', '12'], ['', '12'], ['', '12'], []]);
  });

  it('leaves a size alone that the user made different', () => {
    const inputs = apply(text(), [{ input: 1, dimension: 1, value: '64' }]);
    expect(editsForTyping(inputs, { input: 0, dimension: 1 }, '128')).toEqual([
      { input: 0, dimension: 1, value: '128' },
      { input: 2, dimension: 1, value: '128' },
    ]);
  });

  it('changes only itself where there is no symbol', () => {
    const place = { input: 0, dimension: 1 };
    expect(editsForTyping(inputsFromModel(batchModel), place, '4')).toEqual([{ ...place, value: '4' }]);
  });
});

describe('pasting a shape', () => {
  const inputs = inputsFromModel(batchModel);

  it('fills the whole input from any of its fields', () => {
    const edits = editsForShape(inputs, { input: 0, dimension: 2 }, ['8', '3', '224', '224']);
    expect(edits.map(({ dimension, value }) => `${dimension}=${value}`)).toEqual(['0=8', '1=3', '2=224', '3=224']);
  });

  it('runs on from the field when there are fewer sizes', () => {
    const edits = editsForShape(inputs, { input: 0, dimension: 2 }, ['224', '224']);
    expect(edits.map(({ dimension }) => dimension)).toEqual([2, 3]);
  });

  it('keeps what a pasted open size would empty', () => {
    expect(editsForShape(inputs, { input: 0, dimension: 0 }, ['', '3', '224', '224'])[0]?.dimension).toBe(1);
  });
});

describe('another number of dimensions', () => {
  const roles = ({ dimensions }: ReturnType<typeof newInput>) => dimensions.map(({ role }) => role ?? '-').join('');

  it('gives a typed input the roles of the framework', () => {
    const input = newInput('TENSORFLOW', []);
    expect(roles(withShape(input, ['1', '10'], 'TENSORFLOW'))).toBe('--');
    expect(roles(withShape(input, ['1', '8', '8', '3'], 'TENSORFLOW'))).toBe('NHWC');
    expect(withShape(input, ['1', '10'], 'TENSORFLOW').dimensions.map(({ value }) => value)).toEqual(['1', '10']);
  });

  it('guesses none for an input of a file', () => {
    const [input] = inputsFromModel(textModel);
    if (!input) throw new Error('no input');
    const [first, second] = input.dimensions;
    if (!first || !second) throw new Error('no dimensions');
    expect(roles(withDimensions(input, [first, second, second, second], 'ONNX'))).toBe('----');
  });
});

it('suggests 1 for an open batch only', () => {
  const [input] = inputsFromModel(batchModel);
  expect(input?.dimensions.map(suggestsOne)).toEqual([true, false, false, false]);
});

it('names the symbols that several dimensions share', () => {
  expect(sharedSymbols(text())).toEqual(['batch', 'sequence']);
  expect(sharedSymbols(inputsFromModel(batchModel))).toEqual([]);
});

it('shortens long symbols so that their ends still tell them apart', () => {
  expect(shortened('p2o.DynamicDimension.0', 15)).toBe('p2o.Dyn…nsion.0');
  expect(shortened('p2o.DynamicDimension.1', 15)).toHaveLength(15);
  expect(shortened('batch', 15)).toBe('batch');
});
