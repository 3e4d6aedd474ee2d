import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { endpointsQuery } from '../../api/queries.ts';
import { RestartPanel } from '../../components/RestartPanel.tsx';

/** Says above the list that no job can run, and how to change that. */
export function FailedEndpoints() {
  const { data: endpoints = [] } = useQuery(endpointsQuery);
  return endpoints.map(
    ({ id, error }) =>
      error && (
        <Box key={id} sx={{ px: 2, pt: 2, maxWidth: 720 }}>
          <RestartPanel endpointId={id} error={error} />
        </Box>
      ),
  );
}
