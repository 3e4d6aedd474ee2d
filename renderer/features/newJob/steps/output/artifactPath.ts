import { artifactName } from '../../../../../shared/artifactName.ts';
import { draftToRequest } from '../../../../../shared/draft/draftToRequest.ts';
import type { JobDraft } from '../../../../../shared/draft/jobDraft.ts';
import { joinS3Uri, parseS3Uri } from '../../../../../shared/s3Uri.ts';
import { hasTarget } from '../../../../../shared/draft/generatedName.ts';

/**
 * The artifact's URI before the job exists, `<location>/<model>-<target>.tar.gz`; null while a part is missing.
 * `bucket` is the endpoint's own: where it has none, the archive has the name that the user gives it.
 */
export function artifactUri(draft: JobDraft, bucket: string): string | null {
  const { InputConfig, OutputConfig } = draftToRequest(draft, bucket);
  const isKnown = InputConfig?.S3Uri && hasTarget(draft.target) && parseS3Uri(OutputConfig.S3OutputLocation);
  if (!isKnown) return null;
  return joinS3Uri(OutputConfig.S3OutputLocation, artifactName(InputConfig.S3Uri, OutputConfig));
}

/** Where an object of the local store lies on this machine; null when the URI is none, or the folder is not known. */
export function localPathOf(uri: string, objectsDirectory: string | null): string | null {
  const location = parseS3Uri(uri);
  if (!location || objectsDirectory === null) return null;
  const separator = objectsDirectory.includes('\\') ? '\\' : '/';
  const parts = [location.bucket, ...location.key.split('/')].filter(Boolean);
  return [objectsDirectory.replace(/[\\/]+$/u, ''), ...parts].join(separator);
}

/** `15 min`, `1 h 30 min`, `45 s`; null when the text is not a number of seconds. */
export function secondsInWords(text: string): string | null {
  if (!/^\d{1,9}$/u.test(text.trim())) return null;
  const seconds = Number(text.trim());
  const parts: [number, string][] = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ];
  const words = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
  return words.length > 0 ? words.join(' ') : '0 s';
}
