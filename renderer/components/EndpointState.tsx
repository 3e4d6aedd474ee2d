import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import CloudOffOutlined from '@mui/icons-material/CloudOffOutlined';
import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined';
import HourglassEmptyOutlined from '@mui/icons-material/HourglassEmptyOutlined';
import Box from '@mui/material/Box';
import type { EndpointStatus } from '../../shared/ipc/routes.ts';

const LOOKS = {
  starting: { word: 'Starting', color: 'info.main', Icon: HourglassEmptyOutlined },
  ready: { word: 'Ready', color: 'success.main', Icon: CheckCircleOutlined },
  disconnected: { word: 'Not connected', color: 'text.secondary', Icon: CloudOffOutlined },
  failed: { word: 'Failed', color: 'error.main', Icon: ErrorOutlineOutlined },
} as const;

interface EndpointStateProps extends Pick<EndpointStatus, 'state'> {
  /** False where the place shows an icon of the state itself. */
  hasIcon?: boolean;
}

/** The state of an endpoint: icon, word and colour together. */
export function EndpointState({ state, hasIcon = true }: EndpointStateProps) {
  const { word, color, Icon } = LOOKS[state];
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, color, verticalAlign: 'bottom' }}
    >
      {hasIcon && <Icon aria-hidden sx={{ '&&': { fontSize: 14 } }} />}
      {word}
    </Box>
  );
}
