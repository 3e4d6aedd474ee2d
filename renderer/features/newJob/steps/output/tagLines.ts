export interface TagText {
  key: string;
  value: string;
}

/** `Key=team,Value=vision` as the AWS CLI writes tags, with or without quotes around the parts. */
const SHORTHAND = /^Key=(?<key>[^,]*),\s*Value=(?<value>.*)$/u;

const unquoted = (text: string) => text.trim().replace(/^(["'])(.*)\1$/u, '$2');

function tagOfLine(line: string): TagText | null {
  const shorthand = SHORTHAND.exec(line)?.groups;
  if (shorthand) return { key: unquoted(shorthand['key'] ?? ''), value: unquoted(shorthand['value'] ?? '') };
  const [key = '', ...value] = line.split('=');
  return value.length === 0 ? null : { key: unquoted(key), value: unquoted(value.join('=')) };
}

/** The tags of pasted lines, `key=value` each; null when a line is none, so that the text is pasted as it is. */
export function tagsOfLines(text: string): TagText[] | null {
  const lines = text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const tags = lines.map(tagOfLine);
  return tags.length > 0 && tags.every((tag) => tag !== null) ? tags : null;
}
