import { fieldAndParents, fieldId } from './draftPaths.ts';
import type { StepId } from './stepIds.ts';

/** The `id` of the heading of what the wizard shows. */
export const STEP_HEADING_ID = 'new-job-step';

/** The `id` of the heading of a step's part in the quick form. */
export const sectionHeadingId = (step: StepId): string => `${STEP_HEADING_ID}-${step}`;

/** Puts the focus on the heading of the step. */
export function focusStepHeading(): void {
  document.getElementById(STEP_HEADING_ID)?.focus({ preventScroll: true });
}

/** Puts the focus on the heading of a step's part in the quick form, and shows it. */
export function focusSectionHeading(step: StepId): void {
  const heading = document.getElementById(sectionHeadingId(step));
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView({ block: 'start' });
}

/** The control of a field, or the nearest thing around it that is shown. */
function controlOf(field: string): HTMLElement | undefined {
  return fieldAndParents(field)
    .map((candidate) => document.getElementById(fieldId(candidate)))
    .find((element) => element !== null);
}

/** True when the field, or something around it, is on the page. */
export const isFieldShown = (field: string): boolean => controlOf(field) !== undefined;

/** Puts the focus on a field, or on the nearest thing around it that the step shows; else on the step's heading. */
export function focusField(field: string): void {
  const control = controlOf(field);
  if (!control) {
    focusStepHeading();
    return;
  }
  control.focus({ preventScroll: true });
  control.scrollIntoView({ block: 'center' });
  if (control instanceof HTMLInputElement) control.select();
}

/** Puts the focus on a field after a button beside it did its work and went away. */
export function focusControl(field: string): void {
  document.getElementById(fieldId(field))?.focus({ preventScroll: true });
}

/** Puts the focus on a field, the nearest thing around it, or the step's heading, if what had it is gone; else leaves it. */
export function rescueFocus(field?: string): void {
  if (document.activeElement !== null && document.activeElement !== document.body) return;
  const control = field === undefined ? undefined : controlOf(field);
  if (control) control.focus({ preventScroll: true });
  else focusStepHeading();
}

/** True while something lies over the page that the keyboard belongs to; what is just fading away is not counted. */
export function isSomethingOpen(): boolean {
  const over = document.querySelectorAll('[role="dialog"], [role="alertdialog"], [role="menu"], .MuiPopover-root');
  return [...over].some((element) => element.closest('[aria-hidden="true"]') === null);
}
