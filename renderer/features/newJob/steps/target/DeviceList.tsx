/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a select cannot show why a choice is closed */
import BlockOutlined from '@mui/icons-material/BlockOutlined';
import CheckOutlined from '@mui/icons-material/CheckOutlined';
import Box from '@mui/material/Box';
import type { KeyboardEvent, Ref } from 'react';
import type { TargetDeviceEntry } from '../../../../../shared/catalog/catalog.ts';
import { MONO } from '../../../../theme.ts';
import { fieldId } from '../../draftPaths.ts';
import type { Choice, DeviceGroup } from './targetChoices.ts';

/** The `id` of a device's row; the list names the active one by it. */
export const optionId = (device: string): string => `target-device-${device}`;

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
      onKeyDown={onKeyDown}
      onBlur={onBlur}
      sx={{
        height: 'max(320px, calc(100vh - 480px))',
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
              onChoose={onChoose}
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

interface DeviceRowProps {
  choice: Choice<TargetDeviceEntry>;
  isChosen: boolean;
  isActive: boolean;
  onChoose: (id: string) => void;
}

function DeviceRow({ choice: { value: device, refusal }, isChosen, isActive, onChoose }: DeviceRowProps) {
  const facts = [device.soc, device.os, device.arch, device.accelerator].filter(Boolean).join(' · ');
  return (
    // The list box has the focus and the keys; a row only takes the mouse.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <Box
      role="option"
      id={optionId(device.id)}
      aria-selected={isChosen}
      aria-disabled={refusal !== null}
      data-active={isActive ? '' : undefined}
      onClick={() => onChoose(device.id)}
      sx={{
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr) auto 18px',
        columnGap: 1,
        px: 1.5,
        py: 0.75,
        borderBottom: 1,
        borderColor: 'divider',
        borderRadius: 0.5,
        scrollMarginTop: 28,
        cursor: refusal ? 'default' : 'pointer',
        ...(isChosen && { bgcolor: 'action.selected' }),
        ...(!isChosen && !refusal && { '&:hover': { bgcolor: 'action.hover' } }),
      }}
    >
      <Box sx={{ fontWeight: 500, color: refusal ? 'text.secondary' : undefined }}>{device.label}</Box>
      <Box sx={{ fontFamily: MONO, fontSize: 12, color: 'text.secondary' }}>{device.id}</Box>
      {isChosen ? <CheckOutlined titleAccess="Chosen" sx={{ fontSize: 18, color: 'primary.main' }} /> : <span />}
      <Box sx={{ gridColumn: '1 / 3', fontSize: 12, lineHeight: '16px', color: 'text.secondary' }}>{facts}</Box>
      {refusal && (
        <Box
          sx={{
            gridColumn: '1 / -1',
            display: 'flex',
            gap: 0.5,
            pt: 0.25,
            fontSize: 12,
            lineHeight: '16px',
            color: 'text.secondary',
          }}
        >
          <BlockOutlined aria-hidden sx={{ flex: 'none', mt: '1px', fontSize: 14 }} />
          {refusal}
        </Box>
      )}
    </Box>
  );
}
