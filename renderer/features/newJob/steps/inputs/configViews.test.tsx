import '@testing-library/jest-dom/vitest';
import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { JobDraft } from '../../../../../shared/draft/jobDraft.ts';
import { completeDraft } from '../../testing/models.ts';
import { closeWizard, dimension, fill, next, openWizard, type OpenWizard } from '../../testing/openWizard.tsx';
import { unreadDraft } from '../../testing/unreadDraft.ts';

afterEach(closeWizard);

const tab = (name: string) => screen.getByRole('tab', { name });
const json = () => screen.getByRole('textbox', { name: 'DataInputConfig as JSON' });
const cli = () => screen.getByRole('textbox', { name: 'DataInputConfig as CLI text' });
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const preview = () => screen.getByRole('region', { name: 'DataInputConfig' });
const show = async ({ user }: OpenWizard, name: string) => user.click(tab(name));
const open = (draft: JobDraft) => openWizard({ step: 'inputs', draft });
const tensorflow = (text?: string, device?: string) =>
  unreadDraft({ framework: 'TENSORFLOW', text, ...(device !== undefined && { device }) });

describe('one value in three views', () => {
  it('is the same in each', async () => {
    const wizard = await open(tensorflow('{"a":[1,2]}'));
    await show(wizard, 'JSON');
    expect(json()).toHaveValue('{"a":[1,2]}');
    await show(wizard, 'CLI text');
    expect(cli()).toHaveValue(String.raw`{\"a\":[1,2]}`);
  });

  it('typed as JSON fills the fields, and stays as it is spelt', async () => {
    const wizard = await open(tensorflow('{"a":[1,2]}'));
    await show(wizard, 'JSON');
    await fill(wizard, json(), '{ "b": [1, 8, 8, 3] }');
    expect(json()).toHaveValue('{ "b": [1, 8, 8, 3] }');
    await show(wizard, 'Fields');
    expect(dimension('b', 4)).toHaveValue('3');
    expect(preview()).toHaveTextContent('{ "b": [1, 8, 8, 3] }');
  });

  it('typed as CLI text fills the fields, also when its quotes were not escaped', async () => {
    const wizard = await open(tensorflow());
    await show(wizard, 'CLI text');
    await fill(wizard, cli(), '{"b":[1,8]}');
    await wizard.user.tab();
    expect(cli()).toHaveValue(String.raw`{\"b\":[1,8]}`);
    await show(wizard, 'Fields');
    expect(dimension('b', 2)).toHaveValue('8');
  });

  it('keeps what the file says when its sizes are typed as a text', async () => {
    const draft = completeDraft();
    const wizard = await open({
      ...draft,
      inputs: draft.inputs.map((input) => ({
        ...input,
        dimensions: input.dimensions.map((size) => ({ ...size, value: size.fromFile ?? '' })),
      })),
    });
    await show(wizard, 'JSON');
    expect(json()).toHaveValue('{"input":[batch,3,224,224]}');
    expect(screen.getByText(/put a number in the place of each open size/u)).toBeVisible();
    await fill(wizard, json(), '{"input":[8,3,224,224]}');
    await show(wizard, 'Fields');
    expect(dimension('input', 1)).toHaveValue('8');
    expect(dimension('input', 2)).toHaveAccessibleDescription('fixed by the file');
  });
});

