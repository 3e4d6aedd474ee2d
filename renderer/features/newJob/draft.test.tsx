import '@testing-library/jest-dom/vitest';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/errors/appError.ts';
import { setPendingModel } from '../../app/pendingModel.ts';
import { batchModel, completeDraft, open, staticModel, tensor, textModel } from './testing/models.ts';
import { closeWizard, dimension, fill, next, openWizard, stepHeading } from './testing/openWizard.tsx';

afterEach(closeWizard);

const jobName = () => screen.getByRole('textbox', { name: 'Job name' });
const facts = (fileName: string) => screen.findByRole('region', { name: `Facts of ${fileName}` });

describe('nothing typed is lost', () => {
  it('by going through the steps', async () => {
    const wizard = await openWizard({ step: 'output' });
    await fill(wizard, jobName(), 'not a name!');
    await fill(wizard, screen.getByRole('textbox', { name: 'Time limit' }), 'abc');
    await wizard.user.click(screen.getByRole('button', { name: 'Back' }));
    expect(stepHeading()).toHaveTextContent('Target');
    await wizard.user.click(screen.getByRole('button', { name: /^Output, / }));
    expect(jobName()).toHaveValue('not a name!');
    expect(screen.getByRole('textbox', { name: 'Time limit' })).toHaveValue('abc');
  });

  it('by leaving the page at once: the last keystroke is stored before it goes', async () => {
    const wizard = await openWizard({ step: 'output' });
    await fill(wizard, jobName(), 'typed-just-now');
    cleanup();
    expect(wizard.bridge.callsOf('drafts.save').at(-1)?.output.compilationJobName).toBe('typed-just-now');
  });

  it('by hiding or closing the window', async () => {
    const wizard = await openWizard({ step: 'output' });
    await fill(wizard, jobName(), 'typed-just-now');
    act(() => {
      window.dispatchEvent(new Event('pagehide'));
    });
    expect(wizard.bridge.callsOf('drafts.save')).toHaveLength(1);
    expect(wizard.bridge.callsOf('drafts.save')[0]?.output.compilationJobName).toBe('typed-just-now');
  });

  it('by a restart: the stored draft is restored', async () => {
    await openWizard({ step: 'output', draft: completeDraft({ kmsKeyId: 'alias/mine', roleArn: 'wrong' }) });
    expect(jobName()).toHaveValue('my-job');
    expect(screen.getByRole('textbox', { name: 'IAM role' })).toHaveValue('wrong');
    expect(screen.getByRole('textbox', { name: 'KMS key (optional)' })).toHaveValue('alias/mine');
  });

  it('by a model that cannot be read: the one before stays, with the cause and the fix beside it', async () => {
    const wizard = await openWizard({
      model: (path) => {
        if (path.endsWith('broken.onnx')) {
          throw new AppError({ kind: 'model', message: 'This is a ZIP archive.', hint: 'Export the model as ONNX.' });
        }
        return batchModel;
      },
      draft: completeDraft(),
    });
    act(() => setPendingModel({ kind: 'file', path: '/models/broken.onnx' }));
    const panel = await screen.findByRole('alert');
    expect(panel).toHaveTextContent('broken.onnx was not read; mobilenet.onnx stays');
    expect(panel).toHaveTextContent('This is a ZIP archive.');
    expect(panel).toHaveTextContent('Export the model as ONNX.');
    expect(await facts('mobilenet.onnx')).toBeVisible();
    await next(wizard);
    expect(dimension('input', 1)).toHaveValue('1');
  });

  it('by storing that fails: the page says so, and keeps what it has', async () => {
    const wizard = await openWizard({
      step: 'output',
      handlers: {
        'drafts.save': () => {
          throw new AppError({ kind: 'internal', message: 'The disk is full.' });
        },
      },
    });
    await fill(wizard, jobName(), 'typed');
    expect(await screen.findByText(/The draft could not be saved/u)).toBeVisible();
    expect(jobName()).toHaveValue('typed');
  });

  it('by starting over: one click brings it back', async () => {
    const wizard = await openWizard({ step: 'output', draft: completeDraft() });
    await wizard.user.click(screen.getByRole('button', { name: 'Start over' }));
    await waitFor(() => expect(stepHeading()).toHaveTextContent('Model'));
    expect(screen.getByRole('button', { name: 'Choose a file…' })).toBeVisible();
    expect(wizard.bridge.callsOf('drafts.discard')).toHaveLength(1);
    await wizard.user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await facts('mobilenet.onnx')).toBeVisible();
    await waitFor(() => expect(wizard.bridge.callsOf('drafts.save').at(-1)?.output.compilationJobName).toBe('my-job'));
  });
});

