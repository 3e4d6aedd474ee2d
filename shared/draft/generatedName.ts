import { targetSlug } from '../catalog/catalog.ts';
import { archiveNameOf, draftToRequest } from './draftToRequest.ts';
import type { JobDraft } from './jobDraft.ts';
import { generateJobName } from './jobName.ts';
import { baseNameOfS3Uri } from '../s3Uri.ts';

const withoutArchiveSuffix = (name: string) => name.replace(/\.(tar\.gz|tgz)$/iu, '');

/** The model's name as artifacts and job names carry it; empty while there is no model. */
export function modelBaseName({ kind, s3Uri, modelPackageVersionArn, summary }: JobDraft['model']): string {
  if (kind === 's3') return withoutArchiveSuffix(baseNameOfS3Uri(s3Uri.trim()));
  if (kind === 'package') return modelPackageVersionArn.split(':model-package/')[1]?.trim() ?? '';
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
