import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { fieldId } from '../../draftPaths.ts';
import { useSubmission } from '../../submission.ts';
import { useWizard } from '../../wizardContext.ts';
import { ModelPlacement } from './ModelPlacement.tsx';
import { RequestExports } from './RequestExports.tsx';
import { SendingNote } from './SendingNote.tsx';
import { useRequestPreview } from './useRequestPreview.ts';
import { useVerdict } from './useVerdict.ts';

/** The request itself, in every form that another program takes; and whether the model is where it says. */
export function RequestPanel() {
  const { isWhole } = useVerdict();
  return (
    <Box
      component="section"
      aria-labelledby="review-request"
      id={fieldId('review.export')}
      tabIndex={-1}
      sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1, minWidth: 0 }}
    >
      <Typography id="review-request" component="h3" variant="h3">
        CreateCompilationJob
      </Typography>
      {isWhole ? (
        <WholeRequest />
      ) : (
        <Box sx={{ color: 'text.secondary' }}>The request is shown here once nothing is missing.</Box>
      )}
    </Box>
  );
}

function WholeRequest() {
  const { draft, endpoint, findings } = useWizard();
  const isSubmittable = findings.every(({ severity }) => severity !== 'error');
  const { request, placement } = useRequestPreview(draft, endpoint, isSubmittable);
  // After a failed submission its own panel tells what became of the model.
  const isToldAbove = useSubmission().state === 'failed' && placement?.state === 'failed';
  return (
    <>
      {placement && !isToldAbove && <ModelPlacement uri={request.InputConfig?.S3Uri ?? ''} placement={placement} />}
      {endpoint.kind === 'aws' && <SendingNote />}
      <RequestExports request={request} />
    </>
  );
}
