import { z } from 'zod';
import { modelSourceSchema, modelSummarySchema } from '../models/modelSummary.ts';
import { ownOutputLocation } from './outputLocation.ts';

/** Layout role of a dimension: batch, channel, height, width, or none that we know. */
export const DIMENSION_ROLES = ['N', 'C', 'H', 'W'] as const;
export type DimensionRole = (typeof DIMENSION_ROLES)[number];

/** One dimension as typed: `value` is the text of the field, kept even while it is wrong. */
const draftDimensionSchema = z.object({
  value: z.string(),
  /** The file's symbol for an open dimension; the placeholder of the field. */
  symbol: z.string().nullable(),
  /** What the file fixes, as text; null when the file leaves the dimension open. */
  fromFile: z.string().nullable(),
  role: z.enum(DIMENSION_ROLES).nullable(),
});
export type DraftDimension = z.infer<typeof draftDimensionSchema>;

const draftInputSchema = z.object({
  name: z.string(),
  /** Data type by its ONNX name; empty when not known. */
  dtype: z.string(),
  dimensions: z.array(draftDimensionSchema),
});
export type DraftInput = z.infer<typeof draftInputSchema>;

/**
 * What the wizard holds and the drafts file stores: everything as typed, so that nothing is lost while it is wrong.
 * Structure only; whether it can be submitted is said by `checkDraft`.
 */
export const jobDraftSchema = z.object({
  version: z.literal(1),
  /** Where the job goes: `local`, later also AWS endpoints. */
  endpointId: z.string(),
  model: z.object({
    source: modelSourceSchema.nullable(),
    /** What the inspector read; null when nothing was read yet, or when the file could not be read. */
    summary: modelSummarySchema.nullable(),
    framework: z.string(),
    frameworkVersion: z.string(),
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
    /** Seconds, as typed. */
    maxRuntimeInSeconds: z.string(),
    roleArn: z.string(),
    kmsKeyId: z.string(),
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

/** An empty draft. */
export function newJobDraft({ endpointId, bucket, roleArn }: DraftDefaults): JobDraft {
  return {
    version: 1,
    endpointId,
    model: { source: null, summary: null, framework: 'ONNX', frameworkVersion: '' },
    inputs: [],
    target: { kind: 'device', device: '', os: '', arch: '', accelerator: '', compilerOptions: '' },
    output: {
      compilationJobName: '',
      nameIsGenerated: true,
      s3OutputLocation: bucket ? ownOutputLocation(bucket, '') : '',
      locationFollowsName: bucket !== '',
      maxRuntimeInSeconds: String(RECOMMENDED_MAX_RUNTIME_SECONDS),
      roleArn,
      kmsKeyId: '',
    },
  };
}
