import Button from '@mui/material/Button';
import { useWizard } from '../../wizardContext.ts';

/** The way out of errors about the model's file. */
export function GoToModel() {
  const { goTo } = useWizard();
  return (
    <Button variant="outlined" size="small" onClick={() => goTo('model', 'model.source')}>
      Go to Model
    </Button>
  );
}
