/** A bucket and a key; the key has no leading slash and may be empty (the bucket itself). */
export interface S3Location {
  bucket: string;
  key: string;
}

/** Splits `s3://BUCKET/KEY` (the API also takes `https://`); null when it is neither. */
export function parseS3Uri(uri: string): S3Location | null {
  const match = /^(?:https|s3):\/\/([^/]+)\/?(.*)$/u.exec(uri);
  return match ? { bucket: match[1] ?? '', key: match[2] ?? '' } : null;
}

/** Appends a name under a location that acts as a folder. */
export function joinS3Uri(location: string, name: string): string {
  return `${location.replace(/\/+$/u, '')}/${name}`;
}

/** The last part of the key: `model.tar.gz` of `s3://bucket/a/model.tar.gz`. */
export function baseNameOfS3Uri(uri: string): string {
  return parseS3Uri(uri)?.key.split('/').at(-1) ?? '';
}
