import { isJson } from './normalizeJson.ts';

const ESCAPED: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const ESCAPE = /\\(?:u([\dA-Fa-f]{4})|(["\\/bfnrt]))/gu;

/**
 * JSON text as the API documents print it for the CLI, `{\"input\":[1,3,224,224]}`: how it stands between the quotes of
 * a JSON document such as --cli-input-json.
 */
export const toCliText = (text: string): string => JSON.stringify(text).slice(1, -1);

/**
 * The text that a CLI text stands for; the inverse of {@link toCliText}. Text that is JSON as it stands was not escaped,
 * and escapes that JSON does not know stay, so that half-typed text keeps every character.
 */
export function fromCliText(text: string): string {
  if (isJson(text)) return text;
  return text.replaceAll(ESCAPE, (_, code: string | undefined, sign: string) =>
    code === undefined ? (ESCAPED[sign] ?? sign) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}
