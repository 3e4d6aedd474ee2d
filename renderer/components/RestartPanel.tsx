import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import type { AppErrorData } from '../../shared/errors/appError.ts';
import { call } from '../api/client.ts';
import { ErrorPanel } from './ErrorPanel.tsx';

interface RestartPanelProps {
  endpointId: string;
  /** Why the endpoint failed. */
  error: AppErrorData;
}

/** Why an endpoint is not there, and the button that starts it again. */
export function RestartPanel({ endpointId, error }: RestartPanelProps) {
  const restart = useMutation({ mutationFn: () => call('endpoints.restart', { endpointId }) });
  return (
    <ErrorPanel
      error={restart.error ?? error}
      title="The local runner is not running"
      actions={
        <Button variant="contained" size="small" loading={restart.isPending} onClick={() => restart.mutate()}>
          Restart
        </Button>
      }
    />
  );
}
