import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Navigate, useParams } from 'react-router';
import type { JobDraft } from '../../../shared/draft/jobDraft.ts';
import type { EndpointStatus } from '../../../shared/ipc/routes.ts';
import type { JobSnapshot } from '../../../shared/jobs/jobSnapshot.ts';
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
  const [first, ...others] = endpoints.data;
  if (!first) return <Loading />;
  return <OpenDraft step={step} stored={stored.draft} endpoints={[first, ...others]} />;
}

const NO_JOBS: readonly JobSnapshot[] = [];

interface OpenDraftProps {
  step: StepId;
  stored: JobDraft | null;
  endpoints: readonly [EndpointStatus, ...EndpointStatus[]];
}

function OpenDraft({ step, stored, endpoints }: OpenDraftProps) {
  const [initial] = useState(() => stored ?? freshDraft(endpoints[0], new Date()));
  const jobs = useQuery(jobsQuery);
  return <Wizard step={step} initial={initial} endpoints={endpoints} jobs={jobs.data ?? NO_JOBS} />;
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
