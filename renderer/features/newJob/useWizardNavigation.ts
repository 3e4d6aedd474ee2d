import { useCallback, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { focusField, focusStepHeading } from './stepFocus.ts';
import { STEP_IDS, stepAddress, type StepId } from './stepIds.ts';
import type { StepProgress } from './stepStatus.ts';
import type { FocusRequest } from './wizardContext.ts';

export interface WizardNavigation {
  progress: StepProgress;
  focusRequest: FocusRequest | null;
  goTo(step: StepId, field?: string): void;
  /** The steps count as never seen, but for the one that is shown. */
  forgetVisits(): void;
  /** The step was tried: what it misses is worth a sign. */
  markTried(step: StepId): void;
}

/** Which step is shown is in the address; the focus follows it: to the step's heading, or to the field of a jump. */
export function useWizardNavigation(step: StepId, initiallyVisited: readonly StepId[]): WizardNavigation {
  const navigate = useNavigate();
  const [visited, setVisited] = useState<ReadonlySet<StepId>>(() => new Set([...initiallyVisited, step]));
  const [tried, setTried] = useState<ReadonlySet<StepId>>(new Set());
  const [focusRequest, setFocusRequest] = useState<FocusRequest | null>(null);
  const shown = useRef(step);
  const answered = useRef<FocusRequest | null>(null);

  if (!visited.has(step)) setVisited(new Set([...visited, step]));

  useEffect(() => {
    const isNewStep = shown.current !== step;
    shown.current = step;
    // The address may change later than the wish: it is answered when its step is on the screen.
    if (focusRequest && focusRequest !== answered.current && focusRequest.step === step) {
      answered.current = focusRequest;
      focusField(focusRequest.field);
    } else if (isNewStep) {
      focusStepHeading();
    }
  }, [step, focusRequest]);

  const goTo = useCallback(
    (next: StepId, field?: string) => {
      setFocusRequest(field === undefined ? null : { step: next, field });
      if (next !== step) void navigate(stepAddress(next));
    },
    [navigate, step],
  );
  const forgetVisits = useCallback(() => {
    setVisited(new Set([step]));
    setTried(new Set());
  }, [step]);
  const markTried = useCallback((done: StepId) => setTried((steps) => new Set([...steps, done])), []);
  const left = new Set([...tried, ...[...visited].filter((id) => id !== step)]);
  return { progress: { visited, left }, markTried, focusRequest, goTo, forgetVisits };
}

/** Steps that a restored draft has something in, and everything before them. */
export function stepsWithContent(hasModel: boolean, hasChosenTarget: boolean): StepId[] {
  if (hasChosenTarget) return STEP_IDS.slice(0, 3);
  return hasModel ? STEP_IDS.slice(0, 1) : [];
}
