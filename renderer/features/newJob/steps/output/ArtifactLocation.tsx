import Box from '@mui/material/Box';
import { KeyValueList } from '../../../../components/KeyValueList.tsx';
import { useWizard } from '../../wizardContext.ts';
import { artifactUri, localPathOf } from './artifactPath.ts';

/** Where the artifact will be, before the job exists; on this machine too, when the job runs here. */
export function ArtifactLocation() {
  const { draft, context, endpoint } = useWizard();
  const uri = artifactUri(draft);
  const path = uri && context.isLocal ? localPathOf(uri, endpoint.objectsDirectory) : null;
  return (
    <Box
      component="section"
      aria-label="Where the artifact will be"
      sx={{ px: 1.5, py: 0.75, border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.sunken' }}
    >
      {uri ? (
        <KeyValueList
          labelWidth={112}
          items={[
            { label: 'Artifact', value: uri },
            { label: 'On this machine', value: path },
          ]}
        />
      ) : (
        <Box sx={{ color: 'text.secondary' }}>The artifact’s path is known once model, target and location are.</Box>
      )}
    </Box>
  );
}
