import { inputsFromModel } from '../../../../shared/draft/draftInputs.ts';
import { newJobDraft, type JobDraft } from '../../../../shared/draft/jobDraft.ts';
import { withOwnOutputLocation } from '../../../../shared/draft/outputLocation.ts';
import type { ModelFileSource, ModelSummary, ModelTensor } from '../../../../shared/models/modelSummary.ts';
import { FAKE_ENDPOINT } from '../../../testing/fakeBridge.ts';
import { fakeSummary } from '../../../testing/fakeSummary.ts';

/** A tensor of the file, float32 unless said otherwise. */
export function tensor(name: string, shape: ModelTensor['shape'], rest: Partial<ModelTensor> = {}): ModelTensor {
  return { name, dtype: 'float32', layout: null, ...rest, shape };
}

/** A dimension that the file leaves open. */
export const open = (symbol: string) => ({ symbol });

const file = (fileName: string): ModelFileSource => ({ kind: 'file', path: `/home/ada/models/${fileName}` });

/** A picture model whose file fixes every size. */
export const staticModel: ModelSummary = {
  ...fakeSummary(file('model.tar.gz')),
  inputs: [tensor('data', [1, 3, 224, 224], { layout: 'NCHW' })],
};

/** A picture model whose batch is open. */
export const batchModel: ModelSummary = {
  ...fakeSummary(file('mobilenet.onnx')),
  inputs: [tensor('input', [open('batch'), 3, 224, 224], { layout: 'NCHW' })],
};

/** A text model: three inputs that share two symbols, and a scalar. */
export const textModel: ModelSummary = {
  ...fakeSummary(file('bert.onnx')),
  inputs: [
    tensor('input_ids', [open('batch'), open('sequence')], { dtype: 'int64' }),
    tensor('attention_mask', [open('batch'), open('sequence')], { dtype: 'int64' }),
    tensor('token_type_ids', [open('batch'), open('sequence')], { dtype: 'int64' }),
    tensor('threshold', []),
  ],
};

/** A draft that can be submitted: the batch model for an m5, called `my-job`. */
export function completeDraft(changes: Partial<JobDraft['output']> = {}): JobDraft {
  const empty = newJobDraft({ endpointId: 'local', bucket: 'edgewright', roleArn: FAKE_ENDPOINT.roleArn });
  const draft: JobDraft = {
    ...empty,
    model: { ...empty.model, source: file('mobilenet.onnx'), summary: batchModel },
    inputs: inputsFromModel(batchModel).map((input) => ({
      ...input,
      dimensions: input.dimensions.map((dimension) => ({ ...dimension, value: dimension.fromFile ?? '1' })),
    })),
    target: { ...empty.target, device: 'ml_m5' },
    output: { ...empty.output, compilationJobName: 'my-job', nameIsGenerated: false, ...changes },
  };
  return withOwnOutputLocation(draft, 'edgewright');
}
