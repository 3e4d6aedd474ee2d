import { describe, expect, it } from 'vitest';
import { withConfigText } from '../../../../../shared/draft/configText.ts';
import { inputsFromModel } from '../../../../../shared/draft/draftInputs.ts';
import { newJobDraft, type JobDraft } from '../../../../../shared/draft/jobDraft.ts';
import { batchModel } from '../../testing/models.ts';
import { brokenAt, correctionOf, textOf } from './shownText.ts';
import { configTokens } from './configTokens.ts';

function draft(device = ''): JobDraft {
  const empty = newJobDraft({ endpointId: 'aws', bucket: '', roleArn: '' });
  return {
    ...empty,
    model: { ...empty.model, kind: 's3', framework: 'PYTORCH' },
    target: { ...empty.target, device },
  };
}
const withText = (before: JobDraft, text: string): JobDraft => ({ ...before, ...withConfigText(before, text) });

describe('the text of the fields', () => {
  it('has the symbols of open sizes in their places', () => {
    const open = { ...draft(), inputs: inputsFromModel(batchModel) };
    expect(textOf(open)).toBe('{"input":[batch,3,224,224]}');
    expect(configTokens(open).filter(({ isOpen }) => isOpen)).toEqual([{ text: 'batch', isOpen: true }]);
  });

  it.each([
    '{"a":[1,3],"b":[2]}',
    '[[1,3],[2]]',
    '{"x":{"shape":["1..10",224,224,3],"default_shape":[1,224,224,3]}}',
    '[{"shape":[[1,3],[2,3]],"type":"Image","bias":[-1,-1],"scale":0.007843137255}]',
  ])('is the same in pieces: %s', (text) => {
    const target = text.includes('shape') ? 'coreml' : '';
    const fields = withText(draft(target), text);
    expect(fields.dataInputConfig.mode).toBe('fields');
    expect(
      configTokens(fields)
        .map((token) => token.text)
        .join(''),
    ).toBe(text);
  });

  it('marks what is no number of Core ML', () => {
    const fields = withText(draft('coreml'), '{"x":{"shape":[1],"bias":[1],"scale":2}}');
    const [input] = fields.inputs;
    if (!input) throw new Error('no input');
    Object.assign(input.coreMl, { otherShapes: [['2', 'b']], defaultShape: [''], bias: '1, x', scale: 'y' });
    expect(textOf(fields)).toBe('{"x":{"shape":[[1],[2,b]],"default_shape":[?],"bias":[1,x],"scale":y}}');
  });

  it('is empty where nothing is given', () => {
    expect(textOf(draft())).toBe('');
    expect(textOf(withText(draft(), '{"a":'))).toBe('{"a":');
  });
});

it('puts sloppy text right and says what it did, and leaves the rest', () => {
  expect(correctionOf("{'a': [1, 3,]}")).toEqual({
    typed: "{'a': [1, 3,]}",
    text: '{"a":[1,3]}',
    changes: ['Single quotes became double quotes.', 'Trailing commas were removed.'],
  });
  expect(correctionOf('{"a":[1]}')).toBeNull();
  expect(correctionOf('{"a":[1')).toBeNull();
});

it('finds the place of a mistake in either spelling', () => {
  const text = '{"a":[1,\n x]}';
  expect(brokenAt(text, false)).toMatchObject({ offset: 10, line: 2, column: 2 });
  expect(brokenAt(text, true)).toEqual({ offset: 13, line: 1, column: 14 });
  expect(brokenAt('{"a":[1]}', false)).toBeNull();
});
