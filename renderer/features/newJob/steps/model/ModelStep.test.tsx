import '@testing-library/jest-dom/vitest';
import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { JobDraft } from '../../../../../shared/draft/jobDraft.ts';
import { setPendingModel } from '../../../../app/pendingModel.ts';
import { batchModel, completeDraft } from '../../testing/models.ts';
import {
  closeWizard,
  dimension,
  fill,
  next,
  openWizard,
  stepHeading,
  type OpenWizard,
} from '../../testing/openWizard.tsx';

afterEach(closeWizard);

const kind = (name: string) =>
  within(screen.getByRole('radiogroup', { name: 'The model is' })).getByRole('radio', { name });
const archiveUri = () => screen.getByRole('textbox', { name: 'S3 URI of the model archive' });
const arn = () => screen.getByRole('textbox', { name: 'Model package version ARN' });
const framework = () => screen.getByRole('combobox', { name: 'Framework' });
const version = () => screen.getByRole('combobox', { name: 'Framework version' });
const facts = () => screen.queryByRole('region', { name: /^Facts of/u });
const aws = () => screen.getByRole('radio', { name: 'AWS' });

const CLOUD_ARN = 'arn:aws:sagemaker:us-west-2:123456789012:model-package/face/3';

async function choose({ user }: OpenWizard, label: string) {
  await user.click(framework());
  await user.click(screen.getByRole('option', { name: label }));
}

/** The complete draft, its model given in another way. */
function draftOf(model: Partial<JobDraft['model']>, change: Partial<JobDraft> = {}): JobDraft {
  const draft = completeDraft();
  return { ...draft, ...change, model: { ...draft.model, ...model } };
}

const stored = { kind: 's3', source: null, summary: null, s3Uri: 's3://edgewright/models/ab/face.tar.gz' } as const;

describe('the three ways to give a model', () => {
  it('keep what was given in each', async () => {
    const wizard = await openWizard({ draft: completeDraft() });
    expect(kind('A file on this computer')).toBeChecked();
    await wizard.user.click(kind('An archive in S3'));
    expect(facts()).toBeNull();
    await fill(wizard, archiveUri(), 's3://edgewright/models/other.tar.gz');
    await wizard.user.click(kind('A model package version'));
    await fill(wizard, arn(), CLOUD_ARN);
    await wizard.user.click(kind('A file on this computer'));
    expect(facts()).toHaveAccessibleName('Facts of mobilenet.onnx');
    await wizard.user.click(kind('An archive in S3'));
    expect(archiveUri()).toHaveValue('s3://edgewright/models/other.tar.gz');
    await wizard.user.click(kind('A model package version'));
    expect(arn()).toHaveValue(CLOUD_ARN);
    await wizard.user.click(screen.getByRole('button', { name: 'Next: Inputs' }));
    expect(wizard.bridge.callsOf('models.inspect')).toEqual([]);
  });

  it('know of the file only while it is the model: its sizes are free in an archive, and fixed again after', async () => {
    const wizard = await openWizard({ draft: completeDraft() });
    await wizard.user.click(kind('An archive in S3'));
    await fill(wizard, archiveUri(), 's3://edgewright/models/other.tar.gz');
    await wizard.user.click(screen.getByRole('button', { name: /^Inputs, / }));
    expect(dimension('input', 2)).toHaveValue('3');
    expect(dimension('input', 2)).not.toHaveAccessibleDescription(/fixed by the file/u);
    await wizard.user.click(screen.getByRole('button', { name: /^Model, / }));
    await wizard.user.click(kind('A file on this computer'));
    await next(wizard);
    expect(dimension('input', 2)).toHaveAccessibleDescription(/fixed by the file/u);
  });

  it('name the generated job after the model that is meant', async () => {
    const draft = draftOf({ s3Uri: 's3://edgewright/models/face.tar.gz' });
    const output = { ...draft.output, nameIsGenerated: true };
    const wizard = await openWizard({ draft: { ...draft, output } });
    await wizard.user.click(kind('An archive in S3'));
    await wizard.user.click(screen.getByRole('button', { name: /^Output, / }));
    expect(screen.getByRole('textbox', { name: 'Job name' })).toHaveDisplayValue(/^face-ml-m5-\d{8}-\d{6}$/u);
  });

  it('become a file again when one is dropped', async () => {
    await openWizard({ draft: draftOf(stored), model: batchModel });
    act(() => setPendingModel({ kind: 'file', path: '/models/mobilenet.onnx' }));
    expect(await screen.findByRole('region', { name: 'Facts of mobilenet.onnx' })).toBeVisible();
    expect(kind('A file on this computer')).toBeChecked();
  });
});

