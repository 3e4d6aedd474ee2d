import Box from '@mui/material/Box';
import type { Artifact } from '../../../../shared/ipc/routes.ts';
import type { JobSnapshot } from '../../../../shared/jobs/jobSnapshot.ts';
import { formatBytes, formatCount } from '../../../components/formatNumber.ts';
import { KeyValueList } from '../../../components/KeyValueList.tsx';
import { Section } from '../../../components/Section.tsx';
import { MONO } from '../../../theme.ts';

function Entries({ entries }: Pick<Artifact, 'entries'>) {
  return (
    <Box
      component="ul"
      sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', columnGap: 2, m: 0, p: 0, listStyle: 'none' }}
    >
      {entries.map(({ name, sizeBytes }) => (
        <Box component="li" key={name} sx={{ display: 'contents' }}>
          <Box sx={{ fontFamily: MONO, fontSize: '0.96em', overflowWrap: 'anywhere' }}>{name}</Box>
          <Box sx={{ textAlign: 'right', color: 'text.secondary' }}>{formatBytes(sizeBytes)}</Box>
        </Box>
      ))}
    </Box>
  );
}

interface ArtifactSectionProps {
  job: JobSnapshot;
  /** Null while it is read, and when it cannot be read. */
  artifact: Artifact | null;
}

/** The compiled artifact: where it is and what is in it. */
export function ArtifactSection({ job, artifact }: ArtifactSectionProps) {
  const { ModelArtifacts, ModelDigests } = job.description;
  return (
    <Section title="Artifact" level="h3">
      <KeyValueList
        labelWidth={104}
        items={[
          { label: 'File', value: artifact?.path },
          { label: 'S3 URI', value: ModelArtifacts?.S3ModelArtifacts },
          {
            label: 'Size',
            value: artifact && `${formatBytes(artifact.sizeBytes)} (${formatCount(artifact.sizeBytes)} bytes)`,
            isProse: true,
            copy: artifact && String(artifact.sizeBytes),
          },
          { label: 'Digest (BLAKE2b)', value: ModelDigests?.ArtifactDigest },
          { label: 'Contents', value: artifact && <Entries entries={artifact.entries} />, copy: null },
        ]}
      />
    </Section>
  );
}
