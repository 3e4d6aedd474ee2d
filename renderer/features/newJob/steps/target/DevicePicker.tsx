import SearchOutlined from '@mui/icons-material/SearchOutlined';
import Box from '@mui/material/Box';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { plural } from '../../../../components/formatNumber.ts';
import { visuallyHidden } from '../../../../components/visuallyHidden.ts';
import { useWizard } from '../../wizardContext.ts';
import { DeviceList, optionId } from './DeviceList.tsx';
import { moveInList } from './listKeys.ts';
import { deviceGroups } from './targetChoices.ts';
import { TARGET_ERROR_ID, TargetError } from './TargetError.tsx';
import { useTargetChoice } from './useTargetChoice.ts';

/** All devices of the API, searchable; what the local runner refuses is there too, with the reason. */
export function DevicePicker({ error }: { error: string | undefined }) {
  const { draft, context, touch } = useWizard();
  const { chooseDevice } = useTargetChoice();
  const [query, setQuery] = useState('');
  const groups = useMemo(() => deviceGroups(query, context.isLocal), [query, context.isLocal]);
  const choices = groups.flatMap(({ devices }) => devices);
  const chosen = draft.target.kind === 'device' ? draft.target.device : '';
  const [wished, setActive] = useState(chosen);
  const active = choices.some(({ value }) => value.id === wished) ? wished : (choices[0]?.value.id ?? '');
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    document.getElementById(optionId(active))?.scrollIntoView({ block: 'nearest' });
  }, [active, query]);

  const choose = (id: string) => {
    const choice = choices.find(({ value }) => value.id === id);
    setActive(id);
    if (choice && !choice.refusal) chooseDevice(choice.value);
  };
  const onListKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = moveInList(
      choices.map(({ value }) => value.id),
      active,
      event.key,
    );
    if (next !== undefined) setActive(next);
    else if (event.key === 'Enter' || event.key === ' ') choose(active);
    else return;
    event.preventDefault();
  };
  const onSearchKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowDown') list.current?.focus();
    else if (event.key === 'Enter') choose(active);
    else if (event.key === 'Escape' && query !== '') setQuery('');
    else return;
    event.preventDefault();
  };
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1 }}>
      <TextField
        label="Search devices"
        value={query}
        placeholder="Name, SoC, OS, architecture, accelerator"
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={onSearchKey}
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
      <output style={visuallyHidden}>{query !== '' && `${plural(choices.length, 'device')} found`}</output>
      <TargetError error={error} />
      <DeviceList
        ref={list}
        groups={groups}
        chosen={chosen}
        active={active}
        errorId={error ? TARGET_ERROR_ID : undefined}
        query={query}
        onChoose={choose}
        onKeyDown={onListKey}
        onBlur={() => touch('target.device')}
      />
    </Box>
  );
}
