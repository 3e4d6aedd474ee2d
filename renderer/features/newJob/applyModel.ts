import { inputsFromModel } from '../../../shared/draft/draftInputs.ts';
import type { DraftDimension, DraftInput, JobDraft } from '../../../shared/draft/jobDraft.ts';
import type { ModelSource, ModelSummary } from '../../../shared/models/modelSummary.ts';
import { withGeneratedName } from '../../../shared/draft/generatedName.ts';

/** What became of the sizes that the user had typed, when a model is read into a draft that has some. */
export interface KeptSizes {
  kept: number;
  dropped: number;
}

export interface AppliedModel {
  draft: JobDraft;
  sizes: KeptSizes;
}

const isTyped = ({ fromFile, value }: DraftDimension) => fromFile === null && value.trim() !== '';

const typedSizes = (inputs: readonly DraftInput[]) =>
  inputs.flatMap(({ dimensions }) => dimensions).filter(isTyped).length;

/** How many typed sizes the new inputs do not have; one that the new file fixes to the same is not lost. */
function droppedSizes(before: readonly DraftInput[], after: readonly DraftInput[]): number {
  const dropped = before.flatMap((input) => {
    const fresh = after.find(({ name }) => name === input.name)?.dimensions ?? [];
    const isComparable = fresh.length === input.dimensions.length;
    return input.dimensions.filter(
      (dimension, index) => isTyped(dimension) && !(isComparable && fresh[index]?.value === dimension.value),
    );
  });
  return dropped.length;
}

function keepTyped(fresh: DraftInput, previous: DraftInput | undefined): DraftInput {
  if (!previous) return fresh;
  const { coreMl } = previous;
  // The file states no rank: the dimensions are all the user's.
  if (fresh.dimensions.length === 0 && previous.dimensions.every(({ fromFile }) => fromFile === null)) {
    return { ...fresh, coreMl, dimensions: previous.dimensions };
  }
  if (previous.dimensions.length !== fresh.dimensions.length) return fresh;
  const dimensions = fresh.dimensions.map((dimension, index) => {
    const old = previous.dimensions[index];
    return old && isTyped(old) && dimension.fromFile === null ? { ...dimension, value: old.value } : dimension;
  });
  return { ...fresh, coreMl, dimensions };
}

/**
 * The draft with a model that was just read: framework, inputs and generated name follow the file.
 * Sizes that the user typed stay where an input of the same name and rank still leaves them open.
 */
export function applyModel(draft: JobDraft, source: ModelSource, summary: ModelSummary, now: Date): AppliedModel {
  const inputs = inputsFromModel(summary).map((fresh) =>
    keepTyped(
      fresh,
      draft.inputs.find(({ name }) => name === fresh.name),
    ),
  );
  const kept = typedSizes(inputs);
  const place = source.kind === 's3' ? { kind: 's3' as const, s3Uri: source.uri } : { kind: 'file' as const, source };
  const model = { ...draft.model, ...place, summary, framework: summary.framework };
  const { mode, form } = draft.dataInputConfig;
  // Text that only a text can say is not thrown away by looking into the model once more.
  const dataInputConfig =
    mode === 'text' && source.kind === 's3' ? draft.dataInputConfig : { mode: 'fields' as const, form, text: '' };
  return {
    draft: withGeneratedName({ ...draft, model, dataInputConfig, inputs }, now),
    sizes: { kept, dropped: droppedSizes(draft.inputs, inputs) },
  };
}

/** One calm sentence about typed sizes; null when there were none. */
export function keptSizesInWords({ kept, dropped }: KeptSizes): string | null {
  const stay =
    kept === 1 ? '1 size that you typed still fits and stays' : `${kept} sizes that you typed still fit and stay`;
  const leave = `${dropped} ${dropped === 1 ? 'belongs' : 'belong'} to the other model and ${dropped === 1 ? 'was' : 'were'} left out`;
  if (kept > 0) return dropped > 0 ? `${stay}; ${leave}.` : `${stay}.`;
  return dropped > 0 ? `Of the sizes that you typed, ${leave}.` : null;
}
