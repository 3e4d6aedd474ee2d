import { z } from 'zod';
import { answered, apiInteger, apiList, apiString, epochSeconds } from './constrained.ts';

/** The five operations, as named in `X-Amz-Target: SageMaker.<Operation>`. */
export const OPERATIONS = [
  'CreateCompilationJob',
  'DescribeCompilationJob',
  'ListCompilationJobs',
  'StopCompilationJob',
  'DeleteCompilationJob',
] as const;
export type Operation = (typeof OPERATIONS)[number];

/**
 * Members that are null are absent for the service: AWS JSON ignores them (seen with every client).
 * Unknown members are dropped, as the service does.
 */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === null ? undefined : value), schema.optional());

export const inputConfigSchema = z.object({
  S3Uri: apiString('S3Uri'),
  DataInputConfig: optional(apiString('DataInputConfig')),
  Framework: apiString('Framework'),
  FrameworkVersion: optional(apiString('FrameworkVersion')),
});

export const targetPlatformSchema = z.object({
  Os: apiString('TargetPlatformOs'),
  Arch: apiString('TargetPlatformArch'),
  Accelerator: optional(apiString('TargetPlatformAccelerator')),
});

export const outputConfigSchema = z.object({
  S3OutputLocation: apiString('S3Uri'),
  TargetDevice: optional(apiString('TargetDevice')),
  TargetPlatform: optional(targetPlatformSchema),
  CompilerOptions: optional(apiString('CompilerOptions')),
  KmsKeyId: optional(apiString('KmsKeyId')),
});

export const stoppingConditionSchema = z.object({
  MaxRuntimeInSeconds: optional(apiInteger('MaxRuntimeInSeconds')),
  MaxWaitTimeInSeconds: optional(apiInteger('MaxWaitTimeInSeconds')),
  MaxPendingTimeInSeconds: optional(apiInteger('MaxPendingTimeInSeconds')),
});

export const vpcConfigSchema = z.object({
  SecurityGroupIds: apiList('NeoVpcSecurityGroupIds', apiString('NeoVpcSecurityGroupId')),
  Subnets: apiList('NeoVpcSubnets', apiString('NeoVpcSubnetId')),
});

export const tagSchema = z.object({ Key: apiString('TagKey'), Value: apiString('TagValue') });

/**
 * CreateCompilationJob's request: every member, with the constraints of its shape.
 * What spans several members (InputConfig or ModelPackageVersionArn, target rules) is in `request/requestRules.ts`;
 * `checkCreateCompilationJob` there applies both.
 */
export const createCompilationJobRequestSchema = z.object({
  CompilationJobName: apiString('EntityName'),
  RoleArn: apiString('RoleArn'),
  ModelPackageVersionArn: optional(apiString('ModelPackageArn')),
  InputConfig: optional(inputConfigSchema),
  OutputConfig: outputConfigSchema,
  VpcConfig: optional(vpcConfigSchema),
  StoppingCondition: stoppingConditionSchema,
  Tags: optional(apiList('TagList', tagSchema)),
});
export type CreateCompilationJobRequest = z.infer<typeof createCompilationJobRequestSchema>;
export type TargetPlatform = z.infer<typeof targetPlatformSchema>;

export const createCompilationJobResponseSchema = z.object({ CompilationJobArn: answered });

/** The request of Describe, Stop and Delete. */
export const compilationJobNameRequestSchema = z.object({ CompilationJobName: apiString('EntityName') });

export const listCompilationJobsRequestSchema = z.object({
  NextToken: optional(apiString('NextToken')),
  MaxResults: optional(apiInteger('MaxResults')),
  CreationTimeAfter: optional(epochSeconds),
  CreationTimeBefore: optional(epochSeconds),
  LastModifiedTimeAfter: optional(epochSeconds),
  LastModifiedTimeBefore: optional(epochSeconds),
  NameContains: optional(apiString('NameContains')),
  StatusEquals: optional(apiString('CompilationJobStatus')),
  SortBy: optional(apiString('ListCompilationJobsSortBy')),
  SortOrder: optional(apiString('SortOrder')),
});
export type ListCompilationJobsRequest = z.infer<typeof listCompilationJobsRequestSchema>;

const answeredTargetPlatform = z.object({ Os: answered, Arch: answered, Accelerator: answered.optional() });

/**
 * DescribeCompilationJob's answer with times as `Time` (epoch seconds on the wire).
 * Nearly everything is optional: real answers leave out FailureReason and ModelArtifacts although the model
 * calls them required (recorded 2024-04-16).
 */
export const describeCompilationJobResponseSchema = z.object({
  CompilationJobName: answered,
  CompilationJobArn: answered,
  CompilationJobStatus: answered,
  CompilationStartTime: epochSeconds.optional(),
  CompilationEndTime: epochSeconds.optional(),
  StoppingCondition: z
    .object({
      MaxRuntimeInSeconds: z.number().optional(),
      MaxWaitTimeInSeconds: z.number().optional(),
      MaxPendingTimeInSeconds: z.number().optional(),
    })
    .optional(),
  InferenceImage: answered.optional(),
  ModelPackageVersionArn: answered.optional(),
  CreationTime: epochSeconds,
  LastModifiedTime: epochSeconds,
  FailureReason: answered.optional(),
  ModelArtifacts: z.object({ S3ModelArtifacts: answered }).optional(),
  ModelDigests: z.object({ ArtifactDigest: answered.optional() }).optional(),
  RoleArn: answered.optional(),
  InputConfig: z
    .object({
      S3Uri: answered,
      DataInputConfig: answered.optional(),
      Framework: answered,
      FrameworkVersion: answered.optional(),
    })
    .optional(),
  OutputConfig: z.object({
    S3OutputLocation: answered,
    TargetDevice: answered.optional(),
    TargetPlatform: answeredTargetPlatform.optional(),
    CompilerOptions: answered.optional(),
    KmsKeyId: answered.optional(),
  }),
  VpcConfig: z.object({ SecurityGroupIds: z.array(answered), Subnets: z.array(answered) }).optional(),
  DerivedInformation: z.object({ DerivedDataInputConfig: answered.optional() }).optional(),
});
export type DescribeCompilationJobResponse = z.infer<typeof describeCompilationJobResponseSchema>;

export const compilationJobSummarySchema = z.object({
  CompilationJobName: answered,
  CompilationJobArn: answered,
  CreationTime: epochSeconds,
  CompilationStartTime: epochSeconds.optional(),
  CompilationEndTime: epochSeconds.optional(),
  CompilationTargetDevice: answered.optional(),
  CompilationTargetPlatformOs: answered.optional(),
  CompilationTargetPlatformArch: answered.optional(),
  CompilationTargetPlatformAccelerator: answered.optional(),
  LastModifiedTime: epochSeconds.optional(),
  CompilationJobStatus: answered,
});
export type CompilationJobSummary = z.infer<typeof compilationJobSummarySchema>;

export const listCompilationJobsResponseSchema = z.object({
  CompilationJobSummaries: z.array(compilationJobSummarySchema),
  NextToken: answered.optional(),
});
export type ListCompilationJobsResponse = z.infer<typeof listCompilationJobsResponseSchema>;
