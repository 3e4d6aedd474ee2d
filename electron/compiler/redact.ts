import { realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname } from 'node:path';
import type { CompileTask } from '../../shared/compile/compileTask.ts';

/** Removes the places of this machine from a text that leaves it: FailureReason and log lines. */
export type Redact = (text: string) => string;

/**
 * Paths under the work directory shrink to the part inside it; the archive to its name.
 * General patterns are no help here: ONNX node names such as `/model/conv` look like paths.
 */
export function pathRedactor({
  workDirectory,
  archivePath,
}: Pick<CompileTask, 'workDirectory' | 'archivePath'>): Redact {
  const replacements = [
    ...spellingsOf(workDirectory).flatMap((path) => [
      [`${path}/`, ''],
      [`${path}\\`, ''],
      [path, 'the work directory'],
    ]),
    ...spellingsOf(archivePath).map((path) => [path, basename(archivePath)]),
    ...spellingsOf(dirname(archivePath)).map((path) => [path, '…']),
    ...spellingsOf(homedir()).map((path) => [path, '~']),
  ] as const;
  return (text) => replacements.reduce((result, [path = '', instead = '']) => result.replaceAll(path, instead), text);
}

/** A path as given, with its links resolved, and as quoted in C++ and JSON texts. A bare root is left alone. */
function spellingsOf(path: string): string[] {
  let resolved = path;
  try {
    resolved = realpathSync(path);
  } catch {
    // Not there: then nothing can name it by another path.
  }
  return [...new Set([path, resolved].flatMap((spelling) => [spelling, spelling.replaceAll('\\', '\\\\')]))].filter(
    (spelling) => spelling.length > 3,
  );
}
