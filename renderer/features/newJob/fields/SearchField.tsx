import SearchOutlined from '@mui/icons-material/SearchOutlined';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import type { KeyboardEvent } from 'react';
import { visuallyHidden } from '../../../components/visuallyHidden.ts';

interface SearchFieldProps {
  label: string;
  placeholder: string;
  query: string;
  /** Said after each keystroke: "3 devices found". */
  found: string;
  onQuery: (query: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** Narrows a list while typing; how much is left is spoken. */
export function SearchField({ label, placeholder, query, found, onQuery, onKeyDown }: SearchFieldProps) {
  return (
    <>
      <TextField
        label={label}
        value={query}
        placeholder={placeholder}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={onKeyDown}
        slotProps={{
          htmlInput: { autoComplete: 'off', spellCheck: false },
          input: {
            sx: { pl: 1, '& input': { pl: 0 } },
            startAdornment: (
              <InputAdornment position="start">
                <SearchOutlined aria-hidden />
              </InputAdornment>
            ),
          },
        }}
      />
      <output style={visuallyHidden}>{query !== '' && found}</output>
    </>
  );
}
