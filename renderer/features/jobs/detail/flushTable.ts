/** A table without a frame stands flush with the text around it. */
export const flushTable = {
  '& th:first-of-type': { pl: 0 },
  '& th:last-of-type, & td:last-of-type': { pr: 0 },
} as const;
