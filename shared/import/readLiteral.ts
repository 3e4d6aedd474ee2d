import { JsonSyntaxError } from '../json/parseJson.ts';
import { readJavaScript } from './program/readJavaScript.ts';
import { readPython } from './program/readPython.ts';
import { notJson, readJson } from './readJson.ts';
import { ImportError, jsonTree, severalValues, type Reading, type SourceNode } from './sourceNode.ts';

/** A reading and the language that the text turned out to be in. */
export interface LiteralReading extends Reading {
  format: 'json' | 'boto3' | 'js';
}

/** A tree, or why the text is no JSON. */
function strictly(text: string): SourceNode | JsonSyntaxError {
  try {
    return jsonTree(text);
  } catch (error) {
    if (error instanceof JsonSyntaxError) return error;
    throw error;
  }
}

/** Longest text that is tried as a program, in UTF-16 units: far more than a request takes, and read in a second. */
const MAX_PROGRAM = 2 ** 18;
/** How much of a text is looked at to tell its language. */
const MAX_MARKED = 10_000;

/** Text without what stands in double quotes, and without comments: what is left shows the language. */
const marksOf = (text: string): string =>
  text.slice(0, MAX_MARKED).replaceAll(/"(?:\\.|[^"\\\n])*"|#.*|\/\/.*|\/\*(?:[^*]|\*(?!\/))*\*\//gu, '');

/** What shows, outside of double quotes, that a text is not meant to be JSON. */
const PYTHON_MARKS = /'|\b(?:None|True|False)\b|[()]/u;
const JAVASCRIPT_MARKS = /['`(]|\}\s*(?:as|satisfies)\b|[\w$]\s*:|;\s*$/u;

const isMarked = (marks: string): boolean => PYTHON_MARKS.test(marks) || JAVASCRIPT_MARKS.test(marks);

const COMMENTS = 'Comments and commas at the end, which JSON does not have, were left out.';

/** The languages, JSON's sloppy spellings last. */
const READERS: readonly ((text: string) => LiteralReading)[] = [
  // What Python and JavaScript write alike is taken for Python.
  (text) => ({ ...readPython(text), format: 'boto3' }),
  (text) => ({ ...readJavaScript(text), format: 'js' }),
  (text) => ({ ...readJson(text), format: 'json' }),
];

const BLANKED = /"(?:\\.|[^"\\])*"?|#.*|\/\/.*|\/\*/gu;
const TRAILING_COMMA = /"(?:\\.|[^"\\])*"?|,(?=\s*[}\]])/gu;

/** Text whose comments, and commas before closing brackets, are blanks: offsets stay. */
function withoutExtras(text: string): string {
  const parts: string[] = [];
  let start = 0;
  BLANKED.lastIndex = 0;
  for (let match = BLANKED.exec(text); match; match = BLANKED.exec(text)) {
    if (match[0].startsWith('"')) continue;
    const close = match[0] === '/*' ? text.indexOf('*/', BLANKED.lastIndex) : -1;
    if (close !== -1) BLANKED.lastIndex = close + 2;
    parts.push(text.slice(start, match.index), text.slice(match.index, BLANKED.lastIndex).replaceAll(/[^\n]/gu, ' '));
    start = BLANKED.lastIndex;
  }
  parts.push(text.slice(start));
  return parts.join('').replaceAll(TRAILING_COMMA, (part) => (part === ',' ? ' ' : part));
}

/** Behind a value: the end of a statement, and what TypeScript may say about the value's type. */
const STATEMENT_END = /^(?:[;,]|as\b|satisfies\b)/u;

/** Refuses a text that is a JSON value and more. */
function refuseMore(text: string, error: JsonSyntaxError): void {
  if (!error.message.startsWith('Nothing may follow')) return;
  const rest = text.slice(error.at.offset);
  const further = /^[{[]/u.test(rest) ? strictly(rest) : null;
  if (further && (!(further instanceof JsonSyntaxError) || further.message.startsWith('Nothing may follow'))) {
    throw severalValues(error.at.offset);
  }
  if (!STATEMENT_END.test(rest)) throw notJson(error);
}

/**
 * Reads a text that begins with a bracket: JSON, a Python dict, a JavaScript object, or a sloppy spelling of one of them.
 * @throws {ImportError} of the language that the text seems to be in
 */
export function readLiteral(text: string): LiteralReading {
  const strict = strictly(text);
  if (!(strict instanceof JsonSyntaxError)) return { value: strict, changes: [], format: 'json' };
  const plain = withoutExtras(text);
  const value = strictly(plain);
  if (!(value instanceof JsonSyntaxError)) return { value, changes: [COMMENTS], format: 'json' };
  if (value.message.startsWith('Nested too deeply')) throw notJson(value);
  refuseMore(plain, value);
  return readSloppy(text, notJson(value));
}

/** Python, JavaScript where the text shows signs of them, and JSON's sloppy spellings. */
function readSloppy(text: string, ofJson: ImportError): LiteralReading {
  const marks = marksOf(text);
  const isProgram = text.length <= MAX_PROGRAM && (isMarked(marks) || text.length > MAX_MARKED);
  const errors: ImportError[] = [];
  for (const read of isProgram ? READERS : READERS.slice(-1)) {
    try {
      return read(text);
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      if (error.rule === 'import.format' && error.at !== null) throw error;
      errors.push(error);
    }
  }
  throw likeliest([...errors.slice(0, -1), ofJson], marks);
}

function likeliest(errors: readonly ImportError[], marks: string): ImportError {
  const ofJson = errors.at(-1) ?? new ImportError('import.syntax', 'The text cannot be read', null);
  if (!isMarked(marks)) return ofJson;
  // The language that came furthest: the others gave up before, at what is right in this one.
  return errors.reduce((best, error) => ((error.at ?? -1) > (best.at ?? -1) ? error : best), ofJson);
}
