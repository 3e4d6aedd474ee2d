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

/** Longest text that is tried as a program, in UTF-16 units: far more than a request takes, and read in a second. */
const MAX_PROGRAM = 2 ** 18;
/** How much of a text is looked at to tell its language. */
const MAX_MARKED = 10_000;

/** Text without what stands in double quotes, and without comments: what is left shows the language. */
const marksOf = (text: string): string =>
  text.slice(0, MAX_MARKED).replaceAll(/"(?:\\.|[^"\\\n])*"|#.*|\/\/.*|\/\*(?:[^*]|\*(?!\/))*\*\//gu, '');

/** What shows, outside of double quotes, that a text is not meant to be JSON. */
const PYTHON_MARKS = /'|\b(?:None|True|False)\b|[()]/u;
const JAVASCRIPT_MARKS = /['`(]|[\w$]\s*:|;\s*$/u;

const COMMENTS = 'Comments and commas at the end, which JSON does not have, were left out.';

const program =
  (format: 'boto3' | 'js', read: (text: string) => Reading, marks: RegExp): ((text: string) => LiteralReading) =>
  (text) => {
    const reading = read(text);
    return marks.test(marksOf(text)) ? { ...reading, format } : { ...reading, format: 'json', changes: [COMMENTS] };
  };

/** The languages, JSON's sloppy spellings last; JSON with comments is read by one of the others. */
const READERS: readonly ((text: string) => LiteralReading)[] = [
  program('boto3', readPython, PYTHON_MARKS),
  program('js', readJavaScript, JAVASCRIPT_MARKS),
  (text) => ({ ...readJson(text), format: 'json' }),
];

/**
 * Reads a text that begins with a bracket: JSON, a Python dict, a JavaScript object, or a sloppy spelling of one of them.
 * @throws {ImportError} of the language that the text seems to be in
 */
export function readLiteral(text: string): LiteralReading {
  if (isJson(text)) return { ...readJson(text), format: 'json' };
  const errors: ImportError[] = [];
  for (const read of text.length <= MAX_PROGRAM ? READERS : READERS.slice(-1)) {
    try {
      return read(text);
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      errors.push(error);
    }
  }
  throw likeliest(errors, marksOf(text));
}

function likeliest(errors: readonly ImportError[], marks: string): ImportError {
  const ofJson = errors.at(-1) ?? new ImportError('import.syntax', 'The text cannot be read', null);
  if (!PYTHON_MARKS.test(marks) && !JAVASCRIPT_MARKS.test(marks)) return ofJson;
  // The language that came furthest: the others gave up before, at what is right in this one.
  return errors.reduce((best, error) => ((error.at ?? -1) > (best.at ?? -1) ? error : best), ofJson);
}
