import Box from '@mui/material/Box';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { plural } from '../../../../components/formatNumber.ts';
import { SearchField } from '../../fields/SearchField.tsx';
import { useWizard } from '../../wizardContext.ts';
import { deviceGroups, judgedDevices } from './deviceChoices.ts';
import { DeviceList } from './DeviceList.tsx';
import { optionId } from './DeviceRow.tsx';
import { moveInList } from './listKeys.ts';
import { RefusedDevices } from './RefusedDevices.tsx';
import { TARGET_FINDINGS_ID, TargetFindings, useTargetFindings } from './TargetFindings.tsx';
import { useJudge } from './useJudge.ts';
import { useTargetChoice } from './useTargetChoice.ts';

const FIELDS = ['target.device', 'target.os', 'target.arch', 'target.accelerator'];

/** All devices of the API, searchable, best first for the framework; what cannot be chosen says why. */
export function DevicePicker() {
  const { draft, touch } = useWizard();
  const judge = useJudge();
  const { chooseDevice } = useTargetChoice();
  const [query, setQuery] = useState('');
  const devices = useMemo(() => judgedDevices(judge), [judge]);
  const groups = useMemo(() => deviceGroups(query, devices), [query, devices]);
  const choices = groups.flatMap((group) => group.devices);
  const chosen = draft.target.kind === 'device' ? draft.target.device : '';
  const [wished, setActive] = useWished(chosen);
  const active = choices.some(({ value }) => value.id === wished) ? wished : (choices[0]?.value.id ?? '');
  const list = useRef<HTMLDivElement>(null);
  const findings = useTargetFindings(FIELDS);

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
      <SearchField
        label="Search devices"
        placeholder="Name, SoC, OS, architecture, accelerator"
        query={query}
        found={`${plural(choices.length, 'device')} found`}
        onQuery={setQuery}
        onKeyDown={onSearchKey}
      />
      {judge.framework === null && (
        <Box sx={{ fontSize: 12, color: 'text.secondary' }}>
          A model package keeps its framework to itself, so the list cannot say what AWS supports.
        </Box>
      )}
      <RefusedDevices count={devices.filter(({ localRefusal }) => localRefusal !== null).length} />
      <TargetFindings id={TARGET_FINDINGS_ID} findings={findings} />
      <DeviceList
        ref={list}
        groups={groups}
        chosen={chosen}
        active={active}
        errorId={findings.some(({ severity }) => severity === 'error') ? TARGET_FINDINGS_ID : undefined}
        query={query}
        onChoose={choose}
        onKeyDown={onListKey}
        onBlur={() => touch('target.device')}
      />
    </Box>
  );
}

/** Where the arrows are in the list: they follow a choice that was made elsewhere. */
function useWished(chosen: string) {
  const [followed, setFollowed] = useState(chosen);
  const [wished, setWished] = useState(chosen);
  if (followed !== chosen) {
    setFollowed(chosen);
    if (chosen !== '') setWished(chosen);
  }
  return [wished, setWished] as const;
}
