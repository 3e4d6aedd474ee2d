import { z } from 'zod';
import { modelFileSourceSchema, modelSummarySchema, type ModelSource } from '../models/modelSummary.ts';
import { ownOutputLocation } from './outputLocation.ts';

/** Layout role of a dimension: batch, channel, height, width, or none that we know. */
export const DIMENSION_ROLES = ['N', 'C', 'H', 'W'] as const;
export type DimensionRole = (typeof DIMENSION_ROLES)[number];

/** One dimension as typed: `value` is the text of the field, kept even while it is wrong. */
const draftDimensionSchema = z.object({
  /** A size; for Core ML also a range, `1..10`. */
  value: z.string(),
  /** The file's symbol for an open dimension; the placeholder of the field. */
  symbol: z.string().nullable(),
  /** What the file fixes, as text; null when the file leaves the dimension open. */
  fromFile: z.string().nullable(),
  role: z.enum(DIMENSION_ROLES).nullable(),
});
export type DraftDimension = z.infer<typeof draftDimensionSchema>;

/** What Core ML's DataInputConfig says of an input besides its shape, as typed. */
const draftCoreMlInputSchema = z.object({
  /** Whole shapes of which the model takes any, the first one in `dimensions`; null where the shape is a single one. */
  otherShapes: z.array(z.array(z.string())).nullable(),
  /** The default shape; null when none is given. */
  defaultShape: z.array(z.string()).nullable(),
  type: z.enum(['', 'Tensor', 'Image']),
  /** Numbers separated by commas; empty when not given. */
  bias: z.string(),
  scale: z.string(),
});
export type DraftCoreMlInput = z.infer<typeof draftCoreMlInputSchema>;

const draftInputSchema = z.object({
  name: z.string(),
  /** Data type by its ONNX name; empty when not known. */
  dtype: z.string(),
  dimensions: z.array(draftDimensionSchema),
  /** Kept, but not sent, while the target is another than Core ML. */
  coreMl: draftCoreMlInputSchema,
});
export type DraftInput = z.infer<typeof draftInputSchema>;

const draftTagSchema = z.object({ key: z.string(), value: z.string() });

/**
 * What the wizard holds and the drafts file stores: everything as typed, so that nothing is lost while it is wrong.
 * Structure only; whether it can be submitted is said by `checkDraft`.
 */
export const jobDraftSchema = z.object({
  version: z.literal(2),
  /** Where the job goes: `local`, or `aws`. */
  endpointId: z.string(),
  model: z.object({
    /** Which of the three below is meant: a file of this machine, an archive in S3, or a model package version. */
    kind: z.enum(['file', 's3', 'package']),
    source: modelFileSourceSchema.nullable(),
    /** Where the archive is; for a file, where it will be when the endpoint has no bucket of its own. */
    s3Uri: z.string(),
    modelPackageVersionArn: z.string(),
    /** What the inspector read; null when nothing was read yet, or when the file could not be read. */
    summary: modelSummarySchema.nullable(),
    framework: z.string(),
    frameworkVersion: z.string(),
  }),
  dataInputConfig: z.object({
    /** `fields`: the inputs say it; `text`: only the text can say it; `none`: the request leaves it out. */
    mode: z.enum(['fields', 'text', 'none']),
    /** Dictionary by name, or PyTorch's list of shapes. */
    form: z.enum(['dictionary', 'list']),
    /** The value in mode `text`; in mode `fields` its spelling where it says the same as the fields. */
    text: z.string(),
  }),
  inputs: z.array(draftInputSchema),
  target: z.object({
    kind: z.enum(['device', 'platform']),
    device: z.string(),
    os: z.string(),
    arch: z.string(),
    accelerator: z.string(),
    /** JSON text as the request carries it. */
    compilerOptions: z.string(),
  }),
  output: z.object({
    compilationJobName: z.string(),
    /** The generated name follows model and target until the user types one. */
    nameIsGenerated: z.boolean(),
    s3OutputLocation: z.string(),
    /** The location is the job's own folder, and follows its name, until the user types one. */
    locationFollowsName: z.boolean(),
    /** Seconds, as typed; empty leaves the limit out. */
    maxRuntimeInSeconds: z.string(),
    maxWaitTimeInSeconds: z.string(),
    maxPendingTimeInSeconds: z.string(),
    roleArn: z.string(),
    kmsKeyId: z.string(),
    vpc: z.object({ isUsed: z.boolean(), securityGroupIds: z.array(z.string()), subnets: z.array(z.string()) }),
    tags: z.array(draftTagSchema),
  }),
});
export type JobDraft = z.infer<typeof jobDraftSchema>;

/** What a new draft starts with at an endpoint. */
export interface DraftDefaults {
  endpointId: string;
  /** Bucket for models and artifacts; empty when the user must choose one. */
  bucket: string;
  roleArn: string;
}

/** The API recommends to start with 900 seconds. Source: StoppingCondition$MaxRuntimeInSeconds. */
export const RECOMMENDED_MAX_RUNTIME_SECONDS = 900;

/** Core ML's part of an input of which nothing is said. */
export const plainCoreMlInput = (): DraftCoreMlInput => ({
  otherShapes: null,
  defaultShape: null,
  type: '',
  bias: '',
  scale: '',
});

/** An empty draft. */
export function newJobDraft({ endpointId, bucket, roleArn }: DraftDefaults): JobDraft {
  return {
    version: 2,
    endpointId,
    model: {
      kind: 'file',
      source: null,
      s3Uri: '',
      modelPackageVersionArn: '',
      summary: null,
      framework: 'ONNX',
      frameworkVersion: '',
    },
    dataInputConfig: { mode: 'fields', form: 'dictionary', text: '' },
    inputs: [],
    target: { kind: 'device', device: '', os: '', arch: '', accelerator: '', compilerOptions: '' },
    output: {
      compilationJobName: '',
      nameIsGenerated: true,
      s3OutputLocation: bucket ? ownOutputLocation(bucket, '') : '',
      locationFollowsName: bucket !== '',
      maxRuntimeInSeconds: String(RECOMMENDED_MAX_RUNTIME_SECONDS),
      maxWaitTimeInSeconds: '',
      maxPendingTimeInSeconds: '',
      roleArn,
      kmsKeyId: '',
      vpc: { isUsed: false, securityGroupIds: [], subnets: [] },
      tags: [],
    },
  };
}

/** True when the draft names a model in any of the three ways, whether or not it is a good one. */
export const hasModel = ({ model }: JobDraft): boolean =>
  model.source !== null || model.s3Uri.trim() !== '' || model.modelPackageVersionArn.trim() !== '';

/** The model of a draft as the inspector can read it; null when there is none, or when it is a model package. */
export function modelSourceOf({ kind, source, s3Uri }: JobDraft['model']): ModelSource | null {
  if (kind === 'file') return source;
  const uri = s3Uri.trim();
  return kind === 's3' && uri !== '' ? { kind: 's3', uri } : null;
}