describe('an archive in S3', () => {
  it('of the local store is read, and not taken for read once it is another', async () => {
    const wizard = await openWizard({ draft: draftOf(stored), model: batchModel });
    await wizard.user.click(screen.getByRole('button', { name: 'Read it' }));
    expect(await screen.findByRole('region', { name: /^Facts of/u })).toBeVisible();
    expect(wizard.bridge.callsOf('models.inspect')).toEqual([{ source: { kind: 's3', uri: stored.s3Uri } }]);
    await wizard.user.type(archiveUri(), 'x');
    expect(facts()).toBeNull();
    expect(archiveUri()).toHaveFocus();
    await wizard.user.keyboard('{Backspace}');
    expect(facts()).toBeVisible();
  });

  it('on AWS cannot be looked into, and is not offered to', async () => {
    await openWizard({ draft: draftOf(stored, { endpointId: 'aws' }) });
    expect(screen.queryByRole('button', { name: 'Read it' })).toBeNull();
  });

  it('is asked for when a file is meant for AWS, which has no place of its own for it', async () => {
    const wizard = await openWizard({ draft: completeDraft() });
    expect(screen.queryByRole('textbox', { name: 'S3 URI of the model archive' })).toBeNull();
    await wizard.user.click(aws());
    expect(facts()).toBeVisible();
    await next(wizard);
    expect(archiveUri()).toHaveFocus();
    expect(archiveUri()).toHaveAccessibleDescription(/Say where the archive will be in S3/u);
    await fill(wizard, archiveUri(), 's3://my-bucket/models/mobilenet.tar.gz');
    expect(facts()).toBeVisible();
    await next(wizard);
    expect(stepHeading()).toHaveTextContent('Inputs');
  });

  it('says what it must hold for the framework', async () => {
    const wizard = await openWizard({ draft: draftOf(stored, { endpointId: 'aws' }) });
    await choose(wizard, 'Darknet');
    expect(screen.getByRole('region', { name: 'What the archive must hold for Darknet' })).toHaveTextContent(
      'Exactly one .cfg file and exactly one .weights file.',
    );
  });
});

describe('a model package version', () => {
  it('is closed on the local runner, with the reason and the way to AWS', async () => {
    const wizard = await openWizard({ draft: draftOf({ kind: 'package' }) });
    expect(screen.getByText(/The local runner has no model registry/u, { selector: 'form *' })).toBeVisible();
    await wizard.user.click(screen.getByRole('button', { name: 'Build it for AWS instead' }));
    expect(aws()).toBeChecked();
    expect(arn()).toHaveFocus();
    expect(screen.queryByText(/no model registry/u)).toBeNull();
    await next(wizard);
    expect(arn()).toHaveAccessibleDescription(/Give the ARN of a model package version/u);
    expect(screen.queryByRole('combobox', { name: 'Framework' })).toBeNull();
  });
});

