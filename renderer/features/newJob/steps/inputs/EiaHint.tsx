import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useWizard } from '../../wizardContext.ts';

/** Elastic Inference takes two kinds of names. Source: InputConfig$DataInputConfig, ml_eia2. */
export function EiaHint() {
  const { draft, goTo } = useWizard();
  if (draft.target.kind !== 'device' || draft.target.device !== 'ml_eia2') return null;
  return (
    <Alert
      severity="info"
      action={
        <Button size="small" onClick={() => goTo('target', 'target.compilerOptions')}>
          Compiler options
        </Button>
      }
    >
      For a SavedModel give the input names of its signature, such as <code>inputs</code>; another signature than the
      default is named by signature_def_key. For a frozen graph give tensor names, such as <code>input_tensor:0</code>,
      and the output tensors as output_names. Both are compiler options of the target.
    </Alert>
  );
}
