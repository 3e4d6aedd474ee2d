import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { optionFieldId } from './optionFieldId.ts';
import { OptionHelp, OptionLabel } from './OptionHelp.tsx';
import type { OptionControlProps } from './TextOption.tsx';

/** An option with a few values. A value that it does not take is kept, and shown as such. */
export function ChoiceOption({ option, value, findings, isDisabled, reason, onChange }: OptionControlProps<string>) {
  const { values = [] } = option;
  return (
    <TextField
      select
      id={optionFieldId(option.key)}
      label={<OptionLabel option={option} />}
      value={value}
      disabled={isDisabled}
      error={findings.some(({ severity }) => severity === 'error')}
      helperText={<OptionHelp option={option} findings={findings} reason={reason} />}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ formHelperText: { component: 'div' }, select: { displayEmpty: true } }}
    >
      <MenuItem value="">{option.default ? `Left out: ${option.default}` : 'Left out'}</MenuItem>
      {values.map((known) => (
        <MenuItem key={known} value={known}>
          {known}
        </MenuItem>
      ))}
      {value !== '' && !values.includes(value) && <MenuItem value={value}>{value} (not one of them)</MenuItem>}
    </TextField>
  );
}
