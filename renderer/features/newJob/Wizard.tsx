import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useMemo, useRef, useState, type FormEvent } from 'react';
import { FormProvider } from 'react-hook-form';
import { useNavigate } from 'react-router';
import type { DraftContext } from '../../../shared/draft/checkDraft.ts';
import type { JobDraft } from '../../../shared/draft/jobDraft.ts';
import type { EndpointStatus } from '../../../shared/ipc/routes.ts';
import type { JobSnapshot } from '../../../shared/jobs/jobSnapshot.ts';
import { PageHeader } from '../../components/PageHeader.tsx';
import { DraftState } from './DraftState.tsx';
import { STEP_HEADING_ID } from './stepFocus.ts';
import { stepAddress, type StepId } from './stepIds.ts';
import { StepNav } from './StepNav.tsx';
import { clearSubmission, onJobCreated, useSubmission } from './submission.ts';
import { useWizardKeys } from './useWizardKeys.ts';
import { useWizardState } from './useWizardState.ts';
import { stepOf } from './wizard.ts';
import { WizardContext } from './wizardContext.ts';
import { WizardFooter } from './WizardFooter.tsx';

interface WizardProps {
  step: StepId;
  initial: JobDraft;
  endpoints: readonly [EndpointStatus, ...EndpointStatus[]];
  jobs: readonly JobSnapshot[];
}

/** The wizard around its steps: header, steps with the checklist, the step, and the way on. */
export function Wizard({ step, initial, endpoints, jobs }: WizardProps) {
  const submission = useSubmission();
  const isSubmitting = submission.state === 'running';
  const [endpointId, setEndpointId] = useState(initial.endpointId);
  const endpoint = endpoints.find(({ id }) => id === endpointId) ?? endpoints[0];
  const context = useDraftContext(endpoint, useTakenNames(jobs, endpoint.id), isSubmitting);
  const state = useWizardState({ step, initial, endpoint, endpoints, context, isSubmitting });
  // The draft says where the job goes; an import or an undo may have changed it.
  if (state.wizard.draft.endpointId !== endpointId) setEndpointId(state.wizard.draft.endpointId);
  const { wizard, goForward, goBack } = state;
  useCreatedJob();
  useReviewWhile(isSubmitting, step);
  useWizardKeys({ onForward: goForward, onBack: isSubmitting ? () => {} : goBack });

  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [step]);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    goForward();
  };
  const { title, lead, Component } = stepOf(step);
  return (
    <FormProvider {...state.form}>
      <WizardContext value={wizard}>
        <Box sx={{ display: 'grid', gridTemplateRows: 'auto minmax(0, 1fr)', height: '100%' }}>
          <PageHeader
            title="New job"
            note={<DraftState saveState={state.saveState} isLocked={isSubmitting} />}
            actions={
              <Button variant="text" color="secondary" disabled={isSubmitting} onClick={state.startOver}>
                Start over
              </Button>
            }
          />
          <Box sx={{ display: 'grid', gridTemplateColumns: 'clamp(216px, 21vw, 264px) minmax(0, 1fr)', minHeight: 0 }}>
            <StepNav current={step} progress={state.progress} isLocked={isSubmitting} />
            <Box
              component="form"
              noValidate
              onSubmit={onSubmit}
              sx={{ display: 'grid', gridTemplateRows: 'minmax(0, 1fr) auto', minHeight: 0 }}
            >
              <Box ref={scroller} sx={{ overflow: 'auto', scrollPaddingBlock: 24 }}>
                <Box component="section" aria-labelledby={STEP_HEADING_ID} sx={{ maxWidth: 1120, p: 3, pt: 2.5 }}>
                  <Typography id={STEP_HEADING_ID} variant="subtitle1" component="h2" tabIndex={-1}>
                    {title}
                  </Typography>
                  <Typography color="textSecondary" sx={{ mb: 2.5 }}>
                    {lead}
                  </Typography>
                  {state.replacement && <ReplacementNote {...state.replacement} />}
                  <Component />
                </Box>
              </Box>
              <WizardFooter step={step} submission={submission} onBack={goBack} />
            </Box>
          </Box>
        </Box>
      </WizardContext>
    </FormProvider>
  );
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

/** What is being submitted cannot change: the wizard stays on Review until main answers. */
function useReviewWhile(isSubmitting: boolean, step: StepId) {
  const navigate = useNavigate();
  useEffect(() => {
    if (isSubmitting && step !== 'review') void navigate(stepAddress('review'), { replace: true });
  }, [isSubmitting, step, navigate]);
}

function ReplacementNote({ note, undo }: { note: string; undo: () => void }) {
  return (
    <Alert
      severity="info"
      sx={{ mb: 2 }}
      action={
        <Button size="small" onClick={undo}>
          Undo
        </Button>
      }
    >
      {note}
    </Alert>
  );
}
