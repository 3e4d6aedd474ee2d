/** The steps of the wizard, in order; also the last part of their addresses, `/new/<step>`. */
export const STEP_IDS = ['model', 'inputs', 'target', 'output', 'review'] as const;
export type StepId = (typeof STEP_IDS)[number];

export const isStepId = (text: string | undefined): text is StepId => STEP_IDS.some((id) => id === text);

export const stepAddress = (step: StepId): string => `/new/${step}`;
