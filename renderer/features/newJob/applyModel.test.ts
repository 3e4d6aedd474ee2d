import { describe, expect, it } from 'vitest';
import { newJobDraft, type JobDraft } from '../../../shared/draft/jobDraft.ts';
import { withModelSummary } from '../../../shared/draft/withModelSummary.ts';
import type { ModelSource, ModelSummary } from '../../../shared/models/modelSummary.ts';
import { applyModel, keptSizesInWords } from './applyModel.ts';
import { batchModel, open, staticModel, tensor, textModel } from './testing/models.ts';

const NOW = new Date(2026, 10, 22, 15, 30, 0);
const source: ModelSource = { kind: 'file', path: '/models/model.onnx' };
const empty = newJobDraft({ endpointId: 'local', bucket: 'bucket', roleArn: 'arn:aws:iam::000000000000:role/x' });
const read = (draft: JobDraft, summary: ModelSummary) => applyModel(draft, source, summary, NOW);
const values = ({ inputs }: JobDraft) => inputs.map(({ dimensions }) => dimensions.map(({ value }) => value).join(','));

/** The draft with sizes typed into one input. */
function typed(draft: JobDraft, name: string, sizes: readonly string[]): JobDraft {
  const inputs = draft.inputs.map((input) => ({
    ...input,
    dimensions: input.dimensions.map((dimension, index) =>
      input.name === name ? { ...dimension, value: sizes[index] ?? dimension.value } : dimension,
    ),
  }));
  return { ...draft, inputs };
}

describe('a model that is read', () => {
  it('fills what the file fixes and leaves the rest empty', () => {
    expect(values(read(empty, batchModel).draft)).toEqual([',3,224,224']);
    expect(values(read(empty, textModel).draft)).toEqual([',', ',', ',', '']);
  });

  it('names the job after it, unless the user named it', () => {
    expect(read(empty, staticModel).draft.output.compilationJobName).toBe('model-20261122-153000');
    const named = { ...empty, output: { ...empty.output, compilationJobName: 'mine', nameIsGenerated: false } };
    expect(read(named, staticModel).draft.output.compilationJobName).toBe('mine');
  });

  it('does not call a typed size lost that the file fixes to the same', () => {
    const free = withModelSummary(typed(read(empty, batchModel).draft, 'input', ['8']), null);
    expect(read(free, batchModel).sizes).toEqual({ kept: 1, dropped: 0 });
    const others = typed(free, 'input', ['8', '3', '64', '64']);
    expect(read(others, batchModel).sizes).toEqual({ kept: 1, dropped: 2 });
  });

  it('keeps typed sizes of inputs with the same name and rank', () => {
    const before = typed(read(empty, textModel).draft, 'input_ids', ['1', '128']);
    const { draft, sizes } = read(before, { ...textModel, inputs: textModel.inputs.slice(0, 2) });
    expect(values(draft)).toEqual(['1,128', ',']);
    expect(sizes).toEqual({ kept: 2, dropped: 0 });
  });

  it('lets the file win where it fixes what was open', () => {
    const before = typed(read(empty, batchModel).draft, 'input', ['8']);
    const fixed = { ...batchModel, inputs: [tensor('input', [1, 3, 224, 224])] };
    expect(values(read(before, fixed).draft)).toEqual(['1,3,224,224']);
    expect(read(before, fixed).sizes).toEqual({ kept: 0, dropped: 1 });
  });

  it('leaves out typed sizes when the rank differs', () => {
    const before = typed(read(empty, textModel).draft, 'input_ids', ['1', '128']);
    const other = { ...textModel, inputs: [tensor('input_ids', [open('batch'), 16, 64])] };
    expect(values(read(before, other).draft)).toEqual([',16,64']);
  });

  it('keeps dimensions that the user added where the file states no shape', () => {
    const unknown = { ...batchModel, inputs: [tensor('x', null)] };
    const first = read(empty, unknown).draft;
    const dimensions = [{ value: '5', symbol: null, fromFile: null, role: null }];
    const before = { ...first, inputs: first.inputs.map((input) => ({ ...input, dimensions })) };
    expect(values(read(before, unknown).draft)).toEqual(['5']);
  });
});

it('says calmly what became of typed sizes', () => {
  expect(keptSizesInWords({ kept: 0, dropped: 0 })).toBeNull();
  expect(keptSizesInWords({ kept: 1, dropped: 0 })).toBe('1 size that you typed still fits and stays.');
  expect(keptSizesInWords({ kept: 2, dropped: 0 })).toBe('2 sizes that you typed still fit and stay.');
  expect(keptSizesInWords({ kept: 2, dropped: 1 })).toMatch(/^2 sizes .* 1 belongs to the other model/u);
});
