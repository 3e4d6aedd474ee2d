import { expect, it } from 'vitest';
import type { ModelSummary } from '../models/modelSummary.ts';
import { inputsFromModel } from './draftInputs.ts';
import { newJobDraft, type JobDraft } from './jobDraft.ts';
import { withModelSummary } from './withModelSummary.ts';

const summary: ModelSummary = {
  framework: 'ONNX',
  fileName: 'model.onnx',
  packaging: 'onnx',
  sizeBytes: 1,
  modifiedMs: 0,
  sha256: 'ab'.repeat(32),
  modelEntry: 'model.onnx',
  otherEntries: [],
  inputs: [{ name: 'image', dtype: 'float32', shape: [{ symbol: 'batch' }, 3, 8, 8], layout: 'NCHW' }],
  outputs: [],
  irVersion: 8,
  opset: 12,
  producer: null,
  nodeCount: 1,
  operators: {},
};

function readDraft(): JobDraft {
  const draft = newJobDraft({ endpointId: 'local', bucket: 'b', roleArn: '' });
  const inputs = inputsFromModel(summary);
  const [batch] = inputs[0]?.dimensions ?? [];
  if (batch) batch.value = '4';
  return { ...draft, model: { ...draft.model, summary }, inputs };
}

const dimensionsOf = ({ inputs }: JobDraft) => inputs[0]?.dimensions;

it('forgets what another file fixed and named, and keeps sizes, roles and names', () => {
  const unknown = withModelSummary(readDraft(), null);
  expect(unknown.model.summary).toBeNull();
  expect(unknown.inputs[0]).toMatchObject({ name: 'image', dtype: '' });
  expect(dimensionsOf(unknown)).toEqual([
    { value: '4', symbol: null, fromFile: null, role: 'N' },
    { value: '3', symbol: null, fromFile: null, role: 'C' },
    { value: '8', symbol: null, fromFile: null, role: 'H' },
    { value: '8', symbol: null, fromFile: null, role: 'W' },
  ]);
});

it('knows it again when the file comes back, also beside sizes that were changed meanwhile', () => {
  const unknown = withModelSummary(readDraft(), null);
  expect(withModelSummary(unknown, summary)).toEqual(readDraft());
  const [input] = unknown.inputs;
  const changed = {
    ...unknown,
    inputs: input ? [{ ...input, dimensions: input.dimensions.map((one) => ({ ...one, value: '7' })) }] : [],
  };
  expect(dimensionsOf(withModelSummary(changed, summary))?.map(({ value, fromFile }) => [value, fromFile])).toEqual([
    ['7', null],
    ['7', '3'],
    ['7', '8'],
    ['7', '8'],
  ]);
});

it('says nothing of inputs that the file does not have, or has with another rank', () => {
  const draft = readDraft();
  const [input] = draft.inputs;
  if (!input) throw new Error('no input');
  const others = {
    ...draft,
    inputs: [
      { ...input, name: 'other' },
      { ...input, dimensions: input.dimensions.slice(1) },
    ],
  };
  const facts = withModelSummary(others, summary).inputs.flatMap(({ dimensions }) =>
    dimensions.map(({ fromFile }) => fromFile),
  );
  expect(facts.every((fact) => fact === null)).toBe(true);
});
