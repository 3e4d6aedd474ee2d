import { lstat, mkdir, open, realpath, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { isPlainName, parseS3Uri, partsOfS3Location, type S3Location } from '../../shared/s3Uri.ts';

/** Why an S3 URI has no place under the objects directory. */
export class ObjectLocationError extends Error {
  override readonly name = 'ObjectLocationError';
}

/**
 * Bucket and key that a URI names.
 * @throws {ObjectLocationError} when the URI names no bucket
 */
export function locateObject(uri: string): S3Location {
  const location = parseS3Uri(uri);
  if (!location) throw new ObjectLocationError(`${uri} is not an S3 location: it names no bucket.`);
  return location;
}

/**
 * The path of an object as its URI spells it, without looking at the file system.
 * @throws {ObjectLocationError} when a part of it is not a plain file name
 */
function pathOf(objectsDirectory: string, location: S3Location): string {
  const names = partsOfS3Location(location);
  if (!names.every(isPlainName)) {
    throw new ObjectLocationError(`"${names.join('/')}" is not a path inside a bucket of the local runner.`);
  }
  return path.join(objectsDirectory, ...names);
}

async function checkInside(objectsDirectory: string, existing: string): Promise<string> {
  const [root, real] = await Promise.all([realpath(objectsDirectory), realpath(existing)]);
  if (real !== root && !real.startsWith(root + path.sep)) {
    throw new ObjectLocationError(`"${path.relative(objectsDirectory, existing)}" leads out of the objects folder.`);
  }
  return real;
}

const isMissing = (thrown: unknown) => ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP'].includes(errorCode(thrown));

/** `code` of a system error, '' of any other. */
export function errorCode(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
}

/**
 * The file of an object, symbolic links resolved; null when there is none.
 * @throws {ObjectLocationError} when the URI, or a link on the way, leads out of the objects directory
 */
export async function findObject(objectsDirectory: string, location: S3Location): Promise<string | null> {
  try {
    const file = await checkInside(objectsDirectory, pathOf(objectsDirectory, location));
    return (await stat(file)).isFile() ? file : null;
  } catch (thrown) {
    if (isMissing(thrown)) return null;
    throw thrown;
  }
}

/** The nearest ancestor that exists. */
async function existingAncestor(directory: string): Promise<string> {
  const exists = await lstat(directory).then(
    () => true,
    (thrown: unknown) => !isMissing(thrown),
  );
  return exists ? directory : existingAncestor(path.dirname(directory));
}

/** `flags` is r+ for files, because Windows flushes only what may be written, and r for directories. */
async function sync(target: string, flags: 'r' | 'r+'): Promise<void> {
  const handle = await open(target, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the entries of a directory, and of those above it up to `root`, survive a power cut. Windows has no such call. */
async function syncDirectories(directory: string, root: string): Promise<void> {
  if (process.platform === 'win32') return;
  for (let current = directory; current.startsWith(root); current = path.dirname(current)) await sync(current, 'r');
}

/** An object that is about to get its file. */
export interface PendingObject {
  /** Puts the file in place under its final name, atomically. */
  commit(): Promise<void>;
}

/**
 * Prepares everything for {@link PendingObject.commit}: the staged file is on the disk, the directory exists.
 * `staged` must be on the file system of the objects directory.
 * @throws {ObjectLocationError} when the location is not inside the objects directory
 * @throws {Error} of the file system
 */
export async function stageObject(
  objectsDirectory: string,
  location: S3Location,
  staged: string,
): Promise<PendingObject> {
  const destination = pathOf(objectsDirectory, location);
  await sync(staged, 'r+');
  const directory = path.dirname(destination);
  await checkInside(objectsDirectory, await existingAncestor(directory));
  await mkdir(directory, { recursive: true });
  const real = await checkInside(objectsDirectory, directory);
  return {
    commit: async () => {
      await rename(staged, path.join(real, path.basename(destination)));
      await syncDirectories(real, await realpath(objectsDirectory));
    },
  };
}
