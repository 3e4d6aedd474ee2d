import { describe, expect, it } from 'vitest';
import { checkDraft, type DraftContext } from './checkDraft.ts';
import { judgeDraft } from './draftVerdict.ts';
import type { JobDraft } from './jobDraft.ts';
import { requestToDraft } from './requestToDraft.ts';

const local: DraftContext = { bucket: 'edgewright', isLocal: true, takenNames: new Set(['taken']) };

/** A request that AWS takes, for a device that the local runner knows. */
function draft(change: (draft: JobDraft) => void = () => {}): JobDraft {
  const request = {
    CompilationJobName: 'faces',
    RoleArn: 'arn:aws:iam::123456789012:role/neo',
    InputConfig: { S3Uri: 's3://models/m.tar.gz', DataInputConfig: '{"data":[1,3,224,224]}', Framework: 'ONNX' },
    OutputConfig: { S3OutputLocation: 's3://models/out', TargetDevice: 'ml_m5' },
    StoppingCondition: { MaxRuntimeInSeconds: 900 },
  };
  const value = requestToDraft(request, { endpointId: 'local', bucket: 'edgewright', roleArn: '' });
  change(value);
  return value;
}

function verdictOf(value: JobDraft, context = local) {
  const { errors, refusals, isWhole } = judgeDraft(value, checkDraft(value, context), context);
  const rules = (findings: typeof errors) => findings.map(({ rule }) => rule);
  return { errors: rules(errors), refusals: rules(refusals), isWhole };
}

describe('judgeDraft', () => {
  it('finds nothing in a draft that can be submitted', () => {
    expect(verdictOf(draft())).toEqual({ errors: [], refusals: [], isWhole: true });
  });

  it.each<[string, (draft: JobDraft) => void]>([
    ['target.local', (value) => (value.target.device = 'ml_inf2')],
    ['model.frameworkLocal', (value) => (value.model.framework = 'MXNET')],
    ['output.locationLocal', (value) => (value.output.s3OutputLocation = 's3://models/a/../b')],
    ['TargetDevice.enum', (value) => (value.target.device = 'ml_of_tomorrow')],
    [
      'model.packageLocal',
      (value) => {
        value.model.kind = 'package';
        value.model.modelPackageVersionArn = 'arn:aws:sagemaker:us-west-2:123456789012:model-package/faces/1';
      },
    ],
  ])('takes %s for the business of the local runner', (rule, change) => {
    const verdict = verdictOf(draft(change));
    expect(verdict.refusals).toContain(rule);
    expect(verdict.errors).toEqual([]);
    expect(verdict.isWhole).toBe(true);
  });

  it('keeps the request whole when only its name is taken', () => {
    const taken = draft((value) => (value.output.compilationJobName = 'taken'));
    expect(verdictOf(taken)).toEqual({ errors: ['output.nameTaken'], refusals: [], isWhole: true });
  });

  it('keeps the request whole while a file could not be read, if it says where the archive will be', () => {
    const unread = (s3Uri: string) =>
      draft((value) => {
        value.model = { ...value.model, kind: 'file', source: { kind: 'file', path: '/m.onnx' }, summary: null, s3Uri };
      });
    const aws = { ...local, bucket: '', isLocal: false };
    expect(verdictOf(unread('s3://models/m.tar.gz'), aws)).toEqual({
      errors: ['model.unread'],
      refusals: [],
      isWhole: true,
    });
    expect(verdictOf(unread(''), local).isWhole).toBe(false);
  });

  it('does not let a refusal hide what is wrong everywhere', () => {
    const broken = verdictOf(
      draft((value) => {
        value.target.device = 'ml_inf2';
        value.output.roleArn = '';
      }),
    );
    expect(broken).toEqual({ errors: ['RoleArn.minLength'], refusals: ['target.local'], isWhole: false });
  });

  it('calls a draft with an open dimension or a limit that is no number not whole', () => {
    expect(verdictOf(draft((value) => (value.output.maxRuntimeInSeconds = 'soon'))).isWhole).toBe(false);
    expect(
      verdictOf(
        draft((value) => {
          for (const { dimensions } of value.inputs) for (const dimension of dimensions) dimension.value = '';
        }),
      ).isWhole,
    ).toBe(false);
  });
});
