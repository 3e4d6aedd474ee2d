import { realpath, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { ArchiveError, listNames, quoteName } from '../archive/archiveError.ts';
import { folderOf, normalisePath, unsafePathReason } from '../archive/entryName.ts';

/**
 * What Windows cannot have in a name. `*` matters everywhere: ONNX Runtime takes the location
 * `*\/_ORT_MEM_ADDR_/*` for an address in memory.
 */
const RESERVED = /[*?"<>|:]/u;

/** A file with weights beside the model. */
export interface ExternalDataFile {
  /** The name inside the model's folder, as the model gives it but for `./`. */
  location: string;
  path: string;
}

/**
 * Checks the place that a model gives for its weights: a plain relative path inside the model's own folder.
 * @returns the path without `./`
 * @throws {ArchiveError} `onnx-unreadable`
 */
export function checkExternalLocation(location: string): string {
  const reason = RESERVED.test(location) ? 'holds reserved characters' : unsafePathReason(location);
  const path = normalisePath(location);
  if (reason === null && path !== '') return path;
  const detail = `The model keeps weights in the file ${quoteName(location)}, whose name ${reason ?? 'is empty'}.`;
  throw new ArchiveError('onnx-unreadable', detail);
}

function missingData(missing: readonly string[], where: string): ArchiveError {
  const detail = `The model keeps weights in ${listNames(missing)}, which ${missing.length > 1 ? 'are' : 'is'} not ${where}.`;
  return new ArchiveError('onnx-unreadable', detail);
}

/**
 * The members of an archive that hold the weights of its model: checked location → name of the member.
 * @throws {ArchiveError} `onnx-unreadable` when a location is unsafe or the member is missing
 */
export function externalDataEntries(
  modelEntry: string,
  locations: readonly string[],
  entries: ReadonlySet<string>,
): Map<string, string> {
  const folder = folderOf(modelEntry);
  const found = new Map(
    locations.map(checkExternalLocation).map((location): [string, string] => [location, folder + location]),
  );
  const missing = [...found.values()].filter((name) => !entries.has(name));
  if (missing.length > 0) throw missingData(missing, 'in the archive');
  return found;
}

/**
 * The files beside a bare model that hold its weights. Links are followed as far as the folder of the model, or of
 * the file that the model is a link to (as in Hugging Face's cache).
 * @throws {ArchiveError} `onnx-unreadable` when one is missing or leaves the folder
 */
export async function externalDataFiles(modelPath: string, locations: readonly string[]): Promise<ExternalDataFile[]> {
  const files = [...new Set(locations.map(checkExternalLocation))].map((location) => ({
    location,
    path: join(dirname(modelPath), ...location.split('/')),
  }));
  const folders = [await realpath(dirname(modelPath)), dirname(await realpath(modelPath))];
  const missing: string[] = [];
  for (const { location, path } of files) {
    const found = await stat(path).catch(() => null);
    if (!found?.isFile()) {
      missing.push(location);
      continue;
    }
    const real = await realpath(path);
    if (folders.some((folder) => real.startsWith(folder.endsWith(sep) ? folder : folder + sep))) continue;
    const detail = `The model keeps weights in ${quoteName(location)}, a link that leaves the model's folder.`;
    throw new ArchiveError('onnx-unreadable', detail);
  }
  if (missing.length > 0) throw missingData(missing, "in the model's folder");
  return files;
}
