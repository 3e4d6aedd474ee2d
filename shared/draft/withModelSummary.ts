import type { ModelSummary } from '../models/modelSummary.ts';
import { inputsFromModel } from './draftInputs.ts';
import type { DraftInput, JobDraft } from './jobDraft.ts';

/** An input with what the file says of it; `fromFile` is undefined when nothing is known. Names, sizes and roles stay. */
function withFacts(input: DraftInput, fromFile: DraftInput | undefined): DraftInput {
  const known = fromFile?.dimensions.length === input.dimensions.length ? fromFile.dimensions : [];
  return {
    ...input,
    dtype: fromFile?.dtype ?? '',
    dimensions: input.dimensions.map((dimension, index) => ({
      ...dimension,
      symbol: known[index]?.symbol ?? null,
      fromFile: known[index]?.fromFile ?? null,
    })),
  };
}

/**
 * The draft when its model became another one of which `summary` is known, or nothing: what the old file fixed and
 * named no longer holds. What was typed stays, and so does the framework.
 */
export function withModelSummary(draft: JobDraft, summary: ModelSummary | null): JobDraft {
  const known = summary ? inputsFromModel(summary) : [];
  const inputs = draft.inputs.map((input) =>
    withFacts(
      input,
      known.find(({ name }) => name === input.name),
    ),
  );
  return { ...draft, model: { ...draft.model, summary }, inputs };
}
