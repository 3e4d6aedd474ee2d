import Autocomplete from '@mui/material/Autocomplete';
import Chip from '@mui/material/Chip';
import TextField from '@mui/material/TextField';
import { useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { announce } from '../../../../components/announcements.ts';
import { MONO } from '../../../../theme.ts';
import { fieldId } from '../../draftPaths.ts';
import { FieldHelp } from '../../fields/FieldHelp.tsx';
import { useWizard } from '../../wizardContext.ts';
import { hasSeparator, splitIds, withIds } from './idList.ts';

interface IdListFieldProps {
  name: 'output.vpc.securityGroupIds' | 'output.vpc.subnets';
  label: string;
  /** What one of them is called: "security group". */
  noun: string;
  example: string;
  max: number;
}

/**
 * A list of IDs as chips. What is being typed is the last of the list already, so that nothing is lost by leaving;
 * Enter, a comma or a blank makes it a chip.
 */
export function IdListField({ name, label, noun, example, max }: IdListFieldProps) {
  const { draft, findingsAt, setField, touch } = useWizard();
  const ids = name === 'output.vpc.subnets' ? draft.output.vpc.subnets : draft.output.vpc.securityGroupIds;
  const [typed, setTyped] = useState('');
  const isTyping = typed !== '' && ids.at(-1) === typed;
  const chips = isTyping ? ids.slice(0, -1) : ids;
  const findings = findingsAt(name);

  const change = (next: readonly string[]) => setField(name, [...next]);
  const type = (text: string) => {
    if (!hasSeparator(text)) {
      setTyped(text);
      change(text === '' ? chips : [...chips, text]);
      return;
    }
    setTyped('');
    change(withIds(chips, splitIds(text)));
  };
  const complete = () => {
    if (isTyping) change(withIds(chips, [typed]));
    setTyped('');
  };
  const onPaste = (event: ClipboardEvent) => {
    const pasted = splitIds(event.clipboardData.getData('text'));
    if (pasted.length < 2) return;
    event.preventDefault();
    setTyped('');
    const next = withIds(chips, pasted);
    change(next);
    announce(`${next.length - chips.length} added to ${label}.`);
  };
  const onKeyDown = (event: KeyboardEvent & { defaultMuiPrevented?: boolean }) => {
    if (!isTyping || event.key !== 'Enter') return;
    complete();
    event.defaultMuiPrevented = true;
    // The wizard goes on with Ctrl+Enter; Enter alone is about the chip.
    if (!event.ctrlKey && !event.metaKey) event.preventDefault();
  };
  return (
    <Autocomplete
      multiple
      freeSolo
      disableClearable
      open={false}
      sx={{ '& .MuiAutocomplete-inputRoot.MuiOutlinedInput-root': { py: '2px' } }}
      id={fieldId(name)}
      options={[]}
      value={chips}
      inputValue={isTyping ? typed : ''}
      onChange={(_, next) => change(isTyping ? [...next, typed] : next)}
      onInputChange={(_, text, cause) => {
        if (cause === 'input') type(text);
      }}
      onKeyDown={onKeyDown}
      onBlur={() => {
        complete();
        touch(name);
      }}
      renderValue={(values, itemProps) =>
        values.map((id, index) => {
          const { key, ...rest } = itemProps({ index });
          return <Chip key={key} label={id} sx={{ fontFamily: MONO }} {...rest} />;
        })
      }
      renderInput={(params) => (
        <TextField
          {...params}
          label={label}
          placeholder={chips.length === 0 ? example : ''}
          error={findings.some(({ severity }) => severity === 'error')}
          helperText={
            <FieldHelp
              findings={findings}
              hint={`${ids.length} of at most ${max}. Enter or a comma ends a ${noun}; several can be pasted at once.`}
            />
          }
          slotProps={{
            ...params.slotProps,
            formHelperText: { component: 'div' },
            htmlInput: { ...params.slotProps.htmlInput, spellCheck: false, onPaste },
            input: { ...params.slotProps.input, sx: { fontFamily: MONO, fontSize: 12.5 } },
          }}
        />
      )}
    />
  );
}
