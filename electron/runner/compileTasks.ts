import { randomBytes } from 'node:crypto';
import { lstat, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { artifactName } from '../../shared/artifactName.ts';
import type { CompileTask } from '../../shared/compile/compileTask.ts';
import { failureReason } from '../../shared/failures/failureCatalog.ts';
import { joinS3Uri, parseS3Uri } from '../../shared/s3Uri.ts';
import {
  errorCode,
  findObject,
  locateObject,
  ObjectLocationError,
  stageObject,
  type PendingObject,
} from './objects.ts';
import type { JobRow } from './store.ts';

/** A job that ends here, with its whole FailureReason. */
export class JobFailure extends Error {
  override readonly name = 'JobFailure';
}

export interface TaskDirectories {
  objectsDirectory: string;
  workDirectory: string;
}

/** Errors of the file system that mean "no room". */
const DISK_FULL = ['ENOSPC', 'EDQUOT', 'EFBIG'];

/** The FailureReason of whatever went wrong around a compilation; `doing` is the end of "while …". */
export function reasonOf(thrown: unknown, doing: string): string {
  if (thrown instanceof JobFailure) return thrown.message;
  const code = errorCode(thrown);
  const id = DISK_FULL.includes(code) ? 'disk-full' : 'unexpected';
  return failureReason(id, { detail: `While ${doing}: ${code === '' ? String(thrown) : systemErrorInWords(code)}.` });
}

/** A system error without its message, which names folders of this machine. */
const systemErrorInWords = (code: string) => `the file system answered ${code}`;

/** What is already there, or how it is called, keeps an artifact from its place: the request's fault, not ours. */
const LOCATION_FAULTS: Readonly<Record<string, string>> = {
  EEXIST: 'A part of the location is an object, not a folder.',
  ENOTDIR: 'A part of the location is an object, not a folder.',
  EISDIR: 'There is a folder with the name of the artifact.',
  ENOTEMPTY: 'There is a folder with the name of the artifact.',
  ENAMETOOLONG: 'A part of the location is longer than the file system allows.',
  ELOOP: 'A part of the location is a symbolic link that leads nowhere.',
  ENOENT: 'A part of the location is a symbolic link that leads nowhere.',
  EACCES: 'The local runner may not write there.',
  EPERM: 'The local runner may not write there.',
  EROFS: 'The local runner may not write there.',
};

/** The failure of an artifact that could not be put in place; null when the location is not to blame. */
export function locationFailure(thrown: unknown): JobFailure | null {
  const detail = thrown instanceof ObjectLocationError ? thrown.message : LOCATION_FAULTS[errorCode(thrown)];
  return detail === undefined ? null : new JobFailure(failureReason('output-location', { detail }));
}

async function archiveOf(objectsDirectory: string, uri: string): Promise<string> {
  try {
    const location = locateObject(uri);
    const file = await findObject(objectsDirectory, location);
    if (file === null) throw new JobFailure(failureReason('object-missing', { ...location }));
    return file;
  } catch (thrown) {
    if (!(thrown instanceof ObjectLocationError)) throw thrown;
    // Nothing outside the objects folder is an object, so the service's words for a missing one are true here.
    const { bucket, key } = parseS3Uri(uri) ?? { bucket: uri, key: '' };
    throw new JobFailure(`${failureReason('object-missing', { bucket, key })}. ${thrown.message}`.slice(0, 1024));
  }
}

/**
 * Turns a job into the task of its compile process: finds the archive and makes a work directory of the attempt's own.
 * @throws {JobFailure} when the job cannot be compiled here
 * @throws {Error} of the file system
 */
export async function prepareTask(
  job: JobRow,
  { objectsDirectory, workDirectory }: TaskDirectories,
): Promise<CompileTask> {
  const { InputConfig, OutputConfig } = job.request;
  if (!InputConfig) throw new JobFailure(failureReason('model-package-local'));
  const archivePath = await archiveOf(objectsDirectory, InputConfig.S3Uri);
  const ownDirectory = path.join(workDirectory, `${job.name}-${job.attempts + 1}-${randomBytes(6).toString('hex')}`);
  await mkdir(ownDirectory, { mode: 0o700 });
  const name = artifactName(InputConfig.S3Uri, OutputConfig);
  return {
    jobName: job.name,
    archivePath,
    archiveUri: InputConfig.S3Uri,
    workDirectory: ownDirectory,
    artifactPath: path.join(ownDirectory, 'artifact.tar.gz'),
    artifactName: name,
    artifactUri: joinS3Uri(OutputConfig.S3OutputLocation, name),
    framework: InputConfig.Framework,
    dataInputConfig: InputConfig.DataInputConfig ?? null,
    target: { TargetDevice: OutputConfig.TargetDevice, TargetPlatform: OutputConfig.TargetPlatform },
    request: job.request,
  };
}

/**
 * Checks the file that a compile process says it has written, and prepares its move under the objects directory.
 * @throws {JobFailure} when the file is not what was announced, or its destination is not in the objects directory
 * @throws {Error} of the file system
 */
export async function stageArtifact(
  { artifactPath, artifactUri }: CompileTask,
  announcedBytes: number,
  objectsDirectory: string,
): Promise<PendingObject> {
  const staged = await lstat(artifactPath);
  if (!staged.isFile() || staged.size !== announcedBytes) {
    const detail = `The artifact has ${staged.size} bytes; the compile process announced ${announcedBytes}.`;
    throw new JobFailure(failureReason('unexpected', { detail }));
  }
  try {
    return await stageObject(objectsDirectory, locateObject(artifactUri), artifactPath);
  } catch (thrown) {
    throw locationFailure(thrown) ?? thrown;
  }
}
