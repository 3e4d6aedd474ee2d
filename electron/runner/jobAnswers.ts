import type { CompilationJobSummary, DescribeCompilationJobResponse } from '../../shared/api/compilationJob.ts';
import type { JobRow, JobSummaryRow } from './store.ts';

/** Leaves out members that do not apply: null here, absent on the wire. */
function present<Member extends string, Value>(member: Member, value: Value | null | undefined) {
  return value === null || value === undefined ? {} : ({ [member]: value } as Record<Member, Value>);
}

/**
 * DescribeCompilationJob's answer. Which member is there in which status follows answers recorded from the service
 * (wire.md, section 4): FailureReason with FAILED only, ModelArtifacts and ModelDigests with COMPLETED only.
 * InferenceImage is left out: there is no container image behind a local artifact.
 */
export function describeAnswer(job: JobRow): DescribeCompilationJobResponse {
  const { request } = job;
  return {
    CompilationJobName: job.name,
    CompilationJobArn: job.arn,
    CompilationJobStatus: job.status,
    ...present('CompilationStartTime', job.startedS),
    ...present('CompilationEndTime', job.endedS),
    StoppingCondition: request.StoppingCondition,
    ...present('ModelPackageVersionArn', request.ModelPackageVersionArn),
    CreationTime: job.createdMs / 1000,
    LastModifiedTime: job.modifiedS,
    ...present('FailureReason', job.failureReason),
    ...(job.artifactUri === null ? {} : { ModelArtifacts: { S3ModelArtifacts: job.artifactUri } }),
    ...(job.artifactDigest === null ? {} : { ModelDigests: { ArtifactDigest: job.artifactDigest } }),
    RoleArn: request.RoleArn,
    ...present('InputConfig', request.InputConfig),
    OutputConfig: request.OutputConfig,
    ...present('VpcConfig', request.VpcConfig),
    ...(job.derivedDataInputConfig === null
      ? {}
      : { DerivedInformation: { DerivedDataInputConfig: job.derivedDataInputConfig } }),
  };
}

/** One entry of ListCompilationJobs' answer; a job has a target device or a target platform, never both. */
export function summaryAnswer(job: JobSummaryRow): CompilationJobSummary {
  return {
    CompilationJobName: job.name,
    CompilationJobArn: job.arn,
    CreationTime: job.createdMs / 1000,
    ...present('CompilationStartTime', job.startedS),
    ...present('CompilationEndTime', job.endedS),
    ...present('CompilationTargetDevice', job.targetDevice),
    ...present('CompilationTargetPlatformOs', job.targetOs),
    ...present('CompilationTargetPlatformArch', job.targetArch),
    ...present('CompilationTargetPlatformAccelerator', job.targetAccelerator),
    LastModifiedTime: job.modifiedS,
    CompilationJobStatus: job.status,
  };
}
