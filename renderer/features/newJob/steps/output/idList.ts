const SEPARATORS = /[\s,;]+/u;

/** The IDs in a text that was typed or pasted: separated by commas, semicolons, blanks or line breaks; quotes go. */
export function splitIds(text: string): string[] {
  return text
    .replaceAll(/["'[\]]/gu, '')
    .split(SEPARATORS)
    .filter((id) => id !== '');
}

/** True when a text holds more than one ID, or one that is complete. */
export const hasSeparator = (text: string): boolean => SEPARATORS.test(text);

/** A list of IDs with others at its end, each once. */
export function withIds(ids: readonly string[], added: readonly string[]): string[] {
  return [...ids, ...added.filter((id, index) => !ids.includes(id) && added.indexOf(id) === index)];
}
