/** What stands in the brackets, when the text has exactly one pair; the text itself when it has none. */
function insideOfBrackets(text: string): string | null {
  const groups = [...text.matchAll(/[[(]([^[\]()]*)[\])]/gu)];
  if (groups.length > 1) return null;
  return groups[0]?.[1] ?? text;
}

/**
 * Reads a pasted shape: `1,3,224,224`, `[1, 3, 224, 224]`, `torch.Size([1, 3, 224, 224])`, `{"input":[1,3,224,224]}`,
 * `1x3x224x224` or `1 3 224 224`, also with Core ML's ranges (`1..10`). A name between the numbers (`batch`, `?`, `-1`) is an open dimension and reads as ''.
 * Null when the text is a single value or no shape at all: then it is ordinary text for one field.
 */
export function readShape(text: string): string[] | null {
  const inner = insideOfBrackets(text)?.trim().replace(/,$/u, '');
  const parts = inner?.split(/\s*[,;×]\s*|\s*[xX*](?=\s*[\d?-])\s*|\s+/u) ?? [];
  if (parts.length < 2 || !parts.some((part) => /^\d+$/u.test(part))) return null;
  if (!parts.every((part) => /^(?:"?\d+\.\.\d+"?|\d+|-1|\?|[A-Za-z_][\w.]*)$/u.test(part))) return null;
  return parts.map((part) => (/^"?\d/u.test(part) ? part.replaceAll('"', '') : ''));
}
