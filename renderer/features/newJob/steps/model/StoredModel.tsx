import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { KeyValueList } from '../../../../components/KeyValueList.tsx';
import { useWizard } from '../../wizardContext.ts';

interface StoredModelProps {
  uri: string;
  isRead: boolean;
}

/** A model that is already where the job runs: a cloned job's. */
export function StoredModel({ uri, isRead }: StoredModelProps) {
  const { reading, readModel } = useWizard();
  return (
    <>
      <Box sx={{ px: 2, py: 1.5, border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper' }}>
        <KeyValueList labelWidth={88} items={[{ label: 'Stored at', value: uri }]} />
      </Box>
      {!isRead && reading.state === 'idle' && (
        <Alert
          severity="info"
          action={
            <Button size="small" onClick={() => readModel({ kind: 's3', uri })}>
              Read it
            </Button>
          }
        >
          This model was not read, so nothing is known of its inputs but what the cloned job gave.
        </Alert>
      )}
    </>
  );
}