describe('a model from elsewhere', () => {
  it('is read when the wizard opens with it', async () => {
    setPendingModel({ kind: 'sample', id: 'blazeface-front' });
    const { bridge } = await openWizard();
    expect(await facts('model.tar.gz')).toBeVisible();
    expect(bridge.callsOf('models.inspect')).toEqual([{ source: { kind: 'sample', id: 'blazeface-front' } }]);
  });

  it('shows its name while it is read, and can be given up', async () => {
    let answer: (summary: typeof staticModel) => void = () => {};
    const wizard = await openWizard({
      handlers: { 'models.inspect': () => new Promise((resolve) => (answer = resolve)) },
    });
    await wizard.user.click(screen.getByRole('button', { name: 'Choose a file…' }));
    expect(await screen.findByRole('progressbar', { name: 'Reading model.tar.gz' })).toBeVisible();
    await wizard.user.click(screen.getByRole('button', { name: 'Cancel' }));
    await act(async () => answer(staticModel));
    expect(screen.getByRole('button', { name: 'Choose a file…' })).toBeVisible();
  });

  it('keeps typed sizes that still fit, and says so', async () => {
    const wizard = await openWizard({
      model: (path) =>
        path.includes('other')
          ? { ...textModel, inputs: [...textModel.inputs.slice(0, 1), tensor('y', [open('k')])] }
          : textModel,
    });
    act(() => setPendingModel({ kind: 'file', path: '/models/bert.onnx' }));
    await facts('bert.onnx');
    await next(wizard);
    await wizard.user.type(dimension('input_ids', 2), '128');
    act(() => setPendingModel({ kind: 'file', path: '/models/other.onnx' }));
    expect(await screen.findByText(/1 size that you typed still fits and stays; 2 belong to the other/u)).toBeVisible();
    await next(wizard);
    expect(dimension('input_ids', 2)).toHaveValue('128');
    expect(dimension('y', 1)).toHaveValue('');
    expect(dimension('y', 1)).toBeValid();
  });

  it('of several at once only the last counts', async () => {
    const answers: ((summary: typeof staticModel) => void)[] = [];
    await openWizard({ handlers: { 'models.inspect': () => new Promise((resolve) => answers.push(resolve)) } });
    act(() => setPendingModel({ kind: 'file', path: '/models/first.onnx' }));
    act(() => setPendingModel({ kind: 'file', path: '/models/second.onnx' }));
    await act(async () => answers[1]?.({ ...batchModel, fileName: 'second.onnx' }));
    await act(async () => answers[0]?.({ ...batchModel, fileName: 'first.onnx' }));
    expect(await facts('second.onnx')).toBeVisible();
  });
});

it('shows a cloned job’s model by its place when it could not be read', async () => {
  const clone = completeDraft();
  const draft = {
    ...clone,
    model: {
      ...clone.model,
      kind: 's3' as const,
      source: null,
      s3Uri: 's3://edgewright/models/ab/face.tar.gz',
      summary: null,
    },
  };
  const wizard = await openWizard({ draft });
  expect(screen.getByRole('textbox', { name: 'S3 URI of the model archive' })).toHaveValue(
    's3://edgewright/models/ab/face.tar.gz',
  );
  await wizard.user.click(screen.getByRole('button', { name: 'Read it' }));
  expect(await facts('model.tar.gz')).toBeVisible();
});

it('opens with an error panel when the draft cannot be read, and tries again', async () => {
  let isBroken = true;
  const opened = openWizard({
    handlers: {
      'drafts.load': () => {
        if (isBroken) throw new AppError({ kind: 'internal', message: 'The draft file is locked.' });
        return null;
      },
    },
  }).catch(() => null);
  const panel = await screen.findByRole('alert');
  expect(panel).toHaveTextContent('The draft file is locked.');
  isBroken = false;
  act(() => within(panel).getByRole('button', { name: 'Try again' }).click());
  expect(await screen.findByRole('button', { name: 'Choose a file…' })).toBeVisible();
  await opened;
});
