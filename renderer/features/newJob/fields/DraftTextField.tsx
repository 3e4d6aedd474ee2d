import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import type { ReactNode } from 'react';
import { useController, type FieldPathByValue } from 'react-hook-form';
import type { JobDraft } from '../../../../shared/draft/jobDraft.ts';
import { MONO } from '../../../theme.ts';
import { fieldId } from '../draftPaths.ts';
import { useWizard } from '../wizardContext.ts';
import { FieldHelp } from './FieldHelp.tsx';

interface DraftTextFieldProps {
  name: FieldPathByValue<JobDraft, string>;
  label: string;
  hint?: ReactNode;
  isMono?: boolean;
  isRequired?: boolean;
  isNumeric?: boolean;
  placeholder?: string;
  /** Shown inside the field, after the text. */
  end?: ReactNode;
  /** A rule whose finding is told beside the field instead. */
  ruleToldElsewhere?: string;
  /** Told of what the user types, after the draft has it. */
  onEdit?: (text: string) => void;
}

/** A text of the draft: label above, error and hint below, both read with the field. */
export function DraftTextField(props: DraftTextFieldProps) {
  const { name, label, hint, isMono, isRequired, isNumeric, placeholder, end, ruleToldElsewhere, onEdit } = props;
  const { findingsAt, touch } = useWizard();
  const { field } = useController<JobDraft, typeof name>({ name });
  const findings = findingsAt(name);
  const told = findings.filter(({ rule }) => rule !== ruleToldElsewhere);
  const hasHelp = told.length > 0 || Boolean(hint);
  return (
    <TextField
      id={fieldId(name)}
      name={name}
      inputRef={field.ref}
      label={label}
      value={field.value}
      placeholder={placeholder}
      error={findings.some(({ severity }) => severity === 'error')}
      helperText={hasHelp ? <FieldHelp findings={told} hint={hint} /> : null}
      onChange={(event) => {
        field.onChange(event.target.value);
        onEdit?.(event.target.value);
      }}
      onBlur={() => {
        field.onBlur();
        touch(name);
      }}
      slotProps={{
        formHelperText: { component: 'div' },
        htmlInput: {
          'aria-required': isRequired,
          inputMode: isNumeric ? 'numeric' : undefined,
          spellCheck: false,
          autoComplete: 'off',
        },
        input: {
          ...(isMono && { sx: { fontFamily: MONO, fontSize: 12.5 } }),
          ...(end !== undefined && { endAdornment: <InputAdornment position="end">{end}</InputAdornment> }),
        },
      }}
    />
  );
}
