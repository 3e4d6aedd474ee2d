import type { FindingPath } from '../api/finding.ts';
import { TextPositions, type TextPosition } from '../json/textPosition.ts';
import { readCommand } from './command/readCommand.ts';
import { readJavaScript } from './program/readJavaScript.ts';
import { readPython } from './program/readPython.ts';
import { readJson } from './readJson.ts';
import { readLiteral } from './readLiteral.ts';
import { readYaml } from './readYaml.ts';
import { ImportError, nearestNode, type ImportRule, type Reading } from './sourceNode.ts';
import { toRequest } from './toRequest.ts';

/** The forms in which a request can be given. */
export type ImportFormat = 'json' | 'yaml' | 'cli' | 'boto3' | 'js' | 'describe';

/** Why a text could not be imported. */
export interface ImportProblem {
  rule: ImportRule;
  /** What cannot be read, with line and column, and what would help. */
  message: string;
  at: TextPosition | null;
}

export type ImportOutcome =
  | {
      ok: true;
      /** `describe` for an answer, in whatever language. */
      format: ImportFormat;
      /** A plain object with members of CreateCompilationJob, not checked: `checkCreateCompilationJob` does that. */
      request: unknown;
      /** What was normalised or left out, one sentence each, in the user's words. */
      changes: string[];
      /** Where the member at a path of the request is given, or the innermost one around it that is. */
      positionOf(path: FindingPath): TextPosition;
    }
  | { ok: false; format: ImportFormat | null; problem: ImportProblem };

/** Longest text that is read, in UTF-16 units: 1 MB. */
const MAX_LENGTH = 2 ** 20;

type Reader = (text: string) => Reading & { format: ImportFormat };

const inFormat =
  (format: ImportFormat, read: (text: string) => Reading): Reader =>
  (text) => ({ ...read(text), format });

const READERS: Readonly<Record<ImportFormat, Reader>> = {
  json: inFormat('json', readJson),
  yaml: inFormat('yaml', readYaml),
  cli: inFormat('cli', readCommand),
  boto3: inFormat('boto3', readPython),
  js: inFormat('js', readJavaScript),
  describe: readLiteral,
};

/** What a text holds when it is in a language, by the words that only this language has. */
const SIGNS: readonly [ImportFormat, RegExp][] = [
  ['cli', /\bcreate-compilation-job\b/u],
  ['boto3', /\bcreate_compilation_job\s*\(/u],
  ['js', /\bcreateCompilationJob\s*\(|\bCreateCompilationJobCommand(?:Input)?\b/u],
  ['js', /^[ \t]*(?:export\s+)?(?:const|let|var)\s|^export\s+default\b|^import\b.*\bfrom\s*['"]/mu],
  ['boto3', /^[ \t]*(?:import|from)\s+\w|^[ \t]*\w+[ \t]*(?::[ \t]*\w+[ \t]*)?=[ \t]*(?:\{|dict\()/mu],
];
const YAML_START = /^(?:---|%YAML|["']?[A-Za-z][\w-]*["']?[ \t]*:(?:\s|$))/u;

/** The first line that says something. */
const firstLine = (text: string): string =>
  text
    .slice(0, 4000)
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line !== '' && !/^(?:#|\/\/)/u.test(line)) ?? '';

/** The readers that may know the text, the likeliest first. */
function candidatesFor(text: string): [ImportFormat, Reader][] {
  const start = firstLine(text);
  if (/^[{[(“‘`"']/u.test(start) && !/^(["'])[A-Za-z]\w*\1\s*:/u.test(start)) return [['json', readLiteral]];
  const bySigns = SIGNS.filter(([, sign]) => sign.test(text)).map(([format]) => format);
  const formats: ImportFormat[] = YAML_START.test(start) ? ['yaml', ...bySigns] : [...bySigns, 'yaml'];
  return [...new Set(formats)].map((format) => [format, READERS[format]]);
}

/** The text without byte order mark and Markdown fence, and the offset where it begins. */
function unwrapped(text: string): { body: string; base: number } {
  const base = text.startsWith('\ufeff') ? 1 : 0;
  const fence = /^\s*```[\w-]*[ \t]*\r?\n/u.exec(text.slice(base));
  const end = text.trimEnd().length - 3;
  if (!fence || !text.startsWith('```', end) || end <= base + fence[0].length) return { body: text.slice(base), base };
  return { body: text.slice(base + fence[0].length, end), base: base + fence[0].length };
}

/** Any error of a reader: also of one that met text that its makers did not think of. */
function asImportError(thrown: unknown): ImportError {
  if (thrown instanceof ImportError) return thrown;
  const isTooDeep = thrown instanceof RangeError;
  return new ImportError(
    'import.syntax',
    isTooDeep ? 'The text is nested too deeply' : 'The text cannot be read',
    null,
  );
}

/**
 * Reads a CreateCompilationJob request from text: JSON or YAML for the AWS CLI, an AWS CLI command, a boto3 call or
 * dict, JavaScript or TypeScript for the SDK, a Describe answer in any of them. Nothing in the text is run. Pure, never
 * throws; a text of 1 MB takes seconds at most.
 * @param options.format the form that the text is known to have; without it the form is found out
 */
export function importRequest(text: string, options: { format?: ImportFormat } = {}): ImportOutcome {
  const positions = new TextPositions(text);
  const { body, base } = unwrapped(text);
  const positionOf = (offset: number): TextPosition => positions.at(offset + base);
  const failure = (format: ImportFormat | null, { rule, message, at }: ImportError): ImportOutcome => {
    const position = at === null ? null : positionOf(at);
    const place = position ? `Line ${position.line}, column ${position.column}: ` : '';
    return { ok: false, format, problem: { rule, message: `${place}${message.replace(/\.$/u, '')}.`, at: position } };
  };

  if (text.length > MAX_LENGTH) {
    return failure(
      null,
      new ImportError('import.size', 'The text is longer than 1 MB; a request is far shorter', null),
    );
  }
  if (body.trim() === '') return failure(null, new ImportError('import.format', 'The text is empty', null));
  let first: ImportOutcome | null = null;
  for (const [format, read] of options.format
    ? [[options.format, READERS[options.format]] as const]
    : candidatesFor(body)) {
    try {
      const reading = read(body);
      const { request, changes, isAnswer } = toRequest(reading.value);
      return {
        ok: true,
        format: isAnswer ? 'describe' : reading.format,
        request,
        changes: [...reading.changes, ...changes],
        positionOf: (path) => positionOf(nearestNode(reading.value, path).at),
      };
    } catch (thrown) {
      first ??= failure(format, asImportError(thrown));
    }
  }
  return first ?? failure(null, new ImportError('import.format', 'The text is none of the forms of a request', null));
}
