import { describe, expect, it } from 'vitest';
import type { ModelSummary } from '../models/modelSummary.ts';
import { typedDimension } from './draftInputs.ts';
import { newJobDraft, plainCoreMlInput, type DimensionRole, type DraftInput, type JobDraft } from './jobDraft.ts';
import { withFramework } from './withFramework.ts';

const input = (name: string, sizes: string[], roles: (DimensionRole | null)[] = []): DraftInput => ({
  name,
  dtype: '',
  dimensions: sizes.map((size, index) => typedDimension(size, roles[index] ?? null)),
  coreMl: plainCoreMlInput(),
});

function draft(change: Partial<JobDraft> = {}): JobDraft {
  return { ...newJobDraft({ endpointId: 'aws', bucket: '', roleArn: '' }), ...change };
}

const rolesIn = ({ inputs }: JobDraft) => inputs.map(({ dimensions }) => dimensions.map(({ role }) => role).join(''));
const NCHW: DimensionRole[] = ['N', 'C', 'H', 'W'];
const SIZES = ['1', '3', '224', '224'];

describe('how the inputs are given', () => {
  it('is not at all for XGBoost while nothing was typed, and by fields again for the others', () => {
    const xgboost = withFramework(draft(), 'XGBOOST');
    expect(xgboost.model.framework).toBe('XGBOOST');
    expect(xgboost.dataInputConfig.mode).toBe('none');
    expect(withFramework(xgboost, 'TENSORFLOW').dataInputConfig.mode).toBe('fields');
  });

  it('stays as it is when an input was typed', () => {
    const typed = draft({ inputs: [input('data', ['1', '69'])] });
    expect(withFramework(typed, 'XGBOOST').dataInputConfig.mode).toBe('fields');
    expect(withFramework(typed, 'XGBOOST').inputs).toEqual(typed.inputs);
  });

  it('stays text when a text was typed, not when it is blank', () => {
    const text = (value: string) => draft({ dataInputConfig: { mode: 'text', form: 'dictionary', text: value } });
    expect(withFramework(text('{"data":'), 'XGBOOST').dataInputConfig).toMatchObject({
      mode: 'text',
      text: '{"data":',
    });
    expect(withFramework(text(' '), 'XGBOOST').dataInputConfig.mode).toBe('none');
  });

  it('counts an input without name and sizes as nothing', () => {
    expect(withFramework(draft({ inputs: [input('', ['', ''])] }), 'XGBOOST').dataInputConfig.mode).toBe('none');
  });
});

describe('the roles of typed sizes', () => {
  it('follow the layout of the framework, and sizes stay where they are', () => {
    const typed = draft({ inputs: [input('image', SIZES, NCHW), input('mask', ['1', '10'])] });
    const tensorflow = withFramework(typed, 'TENSORFLOW');
    expect(rolesIn(tensorflow)).toEqual(['NHWC', '']);
    expect(tensorflow.inputs[0]?.dimensions.map(({ value }) => value)).toEqual(SIZES);
    expect(rolesIn(withFramework(tensorflow, 'KERAS'))).toEqual(['NCHW', '']);
  });

  it('stay when a person gave them', () => {
    const own = draft({ inputs: [input('image', SIZES, ['C', 'N', 'H', 'W'])] });
    expect(rolesIn(withFramework(own, 'TENSORFLOW'))).toEqual(['CNHW']);
  });

  it('stay when the file shows a layout', () => {
    const summary = { inputs: [{ name: 'image', dtype: 'float32', shape: [1, 3, 224, 224], layout: 'NCHW' }] };
    const read = draft({ inputs: [input('image', SIZES, NCHW)] });
    const known = { ...read, model: { ...read.model, summary: summary as unknown as ModelSummary } };
    expect(rolesIn(withFramework(known, 'TENSORFLOW'))).toEqual(['NCHW']);
  });
});
