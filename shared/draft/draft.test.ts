import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringShapes } from '../api/shapes.ts';
import { targetDevices, targetPlatforms } from '../catalog/catalog.ts';
import type { ModelSummary } from '../models/modelSummary.ts';
import { checkCreateCompilationJob } from '../request/requestRules.ts';
import { checkDraft, submittableDraftSchema } from './checkDraft.ts';
import { inputsFromModel } from './draftInputs.ts';
import { draftToRequest, modelUri, withoutAbsentMembers } from './draftToRequest.ts';
import { requestToDraft } from './requestToDraft.ts';
import { jobDraftSchema, newJobDraft, plainCoreMlInput, type JobDraft } from './jobDraft.ts';
import { ownOutputLocation, withOwnOutputLocation } from './outputLocation.ts';
import { generateJobName, nextFreeName } from './jobName.ts';

const BUCKET = 'edgewright-local';
const DEFAULTS = { endpointId: 'local', bucket: BUCKET, roleArn: 'arn:aws:iam::000000000000:role/edgewright-local' };
const PACKAGE = 'arn:aws:sagemaker:us-west-2:123456789012:model-package/faces/1';
const context = { bucket: BUCKET, isLocal: true, takenNames: new Set(['taken']) };

const summary: ModelSummary = {
  framework: 'ONNX',
  fileName: 'two inputs.onnx',
  packaging: 'onnx',
  sizeBytes: 1000,
  modifiedMs: 0,
  sha256: '0123456789abcdef'.repeat(4),
  modelEntry: 'two inputs.onnx',
  otherEntries: [],
  inputs: [
    { name: 'image', dtype: 'float32', shape: [{ symbol: 'batch' }, 3, 224, null], layout: 'NCHW' },
    { name: 'mask', dtype: 'float32', shape: [{ symbol: 'batch' }, 10], layout: null },
    { name: 'rate', dtype: 'int64', shape: [], layout: null },
  ],
  outputs: [],
  irVersion: 8,
  opset: 12,
  producer: null,
  nodeCount: 1,
  operators: {},
};

function draft(change: (draft: JobDraft) => void = () => {}): JobDraft {
  const value = newJobDraft(DEFAULTS);
  value.model = { ...value.model, source: { kind: 'file', path: '/m/two inputs.onnx' }, summary };
  value.inputs = inputsFromModel(summary);
  for (const input of value.inputs) for (const dimension of input.dimensions) dimension.value ||= '2';
  value.target.device = 'ml_m5';
  value.output.compilationJobName = 'two-inputs-1';
  value.output.s3OutputLocation = ownOutputLocation(BUCKET, 'two-inputs-1');
  change(value);
  return value;
}

/** Types a value into one dimension. */
const typing = (input: number, dimension: number, value: string) => (target: JobDraft) => {
  const field = target.inputs[input]?.dimensions[dimension];
  if (!field) throw new RangeError('The draft has no such dimension');
  field.value = value;
};

const findingsOf = (value: JobDraft) => checkDraft(value, context).map(({ rule, path }) => [rule, path.join('.')]);

describe('inputsFromModel', () => {
  it('prefills fixed dimensions, leaves open ones empty and names them by their symbol', () => {
    expect(inputsFromModel(summary)[0]?.dimensions).toEqual([
      { value: '', symbol: 'batch', fromFile: null, role: 'N' },
      { value: '3', symbol: null, fromFile: '3', role: 'C' },
      { value: '224', symbol: null, fromFile: '224', role: 'H' },
      { value: '', symbol: null, fromFile: null, role: 'W' },
    ]);
  });

  it('makes a scalar an input without dimensions', () => {
    expect(inputsFromModel(summary)[2]).toEqual({
      name: 'rate',
      dtype: 'int64',
      dimensions: [],
      coreMl: plainCoreMlInput(),
    });
  });
});

