import '@testing-library/jest-dom/vitest';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { OpenDraft } from '../../../shared/draft/storedDraft.ts';
import { completeDraft } from './testing/models.ts';
import { address, closeWizard, fill, openWizard, stepHeading, type OpenWizard } from './testing/openWizard.tsx';

afterEach(closeWizard);

const lastSaved = ({ bridge }: OpenWizard) => bridge.callsOf('drafts.save').at(-1);

/** The wizard as it opens again after the app went away without a word. */
async function reopen(wizard: OpenWizard): Promise<OpenWizard> {
  const draft: OpenDraft | null = lastSaved(wizard) ?? null;
  cleanup();
  return openWizard({ step: '', draft });
}

describe('the wizard opens again', () => {
  it.each(['inputs', 'target', 'output', 'review', 'quick'])('at %s, where it was left', async (place) => {
    const wizard = await openWizard({ draft: completeDraft() });
    await wizard.router.navigate(`/new/${place}`);
    await waitFor(() => expect(lastSaved(wizard)?.place).toBe(place), { timeout: 5000 });
    await reopen(wizard);
    await waitFor(() => expect(address()).toBe(`/new/${place}`), { timeout: 5000 });
  });

  it('at the form that an import was opened from', async () => {
    const wizard = await openWizard({ step: 'target', draft: completeDraft() });
    await wizard.user.click(screen.getByRole('button', { name: 'Import…' }));
    cleanup();
    expect(lastSaved(wizard)?.place ?? 'target').toBe('target');
  });

  it('at Model for a draft that was stored without a place, or with one of another version', async () => {
    await openWizard({ step: '', draft: { ...completeDraft(), place: 'summary' } as OpenDraft });
    await waitFor(() => expect(address()).toBe('/new/model'));
  });

  it('with an import that took the place of the draft', async () => {
    const wizard = await openWizard({ step: 'import', draft: completeDraft() });
    const request = { CompilationJobName: 'imported', OutputConfig: { CompilerOptions: '{"mcpu"' } };
    await fill(wizard, screen.getByRole('textbox', { name: 'Request to import' }), JSON.stringify(request));
    await screen.findByText('Recognised: JSON');
    await wizard.user.click(screen.getByRole('button', { name: 'Use this request' }));
    await waitFor(() => expect(lastSaved(wizard)?.output.compilationJobName).toBe('imported'));
    await reopen(wizard);
    expect(stepHeading()).toHaveTextContent('Review');
    expect(screen.getByRole('region', { name: 'Target' })).toHaveTextContent('{"mcpu"');
  });

  it('with inputs that only a text can say', async () => {
    const draft = completeDraft();
    const text = '{"data": [1, 3, 224';
    const wizard = await openWizard({
      step: 'output',
      draft: { ...draft, dataInputConfig: { mode: 'text', form: 'dictionary', text } },
    });
    await fill(wizard, screen.getByRole('textbox', { name: 'Job name' }), 'again');
    await waitFor(() => expect(lastSaved(wizard)?.output.compilationJobName).toBe('again'));
    expect(lastSaved(wizard)?.dataInputConfig).toMatchObject({ mode: 'text', text });
  });

  it('where it is when the rail asks for it once more', async () => {
    const wizard = await openWizard({ step: 'output', draft: completeDraft() });
    await fill(wizard, screen.getByRole('textbox', { name: 'Job name' }), 'typed');
    await wizard.router.navigate('/new');
    await waitFor(() => expect(address()).toBe('/new/output'));
    expect(screen.getByRole('textbox', { name: 'Job name' })).toHaveValue('typed');
  });
});

describe('a draft in which nothing was typed', () => {
  it('is not stored for the steps that were looked at', async () => {
    const wizard = await openWizard();
    await wizard.router.navigate('/new/target');
    cleanup();
    expect(wizard.bridge.callsOf('drafts.save')).toEqual([]);
  });
});
