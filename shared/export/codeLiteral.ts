/** How a language writes the values of a request. */
export interface LiteralStyle {
  text(value: string): string;
  key(name: string): string;
  /** Between key and value. */
  separator: string;
  /** Values in the language's own words where JSON's would do: the text of a JSON string, readable. */
  embeddedJson(name: string, text: string): string | null;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Longest list that stays on one line, in characters. */
const MAX_LINE = 80;

/** A request's value as a literal over several lines; `indent` is one level's, `level` how many there are around it. */
export function codeLiteral(value: unknown, style: LiteralStyle, indent: string, level = 0): string {
  const inner = indent.repeat(level + 1);
  const within = (open: string, lines: string[], close: string): string =>
    lines.length === 0
      ? open + close
      : `${open}\n${lines.map((line) => `${inner}${line},\n`).join('')}${indent.repeat(level)}${close}`;
  if (Array.isArray(value)) {
    const items = value as unknown[];
    const line = `[${items.map((item) => codeLiteral(item, style, indent, level + 1)).join(', ')}]`;
    if (!items.some(isObject) && line.length <= MAX_LINE) return line;
    return within(
      '[',
      items.map((item) => codeLiteral(item, style, indent, level + 1)),
      ']',
    );
  }
  if (isObject(value)) {
    const members = Object.entries(value).map(([name, member]) => {
      const embedded = typeof member === 'string' ? style.embeddedJson(name, member) : null;
      return `${style.key(name)}${style.separator}${embedded ?? codeLiteral(member, style, indent, level + 1)}`;
    });
    return within('{', members, '}');
  }
  return typeof value === 'string' ? style.text(value) : JSON.stringify(value);
}

/** Members whose text is JSON. */
export const JSON_MEMBERS: ReadonlySet<string> = new Set(['DataInputConfig', 'CompilerOptions']);
