import type { CreateCompilationJobRequest, DescribeCompilationJobResponse } from '../api/compilationJob.ts';
import { readDataInputConfig, writeDataInputConfig } from '../dataInputConfig/dataInputConfig.ts';
import type { ModelSource, ModelSummary } from '../models/modelSummary.ts';
import { inputsFromShapes, shapesOfInputs } from './draftInputs.ts';
import { newJobDraft, type DraftDefaults, type JobDraft } from './jobDraft.ts';
import { ownOutputLocation } from './outputLocation.ts';

/** The model archive's name in the object store: a bare model is packed as `<name>.tar.gz`. */
export function archiveNameOf(summary: ModelSummary): string {
  const base = summary.fileName.replace(/\.(onnx|tar\.gz|tgz)$/iu, '');
  return `${base || 'model'}.tar.gz`;
}

/**
 * Where a draft's model lies when the job runs: `s3://<bucket>/models/<digest>/<name>.tar.gz`.
 * The digest makes the location stable, so that the same model is stored once.
 * An object that is there already keeps its own URI. Null while the model was not read.
 */
export function modelUri({ source, summary }: JobDraft['model'], bucket: string): string | null {
  if (source?.kind === 's3') return source.uri;
  if (!source || !summary) return null;
  return `s3://${bucket}/models/${summary.sha256.slice(0, 16)}/${archiveNameOf(summary)}`;
}

/** Text as a member of the request: absent when nothing was typed. */
const typed = (text: string) => text.trim() || undefined;

/**
 * The CreateCompilationJob request of a draft. Pure; unfinished drafts give unfinished requests,
 * which `checkCreateCompilationJob` then judges.
 */
export function draftToRequest(draft: JobDraft, bucket: string): CreateCompilationJobRequest {
  const { model, inputs, target, output } = draft;
  const seconds = output.maxRuntimeInSeconds.trim();
  return {
    CompilationJobName: output.compilationJobName.trim(),
    RoleArn: output.roleArn.trim(),
    InputConfig: {
      S3Uri: modelUri(model, bucket) ?? '',
      DataInputConfig: inputs.length > 0 ? writeDataInputConfig(shapesOfInputs(inputs)) : undefined,
      Framework: model.framework,
      FrameworkVersion: typed(model.frameworkVersion),
    },
    OutputConfig: {
      S3OutputLocation: output.s3OutputLocation.trim(),
      ...(target.kind === 'device'
        ? { TargetDevice: typed(target.device) }
        : { TargetPlatform: { Os: target.os, Arch: target.arch, Accelerator: typed(target.accelerator) } }),
      CompilerOptions: typed(target.compilerOptions),
      KmsKeyId: typed(output.kmsKeyId),
    },
    StoppingCondition: { MaxRuntimeInSeconds: /^\d+$/u.test(seconds) ? Number(seconds) : undefined },
  };
}

/** A request without the members that are absent, as it goes over the wire and into exports. */
export function withoutAbsentMembers<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

/** What a job answers about its own request: enough to build the request again. */
export type DescribedRequest = Pick<
  DescribeCompilationJobResponse,
  'CompilationJobName' | 'RoleArn' | 'InputConfig' | 'OutputConfig' | 'StoppingCondition'
>;

/**
 * The draft of a request, for clone and import: the inverse of {@link draftToRequest} for what the wizard shows.
 * `summary` is what the inspector read from the model, when it could be read.
 */
export function requestToDraft(
  request: DescribedRequest,
  defaults: DraftDefaults,
  summary: ModelSummary | null = null,
): JobDraft {
  const empty = newJobDraft(defaults);
  const { InputConfig, OutputConfig, StoppingCondition } = request;
  const source: ModelSource | null = InputConfig ? { kind: 's3', uri: InputConfig.S3Uri } : null;
  const reading = InputConfig?.DataInputConfig ? readDataInputConfig(InputConfig.DataInputConfig) : null;
  const platform = OutputConfig.TargetPlatform;
  return {
    ...empty,
    model: {
      source,
      summary,
      framework: InputConfig?.Framework ?? empty.model.framework,
      frameworkVersion: InputConfig?.FrameworkVersion ?? '',
    },
    inputs: reading?.ok ? inputsFromShapes(reading.inputs, summary) : [],
    target: {
      kind: platform ? 'platform' : 'device',
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
        OutputConfig.S3OutputLocation === ownOutputLocation(defaults.bucket, request.CompilationJobName),
      maxRuntimeInSeconds:
        StoppingCondition?.MaxRuntimeInSeconds === undefined
          ? empty.output.maxRuntimeInSeconds
          : String(StoppingCondition.MaxRuntimeInSeconds),
      roleArn: request.RoleArn ?? defaults.roleArn,
      kmsKeyId: OutputConfig.KmsKeyId ?? '',
    },
  };
}
