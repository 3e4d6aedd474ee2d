import { useCallback, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { focusField, focusSectionHeading, focusStepHeading, isFieldShown } from './stepFocus.ts';
import { isStepId, placeAddress, STEP_IDS, type FormPlace, type StepId, type WizardPlace } from './stepIds.ts';
import type { StepProgress } from './stepStatus.ts';
import type { FocusRequest } from './wizardContext.ts';

export interface WizardNavigation {
  progress: Omit<StepProgress, 'failed'>;
  focusRequest: FocusRequest | null;
  /** Where the form was shown last: the import leads back there, and the wizard opens there again. */
  formPlace: FormPlace;
  /** The step that was shown last. */
  lastStep: StepId;
  show(place: WizardPlace): void;
  goTo(step: StepId, field?: string): void;
  /** The steps count as never seen, but for the one that is shown. */
  forgetVisits(): void;
  /** Something filled these steps: they are not blank any more. */
  markVisited(steps: readonly StepId[]): void;
  /** The steps were tried: what they miss is worth a sign. */
  markTried(...steps: readonly StepId[]): void;
}

/** The steps that are on the screen. */
const stepsAt = (place: WizardPlace): readonly StepId[] => {
  if (place === 'quick') return STEP_IDS;
  return isStepId(place) ? [place] : [];
};

/** What is shown is in the address; the focus follows it: to the heading, or to the field of a jump. */
export function useWizardNavigation(place: WizardPlace, initiallyVisited: readonly StepId[]): WizardNavigation {
  const navigate = useNavigate();
  const [visited, setVisited] = useState<ReadonlySet<StepId>>(() => new Set(initiallyVisited));
  const [tried, setTried] = useState<ReadonlySet<StepId>>(new Set());
  const [focusRequest, setFocusRequest] = useState<FocusRequest | null>(null);
  const [formPlace, setFormPlace] = useState<FormPlace>(place === 'import' ? 'model' : place);
  const [lastStep, setLastStep] = useState<StepId>(isStepId(place) ? place : 'model');
  const shown = useRef(place);
  const answered = useRef<FocusRequest | null>(null);

  const current = stepsAt(place);
  if (!current.every((step) => visited.has(step))) setVisited(new Set([...visited, ...current]));
  if (place !== 'import' && place !== formPlace) setFormPlace(place);
  if (isStepId(place) && place !== lastStep) setLastStep(place);

  const show = useCallback((next: WizardPlace) => void navigate(placeAddress(next)), [navigate]);

  useEffect(() => {
    const isNewPlace = shown.current !== place;
    shown.current = place;
    // The address may change later than the wish: it is answered when its step is on the screen.
    if (focusRequest && focusRequest !== answered.current && stepsAt(place).includes(focusRequest.step)) {
      // The quick form leaves out what is rarely needed; the step has it.
      if (place === 'quick' && !isFieldShown(focusRequest.field)) {
        show(focusRequest.step);
        return;
      }
      answered.current = focusRequest;
      focusField(focusRequest.field);
    } else if (isNewPlace && place !== 'import') {
      focusStepHeading();
    }
  }, [place, focusRequest, show]);

  const goTo = useCallback(
    (step: StepId, field?: string) => {
      setFocusRequest(field === undefined ? null : { step, field });
      const next = formPlace === 'quick' ? 'quick' : step;
      if (next !== place) show(next);
      else if (next === 'quick' && field === undefined) focusSectionHeading(step);
    },
    [place, formPlace, show],
  );
  const forgetVisits = useCallback(() => {
    setVisited(new Set(stepsAt(place)));
    setTried(new Set());
  }, [place]);
  const markVisited = useCallback(
    (steps: readonly StepId[]) => setVisited((known) => new Set([...known, ...steps])),
    [],
  );
  const markTried = useCallback(
    (...steps: readonly StepId[]) => setTried((known) => new Set([...known, ...steps])),
    [],
  );
  const left = new Set([...tried, ...[...visited].filter((id) => !current.includes(id))]);
  return {
    progress: { visited, left },
    focusRequest,
    formPlace,
    lastStep,
    show,
    goTo,
    forgetVisits,
    markVisited,
    markTried,
  };
}

/** Steps that a restored draft has something in, and everything before them. */
export function stepsWithContent(hasModel: boolean, hasChosenTarget: boolean): StepId[] {
  if (hasChosenTarget) return STEP_IDS.slice(0, 3);
  return hasModel ? STEP_IDS.slice(0, 1) : [];
}
