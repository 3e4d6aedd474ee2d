import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useQuery } from '@tanstack/react-query';
import type { JobSnapshot } from '../../../../shared/jobs/jobSnapshot.ts';
import { artifactQuery } from '../../../api/queries.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { useIsSettled } from '../../../components/useIsSettled.ts';
import { ArtifactSection } from './ArtifactSection.tsx';
import { HowItWasMadeSection } from './HowItWasMadeSection.tsx';
import { HowToLoadSection } from './HowToLoadSection.tsx';
import { VerificationSection } from './VerificationSection.tsx';

/** What a completed job made: the proof, the file, how to use it. Two columns where there is room. */
export function ResultSections({ job }: { job: JobSnapshot }) {
  // Walking through the list must not open every artifact on the way.
  const enabled = useIsSettled(150);
  const { data: artifact, error, isPending, refetch } = useQuery({ ...artifactQuery(job.id), enabled });
  const manifest = artifact?.manifest ?? null;
  return (
    <Box
      sx={{
        borderTop: 1,
        borderColor: 'divider',
        '@container (min-width: 1080px)': {
          display: 'grid',
          gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
          '& > :last-child': { borderLeft: 1, borderColor: 'divider' },
        },
      }}
    >
      <div>
        {isPending && <Skeleton variant="rounded" height={160} sx={{ m: 3 }} aria-label="Reading the artifact" />}
        {error && (
          <Box sx={{ p: 3 }}>
            <ErrorPanel error={error} title="The artifact could not be read" onRetry={() => void refetch()} />
          </Box>
        )}
        {artifact && !manifest && (
          <Box sx={{ px: 3, py: 2, color: 'text.secondary' }}>
            This artifact was not made by the local runner, so there is no report on its numbers and its speed.
          </Box>
        )}
        {manifest && <VerificationSection manifest={manifest} />}
        {manifest && <HowToLoadSection manifest={manifest} />}
      </div>
      <Box sx={{ '@container (max-width: 1079.9px)': { borderTop: 1, borderColor: 'divider' } }}>
        <ArtifactSection job={job} artifact={artifact ?? null} />
        {manifest && <HowItWasMadeSection manifest={manifest} />}
      </Box>
    </Box>
  );
}
