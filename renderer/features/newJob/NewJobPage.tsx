import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import { Navigate, useParams } from 'react-router';
import type { JobDraft } from '../../../shared/draft/jobDraft.ts';
import type { EndpointStatus } from '../../../shared/ipc/routes.ts';
import { endpointsQuery, jobsQuery } from '../../api/queries.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { isStepId, stepAddress, type StepId } from './stepIds.ts';
import { useStoredDraft } from './useStoredDraft.ts';
import { freshDraft } from './useWizardState.ts';
import { Wizard } from './Wizard.tsx';

/** The wizard's page at `/new/:step`: goes on with the stored draft, or begins a new one. */
export default function NewJobPage() {
  const { step } = useParams();
  const endpoints = useQuery(endpointsQuery);
  const stored = useStoredDraft();

  if (!isStepId(step)) return <Navigate to={stepAddress('model')} replace />;
  const error = endpoints.error ?? stored.error;
  if (error) {
    const retry = () => {
      if (endpoints.error) void endpoints.refetch();
      if (stored.error) stored.load();
    };
    return (
      <Frame>
        <ErrorPanel error={error} title="The draft could not be opened" onRetry={retry} />
      </Frame>
    );
  }
  if (!endpoints.data || stored.draft === undefined) return <Loading />;
  const endpoint = endpoints.data.find(({ id }) => id === stored.draft?.endpointId) ?? endpoints.data[0];
  if (!endpoint) return <Loading />;
  return <OpenDraft step={step} stored={stored.draft} endpoint={endpoint} />;
}

interface OpenDraftProps {
  step: StepId;
  stored: JobDraft | null;
  endpoint: EndpointStatus;
}

function OpenDraft({ step, stored, endpoint }: OpenDraftProps) {
  const [initial] = useState(() => stored ?? freshDraft(endpoint, new Date()));
  const jobs = useQuery(jobsQuery);
  const takenNames = useMemo(
    () => new Set((jobs.data ?? []).filter((job) => job.endpointId === endpoint.id).map(({ name }) => name)),
    [jobs.data, endpoint.id],
  );
  return <Wizard step={step} initial={initial} endpoint={endpoint} takenNames={takenNames} />;
}

function Frame({ children }: { children: ReactNode }) {
  return (
    <>
      <PageHeader title="New job" />
      <Box sx={{ p: 3, maxWidth: 880 }}>{children}</Box>
    </>
  );
}

function Loading() {
  return (
    <Frame>
      <Box aria-busy aria-label="Opening the draft" sx={{ display: 'grid', gap: 2 }}>
        <Skeleton width={160} height={24} />
        <Skeleton variant="rounded" height={200} />
      </Box>
    </Frame>
  );
}
