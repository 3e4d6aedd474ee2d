import type { Finding } from '../../../shared/api/finding.ts';
import type { JobDraft } from '../../../shared/draft/jobDraft.ts';
import { fieldOfPath, liesWithin } from './draftPaths.ts';
import type { StepId } from './stepIds.ts';

/** One step, as its neighbours know it; what it shows is in `stepComponents.ts`. */
export interface WizardStep {
  id: StepId;
  title: string;
  /** Under the heading: what the step is about. */
  lead: string;
  /** The parts of the draft that the step owns; Review owns none. */
  roots: readonly (keyof JobDraft)[];
}

/** The wizard is this list. */
export const wizardSteps: readonly WizardStep[] = [
  {
    id: 'model',
    title: 'Model',
    lead: 'The trained model to compile: a file of this machine, an archive in S3, or a model package version.',
    roots: ['model'],
  },
  {
    id: 'inputs',
    title: 'Inputs',
    lead: 'The name and shape of every input. The compiler needs a fixed size for every dimension.',
    roots: ['inputs', 'dataInputConfig'],
  },
  {
    id: 'target',
    title: 'Target',
    lead: 'Where the compiled model will run.',
    roots: ['target'],
  },
  {
    id: 'output',
    title: 'Output',
    lead: 'What the job is called, where its artifact goes, and what the job may use.',
    roots: ['output'],
  },
  {
    id: 'review',
    title: 'Review',
    lead: 'The whole request once more. Nothing is created until it is submitted.',
    roots: [],
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
  return wizardSteps.find(({ roots }) => roots.some((root) => liesWithin(field, root))) ?? stepOf('review');
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
