import CloseOutlined from '@mui/icons-material/CloseOutlined';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import type { ClipboardEvent } from 'react';
import { MONO } from '../../../../theme.ts';
import { fieldId } from '../../draftPaths.ts';
import { FieldHelp } from '../../fields/FieldHelp.tsx';
import { useWizard } from '../../wizardContext.ts';
import { shapeText, sizesOfText } from './coreMlShape.ts';
import { readShape } from './readShape.ts';

interface ShapeFieldProps {
  field: string;
  label: string;
  shape: readonly string[];
  placeholder?: string;
  hint?: string;
  removal?: { label: string; onRemove: () => void };
  onChange: (shape: string[]) => void;
}

/** A whole shape in one field. */
export function ShapeField({ field, label, shape, placeholder, hint, removal, onChange }: ShapeFieldProps) {
  const { findingsAt, touch } = useWizard();
  const findings = findingsAt(field);
  const onPaste = (event: ClipboardEvent) => {
    const pasted = readShape(event.clipboardData.getData('text'));
    if (!pasted) return;
    event.preventDefault();
    onChange(pasted);
  };
  return (
    <TextField
      id={fieldId(field)}
      label={label}
      value={shapeText(shape)}
      placeholder={placeholder}
      error={findings.some(({ severity }) => severity === 'error')}
      helperText={findings.length > 0 || hint ? <FieldHelp findings={findings} hint={hint} /> : null}
      onChange={(event) => onChange(sizesOfText(event.target.value))}
      onPaste={onPaste}
      onBlur={() => touch(field)}
      slotProps={{
        formHelperText: { component: 'div' },
        htmlInput: { spellCheck: false, autoComplete: 'off' },
        input: {
          sx: { fontFamily: MONO, fontSize: 12.5 },
          ...(removal && {
            endAdornment: (
              <InputAdornment position="end">
                <IconButton aria-label={removal.label} onClick={removal.onRemove} sx={{ width: 24, height: 24 }}>
                  <CloseOutlined />
                </IconButton>
              </InputAdornment>
            ),
          }),
        },
      }}
    />
  );
}
