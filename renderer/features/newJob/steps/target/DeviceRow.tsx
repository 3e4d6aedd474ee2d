/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a select cannot show why a choice is closed */
import BlockOutlined from '@mui/icons-material/BlockOutlined';
import CheckOutlined from '@mui/icons-material/CheckOutlined';
import { styled } from '@mui/material/styles';
import { memo } from 'react';
import { MONO } from '../../../../theme.ts';
import { noteOf, type DeviceChoice } from './deviceChoices.ts';
import { RecommendedMark } from './RecommendedMark.tsx';
import { SupportMark } from './SupportMark.tsx';

/** The `id` of a device's row; the list names the active one by it. */
export const optionId = (device: string): string => `target-device-${device}`;

// `styled`, not `sx`: there are many rows, and each keystroke in the search draws them.
const Row = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto 18px',
  alignItems: 'center',
  columnGap: 8,
  padding: '6px 12px',
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
  borderRadius: 3,
  scrollMarginTop: 28,
  cursor: 'pointer',
  '&:not([aria-selected="true"]):hover': { backgroundColor: theme.vars.palette.action.hover },
  '&[aria-selected="true"]': { backgroundColor: theme.vars.palette.action.selected },
  '&[aria-disabled="true"]': { cursor: 'default', color: theme.vars.palette.text.secondary },
  '&[aria-disabled="true"]:not([aria-selected="true"]):hover': { backgroundColor: 'transparent' },
}));
const Name = styled('div')({ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: 8, minWidth: 0 });
const Line = styled('div')(({ theme }) => ({
  gridColumn: '1 / -1',
  display: 'flex',
  gap: 4,
  fontSize: 12,
  lineHeight: '16px',
  color: theme.vars.palette.text.secondary,
  '& svg': { flex: 'none', marginTop: 1, fontSize: 14 },
}));

interface DeviceRowProps {
  choice: DeviceChoice;
  isChosen: boolean;
  isActive: boolean;
}

/** One device of the list, which has the keys and the clicks. */
export const DeviceRow = memo(function DeviceRow({ choice, isChosen, isActive }: DeviceRowProps) {
  const { value: device, support, refusal, recommended } = choice;
  const note = noteOf(device);
  const facts = [device.soc, device.os, device.arch, device.accelerator].filter(Boolean).join(' · ');
  return (
    <Row
      role="option"
      id={optionId(device.id)}
      aria-selected={isChosen}
      aria-disabled={refusal !== null}
      data-device={device.id}
      data-active={isActive ? '' : undefined}
    >
      <Name>
        <span style={{ fontWeight: 500 }}>{device.label}</span>
        <span style={{ fontFamily: MONO, fontSize: 12 }}>{device.id}</span>
        {recommended !== null && <RecommendedMark />}
      </Name>
      {support ? <SupportMark support={support} /> : <span />}
      {isChosen ? <CheckOutlined titleAccess="Chosen" color="primary" sx={{ fontSize: 18 }} /> : <span />}
      {facts && <Line>{facts}</Line>}
      {refusal !== null && (
        <Line>
          <BlockOutlined aria-hidden />
          {refusal}
        </Line>
      )}
      {refusal === null && support && <Line>{support.reason}</Line>}
      {note && note !== refusal && <Line>{note}</Line>}
    </Row>
  );
});
