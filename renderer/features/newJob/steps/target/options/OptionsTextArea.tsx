import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { normalizeCompilerOptions } from '../../../../../../shared/compilerOptions/normalizeCompilerOptions.ts';
import { parseOptions } from '../../../../../../shared/compilerOptions/optionsText.ts';
import { MONO } from '../../../../../theme.ts';
import { fieldId } from '../../../draftPaths.ts';
import { FieldHelp } from '../../../fields/FieldHelp.tsx';
import { useWizard } from '../../../wizardContext.ts';
import { OPTIONS_FIELD, type OptionsText } from './useOptionsText.ts';

interface OptionsTextAreaProps {
  options: OptionsText;
  label: string;
  hint: string;
  /** The value in the spelling of this view. */
  show: (text: string) => string;
  /** The value that a spelling stands for. */
  read: (shown: string) => string;
}

/** The value as text. Sloppy spellings become strict JSON when the field is left; what is broken stays as typed. */
export function OptionsTextArea({ options, label, hint, show, read }: OptionsTextAreaProps) {
  const { touch } = useWizard();
  const { text, findings, target, setText, change, isWanted } = options;
  // The spelling of the user stays while it means the value.
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed !== null && read(typed) === text ? typed : show(text);
  const onBlur = () => {
    touch(OPTIONS_FIELD);
    const normalized = normalizeCompilerOptions(text, target);
    const isWorthIt = normalized.changes.length > 0 && parseOptions(normalized.text).kind !== 'broken';
    if (isWorthIt && !isWanted(text)) change(normalized.text, normalized.changes);
  };
  return (
    <TextField
      id={fieldId(OPTIONS_FIELD)}
      label={label}
      multiline
      minRows={3}
      maxRows={12}
      value={shown}
      error={findings.some(({ severity }) => severity === 'error')}
      helperText={<FieldHelp findings={findings} hint={hint} />}
      onChange={(event) => {
        setTyped(event.target.value);
        setText(read(event.target.value));
      }}
      onBlur={onBlur}
      slotProps={{
        formHelperText: { component: 'div' },
        htmlInput: { spellCheck: false, autoComplete: 'off' },
        input: { sx: { fontFamily: MONO, fontSize: 12.5, '& textarea': { overflowWrap: 'anywhere' } } },
      }}
    />
  );
}
