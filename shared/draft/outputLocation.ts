import type { JobDraft } from './jobDraft.ts';

/**
 * A job's own folder: `s3://<bucket>/compiled/<job name>`. Artifacts are named after model and target only,
 * so two jobs that share a folder would overwrite each other's.
 */
export function ownOutputLocation(bucket: string, jobName: string): string {
  return `s3://${bucket}/compiled/${jobName.trim()}`;
}

/** The draft with its output location in step with its name, unless the user chose a location. */
export function withOwnOutputLocation(draft: JobDraft, bucket: string): JobDraft {
  const { output } = draft;
  if (!output.locationFollowsName) return draft;
  return { ...draft, output: { ...output, s3OutputLocation: ownOutputLocation(bucket, output.compilationJobName) } };
}
