/** The steps of the wizard, in order. */
export const STEP_IDS = ['model', 'inputs', 'target', 'output', 'review'] as const;
export type StepId = (typeof STEP_IDS)[number];

/** Where the form is shown: one of its steps, or all of it on one page. */
export type FormPlace = StepId | 'quick';

/** What the wizard shows; also the last part of its address, `/new/<place>`. */
export type WizardPlace = FormPlace | 'import';

export const isStepId = (text: string | undefined): text is StepId => STEP_IDS.some((id) => id === text);

export const isFormPlace = (text: string | undefined): text is FormPlace => text === 'quick' || isStepId(text);

export const isWizardPlace = (text: string | undefined): text is WizardPlace => text === 'import' || isFormPlace(text);

export const placeAddress = (place: WizardPlace): string => `/new/${place}`;
