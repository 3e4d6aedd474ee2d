import { createContext, use } from 'react';
import type { FieldPathValue } from 'react-hook-form';
import type { Finding, Fix } from '../../../shared/api/finding.ts';
import type { DraftContext } from '../../../shared/draft/checkDraft.ts';
import type { JobDraft } from '../../../shared/draft/jobDraft.ts';
import type { EndpointStatus } from '../../../shared/ipc/routes.ts';
import type { ModelSource } from '../../../shared/models/modelSummary.ts';
import type { DraftField } from './draftPaths.ts';
import type { ModelReading } from './modelReading.ts';
import type { FormPlace, StepId, WizardPlace } from './stepIds.ts';

/** A wish to have the focus at a field; a new object for each wish. */
export interface FocusRequest {
  step: StepId;
  field: string;
}

/** What a step sees of the wizard. */
export interface Wizard {
  /** The whole form as it is now. */
  draft: JobDraft;
  /** Everything that `checkDraft` says about it. */
  findings: readonly Finding[];
  context: DraftContext;
  /** Where the job will run. */
  endpoint: EndpointStatus;
  endpoints: readonly EndpointStatus[];
  /** Sends the job elsewhere: what the old endpoint had filled in follows. */
  setEndpoint(id: string): void;

  /** Sets one field; its error shows from when the field was touched. */
  setField<Field extends DraftField>(field: Field, value: FieldPathValue<JobDraft, Field>): void;
  /** Changes how the model is given; what is known of the file and the generated name follow, what was typed stays. */
  changeModel(change: Partial<Pick<JobDraft['model'], 'kind' | 's3Uri' | 'modelPackageVersionArn'>>): void;
  setTarget(target: JobDraft['target']): void;
  setInputs(inputs: JobDraft['inputs']): void;
  /** A fresh generated name, which follows model and target again. */
  generateName(): void;

  /** The error that is due at a field. */
  errorAt(field: string): string | undefined;
  warningAt(field: string): string | undefined;
  /** What there is to say at a field: the error that is due, then warnings. */
  findingsAt(field: string): readonly Finding[];
  /** Makes the edits of a fix, and says so. */
  applyFix(fix: Fix): void;
  /** Puts another draft in place of this one (an import, a template); `note` is said above the step, with Undo. */
  replaceDraft(draft: JobDraft, note: string): void;
  /** The field was left, or its value was chosen: from now on its error shows. */
  touch(field: string): void;

  reading: ModelReading;
  readModel(source: ModelSource): void;
  dismissReading(): void;
  /** What happened to typed sizes when the model was read; null when there is nothing to say. */
  modelNote: string | null;
  dismissModelNote(): void;

  /** Shows a place of the wizard. */
  show(place: WizardPlace): void;
  /** Where the form was shown last: the import leads back there. */
  formPlace: FormPlace;
  /** The step that was shown last. */
  lastStep: StepId;
  /** Shows a step, or its part of the quick form when that is shown, and puts the focus on its heading or on a field. */
  goTo(step: StepId, field?: string): void;
  /** The field that the last jump aimed at, for parts that must open to show it. */
  focusRequest: FocusRequest | null;

  /** Submits the draft, or jumps to what keeps it from being submitted. */
  submit(): void;
}

export const WizardContext = createContext<Wizard | null>(null);

/** @throws {Error} outside of the wizard */
export function useWizard(): Wizard {
  const wizard = use(WizardContext);
  if (!wizard) throw new Error('useWizard is for the steps of the wizard.');
  return wizard;
}
