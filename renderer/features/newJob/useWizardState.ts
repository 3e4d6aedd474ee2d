import { useCallback, useEffect, useState } from 'react';
import type { FieldPathValue } from 'react-hook-form';
import type { DraftContext } from '../../../shared/draft/checkDraft.ts';
import { newJobDraft, type JobDraft } from '../../../shared/draft/jobDraft.ts';
import { withOwnOutputLocation } from '../../../shared/draft/outputLocation.ts';
import type { EndpointStatus } from '../../../shared/ipc/routes.ts';
import type { ModelSource, ModelSummary } from '../../../shared/models/modelSummary.ts';
import { subscribePendingModel, takePendingModel } from '../../app/pendingModel.ts';
import { call } from '../../api/client.ts';
import { announce } from '../../components/announcements.ts';
import { applyModel, keptSizesInWords } from './applyModel.ts';
import { fieldOfPath, type DraftField } from './draftPaths.ts';
import { generatedName, hasTarget, withGeneratedName } from './generatedName.ts';
import { useModelReader } from './modelReading.ts';
import { useShownErrors } from './shownErrors.ts';
import { STEP_IDS, type StepId } from './stepIds.ts';
import { findingsOfStep } from './stepStatus.ts';
import { clearSubmission, submitDraft } from './submission.ts';
import { sameDraft, useAutosave } from './useAutosave.ts';
import { useDraftForm } from './useDraftForm.ts';
import { stepsWithContent, useWizardNavigation } from './useWizardNavigation.ts';
import { firstInvalid, nextStep, previousStep, stepOf } from './wizard.ts';
import type { Wizard } from './wizardContext.ts';

/** A new draft for an endpoint, with a name to start with. */
export function freshDraft({ id, bucket, roleArn }: EndpointStatus, now: Date): JobDraft {
  return withOwnOutputLocation(withGeneratedName(newJobDraft({ endpointId: id, bucket, roleArn }), now), bucket);
}

interface WizardStateOptions {
  step: StepId;
  initial: JobDraft;
  endpoint: EndpointStatus;
  context: DraftContext;
  /** A draft on its way to main must stay as it is. */
  isSubmitting: boolean;
}

/** Everything that the wizard knows and does; the components only show it. */
export function useWizardState({ step, initial, endpoint, context, isSubmitting }: WizardStateOptions) {
  const { form, draft, findings, replace } = useDraftForm(initial, context);
  const autosave = useAutosave(draft);
  const shown = useShownErrors();
  const navigation = useWizardNavigation(
    step,
    stepsWithContent(initial.model.source !== null, hasTarget(initial.target)),
  );
  const { goTo } = navigation;
  const [modelNote, setModelNote] = useState<string | null>(null);
  const [cleared, setCleared] = useState<{ before: JobDraft; fresh: JobDraft } | null>(null);

  const current = useCallback((): JobDraft => structuredClone(form.getValues()), [form]);
  const { forget } = shown;
  const onRead = useCallback(
    (source: ModelSource, summary: ModelSummary) => {
      const applied = applyModel(current(), source, summary, new Date());
      replace(applied.draft);
      forget('model');
      forget('inputs');
      // How a submission of another model ended says nothing about this one.
      clearSubmission();
      setModelNote(keptSizesInWords(applied.sizes));
      announce(`Read ${summary.fileName}.`);
    },
    [current, replace, forget],
  );
  const { reading, read, dismiss } = useModelReader(onRead);

  useEffect(() => {
    // It waits until the submission has ended.
    if (isSubmitting) return;
    const take = () => {
      const source = takePendingModel();
      if (!source) return;
      read(source);
      goTo('model');
    };
    take();
    return subscribePendingModel(take);
  }, [read, goTo, isSubmitting]);

  const setField = <Name extends DraftField>(name: Name, value: FieldPathValue<JobDraft, Name>) =>
    form.setValue(name, value, { shouldDirty: true });
  const nameAgain = (next: JobDraft) => {
    const { compilationJobName } = withGeneratedName(next, new Date()).output;
    setField('output.compilationJobName', compilationJobName);
  };

  const { s3OutputLocation } = withOwnOutputLocation(draft, endpoint.bucket).output;
  useEffect(() => {
    // The name has many sources (typed, generated, the next free one); the location follows whatever it is.
    if (form.getValues('output.s3OutputLocation') !== s3OutputLocation) {
      form.setValue('output.s3OutputLocation', s3OutputLocation, { shouldDirty: true });
    }
  }, [form, s3OutputLocation]);

  const showFirstInvalid = () => {
    const first = firstInvalid(findings);
    if (!first) return;
    const count = findings.filter(({ severity }) => severity === 'error').length;
    shown.try(...STEP_IDS);
    announce(count === 1 ? 'One thing needs attention.' : `${count} things need attention.`);
    goTo(first.step.id, first.field);
  };
  const submit = () => {
    autosave.flush();
    void form.handleSubmit((valid) => submitDraft(valid), showFirstInvalid)();
  };

  const wizard: Wizard = {
    draft,
    findings,
    context,
    endpoint,
    setField,
    setTarget(target) {
      setField('target', target);
      nameAgain({ ...current(), target });
      shown.touch('target.device');
    },
    setInputs: (inputs) => setField('inputs', inputs),
    generateName() {
      setField('output.nameIsGenerated', true);
      setField('output.compilationJobName', generatedName(current(), new Date()));
    },
    errorAt: (field) => shown.at(field, findings),
    warningAt: (field) =>
      findings.find(({ path, severity }) => severity === 'warning' && fieldOfPath(path) === field)?.message,
    touch: shown.touch,
    reading,
    readModel: read,
    dismissReading: dismiss,
    modelNote,
    dismissModelNote: () => setModelNote(null),
    goTo,
    focusRequest: navigation.focusRequest,
    submit,
  };

  const goForward = () => {
    if (step === 'review') return submit();
    const [error] = findingsOfStep(stepOf(step), findings).filter(({ severity }) => severity === 'error');
    const next = nextStep(step);
    if (error) {
      shown.try(step);
      navigation.markTried(step);
      announce(error.message);
      goTo(step, fieldOfPath(error.path));
    } else if (next) {
      goTo(next.id);
    }
  };
  const goBack = () => {
    const previous = previousStep(step);
    if (previous) goTo(previous.id);
  };

  const startOver = () => {
    const fresh = freshDraft(endpoint, new Date());
    setCleared({ before: draft, fresh });
    dismiss();
    setModelNote(null);
    replace(fresh);
    autosave.skip(fresh);
    shown.forgetAll();
    navigation.forgetVisits();
    goTo('model');
    announce('The draft was cleared.');
    // A draft that could not be removed is offered again at the next start, which loses nothing.
    void call('drafts.discard').catch(() => undefined);
  };
  const undoStartOver = () => {
    if (cleared) replace(cleared.before);
    setCleared(null);
  };

  return {
    form,
    wizard,
    saveState: autosave.state,
    progress: navigation.progress,
    goForward,
    goBack,
    startOver,
    // The way back is open until something new is typed.
    undoStartOver: cleared && sameDraft(cleared.fresh, draft) ? undoStartOver : null,
  };
}
