import { createCompilationJobStructureSchema } from '../../../../shared/api/compilationJob.ts';
import { withoutAbsentMembers } from '../../../../shared/draft/draftToRequest.ts';
import { awsCliCommand } from '../../../../shared/export/awsCliCommand.ts';
import type { EndpointStatus } from '../../../../shared/ipc/routes.ts';
import type { JobSnapshot } from '../../../../shared/jobs/jobSnapshot.ts';
import { formatDuration } from '../../../components/formatTime.ts';
import type { KeyValue } from '../../../components/KeyValueList.tsx';

/** The members of a job's answer that its request had. */
function requestMembers({ description }: JobSnapshot) {
  const { CompilationJobName, RoleArn, ModelPackageVersionArn, InputConfig } = description;
  const { OutputConfig, VpcConfig, StoppingCondition } = description;
  return withoutAbsentMembers({
    CompilationJobName,
    RoleArn,
    ModelPackageVersionArn,
    InputConfig,
    OutputConfig,
    VpcConfig,
    StoppingCondition,
  });
}

/** The request of a job as JSON. */
export function requestJson(job: JobSnapshot): string {
  return JSON.stringify(requestMembers(job), null, 2);
}

/** The command that would ask for the same job; null while the endpoint or a required member is missing. */
export function requestAsCommand(job: JobSnapshot, endpoint: EndpointStatus | undefined): string | null {
  const request = createCompilationJobStructureSchema.safeParse(requestMembers(job));
  if (!request.success || !endpoint?.region) return null;
  return awsCliCommand(request.data, endpoint);
}

/** Every field of a job's request, in the order of the API. */
export function requestFacts(job: JobSnapshot): KeyValue[] {
  const { description } = job;
  const { InputConfig, OutputConfig, StoppingCondition, VpcConfig } = description;
  const platform = OutputConfig.TargetPlatform;
  const limit = (label: string, seconds: number | undefined): KeyValue => ({
    label,
    value: seconds === undefined ? null : `${seconds.toLocaleString('en-US')} s (${formatDuration(seconds * 1000)})`,
    isProse: true,
    copy: seconds === undefined ? null : String(seconds),
  });
  return [
    { label: 'Job ARN', value: description.CompilationJobArn },
    { label: 'Role', value: description.RoleArn },
    { label: 'Model', value: InputConfig?.S3Uri },
    { label: 'Model package', value: description.ModelPackageVersionArn },
    { label: 'Input shapes', value: InputConfig?.DataInputConfig },
    { label: 'Framework', value: InputConfig?.Framework },
    { label: 'Framework version', value: InputConfig?.FrameworkVersion },
    { label: 'Target device', value: OutputConfig.TargetDevice },
    {
      label: 'Target platform',
      value: platform ? [platform.Os, platform.Arch, platform.Accelerator].filter(Boolean).join(' · ') : null,
      copy: platform ? JSON.stringify(platform) : null,
    },
    { label: 'Compiler options', value: OutputConfig.CompilerOptions },
    { label: 'Output location', value: OutputConfig.S3OutputLocation },
    { label: 'Encryption key', value: OutputConfig.KmsKeyId },
    limit('Time limit', StoppingCondition?.MaxRuntimeInSeconds),
    limit('Wait limit', StoppingCondition?.MaxWaitTimeInSeconds),
    limit('Pending limit', StoppingCondition?.MaxPendingTimeInSeconds),
    { label: 'Security groups', value: VpcConfig?.SecurityGroupIds.join(', ') },
    { label: 'Subnets', value: VpcConfig?.Subnets.join(', ') },
    { label: 'Derived shapes', value: description.DerivedInformation?.DerivedDataInputConfig },
    { label: 'Inference image', value: description.InferenceImage },
  ];
}
