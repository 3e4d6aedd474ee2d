import { describe, expect, it } from 'vitest';
import { draftFromTemplate } from './draftFromTemplate.ts';
import { newJobDraft, type JobDraft } from './jobDraft.ts';
import { requestToDraft } from './requestToDraft.ts';

const LOCAL = { id: 'local', bucket: 'edgewright', roleArn: 'arn:aws:iam::000000000000:role/edgewright-local' };
const AWS = { id: 'aws', bucket: '', roleArn: '' };
const place = { endpoints: [LOCAL, AWS], now: new Date(2026, 10, 22, 15, 30) };

const defaultsOf = ({ id, ...rest }: typeof LOCAL) => ({ endpointId: id, ...rest });

/** What was saved: everything that a template can bring. */
function template(change: (draft: JobDraft) => void = () => {}): { draft: JobDraft } {
  const draft = requestToDraft(
    {
      CompilationJobName: 'saved-job',
      RoleArn: 'arn:aws:iam::123456789012:role/team',
      InputConfig: {
        S3Uri: 's3://models/saved.tar.gz',
        DataInputConfig: '{"saved":[1,3]}',
        Framework: 'PYTORCH',
        FrameworkVersion: '1.8',
      },
      OutputConfig: {
        S3OutputLocation: 's3://team/out',
        TargetDevice: 'ml_inf1',
        CompilerOptions: '"--verbose 1"',
        KmsKeyId: 'alias/team',
      },
      VpcConfig: { SecurityGroupIds: ['sg-1'], Subnets: ['subnet-1'] },
      StoppingCondition: { MaxRuntimeInSeconds: 1800 },
      Tags: [{ Key: 'team', Value: 'vision' }],
    },
    defaultsOf(AWS),
  );
  change(draft);
  return { draft };
}

/** A draft at work, with a model of its own. */
function current(framework = 'PYTORCH'): JobDraft {
  const draft = requestToDraft(
    {
      CompilationJobName: 'mine',
      RoleArn: LOCAL.roleArn,
      InputConfig: { S3Uri: 's3://models/mine.tar.gz', DataInputConfig: '{"mine":[1,8]}', Framework: framework },
      OutputConfig: { S3OutputLocation: 's3://edgewright/compiled/mine', TargetDevice: 'rasp4b' },
      StoppingCondition: { MaxRuntimeInSeconds: 900 },
    },
    defaultsOf(LOCAL),
  );
  return { ...draft, output: { ...draft.output, nameIsGenerated: true } };
}

describe('draftFromTemplate', () => {
  it('keeps model and inputs of a draft that has a model', () => {
    const next = draftFromTemplate(template(), current(), place);
    expect(next.model.s3Uri).toBe('s3://models/mine.tar.gz');
    expect(next.inputs.map(({ name }) => name)).toEqual(['mine']);
    expect(next.dataInputConfig.text).toBe('{"mine":[1,8]}');
  });

  it('brings model and inputs to a draft that has none', () => {
    const next = draftFromTemplate(template(), newJobDraft(defaultsOf(LOCAL)), place);
    expect(next.model).toEqual(template().draft.model);
    expect(next.inputs).toEqual(template().draft.inputs);
  });

  it('brings target, options, output settings and endpoint', () => {
    const { draft } = template();
    const next = draftFromTemplate({ draft }, current(), place);
    expect(next.endpointId).toBe('aws');
    expect(next.target).toEqual(draft.target);
    const { compilationJobName: _, nameIsGenerated: __, ...settings } = draft.output;
    expect(next.output).toMatchObject(settings);
  });

  it('brings the framework version only to its own framework', () => {
    expect(draftFromTemplate(template(), current('PYTORCH'), place).model.frameworkVersion).toBe('1.8');
    const other = draftFromTemplate(template(), current('TENSORFLOW'), place);
    expect(other.model).toMatchObject({ framework: 'TENSORFLOW', frameworkVersion: '' });
  });

  it('generates the name for the new pair of model and target', () => {
    expect(draftFromTemplate(template(), current(), place).output).toMatchObject({
      compilationJobName: 'mine-ml-inf1-20261122-153000',
      nameIsGenerated: true,
    });
  });

  it('keeps a name that the user typed', () => {
    const typed = current();
    typed.output = { ...typed.output, compilationJobName: 'typed', nameIsGenerated: false };
    expect(draftFromTemplate(template(), typed, place).output).toMatchObject({
      compilationJobName: 'typed',
      nameIsGenerated: false,
    });
  });

  it("puts the job's own folder under the new name", () => {
    const own = template((draft) => {
      draft.endpointId = 'local';
      draft.output.locationFollowsName = true;
    });
    expect(draftFromTemplate(own, current(), place).output.s3OutputLocation).toBe(
      's3://edgewright/compiled/mine-ml-inf1-20261122-153000',
    );
  });

  it('stays at the endpoint of the draft when that of the template is gone', () => {
    const gone = template((draft) => {
      draft.endpointId = 'account-of-last-year';
      draft.output.locationFollowsName = true;
    });
    const next = draftFromTemplate(gone, current(), place);
    expect(next.endpointId).toBe('local');
    expect(next.output.roleArn).toBe('arn:aws:iam::123456789012:role/team');
    expect(next.output.s3OutputLocation).toBe('s3://edgewright/compiled/mine-ml-inf1-20261122-153000');
  });

  it('changes neither the template nor the draft', () => {
    const before = { template: template(), current: current() };
    const after = structuredClone(before);
    draftFromTemplate(after.template, after.current, place);
    expect(after).toEqual(before);
  });
});
