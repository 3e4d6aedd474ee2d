import type { FindingPath } from '../../api/finding.ts';
import { parseS3Uri } from '../../s3Uri.ts';
import { errorFinding, warningFinding, type RequestRule } from './rule.ts';

/** Source: S3 user guide, bucket naming rules. */
function bucketProblem(bucket: string): string | null {
  if (bucket.length < 3 || bucket.length > 63) return 'has 3 to 63 characters';
  if (/[^a-z0-9.-]/u.test(bucket)) return 'uses lower-case letters, digits, dots and hyphens only';
  if (!/^[a-z0-9].*[a-z0-9]$/u.test(bucket)) return 'starts and ends with a letter or a digit';
  if (bucket.includes('..')) return 'has no two dots in a row';
  if (/^\d+(?:\.\d+){3}$/u.test(bucket)) return 'does not look like an IP address';
  return null;
}

function checkBucket(path: FindingPath, uri: string) {
  const location = parseS3Uri(uri);
  const problem = location && bucketProblem(location.bucket);
  if (!location || !problem) return [];
  const message = `"${location.bucket}" cannot be the name of an S3 bucket: a bucket name ${problem}.`;
  return [errorFinding('s3.bucket', path, message, `Invalid bucket name: ${location.bucket}`)];
}

/** Buckets of AWS; the local runner's buckets are folders, and it takes any name. */
export const bucketNames: RequestRule = ({ InputConfig, OutputConfig }) => [
  ...(InputConfig ? checkBucket(['InputConfig', 'S3Uri'], InputConfig.S3Uri) : []),
  ...checkBucket(['OutputConfig', 'S3OutputLocation'], OutputConfig.S3OutputLocation),
];

/** The artifact gets a name of its own under the location: support matrix §7. */
export const outputIsFolder: RequestRule = ({ OutputConfig: { S3OutputLocation } }) => {
  if (!/\.tar\.gz\/?$/u.test(S3OutputLocation)) return [];
  const path = ['OutputConfig', 'S3OutputLocation'];
  const message = 'The output location is a folder; the archive in it gets a name of its own.';
  const folder = S3OutputLocation.replace(/\/[^/]*\.tar\.gz\/?$/u, '');
  return [warningFinding('output.folder', path, message, { label: `Use ${folder}`, edits: [{ path, value: folder }] })];
};

const KMS_KEY_ID = '(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32})';
const KMS_ALIAS = 'alias/[a-zA-Z0-9/_-]+';
const KMS_KEY = new RegExp(
  `^(?:${KMS_KEY_ID}|${KMS_ALIAS}|arn:aws[a-z-]*:kms:[a-z0-9-]+:\\d{12}:(?:key/${KMS_KEY_ID}|${KMS_ALIAS}))$`,
  'iu',
);

/** Source: OutputConfig$KmsKeyId, "can be any of the following formats". An empty one is the default key. */
export const kmsKeyFormat: RequestRule = ({ OutputConfig: { KmsKeyId } }) => {
  if (!KmsKeyId || KMS_KEY.test(KmsKeyId)) return [];
  const path = ['OutputConfig', 'KmsKeyId'];
  const message =
    'The KMS key is none of its four forms: a key ID (1234abcd-12ab-34cd-56ef-1234567890ab), a key ARN ' +
    '(arn:aws:kms:REGION:ACCOUNT:key/ID), an alias (alias/NAME) or an alias ARN (arn:aws:kms:REGION:ACCOUNT:alias/NAME).';
  // A plain name is most often an alias without its prefix.
  const alias = /^[a-zA-Z][a-zA-Z0-9_-]*$/u.test(KmsKeyId) ? `alias/${KmsKeyId}` : null;
  const fix = alias ? { label: `Use ${alias}`, edits: [{ path, value: alias }] } : undefined;
  return [errorFinding('kms.format', path, message, `Invalid KMS key: ${KmsKeyId}`, fix)];
};