describe('a text that cannot be read', () => {
  it('stays as typed, says where, and leads there', async () => {
    const wizard = await open(tensorflow('{"a":[1,2]}'));
    await show(wizard, 'JSON');
    await fill(wizard, json(), '{"a":[1,\n2 3]}');
    await wizard.user.tab();
    expect(json()).toHaveValue('{"a":[1,\n2 3]}');
    expect(json()).toBeInvalid();
    expect(json()).toHaveAccessibleDescription(/line 2, column 3/u);
    await wizard.user.click(button('Go to line 2, column 3'));
    expect(json()).toHaveFocus();
    expect((json() as HTMLTextAreaElement).selectionStart).toBe(11);

    await show(wizard, 'CLI text');
    await wizard.user.click(button('Go to line 1, column 15 of the CLI text'));
    expect((cli() as HTMLTextAreaElement).selectionStart).toBe(14);
  });

  it('leaves the fields as they were, and leads to itself or is discarded', async () => {
    const wizard = await open(tensorflow('{"a":[1,2]}'));
    await show(wizard, 'JSON');
    await fill(wizard, json(), '{"a":[1,');
    await show(wizard, 'Fields');
    expect(screen.getByText(/^The fields cannot show the text yet\./u)).toBeVisible();
    await wizard.user.click(button('Go to the text'));
    expect(json()).toHaveFocus();
    expect(json()).toHaveValue('{"a":[1,');

    await show(wizard, 'Fields');
    await wizard.user.click(button('Discard the text'));
    expect(preview()).toHaveTextContent('{"a":[1,2]}');
    expect(tab('Fields')).toHaveFocus();
    await wizard.user.click(button('Undo'));
    await show(wizard, 'JSON');
    expect(json()).toHaveValue('{"a":[1,');
  });

  it('is where the checklist leads', async () => {
    const wizard = await open(tensorflow('{"a":[1,'));
    await show(wizard, 'Fields');
    await wizard.user.click(
      within(screen.getByRole('list', { name: 'To do for Inputs' })).getByRole('button', { name: /not valid JSON/u }),
    );
    expect(json()).toHaveFocus();
  });

  it('keeps the step from being left, and the error is at the text', async () => {
    const wizard = await open(tensorflow('{"a":[1,'));
    await next(wizard);
    expect(json()).toHaveFocus();
    expect(json()).toBeInvalid();
  });
});

describe('a sloppy text', () => {
  it('is put right when it is left, says what was changed, and Undo leaves it alone', async () => {
    const wizard = await open(tensorflow());
    await show(wizard, 'JSON');
    await fill(wizard, json(), "{'a': [1, 2,]}");
    await wizard.user.tab();
    expect(json()).toHaveValue('{"a":[1,2]}');
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Single quotes became double quotes. Trailing commas were removed.',
    );

    await wizard.user.click(button('Undo'));
    expect(json()).toHaveValue("{'a': [1, 2,]}");
    expect(json()).toHaveFocus();
    await wizard.user.tab();
    expect(json()).toHaveValue("{'a': [1, 2,]}");
    await wizard.user.click(button('Write it as JSON'));
    expect(json()).toHaveValue('{"a":[1,2]}');
  });
});

describe('a text that says more than the fields', () => {
  const text = '{"x":{"shape":[1,2],"colour":"RGB"}}';

  it('is sent as it stands, and the fields say so', async () => {
    const wizard = await open(tensorflow(text, 'coreml'));
    expect(json()).toHaveValue(text);
    expect(screen.getByText('It says more than the fields can: it is sent as it stands here.')).toBeVisible();
    await show(wizard, 'Fields');
    expect(screen.getByText('The text says more than the fields can. It is sent as it stands.')).toBeVisible();
    expect(screen.getByRole('radio', { name: 'List of shapes' })).toBeDisabled();
  });

  it('becomes fields once the target lets them say it', async () => {
    const early = tensorflow('{"x":{"shape":["1..10",8],"type":"Tensor"}}', 'ml_m5');
    expect(early.dataInputConfig.mode).toBe('text');
    const wizard = await open({ ...early, target: { ...early.target, device: 'coreml' } });
    await show(wizard, 'Fields');
    expect(dimension('x', 1)).toHaveValue('1..10');
    expect(preview()).toHaveTextContent('{"x":{"shape":["1..10",8],"type":"Tensor"}}');
  });
});

it('opens the fields for a jump to a size', async () => {
  const wizard = await open(tensorflow('{"a":[1,2]}'));
  await fill(wizard, dimension('a', 2), 'x');
  await show(wizard, 'JSON');
  await wizard.user.click(
    within(screen.getByRole('list', { name: 'To do for Inputs' })).getByRole('button', { name: /whole number/u }),
  );
  expect(dimension('a', 2)).toHaveFocus();
});
