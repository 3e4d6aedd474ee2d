import type { Parser, Tree } from '@lezer/common';
import { refuseDeepBrackets } from '../nesting.ts';
import { ImportError } from '../sourceNode.ts';

/** A megabyte of real code takes one second; text made to branch the parser at every word could take all memory. */
const MAX_MS = 3000;
/** How many steps pass between two looks at the clock. */
const STEPS_PER_LOOK = 1000;

/**
 * The syntax tree of a program; mistakes are nodes in it.
 * @throws {ImportError} when the text takes too long to read, or is nested too deeply
 */
export function parseProgram(parser: Parser, text: string): Tree {
  refuseDeepBrackets(text);
  const parse = parser.startParse(text);
  const end = Date.now() + MAX_MS;
  for (let step = 1; ; step += 1) {
    const tree = parse.advance();
    if (tree) return tree;
    if (step % STEPS_PER_LOOK === 0 && Date.now() > end) {
      throw new ImportError('import.size', 'The text is too tangled to be read', parse.parsedPos);
    }
  }
}
