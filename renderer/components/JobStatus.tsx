import BlockOutlined from '@mui/icons-material/BlockOutlined';
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined';
import HelpOutlineOutlined from '@mui/icons-material/HelpOutlineOutlined';
import HourglassEmptyOutlined from '@mui/icons-material/HourglassEmptyOutlined';
import Box from '@mui/material/Box';
import { keyframes } from '@mui/material/styles';
import type { SvgIconProps } from '@mui/material/SvgIcon';
import type { ComponentType } from 'react';
import { statusInWords } from '../../shared/api/compilationJobStatus.ts';

const turn = keyframes({ to: { transform: 'rotate(360deg)' } });

/** A ring with a gap: turns while work is done, and still reads as "at work" when motion is unwanted. */
function WorkingRing() {
  return (
    <Box
      component="span"
      aria-hidden
      sx={{
        flex: 'none',
        width: 13,
        height: 13,
        m: '1.5px',
        border: '2px solid currentColor',
        borderRightColor: 'transparent',
        borderRadius: '50%',
        animation: `${turn} 1.4s linear infinite`,
        '@media (prefers-reduced-motion: reduce)': { animation: 'none' },
      }}
    />
  );
}

interface Look {
  color: string;
  /** Null turns the ring. */
  Icon: ComponentType<SvgIconProps> | null;
}

const LOOKS: Readonly<Record<string, Look>> = {
  STARTING: { color: 'info.main', Icon: HourglassEmptyOutlined },
  INPROGRESS: { color: 'info.main', Icon: null },
  COMPLETED: { color: 'success.main', Icon: CheckCircleOutlined },
  FAILED: { color: 'error.main', Icon: ErrorOutlineOutlined },
  STOPPING: { color: 'warning.main', Icon: null },
  STOPPED: { color: 'text.secondary', Icon: BlockOutlined },
};
const UNKNOWN: Look = { color: 'text.secondary', Icon: HelpOutlineOutlined };

/** The status in words; a status that is on its way somewhere says so with "…". */
export function statusLabel(status: string): string {
  return status.toUpperCase() === 'STOPPING' ? 'Stopping…' : statusInWords(status);
}

/** A job's status: icon, word and colour together. Statuses we do not know are shown as the service sent them. */
export function JobStatus({ status }: { status: string }) {
  const { color, Icon } = LOOKS[status.toUpperCase()] ?? UNKNOWN;
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.75,
        minWidth: 0,
        color,
        whiteSpace: 'nowrap',
        // Without it the icon, not the word, would stand on the line's baseline.
        verticalAlign: 'bottom',
      }}
    >
      {Icon ? <Icon aria-hidden sx={{ flex: 'none', fontSize: 16 }} /> : <WorkingRing />}
      <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
        {statusLabel(status)}
      </Box>
    </Box>
  );
}
