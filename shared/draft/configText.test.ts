import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ModelSummary } from '../models/modelSummary.ts';
import { canBecomeFields, withConfigText } from './configText.ts';
import { inputsFromModel } from './draftInputs.ts';
import { dataInputConfigText } from './draftToRequest.ts';
import { newJobDraft, type JobDraft } from './jobDraft.ts';

const SUMMARY: ModelSummary = {
  framework: 'ONNX',
  fileName: 'two.onnx',
  packaging: 'onnx',
  sizeBytes: 1,
  modifiedMs: 0,
  sha256: '0'.repeat(64),
  modelEntry: 'two.onnx',
  otherEntries: [],
  inputs: [
    { name: 'image', dtype: 'float32', shape: [{ symbol: 'batch' }, 3, 224, 224], layout: 'NCHW' },
    { name: 'mask', dtype: 'int64', shape: [{ symbol: 'batch' }, 10], layout: null },
  ],
  outputs: [],
  irVersion: 8,
  opset: 12,
  producer: null,
  nodeCount: 1,
  operators: {},
};

function draft(framework: string, device = ''): JobDraft {
  const empty = newJobDraft({ endpointId: 'aws', bucket: '', roleArn: '' });
  return {
    ...empty,
    model: { ...empty.model, kind: 's3', framework },
    target: { ...empty.target, device },
  };
}

const edited = (before: JobDraft, text: string): JobDraft => ({ ...before, ...withConfigText(before, text) });
const sizes = ({ inputs }: JobDraft) =>
  inputs.map(({ name, dimensions }) => [name, ...dimensions.map(({ value }) => value)]);

describe('a text that the fields can say', () => {
  it('fills the fields, and stays as it is spelt', () => {
    const text = '{ "b": [1, 3, 224, 224],\n  "a": [2] }';
    const next = edited(draft('MXNET'), text);
    expect(next.dataInputConfig).toEqual({ mode: 'fields', form: 'dictionary', text });
    expect(sizes(next)).toEqual([
      ['b', '1', '3', '224', '224'],
      ['a', '2'],
    ]);
    expect(dataInputConfigText(next)).toBe(text);
    expect(next.inputs[0]?.dimensions.map(({ role }) => role)).toEqual(['N', 'C', 'H', 'W']);
  });

  it('keeps what the file says of an input of the same name', () => {
    const before = draft('ONNX');
    before.model.summary = SUMMARY;
    before.inputs = inputsFromModel(SUMMARY);
    const [image, mask] = edited(before, '{"image":[4,3,224,224],"mask":[4,12]}').inputs;
    expect(image?.dtype).toBe('float32');
    expect(image?.dimensions[0]).toEqual({ value: '4', symbol: 'batch', fromFile: null, role: 'N' });
    expect(mask?.dimensions[1]).toEqual({ value: '12', symbol: null, fromFile: '10', role: null });
  });

  it('keeps names for later when they leave the list form', () => {
    const list = edited(edited(draft('PYTORCH'), '{"left":[1,2],"right":[1,3]}'), '[[1,4],[1,5],[1,6]]');
    expect(list.dataInputConfig.form).toBe('list');
    expect(sizes(list)).toEqual([
      ['left', '1', '4'],
      ['right', '1', '5'],
      ['input2', '1', '6'],
    ]);
  });

  it('keeps what was said for Core ML while the target is another', () => {
    const coreMl = edited(draft('TENSORFLOW', 'coreml'), '{"x":{"shape":[1,8],"type":"Image","bias":[0],"scale":2}}');
    const elsewhere = edited({ ...coreMl, target: { ...coreMl.target, device: 'ml_m5' } }, '{"x":[1,9]}');
    expect(elsewhere.inputs[0]?.coreMl).toEqual(coreMl.inputs[0]?.coreMl);
  });
});

describe('a text that only a text can say', () => {
  it.each([
    ['is not finished', '{"x":[1,'],
    ['has members that nobody knows', '{"x":{"shape":[1,2],"colour":"RGB"}}'],
    ['leaves a dimension open', '{"x":[-1,2]}'],
    ['is empty', ''],
  ])('stays as typed when it %s, and the fields as they were', (_, text) => {
    const before = edited(draft('TENSORFLOW', 'coreml'), '{"x":{"shape":[1,2]}}');
    const next = edited(before, text);
    expect(next.dataInputConfig).toEqual({ mode: 'text', form: 'dictionary', text });
    expect(next.inputs).toEqual(before.inputs);
    expect(canBecomeFields(next)).toBe(false);
  });

  it('becomes fields once the target is one that the fields can speak for', () => {
    const text = '{"x":{"shape":["1..10",224,224,3],"default_shape":[1,224,224,3]}}';
    const early = edited(draft('TENSORFLOW'), text);
    expect(early.dataInputConfig.mode).toBe('text');
    const late = { ...early, target: { ...early.target, device: 'coreml' } };
    expect(canBecomeFields(late)).toBe(true);
    expect(dataInputConfigText(edited(late, text))).toBe(text);
  });
});

it('never changes what is sent, whatever is typed', () => {
  const texts = fc.oneof(
    fc.string(),
    fc.json(),
    fc
      .dictionary(fc.string(), fc.array(fc.integer({ min: 1, max: 999 }), { maxLength: 5 }))
      .map((value) => JSON.stringify(value)),
    fc.array(fc.array(fc.nat(9), { maxLength: 4 })).map((value) => JSON.stringify(value)),
    fc
      .record(
        { shape: fc.array(fc.nat(9)), scale: fc.double(), bias: fc.array(fc.double()) },
        { requiredKeys: ['shape'] },
      )
      .map((value) => JSON.stringify({ x: value })),
  );
  fc.assert(
    fc.property(
      texts,
      fc.constantFrom('', 'coreml', 'ml_m5'),
      fc.constantFrom('PYTORCH', 'ONNX'),
      (text, device, framework) => {
        const next = edited(draft(framework, device), text);
        expect(dataInputConfigText(next) ?? '').toBe(text.trim() === '' ? '' : text);
      },
    ),
  );
});
