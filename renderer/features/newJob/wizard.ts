import type { ComponentType } from 'react';
import type { Finding } from '../../../shared/api/finding.ts';
import { fieldOfPath, liesWithin } from './draftPaths.ts';
import type { StepId } from './stepIds.ts';
import { InputsStep } from './steps/inputs/InputsStep.tsx';
import { ModelStep } from './steps/model/ModelStep.tsx';
import { OutputStep } from './steps/output/OutputStep.tsx';
import { ReviewStep } from './steps/review/ReviewStep.tsx';
import { TargetStep } from './steps/target/TargetStep.tsx';

/** One step: a module with its own fields. */
export interface WizardStep {
  id: StepId;
  title: string;
  /** Under the heading: what the step is about. */
  lead: string;
  /** The part of the draft that the step owns; null for Review, which owns none. */
  root: 'model' | 'inputs' | 'target' | 'output' | null;
  Component: ComponentType;
}

/** The wizard is this list. */
export const wizardSteps: readonly WizardStep[] = [
  {
    id: 'model',
    title: 'Model',
    lead: 'The trained model to compile: an .onnx file, or a model.tar.gz with one inside.',
    root: 'model',
    Component: ModelStep,
  },
  {
    id: 'inputs',
    title: 'Inputs',
    lead: 'The compiler needs a fixed size for every dimension. What the file says is filled in.',
    root: 'inputs',
    Component: InputsStep,
  },
  {
    id: 'target',
    title: 'Target',
    lead: 'Where the compiled model will run.',
    root: 'target',
    Component: TargetStep,
  },
  {
    id: 'output',
    title: 'Output',
    lead: 'What the job is called, and where its artifact goes.',
    root: 'output',
    Component: OutputStep,
  },
  {
    id: 'review',
    title: 'Review',
    lead: 'What will be sent. Nothing is created until you submit.',
    root: null,
    Component: ReviewStep,
  },
];

const indexOf = (id: StepId) => wizardSteps.findIndex((step) => step.id === id);

/** @throws {RangeError} for an id that no step has */
export function stepOf(id: StepId): WizardStep {
  const step = wizardSteps[indexOf(id)];
  if (!step) throw new RangeError(`No step has the id ${id}`);
  return step;
}

/** The step after; undefined after the last. */
export function nextStep(id: StepId): WizardStep | undefined {
  return wizardSteps[indexOf(id) + 1];
}

/** The step before; undefined before the first. */
export function previousStep(id: StepId): WizardStep | undefined {
  return wizardSteps[indexOf(id) - 1];
}

/** The step that shows a field; Review when no step owns it. */
export function stepOfField(field: string): WizardStep {
  return wizardSteps.find(({ root }) => root !== null && liesWithin(field, root)) ?? stepOf('review');
}

/** The first error in the order of the steps; undefined when the draft can be submitted. */
export function firstInvalid(findings: readonly Finding[]): { step: WizardStep; field: string } | undefined {
  const errors = findings.filter(({ severity }) => severity === 'error').map(({ path }) => fieldOfPath(path));
  for (const step of wizardSteps) {
    const field = errors.find((candidate) => stepOfField(candidate).id === step.id);
    if (field !== undefined) return { step, field };
  }
  return undefined;
}
