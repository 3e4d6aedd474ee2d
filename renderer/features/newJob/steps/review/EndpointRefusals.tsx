import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import { useWizard } from '../../wizardContext.ts';
import { BuildForAws } from '../../fields/BuildForAws.tsx';
import { FindingLines } from './FindingLines.tsx';
import { useVerdict } from './useVerdict.ts';

/** What only the endpoint of the draft refuses: the request is right, and can go elsewhere. */
export function EndpointRefusals() {
  const { endpoint } = useWizard();
  const { refusals } = useVerdict();
  if (refusals.length === 0) return null;
  return (
    <Alert severity="warning">
      <AlertTitle>The {lowered(endpoint.label)} cannot run this</AlertTitle>
      <FindingLines findings={refusals} />
      <Box sx={{ mt: 1 }}>
        <BuildForAws focusAfter="review.export" />
      </Box>
    </Alert>
  );
}

/** A label inside of a sentence: "the local runner". */
const lowered = (label: string) => label.charAt(0).toLowerCase() + label.slice(1);
