import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import Box from '@mui/material/Box';
import CircularProgress from '@mui/material/CircularProgress';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { CodeBlock } from '../../../../components/CodeBlock.tsx';
import { CopyButton } from '../../../../components/CopyButton.tsx';
import { ErrorPanel } from '../../../../components/ErrorPanel.tsx';
import { MiddleEllipsis } from '../../../../components/MiddleEllipsis.tsx';
import { useWizard } from '../../wizardContext.ts';
import { GoToModel } from './GoToModel.tsx';
import { useRequestPreview, type PreviewState } from './useRequestPreview.ts';

type Form = 'json' | 'cli';

/** The request itself, as JSON and as a command; and whether the model is where it says. */
export function RequestPreviewPanel() {
  const { draft, endpoint, findings } = useWizard();
  const isComplete = findings.every(({ severity }) => severity !== 'error');
  const state = useRequestPreview(draft, endpoint, isComplete);
  const [form, setForm] = useState<Form>('json');
  return (
    <Box
      component="section"
      aria-labelledby="review-request"
      sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1, minWidth: 0 }}
    >
      <Typography id="review-request" component="h3" variant="h3">
        CreateCompilationJob
      </Typography>
      {state ? (
        <>
          <Placement state={state} />
          <Tabs aria-label="Request as" value={form} onChange={(_, next: Form) => setForm(next)}>
            <Tab value="json" label="JSON" id="request-tab-json" aria-controls="request-panel" />
            <Tab value="cli" label="AWS CLI" id="request-tab-cli" aria-controls="request-panel" />
          </Tabs>
          <Box role="tabpanel" id="request-panel" aria-labelledby={`request-tab-${form}`}>
            {form === 'json' ? (
              <CodeBlock label="Request as JSON" code={state.preview.json} maxHeight={460} />
            ) : (
              <CodeBlock label="AWS CLI command" code={state.preview.awsCliCommand} maxHeight={460} />
            )}
          </Box>
        </>
      ) : (
        <Box sx={{ color: 'text.secondary' }}>The request is shown here once nothing is missing.</Box>
      )}
    </Box>
  );
}

function Placement({ state: { preview, placement, retry } }: { state: PreviewState }) {
  const uri = preview.request.InputConfig?.S3Uri ?? '';
  if (placement.state === 'failed') {
    return (
      <ErrorPanel
        error={placement.error}
        title="The model could not be put in place"
        onRetry={retry}
        actions={<GoToModel />}
      />
    );
  }
  const isPlaced = placement.state === 'placed';
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.75, minWidth: 0 }}>
      {isPlaced ? (
        <CheckCircleOutlined aria-hidden sx={{ flex: 'none', fontSize: 16, color: 'success.main' }} />
      ) : (
        <CircularProgress aria-hidden size={12} thickness={6} sx={{ flex: 'none', mx: '2px' }} />
      )}
      <Box sx={{ flex: 'none' }}>{isPlaced ? 'Model is at' : 'Putting the model at'}</Box>
      <MiddleEllipsis text={uri} tail={24} />
      {isPlaced && <CopyButton text={uri} subject="model URI" isSmall />}
    </Box>
  );
}