describe('the framework', () => {
  it('is one of nine', async () => {
    const { user } = await openWizard({ draft: draftOf(stored) });
    await user.click(framework());
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
      'ONNX',
      'TensorFlow',
      'Keras',
      'MXNet',
      'PyTorch',
      'XGBoost',
      'TensorFlow Lite',
      'Darknet',
      'scikit-learn',
    ]);
  });

  it('may be one of the future: it is kept and shown', async () => {
    const { user } = await openWizard({ draft: draftOf({ ...stored, framework: 'JAX' }, { endpointId: 'aws' }) });
    expect(framework()).toHaveTextContent('JAX');
    expect(framework()).toHaveAccessibleDescription(/"JAX" is not one of the/u);
    await user.click(framework());
    expect(screen.getByRole('option', { name: 'JAX' })).toHaveAttribute('aria-selected', 'true');
  });

  it('that the local runner does not compile says why, and leads to AWS', async () => {
    const wizard = await openWizard({ draft: draftOf(stored) });
    await choose(wizard, 'Keras');
    expect(screen.getByText(/Convert the model with tf2onnx/u, { selector: 'form *' })).toBeVisible();
    await wizard.user.click(screen.getByRole('button', { name: 'Build it for AWS instead' }));
    expect(framework()).toHaveFocus();
    expect(framework()).toHaveTextContent('Keras');
    expect(screen.queryByText(/Convert the model with tf2onnx/u)).toBeNull();
  });

  it('of a file is the one that was read; another is put right by a button', async () => {
    const wizard = await openWizard({ draft: draftOf({ framework: 'PYTORCH' }, { endpointId: 'aws' }) });
    await next(wizard);
    expect(framework()).toHaveFocus();
    expect(framework()).toHaveAccessibleDescription(/The file is a model of ONNX, not of PyTorch\./u);
    await wizard.user.click(screen.getByRole('button', { name: 'Use ONNX' }));
    expect(framework()).toHaveTextContent('ONNX');
    expect(framework()).toHaveFocus();
    expect(framework()).toHaveAccessibleDescription('Read from the file.');
  });

  it('XGBoost leaves the inputs out, another framework asks for them again', async () => {
    const empty = draftOf(stored, { endpointId: 'aws', inputs: [] });
    const wizard = await openWizard({ draft: empty });
    const mode = () => wizard.bridge.callsOf('drafts.save').at(-1)?.dataInputConfig.mode;
    await choose(wizard, 'XGBoost');
    await waitFor(() => expect(mode()).toBe('none'));
    await choose(wizard, 'MXNet');
    await waitFor(() => expect(mode()).toBe('fields'));
  });
});

describe('the framework version', () => {
  const pytorch = (device: string, frameworkVersion = '') =>
    draftOf(
      { ...stored, framework: 'PYTORCH', frameworkVersion },
      { endpointId: 'aws', target: { ...completeDraft().target, device } },
    );

  it('is not asked for where none is taken, and the reason is there', async () => {
    await openWizard({ draft: draftOf(stored) });
    expect(screen.queryByRole('combobox', { name: 'Framework version' })).toBeNull();
    expect(screen.getByText(/ONNX takes no framework version; only .* do\./u)).toBeVisible();
  });

  it('is suggested as AWS lists it for the target, and any other text is taken', async () => {
    const wizard = await openWizard({ draft: pytorch('ml_inf1') });
    expect(version()).toHaveAccessibleDescription(/AWS lists PyTorch 1\.7, 1\.8 and 1\.9/u);
    await wizard.user.click(version());
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['1.7', '1.8', '1.9']);
    await wizard.user.click(screen.getByRole('option', { name: '1.9' }));
    expect(version()).toHaveValue('1.9');
    await fill(wizard, version(), '1.13');
    expect(version()).toHaveFocus();
    expect(version()).toHaveAccessibleDescription(/, not 1\.13\./u);
    await wizard.user.click(screen.getByRole('button', { name: 'Use 1.9' }));
    expect(version()).toHaveValue('1.9');
    expect(version()).toHaveFocus();
  });

  it('offers every version of the framework before a target is chosen', async () => {
    const wizard = await openWizard({ draft: pytorch('') });
    await wizard.user.click(version());
    expect(screen.getByRole('option', { name: '2.0' })).toBeVisible();
    expect(screen.getByRole('option', { name: '1.9' })).toBeVisible();
    expect(version()).toHaveAccessibleDescription(/depend on the target/u);
  });

  it('stays in sight when it became impossible, with the error and its way out', async () => {
    const wizard = await openWizard({ draft: pytorch('ml_inf1', '1.9') });
    await choose(wizard, 'Keras');
    expect(version()).toHaveValue('1.9');
    expect(version()).toHaveAccessibleDescription(/Keras takes no framework version/u);
    await wizard.user.click(screen.getByRole('button', { name: 'Remove the framework version' }));
    expect(screen.queryByRole('combobox', { name: 'Framework version' })).toBeNull();
    expect(document.body).not.toHaveFocus();
  });
});
