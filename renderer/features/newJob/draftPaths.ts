import type { FieldPath } from 'react-hook-form';
import type { FindingPath } from '../../../shared/api/finding.ts';
import type { JobDraft } from '../../../shared/draft/jobDraft.ts';

/** A place in the draft, as react-hook-form names it: `inputs.0.dimensions.1.value`. */
export type DraftField = FieldPath<JobDraft>;

/** A finding's path as the name of a field. */
export const fieldOfPath = (path: FindingPath): string => path.join('.');

/** The `id` that the control of a field has in the page; the checklist focuses by it. */
export const fieldId = (field: string): string => `draft-${field.replaceAll('.', '-')}`;

/** True when `field` is `root` or lies below it. */
export const liesWithin = (field: string, root: string): boolean => field === root || field.startsWith(`${root}.`);

/** A field and everything above it, innermost first: where to look for something that can take the focus. */
export function fieldAndParents(field: string): string[] {
  const parts = field.split('.');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('.'));
}
