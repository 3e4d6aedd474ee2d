import type { Finding } from '../../../shared/api/finding.ts';
import { fieldOfPath, liesWithin } from './draftPaths.ts';
import type { StepId } from './stepIds.ts';
import type { WizardStep } from './wizard.ts';

/** How a step stands: what its icon and its word say. */
export type StepState = 'done' | 'inProgress' | 'attention' | 'notVisited' | 'ready' | 'waiting';

export interface StepStatus {
  state: StepState;
  /** What keeps the step from being done. */
  errors: Finding[];
  warnings: Finding[];
}

/** The findings that a step shows at its own fields. */
export function findingsOfStep(step: Pick<WizardStep, 'roots'>, findings: readonly Finding[]): Finding[] {
  return findings.filter(({ path }) => step.roots.some((root) => liesWithin(fieldOfPath(path), root)));
}

/** How far the user got in the steps. */
export interface StepProgress {
  visited: ReadonlySet<StepId>;
  /** Steps that were left, or tried with Next: from then on what they miss is worth a sign. */
  left: ReadonlySet<StepId>;
  /** Steps that the last submission failed at, though nothing is wrong with what they say. */
  failed: ReadonlySet<StepId>;
}

/** Review owns no field: it is ready when nothing at all is missing. */
export function statusOfStep(
  step: Pick<WizardStep, 'id' | 'roots'>,
  findings: readonly Finding[],
  { visited, left, failed }: StepProgress,
): StepStatus {
  const own = findingsOfStep(step, findings);
  const errors = own.filter(({ severity }) => severity === 'error');
  const warnings = own.filter(({ severity }) => severity === 'warning');
  if (step.roots.length === 0) {
    const isReady = findings.every(({ severity }) => severity !== 'error');
    return { state: isReady ? 'ready' : 'waiting', errors, warnings };
  }
  if (!visited.has(step.id)) return { state: 'notVisited', errors, warnings };
  if (failed.has(step.id)) return { state: 'attention', errors, warnings };
  if (errors.length === 0) return { state: 'done', errors, warnings };
  return { state: left.has(step.id) ? 'attention' : 'inProgress', errors, warnings };
}

/** The state as the word beside its icon. */
export const STATE_WORDS: Readonly<Record<StepState, string>> = {
  done: 'Done',
  inProgress: 'In progress',
  attention: 'Needs attention',
  notVisited: 'Not visited',
  ready: 'Ready to submit',
  waiting: 'Not ready',
};
