import { expect, it } from 'vitest';
import { requestMembers, type Member } from './requestMembers.ts';
import { stringShapes } from './shapes.ts';

function pathsOf(member: Member, path: string): string[] {
  if (member.kind === 'list') return pathsOf(member.item, `${path}[]`);
  if (member.kind !== 'structure') return [`${path}: ${member.kind}`];
  return Object.entries(member.members).flatMap(([name, inner]) => pathsOf(inner, `${path}.${name}`));
}

it('has every member of the API, with its type', () => {
  const paths = Object.entries(requestMembers).flatMap(([name, member]) => pathsOf(member, name));
  expect(paths).toEqual([
    'CompilationJobName: string',
    'RoleArn: string',
    'ModelPackageVersionArn: string',
    'InputConfig.S3Uri: string',
    'InputConfig.DataInputConfig: string',
    'InputConfig.Framework: string',
    'InputConfig.FrameworkVersion: string',
    'OutputConfig.S3OutputLocation: string',
    'OutputConfig.TargetDevice: string',
    'OutputConfig.TargetPlatform.Os: string',
    'OutputConfig.TargetPlatform.Arch: string',
    'OutputConfig.TargetPlatform.Accelerator: string',
    'OutputConfig.CompilerOptions: string',
    'OutputConfig.KmsKeyId: string',
    'VpcConfig.SecurityGroupIds[]: string',
    'VpcConfig.Subnets[]: string',
    'StoppingCondition.MaxRuntimeInSeconds: integer',
    'StoppingCondition.MaxWaitTimeInSeconds: integer',
    'StoppingCondition.MaxPendingTimeInSeconds: integer',
    'Tags[].Key: string',
    'Tags[].Value: string',
  ]);
});

it('knows which members are required, and the values of an enum', () => {
  const isRequired = Object.entries(requestMembers).map(([name, member]) => [name, member.isRequired]);
  expect(Object.fromEntries(isRequired)).toEqual({
    CompilationJobName: true,
    RoleArn: true,
    ModelPackageVersionArn: false,
    InputConfig: false,
    OutputConfig: true,
    VpcConfig: false,
    StoppingCondition: true,
    Tags: false,
  });
  const { InputConfig } = requestMembers;
  const framework = InputConfig?.kind === 'structure' ? InputConfig.members['Framework'] : undefined;
  expect(framework).toMatchObject({ kind: 'string', values: stringShapes.Framework.values });
});
