import '@testing-library/jest-dom/vitest';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { batchModel, completeDraft } from '../testing/models.ts';
import { address, closeWizard, dimension, fill, openWizard, stepHeading } from '../testing/openWizard.tsx';

afterEach(closeWizard);

const target = () => screen.getByRole('combobox', { name: 'Target' });
const checklist = () => screen.getByRole('navigation', { name: 'Steps' });

describe('the quick form', () => {
  it('takes a model to a job on one page', async () => {
    const wizard = await openWizard({ step: 'quick', model: batchModel });
    const { user, bridge } = wizard;
    await user.click(screen.getByRole('button', { name: 'Choose a file…' }));
    await screen.findByText('mobilenet.onnx');
    await user.click(screen.getByRole('button', { name: 'Use 1 for batch' }));
    await user.click(target());
    await user.keyboard('rasp4b');
    await user.click(screen.getByRole('option', { name: /rasp4b/u }));
    await fill(wizard, screen.getByRole('textbox', { name: 'Job name' }), 'quick-job');
    expect(await screen.findByRole('region', { name: 'Request as JSON' })).toHaveTextContent('"quick-job"');
    await user.click(screen.getByRole('button', { name: 'Submit job' }));
    await waitFor(() => expect(address()).toBe('/jobs/local%2Fquick-job'));
    expect(bridge.callsOf('jobs.submit')[0]?.draft.target.device).toBe('rasp4b');
  });

  it('is the same draft as the full wizard, in both directions', async () => {
    const wizard = await openWizard({ step: 'output', draft: completeDraft() });
    await fill(wizard, screen.getByRole('textbox', { name: 'Job name' }), 'not a name!');
    await wizard.user.click(screen.getByRole('button', { name: 'Quick form' }));
    expect(stepHeading()).toHaveTextContent('Quick form');
    expect(stepHeading()).toHaveFocus();
    expect(screen.getByRole('textbox', { name: 'Job name' })).toHaveValue('not a name!');
    await fill(wizard, dimension('input', 1), '8');
    await wizard.user.click(screen.getByRole('button', { name: 'Open the full wizard' }));
    expect(address()).toBe('/new/output');
    await wizard.user.click(screen.getByRole('button', { name: /^Inputs, / }));
    expect(dimension('input', 1)).toHaveValue('8');
  });

  it('is led through by the checklist', async () => {
    const { user } = await openWizard({ step: 'quick', draft: completeDraft({ compilationJobName: 'a b' }) });
    await user.click(within(checklist()).getByRole('button', { name: /^The job name/u }));
    expect(screen.getByRole('textbox', { name: 'Job name' })).toHaveFocus();
    await user.click(within(checklist()).getByRole('button', { name: /^Target, /u }));
    expect(screen.getByRole('heading', { name: 'Target', level: 2 })).toHaveFocus();
    expect(address()).toBe('/new/quick');
  });

  it('leads to the step for a field that it leaves out', async () => {
    const { user } = await openWizard({ step: 'quick', draft: completeDraft({ maxRuntimeInSeconds: 'soon' }) });
    await user.click(within(checklist()).getByRole('button', { name: /whole number of seconds/u }));
    expect(address()).toBe('/new/output');
    expect(screen.getByRole('textbox', { name: 'Time limit' })).toHaveFocus();
  });

  it('answers Submit with what is missing, at its field', async () => {
    const { user, bridge } = await openWizard({ step: 'quick', draft: { ...completeDraft(), target: noTarget() } });
    await user.click(screen.getByRole('button', { name: 'Submit job' }));
    await waitFor(() => expect(target()).toHaveFocus());
    expect(target()).toHaveAccessibleDescription(/Choose a target/u);
    expect(bridge.callsOf('jobs.submit')).toEqual([]);
  });

  it('shows refused targets with the reason, and does not choose them', async () => {
    const { user } = await openWizard({ step: 'quick', draft: { ...completeDraft(), target: noTarget() } });
    await user.click(target());
    await user.keyboard('inf2');
    const refused = screen.getByRole('option', { name: /ml_inf2/u });
    expect(refused).toHaveAttribute('aria-disabled', 'true');
    expect(refused).toHaveTextContent('needs the AWS Neuron compiler');
  });

  it('shows a target that is no preset, and lets it be cleared', async () => {
    const platform = { ...noTarget(), kind: 'platform' as const, os: 'LINUX', arch: 'X86' };
    const { user } = await openWizard({ step: 'quick', draft: { ...completeDraft(), target: platform } });
    expect(target()).toHaveDisplayValue(/LINUX/u);
    await user.clear(target());
    await user.tab();
    expect(target()).toHaveDisplayValue('');
  });
});

function noTarget() {
  return { ...completeDraft().target, device: '' };
}
