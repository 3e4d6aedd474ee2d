import '@testing-library/jest-dom/vitest';
import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { unreadDraft } from '../../testing/unreadDraft.ts';
import { closeWizard, dimension, fill, openWizard } from '../../testing/openWizard.tsx';

afterEach(closeWizard);

const card = (name: string) => screen.getByRole('region', { name: `Input ${name}` });
const nameOf = (place: number) => screen.getByRole('textbox', { name: `Name of input ${place}` });
const button = (name: string) => screen.getByRole('button', { name });
const preview = () => screen.getByRole('region', { name: 'DataInputConfig' });
const sizes = (input: string, rank: number) =>
  Array.from({ length: rank }, (_, index) => (dimension(input, index + 1) as HTMLInputElement).value);

const open = (framework: string, text?: string, device = 'ml_m5') =>
  openWizard({ step: 'inputs', draft: unreadDraft({ framework, device, text }) });

describe('a model that nobody read', () => {
  it('begins with an input after the framework’s example, and is typed to its end', async () => {
    const wizard = await open('TENSORFLOW');
    expect(screen.getByText(/The tensor names of the model/u)).toBeVisible();
    await wizard.user.click(button('Add an input'));
    expect(nameOf(1)).toHaveFocus();
    expect(nameOf(1)).toHaveValue('input');
    expect(sizes('input', 4)).toEqual(['1', '', '', '']);
    expect(dimension('input', 4)).toHaveAccessibleName(/^C/u);
    expect(dimension('input', 4)).toHaveAccessibleDescription('channels');

    await fill(wizard, nameOf(1), 'image');
    for (const [place, size] of [224, 224, 3].entries()) {
      await fill(wizard, dimension('image', place + 2), String(size));
    }
    expect(preview()).toHaveTextContent('{"image":[1,224,224,3]}');
  });

  it('takes more and fewer dimensions, with the focus where the work goes on', async () => {
    const wizard = await open('MXNET', '{"data":[1]}');
    await wizard.user.click(button('Add a dimension'));
    expect(dimension('data', 2)).toHaveFocus();
    await wizard.user.click(button('Remove the last dimension'));
    await wizard.user.click(button('Remove the last dimension'));
    expect(button('Add a dimension')).toHaveFocus();
    expect(screen.getByText('scalar – no dimensions')).toBeVisible();
    expect(preview()).toHaveTextContent('{"data":[]}');
  });

  it('loses no input by removing one: one click brings it back', async () => {
    const wizard = await open('MXNET', '{"a":[1],"b":[2]}');
    await wizard.user.click(button('Remove input a'));
    expect(card('b')).toHaveFocus();
    expect(preview()).toHaveTextContent('{"b":[2]}');
    await wizard.user.click(button('Undo'));
    expect(preview()).toHaveTextContent('{"a":[1],"b":[2]}');
  });

  it('moves inputs, and keeps the focus on the way', async () => {
    const wizard = await open('MXNET', '{"a":[1],"b":[2],"c":[3]}');
    await wizard.user.click(button('Move input c up'));
    expect(button('Move input c up')).toHaveFocus();
    await wizard.user.click(button('Move input c up'));
    expect(button('Move input c down')).toHaveFocus();
    expect(preview()).toHaveTextContent('{"c":[3],"a":[1],"b":[2]}');
  });

  it('says at the name what is wrong with it, once it was left', async () => {
    const wizard = await open('MXNET', '{"a":[1],"b":[2]}');
    await fill(wizard, nameOf(2), 'a');
    await wizard.user.tab();
    expect(nameOf(2)).toBeInvalid();
    expect(nameOf(2)).toHaveAccessibleDescription('"a" is the name of another input as well.');
  });
});

describe('pasting into a field', () => {
  it('takes a whole DataInputConfig, however it is spelt, and Undo brings back what was', async () => {
    const wizard = await open('MXNET', '{"data":[1]}');
    await wizard.user.click(dimension('data', 1));
    await wizard.user.paste(String.raw`{\"x\": [1, 3], \"softmax_label\": [1]}`);
    expect(preview()).toHaveTextContent('{"x":[1,3],"softmax_label":[1]}');
    await wizard.user.click(button('Undo'));
    expect(preview()).toHaveTextContent('{"data":[1]}');
  });

  it('keeps the focus on the step when the field is gone with its input', async () => {
    const wizard = await open('PYTORCH', '{"a":[1],"b":[2]}');
    await wizard.user.click(nameOf(2));
    await wizard.user.paste('[[1,3]]');
    expect(preview()).toHaveTextContent('[[1,3]]');
    expect(document.body).not.toHaveFocus();
  });

  it('takes one input in the place of one', async () => {
    const wizard = await open('MXNET', '{"a":[1],"b":[2]}');
    await wizard.user.click(nameOf(2));
    await wizard.user.paste("{'label': [1, 10]}");
    expect(preview()).toHaveTextContent('{"a":[1],"label":[1,10]}');
  });

  it.each(['[1, 3, 224, 224]', '1,3,224,224'])('takes the shape %s, into the name as well', async (shape) => {
    const wizard = await open('MXNET', '{"data":[1]}');
    await wizard.user.click(nameOf(1));
    await wizard.user.paste(shape);
    expect(nameOf(1)).toHaveValue('data');
    expect(sizes('data', 4)).toEqual(['1', '3', '224', '224']);
  });

  it('takes a name as a name', async () => {
    const wizard = await open('MXNET', '{"data":[1]}');
    await fill(wizard, nameOf(1), 'input.1 x');
    expect(nameOf(1)).toHaveValue('input.1 x');
  });
});

