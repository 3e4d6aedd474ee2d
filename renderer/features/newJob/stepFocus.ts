import { fieldAndParents, fieldId } from './draftPaths.ts';

/** The `id` of the heading of the step that is shown. */
export const STEP_HEADING_ID = 'new-job-step';

/** Puts the focus on the heading of the step. */
export function focusStepHeading(): void {
  document.getElementById(STEP_HEADING_ID)?.focus({ preventScroll: true });
}

/** Puts the focus on a field, or on the nearest thing around it that the step shows; else on the step's heading. */
export function focusField(field: string): void {
  const control = fieldAndParents(field)
    .map((candidate) => document.getElementById(fieldId(candidate)))
    .find((element) => element !== null);
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

/** Puts the focus on the step's heading if what had it is gone; else leaves it where it is. */
export function rescueFocus(): void {
  if (document.activeElement === null || document.activeElement === document.body) focusStepHeading();
}

/** True while something lies over the page that the keyboard belongs to. */
export function isSomethingOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"], .MuiPopover-root') !== null;
}
