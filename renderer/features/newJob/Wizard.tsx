import Box from '@mui/material/Box';
import { useEffect, useMemo, useState } from 'react';
import { FormProvider } from 'react-hook-form';
import { useNavigate } from 'react-router';
import type { DraftContext } from '../../../shared/draft/checkDraft.ts';
import type { JobDraft } from '../../../shared/draft/jobDraft.ts';
import type { EndpointStatus } from '../../../shared/ipc/routes.ts';
import type { JobSnapshot } from '../../../shared/jobs/jobSnapshot.ts';
import { PageHeader } from '../../components/PageHeader.tsx';
import { DraftState } from './DraftState.tsx';
import { FormArea } from './FormArea.tsx';
import { ImportArea } from './import/ImportArea.tsx';
import { isStepId, placeAddress, type StepId, type WizardPlace } from './stepIds.ts';
import { StepNav } from './StepNav.tsx';
import { clearSubmission, isAboutModel, onJobCreated, useSubmission, type Submission } from './submission.ts';
import { useWizardState } from './useWizardState.ts';
import { WizardActions } from './WizardActions.tsx';
import { WizardContext } from './wizardContext.ts';

interface WizardProps {
  place: WizardPlace;
  initial: JobDraft;
  /** Whether the draft comes from the store. */
  isStored: boolean;
  endpoints: readonly [EndpointStatus, ...EndpointStatus[]];
  jobs: readonly JobSnapshot[];
}

/** The wizard around what it shows: header, steps with the checklist, and the form or the import. */
export function Wizard({ place, initial, isStored, endpoints, jobs }: WizardProps) {
  const submission = useSubmission();
  const isSubmitting = submission.state === 'running';
  const [endpointId, setEndpointId] = useState(initial.endpointId);
  const endpoint = endpoints.find(({ id }) => id === endpointId) ?? endpoints[0];
  const context = useDraftContext(endpoint, useTakenNames(jobs, endpoint.id), isSubmitting);
  const state = useWizardState({ place, initial, isStored, endpoint, endpoints, context, isSubmitting });
  // The draft says where the job goes; an import or an undo may have changed it.
  if (state.wizard.draft.endpointId !== endpointId) setEndpointId(state.wizard.draft.endpointId);
  useCreatedJob();
  useFormWhile(isSubmitting, place);
  return (
    <FormProvider {...state.form}>
      <WizardContext value={state.wizard}>
        <Box sx={{ display: 'grid', gridTemplateRows: 'auto minmax(0, 1fr)', height: '100%' }}>
          <PageHeader
            title="New job"
            note={<DraftState saveState={state.saveState} isLocked={isSubmitting} />}
            actions={<WizardActions place={place} isLocked={isSubmitting} onStartOver={state.startOver} />}
          />
          <Box sx={{ display: 'grid', gridTemplateColumns: 'clamp(216px, 21vw, 264px) minmax(0, 1fr)', minHeight: 0 }}>
            <StepNav
              current={isStepId(place) ? place : null}
              progress={{ ...state.progress, failed: failedSteps(submission) }}
              isLocked={isSubmitting}
            />
            {place === 'import' ? (
              <ImportArea />
            ) : (
              <FormArea
                place={place}
                submission={submission}
                replacement={state.replacement}
                onForward={state.goForward}
                onBack={state.goBack}
              />
            )}
          </Box>
        </Box>
      </WizardContext>
    </FormProvider>
  );
}

/** The steps that have the way out of a failed submission. */
function failedSteps(submission: Submission): ReadonlySet<StepId> {
  return new Set(submission.state === 'failed' && isAboutModel(submission.error) ? ['model'] : []);
}

/** Names of the jobs that the endpoint has. */
function useTakenNames(jobs: readonly JobSnapshot[], endpointId: string): ReadonlySet<string> {
  return useMemo(
    () => new Set(jobs.filter((job) => job.endpointId === endpointId).map(({ name }) => name)),
    [jobs, endpointId],
  );
}

/** What the draft is judged against. The name of the job that is just being created is not taken from itself. */
function useDraftContext(endpoint: EndpointStatus, takenNames: ReadonlySet<string>, isSubmitting: boolean) {
  const { bucket, kind } = endpoint;
  const newest = useMemo(
    (): DraftContext => ({ bucket, isLocal: kind === 'local', takenNames }),
    [bucket, kind, takenNames],
  );
  const [kept, setKept] = useState(newest);
  if (!isSubmitting && kept !== newest) setKept(newest);
  return kept;
}

/** Shows the job once it exists; how an earlier submission ended is forgotten when the wizard closes. */
function useCreatedJob() {
  const navigate = useNavigate();
  useEffect(() => onJobCreated((id) => void navigate(`/jobs/${encodeURIComponent(id)}`)), [navigate]);
  useEffect(() => clearSubmission, []);
}

/** What is being submitted cannot change: until main answers, the wizard stays where that is shown. */
function useFormWhile(isSubmitting: boolean, place: WizardPlace) {
  const navigate = useNavigate();
  const isShown = place === 'review' || place === 'quick';
  useEffect(() => {
    if (isSubmitting && !isShown) void navigate(placeAddress('review'), { replace: true });
  }, [isSubmitting, isShown, navigate]);
}
