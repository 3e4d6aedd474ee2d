import { z } from 'zod';
import { manifestSchema } from '../../shared/compile/manifest.ts';
import { appErrorDataSchema } from '../../shared/errors/appError.ts';
import { modelSummarySchema } from '../../shared/models/modelSummary.ts';

const id = z.number().int();

/** What the inspector process is asked for. Paths are absolute; `id` ties the answers to the request. */
export const inspectRequestSchema = z.discriminatedUnion('kind', [
  z.object({ id, kind: z.literal('inspect'), path: z.string() }),
  z.object({
    id,
    kind: z.literal('pack'),
    path: z.string(),
    destinationPath: z.string(),
    /** Name until it is whole, so that the asker can clean up after a kill. */
    partialPath: z.string(),
  }),
  z.object({ id, kind: z.literal('readArtifact'), path: z.string() }),
  /** Ends the request of this id; it is answered with `failed`, kind `cancelled`. */
  z.object({ id, kind: z.literal('cancel') }),
]);
export type InspectRequest = z.infer<typeof inspectRequestSchema>;

/** What the inspector process answers: any number of `progress`, then `done` or `failed`, once. */
export const inspectReplySchema = z.discriminatedUnion('kind', [
  z.object({ id, kind: z.literal('progress'), bytesDone: z.number(), bytesTotal: z.number() }),
  z.object({ id, kind: z.literal('done'), result: z.unknown() }),
  z.object({ id, kind: z.literal('failed'), error: appErrorDataSchema }),
]);
export type InspectReply = z.infer<typeof inspectReplySchema>;

/** `result` of `done`, by the kind of the request: what was read from a hostile file is checked on arrival. */
export const inspectResultSchemas = {
  inspect: modelSummarySchema,
  pack: z.object({ sizeBytes: z.number(), sha256: z.string() }),
  readArtifact: z.object({
    entries: z.array(z.object({ name: z.string(), size: z.number() })),
    manifest: manifestSchema.nullable(),
  }),
} as const;
