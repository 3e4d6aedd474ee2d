import type { FindingPath } from '../api/finding.ts';
import { parseJson, type JsonNode } from '../json/parseJson.ts';

/** One member of an object in an imported text. */
export interface SourceEntry {
  key: string;
  value: SourceNode;
}

/**
 * A value as an imported text gives it, whatever the language: JSON, YAML, a shell word, Python, JavaScript.
 * `at` is the offset where it stands, in the text that the reader was given; `text` is a scalar's own spelling.
 */
export type SourceNode =
  | { kind: 'object'; entries: SourceEntry[]; at: number }
  | { kind: 'array'; items: SourceNode[]; at: number }
  | { kind: 'string'; value: string; at: number }
  | { kind: 'number'; value: number; text: string; at: number }
  | { kind: 'boolean'; value: boolean; text: string; at: number }
  | { kind: 'null'; at: number }
  /** A value that only answers hold, such as Python's `datetime.datetime(…)`; `what` is its spelling. */
  | { kind: 'foreign'; what: string; at: number };

export type SourceObject = Extract<SourceNode, { kind: 'object' }>;

/** What a reader made of a text: the request as it stands there, and what was left out or changed on the way. */
export interface Reading {
  value: SourceNode;
  changes: string[];
}

/** The ids of what can keep a text from being imported. */
export type ImportRule =
  /** The text breaks the rules of its own language. */
  | 'import.syntax'
  /** A value is not in the text: a variable, a function's result. */
  | 'import.computed'
  /** A value is in another file. */
  | 'import.file'
  /** An option that the command does not have, or that lacks its value. */
  | 'import.option'
  /** The text is none of the forms, or holds no request. */
  | 'import.format'
  /** The text is too large, or makes too many values. */
  | 'import.size';

/** Thrown inside this folder, never out of it: what cannot be read, and at which offset (null: nowhere in particular). */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  readonly rule: ImportRule;
  readonly at: number | null;

  constructor(rule: ImportRule, message: string, at: number | null) {
    super(message);
    this.rule = rule;
    this.at = at;
  }
}

/** The error for a text that holds one request after another. */
export const severalValues = (at: number): ImportError =>
  new ImportError('import.format', 'The text holds more than one value; give one request at a time', at);

/** Deep enough for every documented value; keeps hostile text from exhausting the stack. */
export const MAX_DEPTH = 64;

/** The same tree with every offset mapped, as from a word's content to the text that the word stands in. */
export function withOffsets(node: SourceNode, offsetOf: (offset: number) => number): SourceNode {
  const at = offsetOf(node.at);
  if (node.kind === 'object') {
    return {
      ...node,
      at,
      entries: node.entries.map(({ key, value }) => ({ key, value: withOffsets(value, offsetOf) })),
    };
  }
  if (node.kind === 'array') return { ...node, at, items: node.items.map((item) => withOffsets(item, offsetOf)) };
  return { ...node, at };
}

function fromJson(node: JsonNode): SourceNode {
  const at = node.at.offset;
  switch (node.kind) {
    case 'object':
      return { kind: 'object', entries: node.entries.map(({ key, value }) => ({ key, value: fromJson(value) })), at };
    case 'array':
      return { kind: 'array', items: node.items.map(fromJson), at };
    case 'boolean':
      return { ...node, text: String(node.value), at };
    case 'string':
    case 'number':
    case 'null':
      return { ...node, at };
  }
}

/**
 * Strict JSON text as a tree.
 * @throws {JsonSyntaxError}
 */
export function jsonTree(text: string): SourceNode {
  return fromJson(parseJson(text));
}

/** A plain value of a tree; of a repeated key the last value counts. */
export function plainValue(node: SourceNode): unknown {
  switch (node.kind) {
    case 'object':
      // Not by assignment: a key "__proto__" is a member like any other.
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, plainValue(value)]));
    case 'array':
      return node.items.map(plainValue);
    case 'null':
      return null;
    case 'foreign':
      return node.what;
    case 'string':
    case 'number':
    case 'boolean':
      return node.value;
  }
}

/** The members of objects that were asked for one, by name: there may be as many questions as members. */
const membersByName = new WeakMap<SourceObject, Map<string, SourceNode>>();

/** The value of a key, the last one when it is repeated. */
export function memberOf(node: SourceNode, key: string): SourceNode | undefined {
  if (node.kind !== 'object') return undefined;
  let members = membersByName.get(node);
  if (!members) {
    members = new Map(node.entries.map((entry) => [entry.key, entry.value]));
    membersByName.set(node, members);
  }
  return members.get(key);
}

/** The node at a path, or the innermost one on the way to it when the path leads out of the tree. */
export function nearestNode(root: SourceNode, path: FindingPath): SourceNode {
  let node = root;
  for (const key of path) {
    const inner = node.kind === 'array' && typeof key === 'number' ? node.items[key] : memberOf(node, String(key));
    if (!inner) return node;
    node = inner;
  }
  return node;
}

/** Two requests as one: a member of `upper` replaces the member of `lower` as a whole. */
export function overlaid(lower: SourceObject, upper: SourceEntry[]): SourceObject {
  const replaced = new Set(upper.map(({ key }) => key));
  return { ...lower, entries: [...lower.entries.filter(({ key }) => !replaced.has(key)), ...upper] };
}
