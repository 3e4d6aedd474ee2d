import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import type { ModelSource } from '../../../../../shared/models/modelSummary.ts';
import { useWizard } from '../../wizardContext.ts';

/** An archive of the local store that was not looked into: a cloned job's, or one that was typed. */
export function StoredModel({ source }: { source: ModelSource }) {
  const { reading, readModel } = useWizard();
  if (reading.state !== 'idle') return null;
  return (
    <Alert
      severity="info"
      action={
        <Button size="small" onClick={() => readModel(source)}>
          Read it
        </Button>
      }
    >
      This archive was not read, so nothing is known of its inputs but what is given on the next step.
    </Alert>
  );
}
