import { ImportError } from '../sourceNode.ts';

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
const ESCAPE = /\\(?:([0-7]{1,3})|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|(\n|[^]))/gu;

/** What the characters between a literal's quotes stand for. */
function unescaped(content: string, at: number): string {
  return content.replaceAll(ESCAPE, (escape: string, octal?: string, ...rest: unknown[]) => {
    const [hex2, hex4, hex8, simple] = rest as (string | undefined)[];
    const hex = hex2 ?? hex4 ?? hex8;
    if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal, 8));
    if (hex !== undefined) {
      const code = Number.parseInt(hex, 16);
      if (code > 0x10_ff_ff) throw new ImportError('import.syntax', `${escape} is no character`, at);
      return String.fromCodePoint(code);
    }
    if (simple === 'N')
      throw new ImportError(
        'import.computed',
        'A character is given by its name (\\N); write the character itself',
        at,
      );
    // Python keeps the backslash of an escape that it does not know.
    return SIMPLE_ESCAPES[simple ?? ''] ?? escape;
  });
}

/** The parts of a Python string literal's spelling. */
export interface PythonLiteral {
  prefix: string;
  /** Offset of the first character after the opening quotes, and of the closing quotes, within the literal. */
  from: number;
  to: number;
}

/** Takes a literal apart: `rb'''…'''` has the prefix `rb` and three quotes at each end. */
export function takeApart(literal: string): PythonLiteral {
  const [opening = '', prefix = '', quotes = ''] = /^([a-zA-Z]*)('''|"""|'|")/u.exec(literal) ?? [];
  return { prefix: prefix.toLowerCase(), from: opening.length, to: literal.length - quotes.length };
}

/**
 * What a piece of a Python string literal stands for.
 * @param content the characters between the quotes
 * @param prefix the literal's prefix in lower case
 * @param at the literal's offset, for errors
 */
export function pythonText(content: string, prefix: string, at: number): string {
  if (prefix.includes('b')) {
    throw new ImportError('import.computed', 'The value is given as bytes; write a text without the b before it', at);
  }
  const lines = content.replaceAll(/\r\n?/gu, '\n');
  const text = prefix.includes('r') ? lines : unescaped(lines, at);
  return prefix.includes('f') ? text.replaceAll(/([{}])\1/gu, '$1') : text;
}
