import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import { useState, type KeyboardEvent } from 'react';
import { hasListItem, withListItem, type OptionValue } from '../../../../../../shared/compilerOptions/optionsText.ts';
import { MONO } from '../../../../../theme.ts';
import { optionFieldId } from './optionFieldId.ts';
import { OptionHelp, OptionLabel } from './OptionHelp.tsx';
import { fieldText, itemsOf } from './fieldValues.ts';
import type { OptionControlProps } from './TextOption.tsx';
import type { OptionsText } from './useOptionsText.ts';

interface ListOptionProps extends Omit<OptionControlProps<unknown>, 'onChange'> {
  options: OptionsText;
  onChange: (items: readonly OptionValue[] | undefined) => void;
}

/** An option with several values, as chips; Enter or a comma ends one. Frequent ones are switches as well. */
export function ListOption({ option, options, value, findings, isDisabled, reason, onChange }: ListOptionProps) {
  const [typed, setTyped] = useState('');
  const items = itemsOf(value);
  const shown = items.map(fieldText);
  // An item that is no text keeps its value, whatever happens to the others.
  const itemOf = (text: string): OptionValue => items[shown.indexOf(text)] ?? text;
  const setItems = (texts: readonly string[]) => {
    const given = [...new Set(texts.map((text) => text.trim()).filter(Boolean))];
    onChange(given.length > 0 ? given.map(itemOf) : undefined);
  };
  const take = (text: string) => {
    setTyped('');
    if (text.trim() !== '') setItems([...shown, ...text.split(',')]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // What is half typed goes along to the next step.
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) take(typed);
  };
  const suggestions = [...new Set(option.examples.flatMap(itemsOf).map(fieldText))];
  return (
    <Box>
      <Autocomplete
        multiple
        freeSolo
        disabled={isDisabled}
        id={optionFieldId(option.key)}
        options={suggestions.filter((item) => !shown.includes(item))}
        value={shown}
        inputValue={typed}
        onChange={(_, next) => setItems(next)}
        onInputChange={(_, next, why) => {
          if (why === 'input' && next.includes(',')) take(next);
          else setTyped(next);
        }}
        onBlur={() => take(typed)}
        slotProps={{ chip: { sx: { fontFamily: MONO } } }}
        renderInput={(params) => (
          <TextField
            {...params}
            label={<OptionLabel option={option} />}
            onKeyDown={onKeyDown}
            error={findings.some(({ severity }) => severity === 'error')}
            helperText={<OptionHelp option={option} findings={findings} reason={reason} />}
            slotProps={{
              ...params.slotProps,
              formHelperText: { component: 'div' },
              input: { ...params.slotProps.input, sx: { fontFamily: MONO, fontSize: 12.5 } },
            }}
          />
        )}
      />
      {option.switches.map(({ item, label, hint }) => (
        <Box key={item} sx={{ mt: 0.5 }}>
          <FormControlLabel
            label={label}
            disabled={isDisabled}
            control={
              <Switch
                checked={hasListItem(options.text, option.key, item)}
                onChange={(_, isOn) => options.setText(withListItem(options.text, option.key, item, isOn))}
                slotProps={{ input: { 'aria-describedby': `${optionFieldId(option.key)}-${label}` } }}
              />
            }
          />
          <Box
            id={`${optionFieldId(option.key)}-${label}`}
            sx={{ fontSize: 12, lineHeight: '16px', color: 'text.secondary' }}
          >
            {hint}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
