/** What Python's console writes before a line that was typed, and before its further lines. */
const PROMPT = /^(?:>>>|\.\.\.)(?: |(?=\r?$))/u;

/** A program without its prompts, and where each of its offsets is in the text that has them. */
export interface Unprompted {
  text: string;
  offsetOf(offset: number): number;
}

/** What was typed in a console session, without prompts and answers; null for a text that is none. */
export function withoutPrompts(session: string): Unprompted | null {
  if (!/^\s*>>> /u.test(session)) return null;
  const lines: { text: string; start: number; at: number }[] = [];
  let at = 0;
  let start = 0;
  for (const line of session.split('\n')) {
    const prompt = PROMPT.exec(line)?.[0];
    if (prompt !== undefined) {
      const text = line.slice(prompt.length);
      lines.push({ text, start, at: at + prompt.length });
      start += text.length + 1;
    }
    at += line.length + 1;
  }
  const offsetOf = (offset: number): number => {
    let low = 0;
    let high = lines.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((lines[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle;
    }
    const line = lines[low];
    return line ? line.at + offset - line.start : offset;
  };
  return { text: lines.map(({ text }) => text).join('\n'), offsetOf };
}
