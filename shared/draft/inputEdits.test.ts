import { describe, expect, it } from 'vitest';
import { frameworks } from '../catalog/catalog.ts';
import { checkDraft } from './checkDraft.ts';
import { typedDimension } from './draftInputs.ts';
import { forwardOrder, isTypedInput, movedInput, nameOfInput, newInput, rolesOfInput } from './inputEdits.ts';
import { newJobDraft, plainCoreMlInput, type DraftInput, type JobDraft } from './jobDraft.ts';

const input = (name: string, rank = 1): DraftInput => ({
  name,
  dtype: '',
  dimensions: Array.from({ length: rank }, () => typedDimension('', null)),
  coreMl: plainCoreMlInput(),
});

function draft(framework: string, names: readonly string[], form: JobDraft['dataInputConfig']['form'] = 'dictionary') {
  const empty = newJobDraft({ endpointId: 'aws', bucket: '', roleArn: '' });
  return {
    ...empty,
    model: { ...empty.model, framework },
    dataInputConfig: { ...empty.dataInputConfig, form },
    inputs: names.map((name) => input(name)),
  };
}

describe('a new input', () => {
  it.each([
    ['PYTORCH', 'input0', 'NCHW'],
    ['KERAS', 'input_1', 'NCHW'],
    ['TENSORFLOW', 'input', 'NHWC'],
    ['TFLITE', 'input', 'NHWC'],
    ['MXNET', 'data', 'NCHW'],
    ['ONNX', 'data', 'NCHW'],
    ['DARKNET', 'data', 'NCHW'],
  ])('of %s is called %s and is %s, with a batch of one and the rest open', (framework, name, roles) => {
    const { name: called, dimensions } = newInput(framework, []);
    expect(called).toBe(name);
    expect(dimensions.map(({ role }) => role).join('')).toBe(roles);
    expect(dimensions.map(({ value }) => value)).toEqual(['1', '', '', '']);
  });

  it.each(['SKLEARN', 'XGBOOST'])('of %s has rows and columns', (framework) => {
    expect(newInput(framework, []).dimensions).toHaveLength(2);
  });

  it('has a name for a framework of tomorrow', () => {
    expect(newInput('JAX', []).name).toBe('input');
  });

  it.each([
    ['PYTORCH', ['input0', 'input2'], 'input1'],
    ['PYTORCH', ['input0', 'input1'], 'input2'],
    ['KERAS', ['input_1'], 'input_2'],
    ['MXNET', ['data', 'data2'], 'data3'],
  ])('of %s beside %j is called %s', (framework, names, expected) => {
    expect(
      newInput(
        framework,
        names.map((name) => input(name)),
      ).name,
    ).toBe(expected);
  });

  it('is a typed one for every framework', () => {
    expect(frameworks.every(({ id }) => isTypedInput(newInput(id, [])))).toBe(true);
  });
});

it('gives a typed input of four dimensions the roles of the framework, whichever it had', () => {
  expect(rolesOfInput(input('x', 4), 'TENSORFLOW').join('')).toBe('NHWC');
  expect(rolesOfInput(input('x', 4), 'PYTORCH').join('')).toBe('NCHW');
  expect(rolesOfInput(input('x', 3), 'PYTORCH')).toEqual([null, null, null]);
});

it('names inputs by place in the list form', () => {
  expect(nameOfInput(draft('PYTORCH', ['b', 'a'], 'list'), 1)).toBe('input1');
  expect(nameOfInput(draft('PYTORCH', ['b', 'a']), 1)).toBe('a');
});

it('moves an input, and leaves the ends alone', () => {
  const names = (inputs: readonly DraftInput[]) => inputs.map(({ name }) => name).join('');
  const inputs = ['a', 'b', 'c'].map((name) => input(name));
  expect(names(movedInput(inputs, 2, 1))).toBe('acb');
  expect(names(movedInput(inputs, 0, 1))).toBe('bac');
  expect(names(movedInput(inputs, 0, -1))).toBe('abc');
  expect(names(movedInput(inputs, 2, 3))).toBe('abc');
});

it('sorts the names of PyTorch only, and not those of a list', () => {
  expect(forwardOrder(draft('PYTORCH', ['x10', 'x9', 'a']))).toEqual(['a', 'x10', 'x9']);
  expect(forwardOrder(draft('PYTORCH', ['b', 'a'], 'list'))).toBeNull();
  expect(forwardOrder(draft('PYTORCH', ['b']))).toBeNull();
  expect(forwardOrder(draft('MXNET', ['b', 'a']))).toBeNull();
});

it('trusts the file in the order of its dimensions, and warns of sizes that were typed', () => {
  const context = { bucket: '', isLocal: false, takenNames: new Set<string>() };
  const rules = (value: JobDraft) => checkDraft(value, context).map(({ rule }) => rule);
  const typed = draft('ONNX', ['x']);
  typed.inputs = [{ ...input('x', 4), dimensions: ['1', '128', '128', '3'].map((size) => typedDimension(size, null)) }];
  expect(rules(typed)).toContain('dataInputConfig.layout');
  const fromFile = typed.inputs.map((one) => ({
    ...one,
    dtype: 'float32',
    dimensions: one.dimensions.map((dimension) => ({ ...dimension, fromFile: dimension.value })),
  }));
  expect(rules({ ...typed, inputs: fromFile })).not.toContain('dataInputConfig.layout');
});
