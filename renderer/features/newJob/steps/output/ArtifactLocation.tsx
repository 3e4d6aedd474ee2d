import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { jobsQuery } from '../../../../api/queries.ts';
import { KeyValueList } from '../../../../components/KeyValueList.tsx';
import { FieldMessage } from '../../fields/FieldHelp.tsx';
import { useWizard } from '../../wizardContext.ts';
import { artifactUri, localPathOf } from './artifactPath.ts';

/** Where the artifact will be, before the job exists; on this machine too, when the job runs here. */
export function ArtifactLocation() {
  const { draft, context, endpoint } = useWizard();
  const uri = artifactUri(draft, context.bucket);
  const path = uri && context.isLocal ? localPathOf(uri, endpoint.objectsDirectory) : null;
  return (
    <Box
      component="section"
      aria-label="Where the artifact will be"
      sx={{ px: 1.5, py: 0.75, border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.sunken' }}
    >
      {uri ? (
        <>
          <KeyValueList
            labelWidth={112}
            items={[
              { label: 'Artifact', value: uri },
              { label: 'On this machine', value: path },
            ]}
          />
          <Overwriting uri={uri} />
        </>
      ) : (
        <Box sx={{ color: 'text.secondary' }}>
          {draft.model.kind === 'package'
            ? 'The service names the artifact after the package’s archive: the job says where it is.'
            : 'The artifact’s path is known once model, target and location are.'}
        </Box>
      )}
    </Box>
  );
}

/** A job that is known to have written its artifact to the same place. */
function Overwriting({ uri }: { uri: string }) {
  const { endpoint } = useWizard();
  const { data: jobs = [] } = useQuery(jobsQuery);
  const other = jobs.find(
    ({ endpointId, description }) => endpointId === endpoint.id && description.ModelArtifacts?.S3ModelArtifacts === uri,
  );
  if (!other) return null;
  return (
    <Box sx={{ py: 0.25 }}>
      <FieldMessage severity="warning">
        The artifact of {other.name} is there: this job would overwrite it.
      </FieldMessage>
    </Box>
  );
}
