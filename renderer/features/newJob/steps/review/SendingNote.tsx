import Box from '@mui/material/Box';
import { useWizard } from '../../wizardContext.ts';

/** How a request gets to an endpoint that this app does not send to. */
export function SendingNote() {
  const { draft, endpoint } = useWizard();
  const uri = draft.model.s3Uri.trim();
  return (
    <Box sx={{ color: 'text.secondary' }}>
      {endpoint.label} is not connected, so nothing is sent from here: copy or save the command, and run it where your
      credentials are.
      {draft.model.kind === 'file' && ` First upload the model archive to ${uri}.`}
    </Box>
  );
}
