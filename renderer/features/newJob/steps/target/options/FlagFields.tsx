import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { CompilerOptionsForm, NeuronFlag } from '../../../../../../shared/compilerOptions/compilerOptions.ts';
import { neuronFlagValue, withNeuronFlag } from '../../../../../../shared/compilerOptions/neuronFlags.ts';
import { withFlags } from '../../../../../../shared/compilerOptions/optionsText.ts';
import { MONO } from '../../../../../theme.ts';
import { optionFieldId } from './optionFieldId.ts';
import type { OptionsText } from './useOptionsText.ts';

interface FlagFieldsProps {
  form: Extract<CompilerOptionsForm, { form: 'string' }>;
  options: OptionsText;
  isDisabled: boolean;
}

/** The one string that Inferentia and Trainium take, with a field for each documented flag in it. */
export function FlagFields({ form, options: { parsed, setText }, isDisabled }: FlagFieldsProps) {
  const flags = parsed.kind === 'flags' ? parsed.flags : '';
  const set = (next: string) => setText(withFlags(next));
  return (
    <>
      <TextField
        id={optionFieldId('flags')}
        label="Neuron compiler flags"
        value={flags}
        disabled={isDisabled}
        onChange={(event) => set(event.target.value)}
        helperText={
          <>
            As on the command line of the Neuron compiler. Example:{' '}
            <Box component="span" sx={{ fontFamily: MONO }}>
              {form.example}
            </Box>
          </>
        }
        slotProps={{
          htmlInput: { spellCheck: false, autoComplete: 'off' },
          input: { sx: { fontFamily: MONO, fontSize: 12.5 } },
        }}
      />
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1.5, alignItems: 'start' }}>
        {form.flags.map((flag) => (
          <FlagField
            key={flag.name}
            flag={flag}
            value={neuronFlagValue(flags, flag) ?? ''}
            isDisabled={isDisabled}
            onChange={(value) => set(withNeuronFlag(flags, flag, value === '' ? undefined : value))}
          />
        ))}
      </Box>
    </>
  );
}

interface FlagFieldProps {
  flag: NeuronFlag;
  value: string;
  isDisabled: boolean;
  onChange: (value: string) => void;
}

function FlagField({ flag: { name, label, hint, kind, values = [] }, value, isDisabled, onChange }: FlagFieldProps) {
  const isChoice = kind === 'choice';
  const isOther = isChoice && value !== '' && !values.includes(value);
  return (
    <TextField
      select={isChoice}
      id={optionFieldId(`flag${name}`)}
      label={label}
      value={value}
      disabled={isDisabled}
      // A space or a hyphen would begin another flag.
      onChange={(event) => onChange(event.target.value.replaceAll(/\s/gu, '').replace(/^-+/u, ''))}
      helperText={`${name}: ${hint}`}
      slotProps={{
        htmlInput: { spellCheck: false, autoComplete: 'off', inputMode: kind === 'integer' ? 'numeric' : undefined },
        select: { displayEmpty: true },
      }}
    >
      {isChoice && <MenuItem value="">Left out</MenuItem>}
      {isChoice &&
        values.map((known) => (
          <MenuItem key={known} value={known}>
            {known}
          </MenuItem>
        ))}
      {isOther && <MenuItem value={value}>{value} (not one of them)</MenuItem>}
    </TextField>
  );
}