describe('draftToRequest', () => {
  it('builds a request that passes every check', () => {
    const request = withoutAbsentMembers(draftToRequest(draft(), BUCKET));
    expect(request).toEqual({
      CompilationJobName: 'two-inputs-1',
      RoleArn: DEFAULTS.roleArn,
      InputConfig: {
        S3Uri: 's3://edgewright-local/models/0123456789abcdef/two inputs.tar.gz',
        DataInputConfig: '{"image":[2,3,224,2],"mask":[2,10],"rate":[]}',
        Framework: 'ONNX',
      },
      OutputConfig: { S3OutputLocation: 's3://edgewright-local/compiled/two-inputs-1', TargetDevice: 'ml_m5' },
      StoppingCondition: { MaxRuntimeInSeconds: 900 },
    });
    expect(checkCreateCompilationJob(request, { service: 'local' }).ok).toBe(true);
  });

  it('leaves the location of an object that is there already alone', () => {
    expect(modelUri({ ...draft().model, kind: 's3', s3Uri: 's3://b/k.tar.gz' }, BUCKET)).toBe('s3://b/k.tar.gz');
  });

  it('is undone by requestToDraft', () => {
    const platform = (value: JobDraft) => {
      value.target = { ...value.target, kind: 'platform', device: '', os: 'LINUX', arch: 'ARM64', accelerator: 'MALI' };
      value.target.compilerOptions = '{"mattr":["+neon"]}';
    };
    for (const value of [draft(), draft(platform)]) {
      const request = withoutAbsentMembers(draftToRequest(value, BUCKET));
      expect(withoutAbsentMembers(draftToRequest(requestToDraft(request, DEFAULTS, summary), BUCKET))).toEqual(request);
    }
  });
});

describe('checkDraft', () => {
  it('finds nothing wrong with a finished draft', () => {
    expect(findingsOf(draft())).toEqual([]);
    expect(submittableDraftSchema(context).safeParse(draft()).success).toBe(true);
  });

  it('asks for everything that a new draft lacks, once each', () => {
    expect(findingsOf(newJobDraft(DEFAULTS))).toEqual([
      ['model.none', 'model.source'],
      ['EntityName.minLength', 'output.compilationJobName'],
      ['target.none', 'target.device'],
    ]);
  });

  it.each<[rule: string, path: string, change: (value: JobDraft) => void]>([
    ['input.dimension.empty', 'inputs.0.dimensions.3.value', typing(0, 3, ' ')],
    ['input.dimension.number', 'inputs.0.dimensions.3.value', typing(0, 3, '-1')],
    ['input.dimension.number', 'inputs.0.dimensions.3.value', typing(0, 3, '2.5')],
    ['input.dimension.size', 'inputs.0.dimensions.3.value', typing(0, 3, '99999999999')],
    ['output.locationLocal', 'output.s3OutputLocation', (d) => (d.output.s3OutputLocation = 's3://b/../../x')],
    ['input.dimension.fixed', 'inputs.0.dimensions.1.value', typing(0, 1, '4')],
    ['input.dimension.shared', 'inputs.1.dimensions.0.value', typing(1, 0, '3')],
    ['model.unread', 'model.source', (d) => (d.model.summary = null)],
    ['model.frameworkLocal', 'model.framework', (d) => (d.model.framework = 'KERAS')],
    [
      'model.packageLocal',
      'model.modelPackageVersionArn',
      (d) => Object.assign(d.model, { kind: 'package', modelPackageVersionArn: PACKAGE }),
    ],
    ['model.none', 'model.s3Uri', (d) => (d.model.kind = 's3')],
    [
      'tags.duplicate',
      'output.tags.1.key',
      (d) =>
        (d.output.tags = [
          { key: 'a', value: '' },
          { key: 'a', value: '1' },
        ]),
    ],
    [
      'NeoVpcSubnets.minLength',
      'output.vpc.subnets',
      (d) => (d.output.vpc = { isUsed: true, securityGroupIds: ['sg-1'], subnets: [] }),
    ],
    ['kms.format', 'output.kmsKeyId', (d) => (d.output.kmsKeyId = 'ExampleAlias')],
    ['stoppingCondition.wait', 'output.maxWaitTimeInSeconds', (d) => (d.output.maxWaitTimeInSeconds = '60')],
    [
      'MaxPendingTimeInSeconds.minValue',
      'output.maxPendingTimeInSeconds',
      (d) => (d.output.maxPendingTimeInSeconds = '60'),
    ],
    ['target.local', 'target.device', (d) => (d.target.device = 'ml_inf1')],
    ['target.none', 'target.device', (d) => (d.target.device = '')],
    ['TargetPlatformOs.enum', 'target.os', (d) => (d.target.kind = 'platform')],
    ['output.nameTaken', 'output.compilationJobName', (d) => (d.output.compilationJobName = 'taken')],
    ['EntityName.pattern', 'output.compilationJobName', (d) => (d.output.compilationJobName = 'a_b')],
    ['stoppingCondition.number', 'output.maxRuntimeInSeconds', (d) => (d.output.maxRuntimeInSeconds = '15 min')],
    ['MaxRuntimeInSeconds.minValue', 'output.maxRuntimeInSeconds', (d) => (d.output.maxRuntimeInSeconds = '0')],
    ['S3Uri.pattern', 'output.s3OutputLocation', (d) => (d.output.s3OutputLocation = 'bucket/out')],
    ['RoleArn.minLength', 'output.roleArn', (d) => (d.output.roleArn = 'me')],
    ['compilerOptions.json', 'target.compilerOptions', (d) => (d.target.compilerOptions = '{"mcpu":')],
  ])('finds %s at %s', (rule, path, change) => {
    const value = draft(change);
    expect(findingsOf(value)).toContainEqual([rule, path]);
    const parsed = submittableDraftSchema(context).safeParse(value);
    expect(parsed.success).toBe(false);
    expect(parsed.error?.issues.map((issue) => issue.path.join('.'))).toContain(path);
  });

  it('keeps what was typed while it is wrong', () => {
    const value = draft(typing(0, 0, 'many'));
    expect(jobDraftSchema.parse(structuredClone(value))).toEqual(value);
  });
});

