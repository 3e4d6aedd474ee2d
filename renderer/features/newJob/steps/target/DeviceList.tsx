/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a select cannot show why a choice is closed */
import Box from '@mui/material/Box';
import type { KeyboardEvent, MouseEvent, Ref } from 'react';
import { fieldId } from '../../draftPaths.ts';
import type { DeviceGroup } from './deviceChoices.ts';
import { DeviceRow, optionId } from './DeviceRow.tsx';

interface DeviceListProps {
  ref: Ref<HTMLDivElement>;
  groups: readonly DeviceGroup[];
  chosen: string;
  active: string;
  query: string;
  errorId: string | undefined;
  onChoose: (id: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onBlur: () => void;
}

/** The devices as one list box: one stop for the Tab key, arrows move in it, Enter or Space chooses. */
export function DeviceList(props: DeviceListProps) {
  const { ref, groups, chosen, active, query, errorId, onChoose, onKeyDown, onBlur } = props;
  // The list takes the clicks of all rows, which so stay as they are while other things change.
  const onClick = ({ target }: MouseEvent) => {
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-device]') : null;
    if (row?.dataset.device) onChoose(row.dataset.device);
  };
  return (
    <Box
      ref={ref}
      id={fieldId('target.device')}
      role="listbox"
      aria-label="Target devices"
      aria-required
      aria-describedby={errorId}
      aria-activedescendant={active ? optionId(active) : undefined}
      tabIndex={0}
      onClick={onClick}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
      sx={{
        height: 'max(360px, calc(100vh - 460px))',
        overflow: 'auto',
        border: 1,
        borderColor: errorId ? 'error.main' : 'divider',
        borderRadius: 1,
        bgcolor: 'background.paper',
        // Also after a click on Next, which puts the focus here when the choice is missing.
        '&:focus': { outline: 'none', borderColor: 'primary.main' },
        '&:focus [data-active]': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: -2 },
      }}
    >
      {groups.map(({ title, devices }) => (
        <Box role="group" key={title} aria-labelledby={`target-group-${title}`}>
          <Box
            id={`target-group-${title}`}
            role="presentation"
            sx={{
              position: 'sticky',
              top: 0,
              zIndex: 1,
              px: 1.5,
              py: 0.5,
              bgcolor: 'background.sunken',
              borderBottom: 1,
              borderColor: 'divider',
              fontSize: 12,
              fontWeight: 600,
              color: 'text.secondary',
            }}
          >
            {title}
          </Box>
          {devices.map((choice) => (
            <DeviceRow
              key={choice.value.id}
              choice={choice}
              isChosen={choice.value.id === chosen}
              isActive={choice.value.id === active}
            />
          ))}
        </Box>
      ))}
      {groups.length === 0 && (
        <Box role="presentation" sx={{ p: 3, textAlign: 'center', color: 'text.secondary' }}>
          No device fits “{query}”. Search by name, SoC, system, architecture or accelerator.
        </Box>
      )}
    </Box>
  );
}
