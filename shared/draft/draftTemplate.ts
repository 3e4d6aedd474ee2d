import { z } from 'zod';
import { storedDraftSchema } from './storedDraft.ts';

/** A draft that was saved under a name, to begin other jobs with. */
export const draftTemplateSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** ms since the epoch. */
  savedAtMs: z.number(),
  draft: storedDraftSchema,
});
export type DraftTemplate = z.infer<typeof draftTemplateSchema>;

/** Names of templates are the same whatever their case. */
export const isSameTemplateName = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();
