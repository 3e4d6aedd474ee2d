import type { RequestTarget } from '../catalog/catalog.ts';
import { normalizeJson } from '../json/normalizeJson.ts';
import { canonicalOptionKey, findFlagForm } from './compilerOptions.ts';
import { parseOptions, withFlags, withKeyRenamed, writeOptions } from './optionsText.ts';

/** A text of CompilerOptions, and what was changed to get it, one sentence each; no sentence, no change. */
export interface NormalizedOptions {
  text: string;
  changes: string[];
}

/** `--verbose 1 -O2`, as people give it to targets that take flags. */
function quotedFlags(text: string): NormalizedOptions | null {
  const flags = text.trim().replaceAll(/\s*[\r\n]+\s*/gu, ' ');
  // A quote or backslash shows that the flags are quoted already, in a way that is for normalizeJson.
  if (!/^-[^"'\\]*$/u.test(flags)) return null;
  return { text: withFlags(flags), changes: ['The flags were put into double quotes, as one JSON string.'] };
}

/** A JSON string that holds the JSON of an object or of another string: the value was quoted once too often. */
function unwrapped(text: string, target: RequestTarget): NormalizedOptions | null {
  const parsed = parseOptions(text);
  if (parsed.kind !== 'flags' || !/^\s*(?:\\?["']|\{)/u.test(parsed.flags)) return null;
  const inner = normalizeCompilerOptions(parsed.flags, target);
  const { kind } = parseOptions(inner.text);
  if (kind === 'broken' || kind === 'none') return null;
  return { text: inner.text, changes: ['One level of quotes around the value was removed.', ...inner.changes] };
}

function withCanonicalKeys(text: string): NormalizedOptions {
  const parsed = parseOptions(text);
  if (parsed.kind !== 'object') return { text, changes: [] };
  const keys = new Set(parsed.entries.map(({ key }) => key));
  const result: NormalizedOptions = { text, changes: [] };
  for (const key of keys) {
    const canonical = canonicalOptionKey(key);
    if (canonical === key) continue;
    result.text = withKeyRenamed(result.text, key, canonical);
    result.changes.push(
      keys.has(canonical) ? `${key} was removed: ${canonical} is given as well.` : `${key} became ${canonical}.`,
    );
  }
  return result;
}

function onOneLine(text: string): NormalizedOptions {
  if (!/[\r\n]/u.test(text)) return { text, changes: [] };
  const parsed = parseOptions(text);
  const changes = ['Line breaks were removed.'];
  if (parsed.kind === 'object') return { text: writeOptions(parsed.entries), changes };
  return parsed.kind === 'flags' ? { text: withFlags(parsed.flags), changes } : { text, changes: [] };
}

/**
 * Makes CompilerOptions of the spellings that people paste and the API documents print: what `normalizeJson`
 * understands, unquoted flags where `target` (a request's OutputConfig) takes flags, values quoted twice, `gpu_code`
 * for `gpu-code` and the like, line breaks. What cannot be understood comes back as it is. Never throws.
 */
export function normalizeCompilerOptions(text: string, target: RequestTarget): NormalizedOptions {
  const json = (findFlagForm(target) && quotedFlags(text)) ?? normalizeJson(text);
  const bare = unwrapped(json.text, target);
  if (bare) return { text: bare.text, changes: [...json.changes, ...bare.changes] };
  const keys = withCanonicalKeys(json.text);
  const line = onOneLine(keys.text);
  return { text: line.text, changes: [...json.changes, ...keys.changes, ...line.changes] };
}
