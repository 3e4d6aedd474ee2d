import { ThemeProvider } from '@mui/material/styles';
import { act, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useLayoutEffect, useState } from 'react';
import { applyEdits } from '../../../../../../shared/api/applyEdits.ts';
import { checkDraft } from '../../../../../../shared/draft/checkDraft.ts';
import { newJobDraft, type JobDraft } from '../../../../../../shared/draft/jobDraft.ts';
import { theme } from '../../../../../theme.ts';
import { fieldOfPath } from '../../../draftPaths.ts';
import { WizardContext, type Wizard } from '../../../wizardContext.ts';
import { CompilerOptionsEditor } from './CompilerOptionsEditor.tsx';
import { OPTIONS_FIELD } from './useOptionsText.ts';

type Target = Partial<JobDraft['target']>;

const CONTEXT = { bucket: '', isLocal: false, takenNames: new Set<string>() };

/**
 * The editor by itself, for a framework and target on AWS: the whole wizard around it costs a test most of its time.
 * `setTarget` chooses as the pickers do.
 */
export function openOptions(framework: string, target: Target) {
  const seen: { text: string; change?: (part: Target) => void } = { text: '' };
  function Host() {
    const [draft, setDraft] = useState<JobDraft>(() => {
      const empty = newJobDraft({ endpointId: 'aws', bucket: '', roleArn: '' });
      return { ...empty, model: { ...empty.model, framework }, target: { ...empty.target, ...target } };
    });
    const [isTouched, setTouched] = useState(false);
    const findings = checkDraft(draft, CONTEXT);
    const change = (part: Target) => setDraft((current) => ({ ...current, target: { ...current.target, ...part } }));
    useLayoutEffect(() => {
      Object.assign(seen, { text: draft.target.compilerOptions, change });
    });
    const wizard: Partial<Wizard> = {
      draft,
      findings,
      context: CONTEXT,
      focusRequest: null,
      setField: (_, value) => change({ compilerOptions: value as string }),
      errorAt: (field) =>
        isTouched
          ? findings.find(({ path, severity }) => severity === 'error' && fieldOfPath(path) === field)?.message
          : undefined,
      touch: (field) => setTouched(field === OPTIONS_FIELD),
      applyFix: (fix) => setDraft((current) => applyEdits(current, fix.edits)),
    };
    return (
      <WizardContext value={wizard as Wizard}>
        <CompilerOptionsEditor />
        <button type="button">After</button>
      </WizardContext>
    );
  }
  render(
    <ThemeProvider theme={theme}>
      <Host />
    </ThemeProvider>,
  );
  const user = userEvent.setup({ delay: null });
  const editor = within(screen.getByRole('group', { name: 'Compiler options' }));
  return {
    user,
    editor,
    setTarget: (part: Target) => act(() => seen.change?.(part)),
    /** The value. */
    text: () => seen.text,
    field: (name: string) => editor.getByRole('textbox', { name }),
    choice: (name: string) => editor.getByRole('combobox', { name }),
    press: (name: string) => user.click(editor.getByRole('button', { name })),
    show: (view: 'Fields' | 'JSON' | 'CLI text') => user.click(editor.getByRole('tab', { name: view })),
    /** Leaves the editor. */
    leave: () => user.click(screen.getByRole('button', { name: 'After' })),
    /** Puts a text into a field as one paste. */
    async fill(field: HTMLElement, value: string) {
      await user.clear(field);
      await user.click(field);
      await user.paste(value);
    },
  };
}
