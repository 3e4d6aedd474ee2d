import type { CreateCompilationJobRequest, DescribeCompilationJobResponse } from '../api/compilationJob.ts';
import { readDataInputConfig, type DataInputConfig } from '../dataInputConfig/dataInputConfig.ts';
import type { ModelSummary } from '../models/modelSummary.ts';
import { inputsFromConfig } from './draftInputs.ts';
import { newJobDraft, type DraftDefaults, type JobDraft } from './jobDraft.ts';
import { ownOutputLocation } from './outputLocation.ts';

/** A request, or what a job answers about its own: Describe has no tags and may lack members. */
export type DescribedRequest = Pick<
  DescribeCompilationJobResponse,
  'CompilationJobName' | 'RoleArn' | 'ModelPackageVersionArn' | 'InputConfig' | 'OutputConfig' | 'VpcConfig'
> &
  Partial<Pick<CreateCompilationJobRequest, 'StoppingCondition' | 'Tags'>>;

/** Fields where they can say all of it, the text where only it can. */
function inputsOf(
  { InputConfig, OutputConfig }: DescribedRequest,
  framework: string,
  summary: ModelSummary | null,
): Pick<JobDraft, 'inputs' | 'dataInputConfig'> {
  const text = InputConfig?.DataInputConfig;
  if (text === undefined) return { inputs: [], dataInputConfig: { mode: 'none', form: 'dictionary', text: '' } };
  const reading = readDataInputConfig(text);
  // Core ML's objects are fields of Core ML only; elsewhere they are a mistake that has to be seen.
  const isMisplaced = (config: DataInputConfig) =>
    OutputConfig.TargetDevice !== 'coreml' && config.inputs.some(({ isObject }) => isObject);
  if (!reading.ok || !reading.isLossless || isMisplaced(reading.config)) {
    return { inputs: [], dataInputConfig: { mode: 'text', form: 'dictionary', text } };
  }
  return {
    inputs: inputsFromConfig(reading.config, summary, framework),
    dataInputConfig: { mode: 'fields', form: reading.config.form, text },
  };
}

const seconds = (limit: number | undefined) => (limit === undefined ? '' : String(limit));

/**
 * The draft of a request, for clone and import: the inverse of `draftToRequest`.
 * `summary` is what the inspector read from the model, when it could be read.
 */
export function requestToDraft(
  request: DescribedRequest,
  defaults: DraftDefaults,
  summary: ModelSummary | null = null,
): JobDraft {
  const empty = newJobDraft(defaults);
  const { InputConfig, ModelPackageVersionArn, OutputConfig, StoppingCondition, VpcConfig, Tags = [] } = request;
  const framework = InputConfig?.Framework ?? empty.model.framework;
  const { TargetPlatform: platform } = OutputConfig;
  return {
    ...empty,
    model: {
      kind: InputConfig || !ModelPackageVersionArn ? 's3' : 'package',
      source: null,
      s3Uri: InputConfig?.S3Uri ?? '',
      modelPackageVersionArn: ModelPackageVersionArn ?? '',
      summary,
      framework,
      frameworkVersion: InputConfig?.FrameworkVersion ?? '',
    },
    ...inputsOf(request, framework, summary),
    target: {
      kind: platform && !OutputConfig.TargetDevice ? 'platform' : 'device',
      device: OutputConfig.TargetDevice ?? '',
      os: platform?.Os ?? '',
      arch: platform?.Arch ?? '',
      accelerator: platform?.Accelerator ?? '',
      compilerOptions: OutputConfig.CompilerOptions ?? '',
    },
    output: {
      compilationJobName: request.CompilationJobName,
      nameIsGenerated: false,
      s3OutputLocation: OutputConfig.S3OutputLocation,
      locationFollowsName:
        defaults.bucket !== '' &&
        OutputConfig.S3OutputLocation === ownOutputLocation(defaults.bucket, request.CompilationJobName),
      maxRuntimeInSeconds: seconds(StoppingCondition?.MaxRuntimeInSeconds),
      maxWaitTimeInSeconds: seconds(StoppingCondition?.MaxWaitTimeInSeconds),
      maxPendingTimeInSeconds: seconds(StoppingCondition?.MaxPendingTimeInSeconds),
      roleArn: request.RoleArn ?? defaults.roleArn,
      kmsKeyId: OutputConfig.KmsKeyId ?? '',
      vpc: {
        isUsed: VpcConfig !== undefined,
        securityGroupIds: [...(VpcConfig?.SecurityGroupIds ?? [])],
        subnets: [...(VpcConfig?.Subnets ?? [])],
      },
      tags: Tags.map(({ Key, Value }) => ({ key: Key, value: Value })),
    },
  };
}
