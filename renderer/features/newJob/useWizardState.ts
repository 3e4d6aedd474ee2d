import { useCallback, useEffect, useState } from 'react';
import type { FieldPathValue } from 'react-hook-form';
import { applyEdits } from '../../../shared/api/applyEdits.ts';
import type { Finding } from '../../../shared/api/finding.ts';
import type { DraftContext } from '../../../shared/draft/checkDraft.ts';
import { draftForEndpoint } from '../../../shared/draft/draftForEndpoint.ts';
import { hasModel, newJobDraft, type JobDraft } from '../../../shared/draft/jobDraft.ts';
import { withOwnOutputLocation } from '../../../shared/draft/outputLocation.ts';
import { withModelSummary } from '../../../shared/draft/withModelSummary.ts';
import type { EndpointStatus } from '../../../shared/ipc/routes.ts';
import type { ModelSource, ModelSummary } from '../../../shared/models/modelSummary.ts';
import { subscribePendingModel, takePendingModel } from '../../app/pendingModel.ts';
import { call } from '../../api/client.ts';
import { announce } from '../../components/announcements.ts';
import { applyModel, keptSizesInWords } from './applyModel.ts';
import { fieldOfPath, type DraftField } from './draftPaths.ts';
import { generatedName, hasTarget, withGeneratedName } from '../../../shared/draft/generatedName.ts';
import { useModelReader } from './modelReading.ts';
import { useShownErrors } from './shownErrors.ts';
import { isStepId, STEP_IDS, type WizardPlace } from './stepIds.ts';
import { findingsOfStep } from './stepStatus.ts';
import { clearSubmission, submitDraft } from './submission.ts';
import { sameDraft, useAutosave } from './useAutosave.ts';
import { useDraftForm } from './useDraftForm.ts';
import { useReadModels } from './useReadModels.ts';
import { stepsWithContent, useWizardNavigation } from './useWizardNavigation.ts';
import { firstInvalid, nextStep, previousStep, stepOf } from './wizard.ts';
import type { Wizard } from './wizardContext.ts';

/** A new draft for an endpoint, with a name to start with. */
export function freshDraft({ id, bucket, roleArn }: EndpointStatus, now: Date): JobDraft {
  return withOwnOutputLocation(withGeneratedName(newJobDraft({ endpointId: id, bucket, roleArn }), now), bucket);
}

/** A draft that took the place of another as a whole. */
interface Replaced {
  before: JobDraft;
  after: JobDraft;
  note: string;
}

/** Review's exports, as a place to jump to. */
const EXPORT_FIELD = 'review.export';

const warningsAt = (findings: readonly Finding[], field: string) =>
  findings.filter(({ path, severity }) => severity === 'warning' && fieldOfPath(path) === field);

interface WizardStateOptions {
  place: WizardPlace;
  initial: JobDraft;
  /** Whether the draft comes from the store. */
  isStored: boolean;
  endpoint: EndpointStatus;
  endpoints: readonly EndpointStatus[];
  context: DraftContext;
  /** A draft on its way to main must stay as it is. */
  isSubmitting: boolean;
}

/** Everything that the wizard knows and does; the components only show it. */
export function useWizardState(options: WizardStateOptions) {
  const { place, initial, isStored, endpoint, endpoints, context, isSubmitting } = options;
  const { form, draft, findings, replace } = useDraftForm(initial, context);
  const shown = useShownErrors();
  const summaryFor = useReadModels(draft.model);
  const navigation = useWizardNavigation(place, stepsWithContent(hasModel(initial), hasTarget(initial.target)));
  const { goTo, show } = navigation;
  const autosave = useAutosave(draft, navigation.formPlace, isStored);
  const [modelNote, setModelNote] = useState<string | null>(null);
  const [replaced, setReplaced] = useState<Replaced | null>(null);

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
    navigation.markTried(...STEP_IDS);
    announce(count === 1 ? 'One thing needs attention.' : `${count} things need attention.`);
    goTo(first.step.id, first.field);
  };
  const submit = () => {
    autosave.flush();
    // Nothing can be sent to an endpoint that is not connected: the way on is the export.
    const isConnected = endpoint.state !== 'disconnected';
    const send = (valid: JobDraft) => (isConnected ? submitDraft(valid) : goTo('review', EXPORT_FIELD));
    void form.handleSubmit(send, showFirstInvalid)();
  };

  const wizard: Wizard = {
    draft,
    findings,
    context,
    endpoint,
    endpoints,
    setEndpoint(id) {
      const next = endpoints.find((other) => other.id === id);
      if (!next || next.id === endpoint.id) return;
      replace(draftForEndpoint(current(), endpoint, next));
      announce(`The job is for ${next.label}.`);
    },
    setField,
    changeModel(change) {
      const before = current();
      const model = { ...before.model, ...change };
      const summary = summaryFor(model);
      const changed = { ...before, model };
      const next = summary === model.summary ? changed : withModelSummary(changed, summary);
      setField('model', next.model);
      if (next !== changed) setField('inputs', next.inputs);
      nameAgain(next);
    },
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
    errorAt: (field) => shown.at(field, findings)?.message,
    warningAt: (field) => warningsAt(findings, field)[0]?.message,
    findingsAt: (field) => {
      const error = shown.at(field, findings);
      return [...(error ? [error] : []), ...warningsAt(findings, field)];
    },
    applyFix(fix) {
      replace(applyEdits(current(), fix.edits));
      announce(`Done: ${fix.label}.`);
    },
    replaceDraft(next, note) {
      setReplaced({ before: current(), after: next, note });
      dismiss();
      setModelNote(null);
      clearSubmission();
      replace(next);
      shown.forgetAll();
      // It is filled: every step of it is worth a word.
      navigation.markVisited(STEP_IDS);
      announce(note);
    },
    touch: shown.touch,
    reading,
    readModel: read,
    dismissReading: dismiss,
    modelNote,
    dismissModelNote: () => setModelNote(null),
    show,
    formPlace: navigation.formPlace,
    lastStep: navigation.lastStep,
    goTo,
    focusRequest: navigation.focusRequest,
    submit,
  };

  const goForward = () => {
    if (place === 'review' || !isStepId(place)) return submit();
    const step = place;
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
    const previous = isStepId(place) ? previousStep(place) : undefined;
    if (previous) goTo(previous.id);
  };

  const startOver = () => {
    const fresh = freshDraft(endpoint, new Date());
    setReplaced({ before: draft, after: fresh, note: 'The draft was cleared.' });
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
  const undoReplace = () => {
    if (replaced) replace(replaced.before);
    setReplaced(null);
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
    replacement: replaced && sameDraft(replaced.after, draft) ? { note: replaced.note, undo: undoReplace } : null,
  };
}
