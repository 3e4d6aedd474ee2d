import { readLooseJson, type LooseReading } from './looseJson.ts';
import { parseJson } from './parseJson.ts';

/** The JSON text, and what was changed to get it, one sentence each; no sentence, no change. */
export interface NormalizedJson {
  text: string;
  changes: string[];
}

/** Far above every string of the API (16,384 characters) even when each character of it is escaped twice. */
const MAX_LENGTH = 2 ** 18;
/** Layers around a value: backticks, quotes, and two levels of escaping, with one to spare. */
const MAX_LAYERS = 5;

/** The text without one layer around its value, and the sentence that says so. */
interface Peeled {
  text: string;
  change: string;
}

/** A rule of {@link layersOf}: null where the layer is not there. */
type Layer = (text: string) => Peeled | null;

const ESCAPED: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** ``` ``{…}`` ``` as the API documents print it, and Markdown's fences. */
const backticks: Layer = (text) => {
  const inner = /^(`{1,3})(?:json\s)?([^]*[^`])\1$/u.exec(text)?.[2];
  return inner === undefined ? null : { text: inner, change: 'The backticks around the value were removed.' };
};

const commaBehind: Layer = (text) =>
  /[,;]$/u.test(text) ? { text: text.slice(0, -1), change: 'The mark behind the value was removed.' } : null;

const quotesAround: Layer = (text) => {
  if (!/^(?:"[^]*"|'[^]*'|[“”„][^]*[“”]|[‘’][^]*[‘’])$/u.test(text) || text.length < 2) return null;
  // In a shell, '\'' is an apostrophe inside single quotes.
  const inner = text.startsWith("'") ? text.slice(1, -1).replaceAll(String.raw`'\''`, "'") : text.slice(1, -1);
  // Quotes around anything else are those of a text.
  if (!/^[{[(`\\]/u.test(inner.trim())) return null;
  return { text: inner, change: 'The quotes around the whole value were removed.' };
};

const unescapedBy =
  (quote: '"' | "'", sign: string, pattern: RegExp): Layer =>
  (text) => {
    // Escaping covers every quote or none; anything else would change what a text says.
    const bare = new RegExp(`(?<!\\\\)(?:\\\\\\\\)*${quote}`, 'u');
    if (!text.includes(sign) || bare.test(text)) return null;
    let isWhole = true;
    const inner = text.replaceAll(/\\(u[\dA-Fa-f]{4}|[^])?/gu, (escape, escaped: string | undefined) => {
      if (escaped === undefined || !pattern.test(escaped)) isWhole = false;
      if (escaped === undefined) return escape;
      if (escaped.length === 5) return String.fromCodePoint(Number.parseInt(escaped.slice(1), 16));
      return ESCAPED[escaped] ?? escaped;
    });
    return isWhole ? { text: inner, change: 'Escaped quotes became plain quotes.' } : null;
  };

/** As the documents spell values for the CLI, where a shell or a JSON document takes one backslash away. */
const escapedAsJson = unescapedBy('"', '\\', /^(?:u[\dA-Fa-f]{4}|["\\/bfnrt])$/u);
const escapedAsPython = unescapedBy("'", String.raw`\'`, /^['"\\nrt]$/u);

/** Between double quotes a shell takes a backslash only before these. */
const escapedForShell: Layer = (text) => {
  if (!text.includes(String.raw`\"`) || /(?<!\\)(?:\\\\)*"/u.test(text)) return null;
  return { text: text.replaceAll(/\\(["\\$`])/gu, '$1'), change: 'Escaped quotes became plain quotes.' };
};

/** A word processor curls some of the quotes only. */
const curledInPart: Layer = (text) =>
  /[“”„]/u.test(text)
    ? { text: text.replaceAll(/[“”„]/gu, '"'), change: 'Curly quotes became straight double quotes.' }
    : null;

/** Layers that no value has by itself; they go first. */
const OUTER_LAYERS: readonly Layer[] = [backticks, quotesAround, commaBehind];
/** Guesses, made only when the text is nothing by itself. */
const INNER_LAYERS: readonly Layer[] = [escapedAsJson, escapedForShell, escapedAsPython, curledInPart];

function throughLayers(text: string, layers: readonly Layer[], left: number): LooseReading | null {
  for (const layer of layers) {
    const peeled = layer(text);
    const reading = peeled && readThroughLayers(peeled.text, left - 1);
    if (reading) return { text: reading.text, changes: [...new Set([peeled.change, ...reading.changes])] };
  }
  return null;
}

function readThroughLayers(layered: string, left: number): LooseReading | null {
  if (left < 0) return null;
  const text = layered.trim();
  const outer = throughLayers(text, OUTER_LAYERS, left);
  // Quotes around a broken object must not make a text of it.
  if (outer || quotesAround(text)) return outer;
  return readLooseJson(text) ?? throughLayers(text, INNER_LAYERS, left);
}

/** True where the strict parser reads the text. */
export function isJson(text: string): boolean {
  try {
    parseJson(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Makes strict JSON of the spellings that people paste and the API documents print: CLI-escaped quotes, quotes or
 * backticks around the whole value, single and curly quotes, Python's words and tuples, trailing commas, names without
 * quotes. What the texts inside say stays as it is. One-line text becomes compact JSON, longer text keeps its lines.
 * Text that is JSON already, or that no JSON can be made of, comes back as it is, with no changes.
 */
export function normalizeJson(text: string): NormalizedJson {
  const unchanged: NormalizedJson = { text, changes: [] };
  if (text.length > MAX_LENGTH || isJson(text)) return unchanged;
  const reading = readThroughLayers(text, MAX_LAYERS);
  return reading && reading.changes.length > 0 && isJson(reading.text) ? reading : unchanged;
}
