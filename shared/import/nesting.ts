import { ImportError, MAX_DEPTH } from './sourceNode.ts';

const OPENERS = '([{';
const CLOSERS = ')]}';
const QUOTES = '"\'`';

/** The offset behind what stands in quotes that open at an offset: a text without its closing quote ends with its line. */
function endOfQuoted(text: string, start: number): number {
  const quote = text[start];
  for (let offset = start + 1; offset < text.length; offset += 1) {
    const next = text[offset];
    if (next === quote || next === '\n') return offset;
    if (next === '\\') offset += 1;
  }
  return text.length;
}

const tooDeep = (at: number): ImportError =>
  new ImportError('import.syntax', `The values are nested more than ${MAX_DEPTH} levels deep`, at);

/**
 * Refuses brackets that are nested deeper than any request before a parser spends its time or stack on them. Linear.
 * @throws {ImportError}
 */
export function refuseDeepBrackets(text: string): void {
  let depth = 0;
  for (let offset = 0; offset < text.length; offset += 1) {
    const next = text.charAt(offset);
    if (QUOTES.includes(next)) offset = endOfQuoted(text, offset);
    else if (OPENERS.includes(next)) depth += 1;
    else if (CLOSERS.includes(next)) depth = Math.max(0, depth - 1);
    if (depth > MAX_DEPTH) throw tooDeep(offset);
  }
}

/** `- - - …`: each mark opens a list in the one before. */
const MARKS = new RegExp(String.raw`^[ \t]*(?:[-?:][ \t]+){${MAX_DEPTH + 1}}`, 'u');

/**
 * Refuses lines of YAML that are indented in more levels than any request.
 * @throws {ImportError}
 */
export function refuseDeepIndentation(text: string): void {
  const levels: number[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const indent = line.search(/\S/u);
    if (indent !== -1) {
      while ((levels.at(-1) ?? -1) >= indent) levels.pop();
      levels.push(indent);
      if (levels.length > MAX_DEPTH + 1 || MARKS.test(line)) throw tooDeep(at + indent);
    }
    at += line.length + 1;
  }
}
