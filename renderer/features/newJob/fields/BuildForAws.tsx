import Button from '@mui/material/Button';
import { focusField } from '../stepFocus.ts';
import { useWizard } from '../wizardContext.ts';

/** The way out of what the local runner cannot do. The button goes with the reason: a field then has the focus. */
export function BuildForAws({ focusAfter }: { focusAfter: string }) {
  const { endpoints, setEndpoint } = useWizard();
  const aws = endpoints.find(({ kind }) => kind === 'aws');
  if (!aws) return null;
  return (
    <Button
      variant="outlined"
      size="small"
      onClick={() => {
        setEndpoint(aws.id);
        focusField(focusAfter);
      }}
    >
      Build it for AWS instead
    </Button>
  );
}
