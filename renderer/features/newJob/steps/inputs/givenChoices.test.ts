import { describe, expect, it } from 'vitest';
import { withConfigText } from '../../../../../shared/draft/configText.ts';
import { newJobDraft, type JobDraft } from '../../../../../shared/draft/jobDraft.ts';
import { givenBy, givenChoices, withGiven } from './givenChoices.ts';

function draft(framework: string, device = '', frameworkVersion = ''): JobDraft {
  const empty = newJobDraft({ endpointId: 'aws', bucket: '', roleArn: '' });
  return {
    ...empty,
    model: { ...empty.model, kind: 's3', framework, frameworkVersion },
    target: { ...empty.target, device },
  };
}

const withText = (before: JobDraft, text: string): JobDraft => ({ ...before, ...withConfigText(before, text) });
const closed = (value: JobDraft) =>
  givenChoices(value)
    .filter(({ isClosed }) => isClosed)
    .map(({ value: given }) => given);

describe('ways to give DataInputConfig', () => {
  it.each([
    ['PYTORCH', 'ml_m5', []],
    ['PYTORCH', 'jetson_nano', ['none']],
    ['ONNX', 'ml_m5', ['list', 'none']],
    ['XGBOOST', 'ml_m5', ['list']],
    ['JAX', 'ml_m5', []],
  ])('of %s on %s: closed are %j', (framework, device, expected) => {
    expect(closed(draft(framework, device))).toEqual(expected);
  });

  it('say why they are closed', () => {
    const [, list, none] = givenChoices(draft('KERAS'));
    expect(list?.hint).toBe('Keras needs the names; only PyTorch takes a list.');
    expect(none?.hint).toBe('Keras needs the name and shape of every input.');
    expect(givenChoices(draft('PYTORCH', 'ml_m5', '1.13'))[2]?.hint).toMatch(/version 1\.13 needs them/u);
  });

  it('are the text’s to say while only the text can', () => {
    const text = withText(draft('PYTORCH', 'ml_m5'), '[[1,3],');
    expect(closed(text)).toEqual(['dictionary', 'list']);
    expect(givenBy(text)).toBeNull();
  });
});

it('counts as left out where nothing is given and nothing is needed', () => {
  expect(givenBy(draft('XGBOOST'))).toBe('none');
  expect(givenBy(draft('KERAS'))).toBe('dictionary');
  expect(givenBy(withText(draft('PYTORCH'), '[[1,3]]'))).toBe('list');
});

it('keeps inputs while they are left out, and begins with one where there is none', () => {
  const typed = withText(draft('PYTORCH', 'ml_m5'), '{"a":[1,3]}');
  const out = { ...typed, ...withGiven(typed, 'none') };
  expect(givenBy(out)).toBe('none');
  const back = { ...out, ...withGiven(out, 'list') };
  expect(back.inputs).toEqual(typed.inputs);
  expect(givenBy(back)).toBe('list');
  expect(withGiven(draft('XGBOOST'), 'dictionary').inputs.map(({ name }) => name)).toEqual(['data']);
});

it('brings a text back that the fields cannot say', () => {
  const typed = withText(draft('PYTORCH', 'ml_m5'), '[[1,3],');
  const out = { ...typed, ...withGiven(typed, 'none') };
  expect(withGiven(out, 'dictionary').dataInputConfig).toEqual(typed.dataInputConfig);
});