describe('how it is given', () => {
  const radio = (name: string) => screen.getByRole('radio', { name });

  it('closes what the framework does not take, with the reason', async () => {
    await open('KERAS', '{"input_1":[1,3,224,224]}');
    expect(radio('Dictionary')).toBeChecked();
    expect(radio('List of shapes')).toBeDisabled();
    expect(radio('List of shapes')).toHaveAccessibleDescription('Keras needs the names; only PyTorch takes a list.');
    expect(radio('Leave it out')).toBeDisabled();
    expect(radio('Leave it out')).toHaveAccessibleDescription('Keras needs the name and shape of every input.');
  });

  it('gives PyTorch a list of shapes, and keeps the names for the way back', async () => {
    const wizard = await open('PYTORCH', '{"left":[1,3],"right":[1,4]}');
    await wizard.user.click(radio('List of shapes'));
    expect(preview()).toHaveTextContent('[[1,3],[1,4]]');
    expect(card('input1')).toBeVisible();
    expect(screen.queryByRole('textbox', { name: 'Name of input 1' })).toBeNull();
    await wizard.user.click(radio('Dictionary'));
    expect(preview()).toHaveTextContent('{"left":[1,3],"right":[1,4]}');
  });

  it('leaves it out where the service derives it, and gives it again', async () => {
    const wizard = await open('PYTORCH', '{"input0":[1,3]}');
    await wizard.user.click(radio('Leave it out'));
    expect(screen.getByText('DataInputConfig is left out')).toBeVisible();
    expect(screen.getByText(/What was given is kept here/u)).toBeVisible();
    await wizard.user.click(button('Give it again'));
    expect(document.body).not.toHaveFocus();
    expect(preview()).toHaveTextContent('{"input0":[1,3]}');
  });

  it('gives XGBoost nothing, and can still give it', async () => {
    const wizard = await open('XGBOOST');
    expect(radio('Leave it out')).toBeChecked();
    expect(screen.getByText('Nothing to give')).toBeVisible();
    await wizard.user.click(button('Add an input'));
    expect(nameOf(1)).toHaveFocus();
    expect(radio('Dictionary')).toBeChecked();
  });

  it('shows in which order forward() gets the inputs, and renames them with one click', async () => {
    const wizard = await open('PYTORCH', '{"x":[1,3],"a":[1,4]}');
    const order = () =>
      within(screen.getByRole('list', { name: /^forward\(\)/u }))
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent);
    expect(order()).toEqual(['1a', '2x']);
    await wizard.user.click(screen.getByRole('button', { name: /^Rename them to input0, input1/u }));
    expect(order()).toEqual(['1input0', '2input1']);
    expect(preview()).toHaveTextContent('{"input0":[1,3],"input1":[1,4]}');
  });

  it('says what a model package has to do with it', async () => {
    const draft = unreadDraft({ framework: 'ONNX' });
    await openWizard({ step: 'inputs', draft: { ...draft, model: { ...draft.model, kind: 'package' } } });
    expect(screen.getByText('The inputs come from the model package')).toBeVisible();
  });
});

describe('layout', () => {
  it('draws what a Keras file has and what AWS wants', async () => {
    await open('KERAS', '{"input_1":[1,3,224,224]}');
    expect(
      screen.getByRole('figure', {
        name: 'In the Keras file: N 1, H 224, W 224, C 3. In DataInputConfig: N 1, C 3, H 224, W 224.',
      }),
    ).toBeVisible();
    expect(screen.getByText('A Keras file is NHWC, yet AWS wants its DataInputConfig in NCHW.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Permute' })).toBeNull();
  });

  it.each([
    ['KERAS', 'input_1', ['1', '224', '224', '3'], '{"input_1":[1,3,224,224]}'],
    ['TENSORFLOW', 'input', ['1', '3', '224', '224'], '{"input":[1,224,224,3]}'],
  ])('permutes what looks like the other layout for %s', async (framework, name, typed, expected) => {
    const wizard = await open(framework, `{"${name}":[${typed.join(',')}]}`);
    expect(screen.getByRole('figure', { name: /^As typed: / })).toBeVisible();
    await wizard.user.click(button('Permute'));
    expect(preview()).toHaveTextContent(expected);
    expect(screen.queryByRole('button', { name: 'Permute' })).toBeNull();
    expect(dimension(name, 2)).toHaveFocus();
  });
});

it('tells ml_eia2 which names to give, and leads to the compiler options', async () => {
  const wizard = await open('TENSORFLOW', '{"input_tensor:0":[1,224,224,3]}', 'ml_eia2');
  expect(screen.getByText(/For a frozen graph give tensor names/u)).toBeVisible();
  await wizard.user.click(button('Compiler options'));
  expect(screen.getByLabelText('address')).toHaveTextContent('/new/target');
});
