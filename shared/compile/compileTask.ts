import { z } from 'zod';

/** What the compile process is asked to do; its first and only request. All paths are absolute. */
export const compileTaskSchema = z.object({
  jobName: z.string(),
  /** The input archive (gzip tar); read only. */
  archivePath: z.string(),
  /** `S3Uri` of the request, for messages and the manifest. */
  archiveUri: z.string(),
  /** An empty directory of the task's own, on the file system of the output; removed by the runner. */
  workDirectory: z.string(),
  /** Where the finished artifact must lie, inside `workDirectory`; the runner moves it to its final name. */
  artifactPath: z.string(),
  /** Name that the artifact will have, for the manifest. */
  artifactName: z.string(),
  /** `S3ModelArtifacts` that the artifact will have. */
  artifactUri: z.string(),
  framework: z.string(),
  /** DataInputConfig as the request has it; null when the request leaves it out. */
  dataInputConfig: z.string().nullable(),
  target: z.object({
    TargetDevice: z.string().optional(),
    TargetPlatform: z.object({ Os: z.string(), Arch: z.string(), Accelerator: z.string().optional() }).optional(),
  }),
  /** The whole CreateCompilationJob request, for the manifest. */
  request: z.record(z.string(), z.unknown()),
});
export type CompileTask = z.infer<typeof compileTaskSchema>;

/** Named stages of a compilation, in order; told while they happen. */
export const COMPILE_STAGES = ['reading', 'specialising', 'optimising', 'verifying', 'packing'] as const;
export type CompileStage = (typeof COMPILE_STAGES)[number];

/** What the compile process tells the runner. `done` and `failed` are last; exactly one of them is sent. */
export const compileMessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('stage'), stage: z.enum(COMPILE_STAGES) }),
  z.object({ kind: z.literal('log'), level: z.enum(['info', 'warning', 'error']), text: z.string() }),
  /** Hex BLAKE2b-512 of the artifact, and its size in bytes. */
  z.object({
    kind: z.literal('done'),
    artifactDigest: z.string(),
    artifactBytes: z.number(),
    /** DataInputConfig as read off the model, when the request left it out. */
    derivedDataInputConfig: z.string().nullable(),
  }),
  /** `reason` is the whole FailureReason, in the service's style, at most 1,024 characters. */
  z.object({ kind: z.literal('failed'), reason: z.string() }),
]);
export type CompileMessage = z.infer<typeof compileMessageSchema>;
