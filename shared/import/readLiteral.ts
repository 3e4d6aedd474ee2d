import { readJavaScript } from './program/readJavaScript.ts';
import { readPython } from './program/readPython.ts';
import { readJson } from './readJson.ts';
import { ImportError, jsonTree, type Reading } from './sourceNode.ts';

/** A reading and the language that the text turned out to be in. */
export interface LiteralReading extends Reading {
  format: 'json' | 'boto3' | 'js';
}

const isJson = (text: string): boolean => {
  try {
    jsonTree(text);
    return true;
  } catch {
    return false;
  }
};

/** Text without what stands in double quotes, and without comments: what is left shows the language. */
const marksOf = (text: string): string =>
  text.replaceAll(/"(?:\\.|[^"\\\n])*"|#.*|\/\/.*|\/\*(?:[^*]|\*(?!\/))*\*\//gu, '');

const COMMENTS = 'Comments and commas at the end, which JSON does not have, were left out.';

/** What the two programming languages make of the text; JSON with comments is read by one of them as well. */
const PROGRAMS: readonly ((text: string) => LiteralReading)[] = [
  (text) => {
    const reading = readPython(text);
    const isOwn = /'|\b(?:None|True|False)\b|[()]/u.test(marksOf(text));
    return isOwn ? { ...reading, format: 'boto3' } : { ...reading, format: 'json', changes: [COMMENTS] };
  },
  (text) => {
    const reading = readJavaScript(text);
    const isOwn = /['`(]|[\w$]\s*:|;\s*$/u.test(marksOf(text));
    return isOwn ? { ...reading, format: 'js' } : { ...reading, format: 'json', changes: [COMMENTS] };
  },
];

/**
 * Reads a text that begins with a bracket: JSON, a Python dict, a JavaScript object, or a sloppy spelling of one of them.
 * @throws {ImportError} of the language that understood most of it
 */
export function readLiteral(text: string): LiteralReading {
  if (isJson(text)) return { ...readJson(text), format: 'json' };
  const readers = [...PROGRAMS, (each: string): LiteralReading => ({ ...readJson(each), format: 'json' })];
  const errors: ImportError[] = [];
  for (const read of readers) {
    try {
      return read(text);
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      errors.push(error);
    }
  }
  // The furthest place is that of the true mistake; the other languages gave up before, at what is right in this one.
  const [furthest] = errors.sort((left, right) => (right.at ?? -1) - (left.at ?? -1));
  throw furthest ?? new ImportError('import.syntax', 'The text cannot be read', null);
}
