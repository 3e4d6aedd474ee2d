import { targetSlug } from '../../../shared/catalog/catalog.ts';
import { archiveNameOf, draftToRequest } from '../../../shared/draft/draftToRequest.ts';
import type { JobDraft } from '../../../shared/draft/jobDraft.ts';
import { generateJobName } from '../../../shared/draft/jobName.ts';
import { baseNameOfS3Uri } from '../../../shared/s3Uri.ts';

const withoutArchiveSuffix = (name: string) => name.replace(/\.(tar\.gz|tgz)$/iu, '');

/** The model's name as artifacts and job names carry it; empty while there is no model. */
export function modelBaseName({ source, summary }: JobDraft['model']): string {
  if (source?.kind === 's3') return withoutArchiveSuffix(baseNameOfS3Uri(source.uri));
  return summary ? withoutArchiveSuffix(archiveNameOf(summary)) : '';
}

/** True when the draft names a target, whether or not it is a good one. */
export function hasTarget({ kind, device, os, arch }: JobDraft['target']): boolean {
  return kind === 'device' ? device !== '' : os !== '' && arch !== '';
}

/** The target's part of artifact and job names; empty while there is no target. */
export function targetPart(draft: JobDraft): string {
  return hasTarget(draft.target) ? targetSlug(draftToRequest(draft, '').OutputConfig) : '';
}

/** `<model>-<target>-<timestamp>` for the draft as it is now. */
export function generatedName(draft: JobDraft, now: Date): string {
  return generateJobName(modelBaseName(draft.model), targetPart(draft), now);
}

/** The draft with a fresh generated name, unless the user typed one. */
export function withGeneratedName(draft: JobDraft, now: Date): JobDraft {
  if (!draft.output.nameIsGenerated) return draft;
  return { ...draft, output: { ...draft.output, compilationJobName: generatedName(draft, now) } };
}
