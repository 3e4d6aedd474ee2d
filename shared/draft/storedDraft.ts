import { z } from 'zod';
import { modelSourceSchema } from '../models/modelSummary.ts';
import { jobDraftSchema, newJobDraft, plainCoreMlInput } from './jobDraft.ts';

const looseObject = z.looseObject({});

/** Drafts of version 0.1.0: no Core ML, VPC, tags or model packages; an archive in S3 was a kind of source. */
const versionOneSchema = z.object({
  version: z.literal(1),
  endpointId: z.string(),
  model: z.looseObject({ source: modelSourceSchema.nullable() }),
  inputs: z.array(looseObject),
  target: looseObject,
  output: looseObject,
});

function fromVersionOne({ endpointId, model, inputs, target, output }: z.infer<typeof versionOneSchema>): unknown {
  const empty = newJobDraft({ endpointId, bucket: '', roleArn: '' });
  const { source } = model;
  return {
    ...empty,
    model: {
      ...empty.model,
      ...model,
      ...(source?.kind === 's3' ? { kind: 's3', source: null, s3Uri: source.uri } : {}),
    },
    inputs: inputs.map((input) => ({ ...input, coreMl: plainCoreMlInput() })),
    target: { ...empty.target, ...target },
    output: { ...empty.output, ...output },
  };
}

const oldDraftSchema = versionOneSchema.transform(fromVersionOne).pipe(jobDraftSchema);

/** A draft as any version of Edgewright stored it, read as today's. */
export const storedDraftSchema = z.union([jobDraftSchema, oldDraftSchema]);

/** The draft that is being worked on. */
export const openDraftSchema = jobDraftSchema.extend({
  /** What `/new/<place>` showed last: where the wizard opens again. */
  place: z.string().optional(),
});
export type OpenDraft = z.infer<typeof openDraftSchema>;

/** The open draft as any version of Edgewright stored it. */
export const storedOpenDraftSchema = z.union([openDraftSchema, oldDraftSchema]);
