import { z } from 'zod';

/** One dimension of a tensor as the file states it: fixed, named by a symbol, or left open without a name. */
export const modelDimensionSchema = z.union([z.number().int(), z.object({ symbol: z.string() }), z.null()]);
export type ModelDimension = z.infer<typeof modelDimensionSchema>;

/** Data types by their ONNX names in lower case: `float32`, `int64`, `uint8`, `bool`, `string`, … */
export const modelTensorSchema = z.object({
  name: z.string(),
  dtype: z.string(),
  /** Null when the file states no shape at all (unknown rank); an empty list is a scalar. */
  shape: z.array(modelDimensionSchema).nullable(),
  /** Layout guessed from a rank-4 shape; null when nothing speaks for one. */
  layout: z.enum(['NCHW', 'NHWC']).nullable(),
});
export type ModelTensor = z.infer<typeof modelTensorSchema>;

/** What the inspector read out of a model file, without its weights. */
export const modelSummarySchema = z.object({
  framework: z.literal('ONNX'),
  /** Name of the file that was opened, without its folder. */
  fileName: z.string(),
  /** How the model came: a gzip tar, or a bare model file that Edgewright packs. */
  packaging: z.enum(['tar.gz', 'onnx']),
  /** Bytes of the opened file. */
  sizeBytes: z.number(),
  /** Last change of the opened file, ms since the epoch; with `sizeBytes` it tells that the file changed since. */
  modifiedMs: z.number(),
  /** Hex SHA-256 of the opened file. */
  sha256: z.string(),
  /** Path of the model inside the archive; the file's own name for a bare model. */
  modelEntry: z.string(),
  /** Other members of the archive and external weight files beside a bare model. */
  otherEntries: z.array(z.string()),
  inputs: z.array(modelTensorSchema),
  outputs: z.array(modelTensorSchema),
  irVersion: z.number().nullable(),
  /** Version of the default operator set. */
  opset: z.number().nullable(),
  producer: z.string().nullable(),
  /** Nodes of the main graph. */
  nodeCount: z.number(),
  /** Operator type → how often, main graph only. */
  operators: z.record(z.string(), z.number()),
});
export type ModelSummary = z.infer<typeof modelSummarySchema>;

/** A model on this machine, which Edgewright packs and puts in place. */
export const modelFileSourceSchema = z.discriminatedUnion('kind', [
  /** A file of the user's: absolute path. */
  z.object({ kind: z.literal('file'), path: z.string() }),
  /** A sample that ships with the app, by its folder name. */
  z.object({ kind: z.literal('sample'), id: z.string() }),
]);
export type ModelFileSource = z.infer<typeof modelFileSourceSchema>;

/** A model that the inspector can read: on this machine, or an object that is already where the job runs. */
export const modelSourceSchema = z.discriminatedUnion('kind', [
  ...modelFileSourceSchema.options,
  z.object({ kind: z.literal('s3'), uri: z.string() }),
]);
export type ModelSource = z.infer<typeof modelSourceSchema>;
