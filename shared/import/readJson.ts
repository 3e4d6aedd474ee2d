import { JsonSyntaxError } from '../json/parseJson.ts';
import { normalizeJson } from '../json/normalizeJson.ts';
import { ImportError, jsonTree, withOffsets, type Reading } from './sourceNode.ts';

/** What strict JSON says about a text; the sentence's own place is that in the text given to it. */
export const notJson = ({ message, at }: JsonSyntaxError): ImportError =>
  new ImportError(
    'import.syntax',
    `This is not JSON: ${message.replace(/ \(line \d+, column \d+\)$/u, '')}`,
    at.offset,
  );

/** How far two texts are searched for the next place where they agree, in characters. */
const MAX_GAP = 24;

/**
 * Where in `original` each character of a corrected text came from: the two differ in marks here and there, and what
 * stands between the marks is the same in both.
 */
function alignment(original: string, corrected: string): number[] {
  const offsets: number[] = [];
  let from = 0;
  for (let index = 0; index < corrected.length; index += 1) {
    const probe = corrected.slice(index, index + 2);
    const gap = original.slice(from, from + MAX_GAP).indexOf(probe);
    if (gap > 0) from += gap;
    offsets.push(from);
    if (gap >= 0 || original[from] === corrected[index]) from += 1;
  }
  offsets.push(original.length);
  return offsets;
}

/**
 * Reads JSON as `--cli-input-json` takes it, and the sloppy spellings of it, saying what was changed.
 * @throws {ImportError} for what strict JSON says about a text that no correction makes JSON of
 */
export function readJson(text: string): Reading {
  try {
    return { value: jsonTree(text), changes: [] };
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    const corrected = normalizeJson(text);
    if (corrected.changes.length === 0) throw notJson(error);
    const offsets = alignment(text, corrected.text);
    return {
      value: withOffsets(jsonTree(corrected.text), (offset) => offsets[offset] ?? 0),
      changes: corrected.changes,
    };
  }
}
