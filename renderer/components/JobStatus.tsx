import BlockOutlined from '@mui/icons-material/BlockOutlined';
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined';
import HelpOutlineOutlined from '@mui/icons-material/HelpOutlineOutlined';
import HourglassEmptyOutlined from '@mui/icons-material/HourglassEmptyOutlined';
import { keyframes, styled } from '@mui/material/styles';
import type { SvgIconProps } from '@mui/material/SvgIcon';
import type { ComponentType } from 'react';
import { statusInWords } from '../../shared/api/compilationJobStatus.ts';

const turn = keyframes({ to: { transform: 'rotate(360deg)' } });

// `styled`, not `sx`: the list draws many of these.
const Root = styled('span')(({ theme }) => ({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 6,
  minWidth: 0,
  whiteSpace: 'nowrap',
  // Without it the icon, not the word, would stand on the line's baseline.
  verticalAlign: 'bottom',
  color: theme.vars.palette.text.secondary,
  '&.info': { color: theme.vars.palette.info.main },
  '&.success': { color: theme.vars.palette.success.main },
  '&.error': { color: theme.vars.palette.error.main },
  '&.warning': { color: theme.vars.palette.warning.main },
  '& > svg': { flex: 'none', fontSize: 16 },
  '& > .word': { overflow: 'hidden', textOverflow: 'ellipsis' },
}));

/** A ring with a gap: turns while work is done, and still reads as "at work" when motion is unwanted. */
const WorkingRing = styled('span')({
  flex: 'none',
  width: 13,
  height: 13,
  margin: 1.5,
  border: '2px solid currentColor',
  borderRightColor: 'transparent',
  borderRadius: '50%',
  animation: `${turn} 1.4s linear infinite`,
  '@media (prefers-reduced-motion: reduce)': { animation: 'none' },
});

interface Look {
  /** Class of the colour. */
  colour: 'info' | 'success' | 'error' | 'warning' | 'quiet';
  /** Null turns the ring. */
  Icon: ComponentType<SvgIconProps> | null;
}

const LOOKS: Readonly<Record<string, Look>> = {
  STARTING: { colour: 'info', Icon: HourglassEmptyOutlined },
  INPROGRESS: { colour: 'info', Icon: null },
  COMPLETED: { colour: 'success', Icon: CheckCircleOutlined },
  FAILED: { colour: 'error', Icon: ErrorOutlineOutlined },
  STOPPING: { colour: 'warning', Icon: null },
  STOPPED: { colour: 'quiet', Icon: BlockOutlined },
};
const UNKNOWN: Look = { colour: 'quiet', Icon: HelpOutlineOutlined };

/** The status in words; a status that is on its way somewhere says so with "…". */
export function statusLabel(status: string): string {
  return status.toUpperCase() === 'STOPPING' ? 'Stopping…' : statusInWords(status);
}

/** A job's status: icon, word and colour together. Statuses we do not know are shown as the service sent them. */
export function JobStatus({ status }: { status: string }) {
  const { colour, Icon } = LOOKS[status.toUpperCase()] ?? UNKNOWN;
  return (
    <Root className={colour}>
      {Icon ? <Icon aria-hidden /> : <WorkingRing aria-hidden />}
      <span className="word">{statusLabel(status)}</span>
    </Root>
  );
}
