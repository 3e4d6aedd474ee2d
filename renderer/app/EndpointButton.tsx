import CloudOffOutlined from '@mui/icons-material/CloudOffOutlined';
import MemoryOutlined from '@mui/icons-material/MemoryOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import Popover from '@mui/material/Popover';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import type { EndpointStatus } from '../../shared/ipc/routes.ts';
import { EndpointFacts } from '../components/EndpointFacts.tsx';
import { EndpointState } from '../components/EndpointState.tsx';
import { RestartPanel } from '../components/RestartPanel.tsx';
import { NEW_JOB_PATH, SETTINGS_PATH } from './paths.ts';
import { railItem } from './railItem.ts';

/** An endpoint and its state at the foot of the rail; opens its details. */
export function EndpointButton({ endpoint }: { endpoint: EndpointStatus }) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const navigate = useNavigate();
  const titleId = useId();
  const isDisconnected = endpoint.state === 'disconnected';
  const close = () => setAnchor(null);
  const open = (path: string) => {
    close();
    void navigate(path);
  };
  return (
    <>
      <ButtonBase
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
        sx={railItem}
      >
        {isDisconnected ? <CloudOffOutlined /> : <MemoryOutlined />}
        {endpoint.label}
        <EndpointState state={endpoint.state} hasIcon={!isDisconnected} />
      </ButtonBase>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={close}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { role: 'dialog', 'aria-labelledby': titleId, sx: { width: 440, ml: 1, p: 2 } } }}
      >
        <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', mb: 0.5 }}>
          <Typography variant="subtitle1" component="h2" id={titleId}>
            {endpoint.label}
          </Typography>
          <EndpointState state={endpoint.state} />
        </Box>
        {endpoint.kind === 'aws' ? (
          <AwsDetails endpoint={endpoint} onOpen={open} />
        ) : (
          <RunnerDetails endpoint={endpoint} onOpen={open} />
        )}
      </Popover>
    </>
  );
}

interface DetailsProps {
  endpoint: EndpointStatus;
  /** Leaves the details for a page. */
  onOpen: (path: string) => void;
}

function RunnerDetails({ endpoint, onOpen }: DetailsProps) {
  return (
    <>
      <Typography color="text.secondary" sx={{ mb: 1.5 }}>
        Compiles on this machine with ONNX Runtime. It speaks the SageMaker API, so the AWS CLI and SDKs can use it too.
      </Typography>
      {endpoint.error && (
        <Box sx={{ mb: 1.5 }}>
          <RestartPanel endpointId={endpoint.id} error={endpoint.error} />
        </Box>
      )}
      <EndpointFacts endpoint={endpoint} labelWidth={104} />
      <Button variant="outlined" size="small" sx={{ mt: 1.5 }} onClick={() => onOpen(SETTINGS_PATH)}>
        Use it from the command line…
      </Button>
    </>
  );
}

function AwsDetails({ endpoint, onOpen }: DetailsProps) {
  return (
    <>
      <Typography color="text.secondary" sx={{ mb: 1.5 }}>
        Requests for Amazon SageMaker Neo can be built here and exported, as an AWS CLI command, JSON, YAML or SDK code:
        choose AWS under “Runs on” in a new job. Connecting an AWS account, to submit and follow jobs there, comes in a
        later version.
      </Typography>
      <EndpointFacts endpoint={endpoint} labelWidth={104} />
      <Button variant="outlined" size="small" onClick={() => onOpen(NEW_JOB_PATH)}>
        New job…
      </Button>
    </>
  );
}
