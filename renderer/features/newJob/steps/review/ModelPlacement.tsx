import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import Box from '@mui/material/Box';
import CircularProgress from '@mui/material/CircularProgress';
import { CopyButton } from '../../../../components/CopyButton.tsx';
import { ErrorPanel } from '../../../../components/ErrorPanel.tsx';
import { MiddleEllipsis } from '../../../../components/MiddleEllipsis.tsx';
import { GoToModel } from './GoToModel.tsx';
import type { Placement } from './useRequestPreview.ts';

interface ModelPlacementProps {
  uri: string;
  placement: Placement;
}

/** Whether the model is where the request says it is: only then does the exported command work. */
export function ModelPlacement({ uri, placement }: ModelPlacementProps) {
  if (placement.state === 'failed') {
    return (
      <ErrorPanel
        error={placement.error}
        title="The model could not be put in place"
        onRetry={placement.retry}
        actions={<GoToModel />}
      />
    );
  }
  const isPlaced = placement.state === 'placed';
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.75, minWidth: 0 }}>
      {isPlaced ? (
        <CheckCircleOutlined aria-hidden sx={{ flex: 'none', fontSize: 16, color: 'success.main' }} />
      ) : (
        <CircularProgress aria-hidden size={12} thickness={6} sx={{ flex: 'none', mx: '2px' }} />
      )}
      <Box sx={{ flex: 'none' }}>{isPlaced ? 'Model is at' : 'Putting the model at'}</Box>
      <MiddleEllipsis text={uri} tail={24} />
      {isPlaced && <CopyButton text={uri} subject="model URI" isSmall />}
    </Box>
  );
}
