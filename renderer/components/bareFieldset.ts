/** A group of controls that belong together, without the frame that browsers draw. */
export const bareFieldset = { m: 0, p: 0, border: 0, minWidth: 0 } as const;
