import { isPrintable, pythonEscape, quotedWith } from './textLiteral.ts';

/** Words that a YAML 1.1 reader, as in the AWS CLI, takes for something else than text. */
const RESERVED = /^(?:y|n|yes|no|on|off|true|false|null)$/iu;
/** Texts that are the same without quotes in every version of YAML: they begin with a letter. */
const PLAIN = /^[A-Za-z](?:[\w./-]|:(?=[\w./:-]))*$/u;

/** A text as a YAML scalar: plain where that is safe, in single quotes where all of it can be seen. */
export function yamlScalar(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  if (PLAIN.test(value) && !RESERVED.test(value)) return value;
  return isPrintable(value) && value !== '' ? `'${value.replaceAll("'", "''")}'` : quotedWith('"', value, pythonEscape);
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The lines of a value in block style. */
function yamlLines(value: unknown): string[] {
  if (Array.isArray(value)) {
    if (value.length === 0) return ['[]'];
    return value.flatMap((item) => yamlLines(item).map((line, index) => `${index === 0 ? '- ' : '  '}${line}`));
  }
  if (!isObject(value)) return [yamlScalar(value)];
  const members = Object.entries(value);
  if (members.length === 0) return ['{}'];
  return members.flatMap(([name, member]) => {
    const lines = yamlLines(member);
    const isBlock = isObject(member) && Object.keys(member).length > 0;
    const key = `${yamlScalar(name)}:`;
    return isBlock ? [key, ...lines.map((line) => `  ${line}`)] : [`${key} ${lines.join('')}`];
  });
}

/** A plain value as YAML that versions 1.1 and 1.2 read alike. */
export function yamlText(value: unknown): string {
  return yamlLines(value).join('\n');
}
