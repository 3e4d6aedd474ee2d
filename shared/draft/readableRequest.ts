import type { CreateCompilationJobRequest } from '../api/compilationJob.ts';

type Members = Record<string, unknown>;

const membersOf = (value: unknown): Members | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : undefined;

const itemsOf = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

/** Any value as a text of the form: what is no text becomes its JSON, so that the user sees what was there. */
function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const optionalText = (value: unknown) => (value === undefined || value === null ? undefined : textOf(value));

function limitOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/**
 * An imported value with the members of a request, whatever its types are: the form shows what it can read of it,
 * and its checks say what is wrong. Missing texts are empty.
 */
export function readableRequest(value: unknown): CreateCompilationJobRequest {
  const request = membersOf(value) ?? {};
  const input = membersOf(request['InputConfig']);
  const output = membersOf(request['OutputConfig']) ?? {};
  const platform = membersOf(output['TargetPlatform']);
  const limits = membersOf(request['StoppingCondition']) ?? {};
  const vpc = membersOf(request['VpcConfig']);
  return {
    CompilationJobName: textOf(request['CompilationJobName']),
    RoleArn: textOf(request['RoleArn']),
    ModelPackageVersionArn: optionalText(request['ModelPackageVersionArn']),
    InputConfig: input && {
      S3Uri: textOf(input['S3Uri']),
      DataInputConfig: optionalText(input['DataInputConfig']),
      Framework: textOf(input['Framework']),
      FrameworkVersion: optionalText(input['FrameworkVersion']),
    },
    OutputConfig: {
      S3OutputLocation: textOf(output['S3OutputLocation']),
      TargetDevice: optionalText(output['TargetDevice']),
      TargetPlatform: platform && {
        Os: textOf(platform['Os']),
        Arch: textOf(platform['Arch']),
        Accelerator: optionalText(platform['Accelerator']),
      },
      CompilerOptions: optionalText(output['CompilerOptions']),
      KmsKeyId: optionalText(output['KmsKeyId']),
    },
    VpcConfig: vpc && {
      SecurityGroupIds: itemsOf(vpc['SecurityGroupIds']).map(textOf),
      Subnets: itemsOf(vpc['Subnets']).map(textOf),
    },
    StoppingCondition: {
      MaxRuntimeInSeconds: limitOf(limits['MaxRuntimeInSeconds']),
      MaxWaitTimeInSeconds: limitOf(limits['MaxWaitTimeInSeconds']),
      MaxPendingTimeInSeconds: limitOf(limits['MaxPendingTimeInSeconds']),
    },
    Tags: Array.isArray(request['Tags'])
      ? itemsOf(request['Tags']).map((tag) => ({
          Key: textOf(membersOf(tag)?.['Key']),
          Value: textOf(membersOf(tag)?.['Value']),
        }))
      : undefined,
  };
}
