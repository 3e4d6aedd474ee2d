import '@testing-library/jest-dom/vitest';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { batchModel, staticModel, textModel } from './testing/models.ts';
import { address, closeWizard, dimension, fill, next, openWizard, stepHeading } from './testing/openWizard.tsx';

afterEach(closeWizard);

const steps = () => screen.getByRole('navigation', { name: 'Steps' });

describe('a whole journey', () => {
  it('takes a model whose shapes are fixed from file to job', async () => {
    const wizard = await openWizard({ model: staticModel });
    await wizard.user.click(screen.getByRole('button', { name: 'Choose a file…' }));
    expect(await screen.findByRole('region', { name: 'Facts of model.tar.gz' })).toHaveTextContent(
      'archive, model.onnx inside',
    );

    await next(wizard);
    expect(stepHeading()).toHaveTextContent('Inputs');
    expect(screen.getByRole('region', { name: 'DataInputConfig' })).toHaveTextContent('{"data":[1,3,224,224]}');
    await next(wizard);
    await wizard.user.click(screen.getByRole('option', { name: /Jetson TX2/u }));
    await next(wizard);
    expect(screen.getByRole('textbox', { name: 'Job name' })).toHaveDisplayValue(/^model-jetson-tx2-\d{8}-\d{6}$/u);
    await next(wizard);

    expect(await screen.findByText('Model is at')).toBeVisible();
    const json = screen.getByRole('region', { name: 'Request as JSON' });
    expect(json).toHaveTextContent('"TargetDevice": "jetson_tx2"');
    expect(json).toHaveTextContent(String.raw`"DataInputConfig": "{\"data\":[1,3,224,224]}"`);
    await wizard.user.click(screen.getByRole('tab', { name: 'AWS CLI' }));
    expect(screen.getByRole('region', { name: 'AWS CLI command' })).toHaveTextContent(
      'aws sagemaker create-compilation-job',
    );

    await wizard.user.click(screen.getByRole('button', { name: 'Submit job' }));
    await waitFor(() => expect(address()).toMatch(/^\/jobs\/local%2Fmodel-jetson-tx2-/u));
    expect(wizard.bridge.callsOf('drafts.discard')).toHaveLength(1);
    expect(await wizard.bridge.invoke('drafts.load', undefined)).toEqual({ ok: true, data: null });
    expect(await screen.findByText(/^Job model-jetson-tx2-.* was created\.$/u)).toBeInTheDocument();
  });

  it('takes a model with open shapes, one size filling all that share a symbol', async () => {
    const wizard = await openWizard({ model: textModel });
    await wizard.user.click(await screen.findByRole('button', { name: 'Use the sample model' }));
    await screen.findByRole('region', { name: /^Facts of/u });
    await next(wizard);
    await wizard.user.type(dimension('input_ids', 2), '128');
    await wizard.user.click(within(screen.getByRole('region', { name: 'Input input_ids' })).getByRole('button'));
    expect(dimension('token_type_ids', 1)).toHaveValue('1');
    expect(dimension('attention_mask', 2)).toHaveValue('128');
    expect(screen.getByText('scalar – no dimensions')).toBeVisible();
    expect(screen.getByRole('region', { name: 'DataInputConfig' })).toHaveTextContent('"input_ids":[1,128]');

    await next(wizard);
    await wizard.user.click(screen.getByRole('button', { name: /^ARMv8 phone/u }));
    await next(wizard);
    await next(wizard);
    expect(screen.getByRole('region', { name: 'Request as JSON' })).toHaveTextContent('"Os": "ANDROID"');
    await wizard.user.click(screen.getByRole('button', { name: 'Submit job' }));
    await waitFor(() => expect(address()).toMatch(/^\/jobs\//u));
    const [submitted] = wizard.bridge.callsOf('jobs.submit');
    expect(submitted?.draft.inputs.map(({ dimensions }) => dimensions.map(({ value }) => value))).toEqual([
      ['1', '128'],
      ['1', '128'],
      ['1', '128'],
      [],
    ]);
  });
});

describe('a fresh form', () => {
  it('shows what is missing in the checklist, and no error at any field', async () => {
    await openWizard();
    expect(within(steps()).getByRole('button', { name: /Choose a model: drop a file/u })).toBeVisible();
    expect(within(steps()).getByRole('button', { name: /^Model, In progress/u })).toHaveAttribute(
      'aria-current',
      'step',
    );
    expect(within(steps()).getByRole('button', { name: /^Target, Not visited/u })).toBeVisible();
    expect(within(screen.getByRole('region', { name: 'Model' })).queryByText(/Choose a model: drop/u)).toBeNull();
  });

  it('answers Next on an invalid step with its errors and the focus at the first', async () => {
    const wizard = await openWizard({ model: batchModel });
    await next(wizard);
    expect(stepHeading()).toHaveTextContent('Model');
    expect(within(screen.getByRole('region', { name: 'Model' })).getByText(/Choose a model: drop/u)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Choose a file…' })).toHaveFocus();
    expect(within(steps()).getByRole('button', { name: /^Model, Needs attention/u })).toBeVisible();

    await wizard.user.click(screen.getByRole('button', { name: 'Choose a file…' }));
    await screen.findByRole('region', { name: /^Facts of/u });
    await next(wizard);
    await next(wizard);
    const batch = dimension('input', 1);
    expect(batch).toHaveFocus();
    expect(batch).toBeInvalid();
    expect(batch).toHaveAccessibleDescription(/Give "batch" a size: the compiler needs every dimension fixed\./u);
  });

  it('jumps from the checklist to the field', async () => {
    const wizard = await openWizard({ model: batchModel });
    await wizard.user.click(screen.getByRole('button', { name: 'Choose a file…' }));
    await wizard.user.click(await within(steps()).findByRole('button', { name: /^Give "batch" a size/u }));
    expect(stepHeading()).toHaveTextContent('Inputs');
    expect(dimension('input', 1)).toHaveFocus();
    await wizard.user.click(within(steps()).getByRole('button', { name: /^Choose a target/u }));
    expect(screen.getByRole('listbox', { name: 'Target devices' })).toHaveFocus();
  });

  it('lists on Review what is missing, and Submit leads there', async () => {
    const wizard = await openWizard({ step: 'review' });
    expect(screen.getByText('The request is shown here once nothing is missing.')).toBeVisible();
    await wizard.user.click(screen.getByRole('button', { name: 'Submit job' }));
    await waitFor(() => expect(stepHeading()).toHaveTextContent('Model'));
    expect(screen.getByRole('button', { name: 'Choose a file…' })).toHaveFocus();
    expect(wizard.bridge.callsOf('jobs.submit')).toEqual([]);
  });
});

describe('sizes of inputs', () => {
  const openInputs = async () => {
    const wizard = await openWizard({ model: batchModel });
    await wizard.user.click(screen.getByRole('button', { name: 'Choose a file…' }));
    await screen.findByRole('region', { name: /^Facts of/u });
    await next(wizard);
    return wizard;
  };

  it.each(['8,3,224,224', '[8, 3, 224, 224]', '8x3x224x224'])('spreads a pasted %s over the fields', async (shape) => {
    const wizard = await openInputs();
    await wizard.user.click(dimension('input', 1));
    await wizard.user.paste(shape);
    expect([1, 2, 3, 4].map((position) => (dimension('input', position) as HTMLInputElement).value)).toEqual([
      '8',
      '3',
      '224',
      '224',
    ]);
    expect(screen.getByRole('region', { name: 'DataInputConfig' })).toHaveTextContent('{"input":[8,3,224,224]}');
  });

  it('says that the file fixes a size, and resets a changed one', async () => {
    const wizard = await openInputs();
    const channels = dimension('input', 2);
    expect(channels).toHaveAccessibleDescription('fixed by the file');
    await fill(wizard, channels, '4');
    expect(screen.queryByText(/The model fixes this dimension/u, { selector: 'form *' })).toBeNull();
    await wizard.user.tab();
    expect(channels).toHaveAccessibleDescription(/The model fixes this dimension to 3\./u);
    await wizard.user.click(screen.getByRole('button', { name: 'Reset to 3' }));
    expect(channels).toHaveValue('3');
    expect(channels).toHaveFocus();
    expect(channels).toBeValid();
  });

  it('offers 1 for the batch', async () => {
    const wizard = await openInputs();
    await wizard.user.click(screen.getByRole('button', { name: 'Use 1 for batch' }));
    expect(dimension('input', 1)).toHaveValue('1');
    expect(dimension('input', 1)).toHaveFocus();
  });
});
