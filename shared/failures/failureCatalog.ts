import { z } from 'zod';
import failuresJson from './failures.json' with { type: 'json' };

const failureSchema = z.object({
  id: z.string(),
  /** The FailureReason in the service's style, with `{placeholders}`. */
  text: z.string(),
  title: z.string(),
  cause: z.string(),
  fix: z.string(),
});
export type Failure = z.infer<typeof failureSchema>;

/** Failures that the local runner raises, and that the job page explains. */
export const failures: readonly Failure[] = z.array(failureSchema).parse(failuresJson);

/** FailureReason's limit, shape `FailureReason`. */
const MAX_REASON_CHARACTERS = 1024;

/**
 * The FailureReason of a known failure. Placeholders that are not given disappear; the text is cut to the API's limit.
 * @throws {RangeError} for an id that the catalogue does not have
 */
export function failureReason(id: string, values: Readonly<Record<string, string | number>> = {}): string {
  const failure = failures.find((candidate) => candidate.id === id);
  if (!failure) throw new RangeError(`No failure has the id ${id}`);
  const text = failure.text.replaceAll(/\{(\w+)\}/gu, (_, name: string) => String(values[name] ?? ''));
  return text.replaceAll(/\s+/gu, ' ').trim().slice(0, MAX_REASON_CHARACTERS);
}

/** White space and closing punctuation vary between the service's docs and its real answers. */
const comparable = (text: string): string => text.replaceAll(/\s+/gu, '').replace(/[.(]+$/u, '');

/** The text before the first placeholder: what tells the failures apart. */
const openingOf = ({ text }: Failure): string => comparable(text.split('{')[0] ?? '');

/** The catalogue entry that a FailureReason belongs to; the longest opening wins; null when none fits. */
export function findFailure(reason: string): Failure | null {
  const compared = comparable(reason);
  const fitting = failures.filter((failure) => compared.startsWith(openingOf(failure)));
  return [...fitting].sort((a, b) => openingOf(b).length - openingOf(a).length)[0] ?? null;
}
