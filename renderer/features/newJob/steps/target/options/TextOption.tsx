import TextField from '@mui/material/TextField';
import type { Finding } from '../../../../../../shared/api/finding.ts';
import type { CompilerOption } from '../../../../../../shared/compilerOptions/compilerOptions.ts';
import { MONO } from '../../../../../theme.ts';
import { optionFieldId } from './optionFieldId.ts';
import { OptionHelp, OptionLabel } from './OptionHelp.tsx';

/** What a field of one option is given. */
export interface OptionControlProps<Value> {
  option: CompilerOption;
  value: Value;
  findings: readonly Finding[];
  isDisabled: boolean;
  reason?: string | undefined;
  onChange: (value: Value) => void;
}

/** An option that is a text or a whole number. */
export function TextOption({ option, value, findings, isDisabled, reason, onChange }: OptionControlProps<string>) {
  return (
    <TextField
      id={optionFieldId(option.key)}
      label={<OptionLabel option={option} />}
      value={value}
      disabled={isDisabled}
      error={findings.some(({ severity }) => severity === 'error')}
      helperText={<OptionHelp option={option} findings={findings} reason={reason} />}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{
        formHelperText: { component: 'div' },
        htmlInput: {
          'aria-required': option.isRequired,
          inputMode: option.kind === 'integer' ? 'numeric' : undefined,
          spellCheck: false,
          autoComplete: 'off',
        },
        input: { sx: { fontFamily: MONO, fontSize: 12.5 } },
      }}
    />
  );
}
