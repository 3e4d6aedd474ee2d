import type { Finding } from '../api/finding.ts';
import { checkDraft, type DraftContext } from './checkDraft.ts';
import { modelUri } from './draftToRequest.ts';
import type { JobDraft } from './jobDraft.ts';

/** What keeps a draft from being submitted, parted by whose business it is. */
export interface DraftVerdict {
  /** Wrong wherever the job is sent. */
  errors: Finding[];
  /** Right elsewhere: only the endpoint of the draft refuses it. */
  refusals: Finding[];
  /** The request says all that the user means: it can be shown, copied and saved, also where it cannot be submitted. */
  isWhole: boolean;
}

/** Errors that leave the request itself as it is meant. */
const BESIDE_THE_REQUEST: ReadonlySet<string> = new Set(['output.nameTaken', 'model.unread']);

const isError = ({ severity }: Finding) => severity === 'error';
const placeOf = ({ path }: Finding) => path.join('.');
const isSame = (one: Finding, other: Finding) => one.rule === other.rule && placeOf(one) === placeOf(other);

/**
 * Parts the errors among a draft's findings. What the local runner refuses and AWS takes is a refusal: the draft is
 * judged once more as if the same request went to AWS.
 */
export function judgeDraft(draft: JobDraft, findings: readonly Finding[], context: DraftContext): DraftVerdict {
  const here = findings.filter(isError);
  const elsewhere =
    context.isLocal && here.length > 0 ? checkDraft(draft, { ...context, isLocal: false }).filter(isError) : here;
  const refusals = here.filter((finding) => !elsewhere.some((other) => isSame(finding, other)));
  // At one place one thing is told: behind a refusal something may be wrong everywhere.
  const hidden = elsewhere.filter(
    (finding) =>
      !here.some((other) => isSame(finding, other)) &&
      refusals.some((refusal) => placeOf(refusal) === placeOf(finding)),
  );
  const errors = [...here.filter((finding) => !refusals.includes(finding)), ...hidden];
  const hasModel = draft.model.kind === 'package' || modelUri(draft.model, context.bucket) !== null;
  return { errors, refusals, isWhole: hasModel && errors.every(({ rule }) => BESIDE_THE_REQUEST.has(rule)) };
}
