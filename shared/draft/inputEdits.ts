import { findFramework } from '../catalog/catalog.ts';
import { readDataInputConfig } from '../dataInputConfig/dataInputConfig.ts';
import { nameInList } from '../dataInputConfig/inputSpec.ts';
import { inputsFromConfig, rolesOf, typedDimension } from './draftInputs.ts';
import { plainCoreMlInput, type DimensionRole, type DraftInput, type JobDraft } from './jobDraft.ts';

/** True for an input of which no file says anything: its name and its number of dimensions are the user's. */
export const isTypedInput = ({ dtype, dimensions }: DraftInput): boolean =>
  dtype === '' && dimensions.every(({ symbol, fromFile }) => symbol === null && fromFile === null);

/** The roles of an input's dimensions: as read from the file, else by the layout that the framework wants. */
export function rolesOfInput(input: DraftInput, framework: string): readonly (DimensionRole | null)[] {
  if (isTypedInput(input)) return rolesOf(framework, input.dimensions.length);
  return input.dimensions.map(({ role }) => role);
}

/** The name of an input as the service knows it: in the list form names are given by place. Empty while none is typed. */
export function nameOfInput({ inputs, dataInputConfig }: Pick<JobDraft, 'inputs' | 'dataInputConfig'>, index: number) {
  return dataInputConfig.form === 'list' ? nameInList(index) : (inputs[index]?.name ?? '');
}

/** `input0` → `input1`, `input_1` → `input_2`, `data` → `data2`, until the name is free. */
function nextName(name: string, taken: readonly string[]): string {
  const [, stem = name, digits] = /^(.*?)(\d*)$/u.exec(name) ?? [];
  for (let count = digits ? Number(digits) : 1; ; count += 1) {
    const candidate = `${stem}${count === 1 && !digits ? '' : count}`;
    if (!taken.includes(candidate)) return candidate;
  }
}

/**
 * An input to begin with, after the example that AWS prints for the framework: its name and its number of dimensions.
 * A batch of one is the usual answer; the other sizes are open, because a wrong size is worse than none.
 */
export function newInput(framework: string, inputs: readonly DraftInput[]): DraftInput {
  const reading = readDataInputConfig(findFramework(framework)?.inputConfig.example ?? '{"input":[1]}');
  const [example] = reading.ok ? inputsFromConfig(reading.config, null, framework) : [];
  const taken = inputs.map(({ name }) => name);
  return {
    name: nextName(example?.name ?? 'input', taken),
    dtype: '',
    dimensions: (example?.dimensions ?? []).map(({ role }, index) => typedDimension(index === 0 ? '1' : '', role)),
    coreMl: plainCoreMlInput(),
  };
}

/** The inputs with one of them at another place. */
export function movedInput(inputs: readonly DraftInput[], from: number, to: number): DraftInput[] {
  const moved = inputs[from];
  if (!moved || to < 0 || to >= inputs.length) return [...inputs];
  const others = inputs.filter((_, index) => index !== from);
  return [...others.slice(0, to), moved, ...others.slice(to)];
}

/**
 * The names in the order in which PyTorch's forward() gets the inputs: sorted by name. Null where names do not decide.
 * Source: the loader's "Make sure that inputs are lexically ordered" (`failures.md` 16, 17).
 */
export function forwardOrder({ model, dataInputConfig, inputs }: JobDraft): string[] | null {
  if (model.framework !== 'PYTORCH' || dataInputConfig.form === 'list' || inputs.length < 2) return null;
  return inputs.map(({ name }) => name).sort();
}
