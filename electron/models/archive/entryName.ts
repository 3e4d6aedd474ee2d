import { ArchiveError, quoteName } from './archiveError.ts';

/** Control characters, and those that turn the reading direction to disguise a name. */
const UNPRINTABLE = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;
const DRIVE = /^[A-Za-z]:/u;

/**
 * The reason why a path must not be unpacked below a folder, on any operating system; null when it is harmless.
 * The rules are those of "zip slip": what any extractor on any platform would take for a way out.
 */
export function unsafePathReason(path: string): string | null {
  if (UNPRINTABLE.test(path)) return 'holds control characters';
  if (path.startsWith('/')) return 'is an absolute path';
  if (path.includes('\\')) return 'holds a backslash';
  if (DRIVE.test(path)) return 'begins with a drive letter';
  if (path.split('/').includes('..')) return 'leads out of its folder with “..”';
  return null;
}

/** The path without `.` components and doubled slashes: how `./model.onnx` and `model.onnx` are the same member. */
export const normalisePath = (path: string): string =>
  path
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');

/**
 * Checks the name of a member and brings it into its one spelling; a folder of the archive's own root is ''.
 * @throws {ArchiveError} `archive-hostile`
 */
export function checkEntryName(name: string, maxLength: number): string {
  if (name.length > maxLength) {
    throw new ArchiveError('archive-hostile', `The name ${quoteName(name)} has more than ${maxLength} characters.`);
  }
  const reason = unsafePathReason(name);
  if (reason) throw new ArchiveError('archive-hostile', `The member ${quoteName(name)} ${reason}.`);
  return normalisePath(name);
}

/** The last component of a path inside an archive. */
export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The folder of a path inside an archive, with its slash at the end; '' at the top. */
export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** Hidden files, macOS's `._model.onnx` among them, do not count: Neo's loader ignores them as well. */
export const isHidden = (path: string): boolean => baseName(path).startsWith('.');

/** Neo's loader compares the extension exactly, case included. */
export const isOnnxName = (path: string): boolean => path.endsWith('.onnx') && !isHidden(path);
