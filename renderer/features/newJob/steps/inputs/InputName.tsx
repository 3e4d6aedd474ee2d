import TextField from '@mui/material/TextField';
import type { ClipboardEvent } from 'react';
import type { DraftInput } from '../../../../../shared/draft/jobDraft.ts';
import { MONO } from '../../../../theme.ts';
import { fieldId } from '../../draftPaths.ts';
import { FieldHelp } from '../../fields/FieldHelp.tsx';
import { useWizard } from '../../wizardContext.ts';
import { useDimensions } from './useDimensions.ts';

/** The name of an input that no file names. A pasted shape or DataInputConfig goes where it belongs. */
export function InputName({ input, index }: { input: DraftInput; index: number }) {
  const { setField, findingsAt, touch } = useWizard();
  const { pasteIntoName } = useDimensions();
  const field = `inputs.${index}.name` as const;
  const findings = findingsAt(field);
  const onPaste = (event: ClipboardEvent) => {
    if (pasteIntoName(index, event.clipboardData.getData('text'))) event.preventDefault();
  };
  return (
    <TextField
      id={fieldId(field)}
      label={`Name of input ${index + 1}`}
      value={input.name}
      error={findings.some(({ severity }) => severity === 'error')}
      helperText={findings.length > 0 ? <FieldHelp findings={findings} /> : null}
      onChange={(event) => setField(field, event.target.value)}
      onPaste={onPaste}
      onBlur={() => touch(field)}
      slotProps={{
        formHelperText: { component: 'div' },
        htmlInput: { 'aria-required': true, spellCheck: false, autoComplete: 'off' },
        input: { sx: { fontFamily: MONO, fontSize: 12.5 } },
      }}
    />
  );
}
