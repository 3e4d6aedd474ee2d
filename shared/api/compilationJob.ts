import { z } from 'zod';
import { answered, apiInteger, apiList, apiString, epochSeconds } from './constrained.ts';
import type { IntegerShapeName, ListShapeName, StringShapeName } from './shapes.ts';

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

/** How the members of a request are made: with the constraints of their shapes, or by their JSON types only. */
interface MemberKit {
  string(name: StringShapeName): z.ZodType<string, string>;
  integer(name: IntegerShapeName): z.ZodType<number, number>;
  list<Item>(name: ListShapeName, item: z.ZodType<Item>): z.ZodType<Item[]>;
}

const constrained: MemberKit = { string: apiString, integer: apiInteger, list: apiList };
/** Each value carries its shape's name as its description, for `requestMembers.ts`. */
const structural: MemberKit = {
  string: (name) => z.string().describe(name),
  integer: (name) => z.int().describe(name),
  list: (_, item) => z.array(item),
};

function createRequestSchema({ string, integer, list }: MemberKit) {
  return z.object({
    CompilationJobName: string('EntityName'),
    RoleArn: string('RoleArn'),
    ModelPackageVersionArn: optional(string('ModelPackageArn')),
    InputConfig: optional(
      z.object({
        S3Uri: string('S3Uri'),
        DataInputConfig: optional(string('DataInputConfig')),
        Framework: string('Framework'),
        FrameworkVersion: optional(string('FrameworkVersion')),
      }),
    ),
    OutputConfig: z.object({
      S3OutputLocation: string('S3Uri'),
      TargetDevice: optional(string('TargetDevice')),
      TargetPlatform: optional(
        z.object({
          Os: string('TargetPlatformOs'),
          Arch: string('TargetPlatformArch'),
          Accelerator: optional(string('TargetPlatformAccelerator')),
        }),
      ),
      CompilerOptions: optional(string('CompilerOptions')),
      KmsKeyId: optional(string('KmsKeyId')),
    }),
    VpcConfig: optional(
      z.object({
        SecurityGroupIds: list('NeoVpcSecurityGroupIds', string('NeoVpcSecurityGroupId')),
        Subnets: list('NeoVpcSubnets', string('NeoVpcSubnetId')),
      }),
    ),
    StoppingCondition: z.object({
      MaxRuntimeInSeconds: optional(integer('MaxRuntimeInSeconds')),
      MaxWaitTimeInSeconds: optional(integer('MaxWaitTimeInSeconds')),
      MaxPendingTimeInSeconds: optional(integer('MaxPendingTimeInSeconds')),
    }),
    Tags: optional(list('TagList', z.object({ Key: string('TagKey'), Value: string('TagValue') }))),
  });
}

/**
 * CreateCompilationJob's request: every member, with the constraints of its shape.
 * What spans several members (InputConfig or ModelPackageVersionArn, target rules) is in `request/requestRules.ts`;
 * `checkCreateCompilationJob` there applies both.
 */
export const createCompilationJobRequestSchema = createRequestSchema(constrained);
/** The same members by their JSON types alone: for requests whose values break a constraint, or are of the future. */
export const createCompilationJobStructureSchema = createRequestSchema(structural);
export type CreateCompilationJobRequest = z.infer<typeof createCompilationJobRequestSchema>;
export type TargetPlatform = NonNullable<CreateCompilationJobRequest['OutputConfig']['TargetPlatform']>;

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
