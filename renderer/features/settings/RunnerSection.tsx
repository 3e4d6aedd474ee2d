import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import type { EndpointStatus } from '../../../shared/ipc/routes.ts';
import { endpointsQuery } from '../../api/queries.ts';
import { CodeBlock } from '../../components/CodeBlock.tsx';
import { EndpointFacts } from '../../components/EndpointFacts.tsx';
import { EndpointState } from '../../components/EndpointState.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { RestartPanel } from '../../components/RestartPanel.tsx';
import { Section } from '../../components/Section.tsx';
import { listJobsCommand } from './listJobsCommand.ts';

function Runner({ endpoint }: { endpoint: EndpointStatus }) {
  const command = listJobsCommand(endpoint);
  return (
    <>
      {endpoint.error && (
        <Box sx={{ mb: 1.5 }}>
          <RestartPanel endpointId={endpoint.id} error={endpoint.error} />
        </Box>
      )}
      <EndpointFacts endpoint={endpoint} />
      <Typography variant="h3" sx={{ mt: 2, mb: 0.5 }}>
        From the command line
      </Typography>
      <Box sx={{ mb: 1, color: 'text.secondary', maxWidth: 640 }}>
        The runner is a SageMaker endpoint on this machine while Edgewright is open. AWS CLI and SDKs work with it; jobs
        made there appear here.
      </Box>
      {command ? (
        <CodeBlock code={command} label="AWS CLI command" />
      ) : (
        <Box sx={{ color: 'text.secondary' }}>The command appears here when the runner is ready.</Box>
      )}
    </>
  );
}

/** Where local jobs run, and how other tools reach it. */
export function RunnerSection() {
  const { data: endpoints, error, refetch } = useQuery(endpointsQuery);
  const endpoint = endpoints?.find(({ kind }) => kind === 'local');
  return (
    <Section title="Local runner" note={endpoint && <EndpointState state={endpoint.state} />}>
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {!endpoints && !error && <Skeleton variant="rounded" height={120} />}
      {endpoints && !endpoint && <Box sx={{ color: 'text.secondary' }}>There is no local runner on this machine.</Box>}
      {endpoint && <Runner endpoint={endpoint} />}
    </Section>
  );
}
