/**
 * Characters that a text in source code should not hold as they are: controls, lone surrogates, invisible marks, line
 * and paragraph separators, every blank but the space. Editors, mail and terminals change or lose them.
 */
const UNPRINTABLE = /(?! )[\p{C}\p{Z}]/gu;

/** A text whose characters can all be seen. */
export function isPrintable(text: string): boolean {
  return text.search(UNPRINTABLE) === -1;
}

const SHORT_ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** How a language writes a character by its number. */
export type CodeEscape = (codePoint: number) => string;

const fourDigits = (codePoint: number): string => `\\u${codePoint.toString(16).padStart(4, '0')}`;

/** Python and YAML. */
export const pythonEscape: CodeEscape = (codePoint) =>
  codePoint > 0xff_ff ? `\\U${codePoint.toString(16).padStart(8, '0')}` : fourDigits(codePoint);

/** JavaScript. */
export const javascriptEscape: CodeEscape = (codePoint) =>
  codePoint > 0xff_ff ? `\\u{${codePoint.toString(16)}}` : fourDigits(codePoint);

/** The text between these quotes: backslashes, the quotes themselves and what cannot be seen are escaped. */
export function quotedWith(quote: '"' | "'", text: string, escape: CodeEscape): string {
  const content = text
    .replaceAll('\\', '\\\\')
    .replaceAll(quote, `\\${quote}`)
    .replaceAll(UNPRINTABLE, (character) => SHORT_ESCAPES[character] ?? escape(character.codePointAt(0) ?? 0));
  return quote + content + quote;
}

/** A string literal of Python or JavaScript, in the quotes that need fewer escapes. */
export function textLiteral(text: string, escape: CodeEscape): string {
  return quotedWith(text.includes('"') && !text.includes("'") ? "'" : '"', text, escape);
}
