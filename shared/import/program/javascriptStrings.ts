import { ImportError } from '../sourceNode.ts';

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\n': '',
  '\r\n': '',
  '\u2028': '',
  '\u2029': '',
};
const ESCAPE = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|u\{([\da-fA-F]{1,6})\}|(\r\n|[^]))/g;

/**
 * What the characters between the quotes of a JavaScript string, or of a part of a template, stand for.
 * @param at the literal's offset, for errors
 */
export function javascriptText(content: string, at: number): string {
  return content.replaceAll(ESCAPE, (escape: string, ...parts: unknown[]) => {
    const [hex2, hex4, hexAny, simple = ''] = parts as (string | undefined)[];
    const hex = hex2 ?? hex4 ?? hexAny;
    if (hex !== undefined) {
      const code = Number.parseInt(hex, 16);
      if (code > 0x10_ff_ff) throw new ImportError('import.syntax', `${escape} is no character`, at);
      return String.fromCodePoint(code);
    }
    return SIMPLE_ESCAPES[simple] ?? simple;
  });
}
