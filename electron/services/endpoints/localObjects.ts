import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../shared/errors/appError.ts';
import type { S3Location } from '../../../shared/s3Uri.ts';
import { findObject, locateObject, ObjectLocationError, stageObject } from '../../runner/objects.ts';
import type { ObjectStore } from './endpoint.ts';

async function located<Result>(uri: string, work: (location: S3Location) => Promise<Result>): Promise<Result> {
  try {
    return await work(locateObject(uri));
  } catch (error) {
    if (!(error instanceof ObjectLocationError)) throw error;
    throw new AppError({ kind: 'validation', message: error.message }, { cause: error });
  }
}

/**
 * The local runner's objects folder as an object store.
 * `stagingDirectory` must be on the same file system, because a finished object appears by a rename.
 */
export function localObjects(objectsDirectory: string, stagingDirectory: string): ObjectStore {
  return {
    find: (uri) => located(uri, (location) => findObject(objectsDirectory, location)),
    put: (uri, write) =>
      located(uri, async (location) => {
        await mkdir(stagingDirectory, { recursive: true });
        const directory = await mkdtemp(join(stagingDirectory, 'upload-'));
        try {
          const staged = join(directory, 'object');
          await write(staged);
          const pending = await stageObject(objectsDirectory, location, staged);
          await pending.commit();
        } finally {
          await rm(directory, { recursive: true, force: true });
        }
      }),
  };
}
