/** A bucket and a key; the key has no leading slash and may be empty (the bucket itself). */
export interface S3Location {
  bucket: string;
  key: string;
}

const AMAZON_HOST = /^(?:(?<bucket>.+)\.)?s3[.-](?:[a-z0-9-]+\.)*amazonaws\.com(?:\.cn)?$/u;

/**
 * Bucket and key that a URI names: `s3://BUCKET/KEY`, or `https://` as the API also takes it. An https URI of S3 itself
 * names the bucket in the host (`BUCKET.s3.REGION.…`) or first in the path; with any other host, the host is taken as
 * the bucket, as the API's pattern suggests. Null when the text names no bucket.
 */
export function parseS3Uri(uri: string): S3Location | null {
  const match = /^(https|s3):\/\/([^/]+)\/?(.*)$/u.exec(uri);
  if (!match) return null;
  const [, scheme, host = '', path = ''] = match;
  const amazon = scheme === 'https' ? AMAZON_HOST.exec(host) : null;
  if (!amazon) return { bucket: host, key: path };
  if (amazon.groups?.['bucket']) return { bucket: amazon.groups['bucket'], key: path };
  const [bucket = '', ...key] = path.split('/');
  return bucket === '' ? null : { bucket, key: key.join('/') };
}

/** The parts of a location: the bucket, then those of the key. */
export function partsOfS3Location({ bucket, key }: S3Location): string[] {
  return [bucket, ...(key === '' ? [] : key.split('/'))];
}

/** A part that means the same on every file system: no way up, no separator of Windows, no drive, no NUL. */
export const isPlainName = (name: string): boolean =>
  name !== '' && name !== '.' && name !== '..' && !/[\\:\0]/u.test(name);

/** Appends a name under a location that acts as a folder. */
export function joinS3Uri(location: string, name: string): string {
  return `${location.replace(/\/+$/u, '')}/${name}`;
}

/** The last part of the key: `model.tar.gz` of `s3://bucket/a/model.tar.gz`. */
export function baseNameOfS3Uri(uri: string): string {
  return parseS3Uri(uri)?.key.split('/').at(-1) ?? '';
}
