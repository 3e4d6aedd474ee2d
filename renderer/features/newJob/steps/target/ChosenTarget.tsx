import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useRef } from 'react';
import {
  devicesOfPlatform,
  findTargetDevice,
  platformOfDevice,
  type TargetDeviceEntry,
} from '../../../../../shared/catalog/catalog.ts';
import type { TargetPlatform } from '../../../../../shared/api/compilationJob.ts';
import { MONO } from '../../../../theme.ts';
import { hasTarget } from '../../../../../shared/draft/generatedName.ts';
import { useWizard } from '../../wizardContext.ts';
import { judgeTarget } from './deviceChoices.ts';
import { chosenPlatform, platformInWords } from './targetChoices.ts';
import { useJudge } from './useJudge.ts';
import { useTargetChoice } from './useTargetChoice.ts';

const quiet = { fontSize: 12, lineHeight: '16px', color: 'text.secondary' } as const;

/** What is chosen, and the same said the other way: a device as its platform, a platform as its devices. */
export function ChosenTarget() {
  const { draft } = useWizard();
  const { translateToPlatform, translateToDevice } = useTargetChoice();
  const section = useRef<HTMLDivElement>(null);
  const { target } = draft;
  const device = target.kind === 'device' ? findTargetDevice(target.device) : undefined;
  const platform = chosenPlatform(target);
  // The button that was pressed goes away: what it made is read instead.
  const readOn = () => section.current?.focus({ preventScroll: true });
  return (
    <Box component="section" aria-label="Chosen target" ref={section} tabIndex={-1}>
      <Typography component="h3" variant="h3" sx={{ mb: 0.5 }}>
        Chosen target
      </Typography>
      {!hasTarget(target) && <Box sx={{ color: 'text.secondary' }}>None yet.</Box>}
      {device && (
        <DeviceFacts
          device={device}
          onPlatform={() => {
            translateToPlatform();
            readOn();
          }}
        />
      )}
      {target.kind === 'device' && target.device !== '' && !device && (
        <Box sx={{ fontFamily: MONO, overflowWrap: 'anywhere' }}>{target.device}</Box>
      )}
      {platform && (
        <PlatformFacts
          platform={platform}
          onDevice={(next) => {
            translateToDevice(next);
            readOn();
          }}
        />
      )}
    </Box>
  );
}

function DeviceFacts({ device, onPlatform }: { device: TargetDeviceEntry; onPlatform: () => void }) {
  const translation = platformOfDevice(device.id);
  return (
    <Box sx={{ display: 'grid', justifyItems: 'start', gap: 0.5 }}>
      <Box>
        {device.label}{' '}
        <Box component="span" sx={{ fontFamily: MONO, fontSize: 12, color: 'text.secondary' }}>
          {device.id}
        </Box>
      </Box>
      {translation ? (
        <>
          <Box sx={{ ...quiet, fontFamily: MONO }}>= {platformInWords(translation.platform)}</Box>
          {translation.note && <Box sx={quiet}>{translation.note}</Box>}
          <Button variant="outlined" size="small" onClick={onPlatform}>
            Use as platform
          </Button>
        </>
      ) : (
        <Box sx={quiet}>{device.noPlatformReason}</Box>
      )}
      {device.note && <Box sx={quiet}>{device.note}</Box>}
    </Box>
  );
}

function PlatformFacts({
  platform,
  onDevice,
}: {
  platform: TargetPlatform;
  onDevice: (device: TargetDeviceEntry) => void;
}) {
  const judge = useJudge();
  const isOpen = ({ id }: TargetDeviceEntry) => judgeTarget({ TargetDevice: id }, judge).refusal === null;
  const devices = devicesOfPlatform(platform).filter(isOpen);
  return (
    <Box sx={{ display: 'grid', gap: 0.5 }}>
      <Box sx={{ fontFamily: MONO }}>{platformInWords(platform)}</Box>
      <Box sx={quiet}>
        {devices.length > 0 ? 'The same as a device:' : 'No device that can be chosen means the same.'}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
        {devices.map((device) => (
          <Button key={device.id} variant="outlined" size="small" title={device.label} onClick={() => onDevice(device)}>
            Use {device.id} instead
          </Button>
        ))}
      </Box>
    </Box>
  );
}
