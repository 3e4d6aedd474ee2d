import '@testing-library/jest-dom/vitest';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/errors/appError.ts';
import type { RouteInput } from '../../../shared/ipc/routes.ts';
import { setPendingModel } from '../../app/pendingModel.ts';
import { completeDraft } from './testing/models.ts';
import { address, closeWizard, openWizard, stepHeading, type OpenWizard } from './testing/openWizard.tsx';

afterEach(closeWizard);

type Submit = RouteInput<'jobs.submit'>;

/** A submission whose end the test decides. */
function heldSubmission() {
  let settle: { resolve(ref: { id: string }): void; reject(error: AppError): void } | null = null;
  let submitted: Submit | null = null;
  return {
    handler: (input: Submit) => {
      submitted = input;
      return new Promise<{ id: string }>((resolve, reject) => (settle = { resolve, reject }));
    },
    get id() {
      return submitted?.submissionId ?? '';
    },
    succeed: (id: string) => act(async () => settle?.resolve({ id })),
    fail: (error: AppError) => act(async () => settle?.reject(error)),
  };
}

const submit = ({ user }: OpenWizard) => user.click(screen.getByRole('button', { name: 'Submit job' }));
const phases = () => screen.getByRole('list', { name: 'Submission' });

describe('the request', () => {
  it('is shown as it will be sent, and the model is put in place', async () => {
    const wizard = await openWizard({ step: 'review', draft: completeDraft() });
    expect(await screen.findByText('Model is at')).toBeVisible();
    expect(wizard.bridge.callsOf('jobs.preview')).toHaveLength(1);
    expect(screen.getByRole('region', { name: 'Request as JSON' })).toHaveTextContent('"CompilationJobName": "my-job"');
  });

  it('is shown even when the model could not be put in place, with a way to try again', async () => {
    let isGone = true;
    const wizard = await openWizard({
      step: 'review',
      draft: completeDraft(),
      handlers: {
        'jobs.preview': () => {
          if (isGone) throw new AppError({ kind: 'notFound', message: 'mobilenet.onnx is gone.' });
          return { request: { CompilationJobName: 'answered' } as never };
        },
      },
    });
    const panel = await screen.findByRole('alert');
    expect(panel).toHaveTextContent('The model could not be put in place');
    expect(screen.getByRole('region', { name: 'Request as JSON' })).toHaveTextContent('"my-job"');
    isGone = false;
    await wizard.user.click(within(panel).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Model is at')).toBeVisible();
    expect(screen.getByRole('region', { name: 'Request as JSON' })).toHaveTextContent('"answered"');
  });

  it('leads back to each step', async () => {
    const { user } = await openWizard({ step: 'review', draft: completeDraft() });
    await user.click(screen.getByRole('button', { name: 'Edit Target' }));
    expect(stepHeading()).toHaveTextContent('Target');
    expect(stepHeading()).toHaveFocus();
  });
});

describe('submitting', () => {
  it('shows the phases by name, with bytes while it uploads, and then the job', async () => {
    const held = heldSubmission();
    const wizard = await openWizard({
      step: 'review',
      draft: completeDraft(),
      handlers: { 'jobs.submit': held.handler },
    });
    await submit(wizard);
    expect(await screen.findByText('Checking')).toHaveAttribute('aria-current', 'step');
    act(() =>
      wizard.bridge.emit('submission.progress', {
        submissionId: held.id,
        phase: 'uploading',
        bytesDone: 5_000_000,
        bytesTotal: 20_000_000,
      }),
    );
    expect(within(phases()).getByText('Uploading 5.00 MB of 20.0 MB')).toBeVisible();
    expect(screen.getByRole('progressbar', { name: 'Uploading' })).toHaveAttribute('aria-valuenow', '25');
    // What is on its way cannot change.
    expect(screen.getByRole('button', { name: /^Target, / })).toBeDisabled();
    act(() =>
      wizard.bridge.emit('submission.progress', {
        submissionId: 'of another window',
        phase: 'creating',
        bytesDone: null,
        bytesTotal: null,
      }),
    );
    expect(within(phases()).getByText(/^Uploading/u)).toHaveAttribute('aria-current', 'step');
    await held.succeed('local/my-job');
    await waitFor(() => expect(address()).toBe('/jobs/local%2Fmy-job'));
  });

  it('does not store the draft of a job that was created', async () => {
    const wizard = await openWizard({ step: 'review', draft: completeDraft() });
    await submit(wizard);
    await waitFor(() => expect(address()).toMatch(/^\/jobs\//u));
    cleanup();
    expect(await wizard.bridge.invoke('drafts.load', undefined)).toEqual({ ok: true, data: null });
  });

  it('can be cancelled, and says that nothing was created', async () => {
    const held = heldSubmission();
    const wizard = await openWizard({
      step: 'review',
      draft: completeDraft(),
      handlers: { 'jobs.submit': held.handler },
    });
    await submit(wizard);
    await wizard.user.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(wizard.bridge.callsOf('jobs.cancelSubmission')).toEqual([{ submissionId: held.id }]);
    await held.fail(new AppError({ kind: 'cancelled', message: 'The submission was cancelled.' }));
    expect(screen.getByRole('alert')).toHaveTextContent('Nothing was created, and your draft is kept.');
    expect(screen.getByRole('button', { name: 'Submit job' })).toBeEnabled();
  });

  it('answers a name that is taken with the next free one', async () => {
    const taken = new AppError({
      kind: 'conflict',
      message: 'A job with this name exists.',
      code: 'ResourceInUse',
      details: 'Compilation job arn:… already exists',
    });
    let isTaken = true;
    const wizard = await openWizard({
      step: 'review',
      draft: completeDraft(),
      handlers: {
        'jobs.submit': ({ draft }) => {
          if (isTaken) throw taken;
          return { id: `local/${draft.output.compilationJobName}` };
        },
      },
    });
    await submit(wizard);
    const panel = await screen.findByRole('alert');
    expect(panel).toHaveTextContent('The job was not created');
    await wizard.user.click(within(panel).getByRole('button', { name: 'Use my-job-2' }));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByRole('button', { name: 'Submit job' })).toHaveFocus();
    isTaken = false;
    await wizard.user.keyboard('{Enter}');
    await waitFor(() => expect(address()).toBe('/jobs/local%2Fmy-job-2'));
  });

  it('shows any other error with its cause, keeps the draft and can be tried again', async () => {
    let isDown = true;
    const wizard = await openWizard({
      step: 'review',
      draft: completeDraft(),
      handlers: {
        'jobs.submit': () => {
          if (isDown)
            throw new AppError({ kind: 'runner', message: 'The runner does not answer.', hint: 'Restart it.' });
          return { id: 'local/my-job' };
        },
      },
    });
    await submit(wizard);
    const panel = await screen.findByRole('alert');
    expect(panel).toHaveTextContent('Restart it.');
    expect(wizard.bridge.callsOf('drafts.discard')).toEqual([]);
    isDown = false;
    await wizard.user.click(within(panel).getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(address()).toBe('/jobs/local%2Fmy-job'));
  });

  it('goes on when the page is left, and still discards the draft', async () => {
    const held = heldSubmission();
    const wizard = await openWizard({
      step: 'review',
      draft: completeDraft(),
      handlers: { 'jobs.submit': held.handler },
    });
    await submit(wizard);
    await act(() => wizard.router.navigate('/settings'));
    await held.succeed('local/my-job');
    expect(wizard.bridge.callsOf('drafts.discard')).toHaveLength(1);
    expect(address()).toBe('/settings');
  });
});

describe('the keyboard alone', () => {
  it('takes a model all the way to a job', async () => {
    const { user, bridge } = await openWizard();
    await screen.findByRole('button', { name: 'Use the sample model' });
    screen.getByRole('button', { name: 'Choose a file…' }).focus();
    await user.keyboard('{Enter}');
    await screen.findByRole('region', { name: /^Facts of/u });
    expect(document.body).not.toHaveFocus();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(stepHeading()).toHaveTextContent('Inputs');
    expect(stepHeading()).toHaveFocus();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(stepHeading()).toHaveTextContent('Target');
    // An invalid step puts the focus where the choice is missing.
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(screen.getByRole('listbox', { name: 'Target devices' })).toHaveFocus();
    await user.keyboard('{End}{Home}{ArrowDown} ');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(stepHeading()).toHaveTextContent('Output');
    await user.keyboard('{Escape}');
    expect(stepHeading()).toHaveTextContent('Target');
    await user.keyboard('{Control>}{Enter}{/Control}{Control>}{Enter}{/Control}');
    expect(stepHeading()).toHaveTextContent('Review');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(address()).toMatch(/^\/jobs\//u));
    expect(bridge.callsOf('jobs.submit')[0]?.draft.target.device).toBe('jetson_nano');
  });

  it('goes on right after a choice was made, while its list still fades away', async () => {
    const { user } = await openWizard({ draft: completeDraft() });
    screen.getByRole('combobox', { name: 'Framework' }).focus();
    await user.keyboard('{Enter}{Enter}{Control>}{Enter}{/Control}');
    expect(stepHeading()).toHaveTextContent('Inputs');
  });

  it('goes on with Enter in a field, too', async () => {
    const { user } = await openWizard({ step: 'output', draft: completeDraft() });
    await user.type(screen.getByRole('textbox', { name: 'Time limit' }), '{Enter}');
    expect(stepHeading()).toHaveTextContent('Review');
  });
});

it('lets a model that is dropped during a submission wait until it has ended', async () => {
  const held = heldSubmission();
  const wizard = await openWizard({
    step: 'review',
    draft: completeDraft(),
    handlers: { 'jobs.submit': held.handler },
  });
  await submit(wizard);
  act(() => setPendingModel({ kind: 'file', path: '/models/next.onnx' }));
  expect(wizard.bridge.callsOf('models.inspect')).toEqual([]);
  await held.fail(new AppError({ kind: 'runner', message: 'The runner does not answer.' }));
  expect(await screen.findByRole('region', { name: /^Facts of/u })).toBeVisible();
  expect(stepHeading()).toHaveTextContent('Model');
});
