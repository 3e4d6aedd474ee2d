import '@testing-library/jest-dom/vitest';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { DraftTemplate } from '../../../../shared/draft/draftTemplate.ts';
import { AppError } from '../../../../shared/errors/appError.ts';
import { completeDraft } from '../testing/models.ts';
import { address, closeWizard, fill, openWizard, type OpenWizard } from '../testing/openWizard.tsx';

afterEach(closeWizard);

const jetson = (name = 'Jetson'): DraftTemplate => {
  const draft = completeDraft({ kmsKeyId: 'alias/team' });
  return {
    id: `id-${name}`,
    name,
    savedAtMs: Date.now(),
    draft: { ...draft, target: { ...draft.target, device: 'jetson_tx2' } },
  };
};

async function openTemplates({ user }: OpenWizard): Promise<HTMLElement> {
  await user.click(screen.getByRole('button', { name: 'Templates' }));
  const dialog = await screen.findByRole('dialog', { name: 'Templates' });
  return dialog;
}
const nameField = () => screen.getByRole('textbox', { name: 'Template name' });
const save = () => screen.getByRole('button', { name: 'Save as template' });

describe('templates', () => {
  it('save the draft under a name', async () => {
    const wizard = await openWizard({ step: 'output', draft: completeDraft() });
    await openTemplates(wizard);
    expect(screen.getByText('No templates yet.')).toBeVisible();
    expect(save()).toBeDisabled();
    await fill(wizard, nameField(), '  for the lab ');
    await wizard.user.keyboard('{Enter}');
    const list = await screen.findByRole('list', { name: 'Saved templates' });
    expect(list).toHaveTextContent('for the lab');
    expect(list).toHaveTextContent('ONNX · EC2 m5 instance');
    const [saved] = wizard.bridge.callsOf('templates.save');
    expect(saved?.name).toBe('for the lab');
    expect(saved?.draft.output.compilationJobName).toBe('my-job');
    // The form of the wizard has not heard of that Enter.
    expect(address()).toBe('/new/output');
  });

  it('leave the focus on the name once they are saved: the button is closed then', async () => {
    const wizard = await openWizard({ draft: completeDraft() });
    await openTemplates(wizard);
    await fill(wizard, nameField(), 'for the lab');
    await wizard.user.click(save());
    await waitFor(() => expect(nameField()).toHaveFocus());
    expect(nameField()).toHaveValue('');
  });

  it('say before one of the same name is replaced', async () => {
    const wizard = await openWizard({ draft: completeDraft(), templates: [jetson()] });
    await openTemplates(wizard);
    await fill(wizard, nameField(), 'jetson');
    expect(nameField()).toHaveAccessibleDescription('Saving replaces the template “Jetson”.');
  });

  it('bring target and output settings, leave the model, and can be undone', async () => {
    const wizard = await openWizard({ step: 'review', draft: completeDraft(), templates: [jetson()] });
    await openTemplates(wizard);
    await wizard.user.click(screen.getByRole('button', { name: 'Use Jetson' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByText('Template Jetson was applied.', { selector: '[role="alert"] *' })).toBeVisible();
    expect(screen.getByRole('region', { name: 'Target' })).toHaveTextContent('Jetson TX2');
    expect(screen.getByRole('region', { name: 'Output' })).toHaveTextContent('alias/team');
    expect(screen.getByRole('region', { name: 'Model' })).toHaveTextContent('mobilenet.onnx');
    await wizard.user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(screen.getByRole('region', { name: 'Target' })).toHaveTextContent('EC2 m5 instance');
  });

  it('are deleted, and come back with Undo', async () => {
    const wizard = await openWizard({ templates: [jetson('One'), jetson('Two')] });
    const dialog = await openTemplates(wizard);
    await wizard.user.click(within(dialog).getByRole('button', { name: 'Delete One' }));
    expect(await within(dialog).findByText('“One” was deleted.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Use One' })).toBeNull();
    const undo = within(dialog).getByRole('button', { name: 'Undo' });
    await waitFor(() => expect(undo).toHaveFocus());
    await wizard.user.click(undo);
    expect(await screen.findByRole('button', { name: 'Use One' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Use Two' })).toBeVisible();
    await waitFor(() => expect(screen.getByRole('list', { name: 'Saved templates' })).toHaveFocus());
  });

  it('keep the typed name when saving fails, and say why', async () => {
    const wizard = await openWizard({
      handlers: {
        'templates.save': () => {
          throw new AppError({ kind: 'internal', message: 'The disk is full.' });
        },
      },
    });
    await openTemplates(wizard);
    await fill(wizard, nameField(), 'mine');
    await wizard.user.click(save());
    expect(await screen.findByText('The disk is full.')).toBeVisible();
    expect(nameField()).toHaveValue('mine');
  });
});
