import { findFramework } from '../catalog/catalog.ts';
import type { ModelSummary } from '../models/modelSummary.ts';
import { rolesOf } from './draftInputs.ts';
import type { DraftInput, JobDraft } from './jobDraft.ts';

/** True while nothing says anything about the inputs: no name, no size, no text. */
function saysNothing({ inputs, dataInputConfig: { mode, text } }: JobDraft): boolean {
  if (mode === 'text' && text.trim() !== '') return false;
  return inputs.every(
    ({ name, dimensions }) => name.trim() === '' && dimensions.every(({ value }) => value.trim() === ''),
  );
}

/** XGBoost needs no names and shapes; for the others the fields are the place to begin. */
function modeFor(draft: JobDraft, framework: string): JobDraft['dataInputConfig']['mode'] {
  if (!saysNothing(draft)) return draft.dataInputConfig.mode;
  return findFramework(framework)?.inputConfig.need === 'notNeeded' ? 'none' : 'fields';
}

interface RolesContext {
  from: string;
  to: string;
  summary: ModelSummary | null;
}

/** Roles follow the framework's layout, unless the file shows a layout or a person gave them. */
function withRoles(input: DraftInput, { from, to, summary }: RolesContext): DraftInput {
  const rank = input.dimensions.length;
  const before = rolesOf(from, rank);
  const hasOwnRoles = input.dimensions.some(({ role }, index) => role !== (before[index] ?? null));
  const fileLayout = summary?.inputs.find(({ name }) => name === input.name)?.layout ?? null;
  if (hasOwnRoles || fileLayout !== null) return input;
  const roles = rolesOf(to, rank);
  const dimensions = input.dimensions.map((dimension, index) => ({ ...dimension, role: roles[index] ?? null }));
  return { ...input, dimensions };
}

/** The draft with another framework: how inputs are given, and the roles of their dimensions, follow where nothing was typed. */
export function withFramework(draft: JobDraft, framework: string): JobDraft {
  const { model, inputs, dataInputConfig } = draft;
  const context = { from: model.framework, to: framework, summary: model.summary };
  return {
    ...draft,
    model: { ...model, framework },
    inputs: inputs.map((input) => withRoles(input, context)),
    dataInputConfig: { ...dataInputConfig, mode: modeFor(draft, framework) },
  };
}
