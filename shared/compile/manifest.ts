import { z } from 'zod';

/** Name of the manifest inside the artifact. */
export const MANIFEST_ENTRY = 'manifest.json';
/** Name of the compiled model inside the artifact. */
export const MODEL_ENTRY = 'model.onnx';

/** Verdict on one output: the largest difference to the original, and how it stands to the output's scale. */
export const outputParitySchema = z.object({
  output: z.string(),
  dtype: z.string(),
  shape: z.array(z.number()),
  /** Largest absolute difference between original and artifact. */
  maxAbsoluteError: z.number(),
  /** Largest absolute value of the original. */
  maxReference: z.number(),
  verdict: z.enum(['pass', 'warn', 'fail']),
});
export type OutputParity = z.infer<typeof outputParitySchema>;

/**
 * Numeric comparison of artifact and original on the same seeded inputs.
 * Rule: per output, error ≤ 1e-4·max(1, max|reference|) passes, ≤ 1e-3·… warns, more fails; for float16 outputs the
 * limits are 2⁻¹⁰ and 2⁻⁸, because one unit in the last place is already more. Other than floats must be equal.
 */
export const paritySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('compared'), seed: z.number(), outputs: z.array(outputParitySchema) }),
  /** The original itself does not run on generated inputs, so nothing can be compared. */
  z.object({ kind: z.literal('notCompared'), reason: z.string() }),
]);
export type Parity = z.infer<typeof paritySchema>;

/** Medians in milliseconds, measured interleaved on one thread of the machine that compiled. */
export const latencySchema = z.object({
  runs: z.number(),
  /** One inference: the original with no optimisation. */
  originalUnoptimisedMs: z.number(),
  /** One inference: the original as ONNX Runtime optimises it at load. */
  originalDefaultMs: z.number(),
  /** One inference: the artifact, loaded as `howToLoad` says. */
  artifactMs: z.number(),
  /** Session creation: the original at ONNX Runtime's default level. */
  originalLoadMs: z.number(),
  /** Session creation: the artifact. */
  artifactLoadMs: z.number(),
});
export type Latency = z.infer<typeof latencySchema>;

const tensorSchema = z.object({
  name: z.string(),
  dtype: z.string(),
  /** A dimension that stays open is null. */
  shape: z.array(z.number().nullable()),
});

/** `manifest.json` in every artifact of the local runner. */
export const manifestSchema = z.object({
  manifestVersion: z.literal(1),
  producer: z.string(),
  compilationJobName: z.string(),
  /** ISO 8601. */
  compiledAt: z.string(),
  source: z.object({
    uri: z.string(),
    /** Hex SHA-256 of the input archive. */
    archiveSha256: z.string(),
    archiveBytes: z.number(),
    modelEntry: z.string(),
    /** Hex SHA-256 of the model inside the archive. */
    modelSha256: z.string(),
    modelBytes: z.number(),
    opset: z.number().nullable(),
    nodeCount: z.number(),
  }),
  request: z.record(z.string(), z.unknown()),
  target: z.object({ slug: z.string(), label: z.string(), profile: z.string() }),
  tools: z.record(z.string(), z.string()),
  /** What was done, in order, one sentence each. */
  steps: z.array(z.string()),
  result: z.object({
    modelEntry: z.string(),
    modelSha256: z.string(),
    modelBytes: z.number(),
    nodeCount: z.number(),
    inputs: z.array(tensorSchema),
    outputs: z.array(tensorSchema),
  }),
  parity: paritySchema,
  latency: latencySchema.nullable(),
  howToLoad: z.object({ runtime: z.string(), python: z.string(), verifiedBy: z.string() }),
});
export type Manifest = z.infer<typeof manifestSchema>;
