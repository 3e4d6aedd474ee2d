import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Navigate, useParams } from 'react-router';
import type { OpenDraft as StoredDraft } from '../../../shared/draft/storedDraft.ts';
import type { EndpointStatus } from '../../../shared/ipc/routes.ts';
import type { JobSnapshot } from '../../../shared/jobs/jobSnapshot.ts';
import { endpointsQuery, jobsQuery } from '../../api/queries.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { isFormPlace, isWizardPlace, placeAddress, type WizardPlace } from './stepIds.ts';
import { useStoredDraft } from './useStoredDraft.ts';
import { freshDraft } from './useWizardState.ts';
import { Wizard } from './Wizard.tsx';

/** The wizard's page at `/new/:place`: goes on with the stored draft where it was left, or begins a new one. */
export default function NewJobPage() {
  const endpoints = useQuery(endpointsQuery);
  const stored = useStoredDraft();

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
  return <OpenDraft stored={stored.draft} endpoints={[first, ...others]} />;
}

const NO_JOBS: readonly JobSnapshot[] = [];

interface OpenDraftProps {
  stored: StoredDraft | null;
  endpoints: readonly [EndpointStatus, ...EndpointStatus[]];
}

/** What the wizard begins with; where it was left is no part of what it edits. */
function useInitialDraft(stored: StoredDraft | null, endpoint: EndpointStatus) {
  const [initial] = useState(() => {
    const open: StoredDraft = stored ?? freshDraft(endpoint, new Date());
    const { place, ...draft } = open;
    return { draft, place: isFormPlace(place) ? place : ('model' as const) };
  });
  return initial;
}

function OpenDraft({ stored, endpoints }: OpenDraftProps) {
  const initial = useInitialDraft(stored, endpoints[0]);
  const jobs = useQuery(jobsQuery);
  const { place: address } = useParams();
  const [last, setLast] = useState<WizardPlace>(initial.place);
  // An address without a place, or of none that there is, stays where the wizard is.
  const place = isWizardPlace(address) ? address : last;
  if (place !== last) setLast(place);
  return (
    <>
      {address !== place && <Navigate to={placeAddress(place)} replace />}
      <Wizard
        place={place}
        initial={initial.draft}
        isStored={stored !== null}
        endpoints={endpoints}
        jobs={jobs.data ?? NO_JOBS}
      />
    </>
  );
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