describe('the output location', () => {
  const renamed = (value: JobDraft) => ({ ...value, output: { ...value.output, compilationJobName: 'other' } });
  const locationOf = (value: JobDraft) => withOwnOutputLocation(renamed(value), BUCKET).output.s3OutputLocation;

  it('follows the name while it is the job’s own folder, also after a clone', () => {
    expect(locationOf(draft())).toBe('s3://edgewright-local/compiled/other');
    const request = withoutAbsentMembers(draftToRequest(draft(), BUCKET));
    expect(locationOf(requestToDraft(request, DEFAULTS))).toBe('s3://edgewright-local/compiled/other');
  });

  it('stays what the user chose, also after a clone', () => {
    const chosen = draft((d) => {
      d.output.s3OutputLocation = 's3://mine/here';
      d.output.locationFollowsName = false;
    });
    expect(locationOf(chosen)).toBe('s3://mine/here');
    const request = withoutAbsentMembers(draftToRequest(chosen, BUCKET));
    expect(locationOf(requestToDraft(request, DEFAULTS))).toBe('s3://mine/here');
  });
});

describe('job names', () => {
  const date = new Date(2026, 10, 22, 9, 5, 7);

  it('reads as model, target and time', () => {
    expect(generateJobName('Blaze Face (front)', 'ml_m5', date)).toBe('Blaze-Face-front-ml-m5-20261122-090507');
  });

  it('fits the API for any model and target', () => {
    const name = new RegExp(`^(?:${stringShapes.EntityName.pattern})$`, 'u');
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom(...targetDevices.map(({ id }) => id)),
        (model, target) => {
          const generated = generateJobName(model, target, date);
          expect(generated.length).toBeLessThanOrEqual(stringShapes.EntityName.max);
          expect(generated).toMatch(name);
        },
      ),
    );
  });

  it('finds the next free name', () => {
    expect(nextFreeName('job', new Set())).toBe('job');
    expect(nextFreeName('job', new Set(['job']))).toBe('job-2');
    expect(nextFreeName('job-2', new Set(['job', 'job-2', 'job-3']))).toBe('job-4');
    expect(nextFreeName('a'.repeat(63), new Set(['a'.repeat(63)]))).toBe(`${'a'.repeat(61)}-2`);
  });
});

describe('catalogue', () => {
  it('lists every TargetDevice of the API exactly once', () => {
    expect(targetDevices.map(({ id }) => id).sort()).toEqual([...stringShapes.TargetDevice.values].sort());
  });

  it('lists every valid platform once', () => {
    const keys = targetPlatforms.map(({ os, arch, accelerator }) => `${os}/${arch}/${accelerator}`);
    expect(new Set(keys).size).toBe(18);
  });
});
