import type { JsonNode } from './parseJson.ts';

/** A member of a JSON object. */
export type JsonEntry = Extract<JsonNode, { kind: 'object' }>['entries'][number];

/**
 * Changes to a parsed text: JSON text in the place of a value, or of the name of a member; null takes the value away,
 * with its name where it has one.
 */
export type JsonChanges = ReadonlyMap<JsonNode | JsonEntry, string | null>;

const NO_CHANGES: JsonChanges = new Map();

/** Parsed JSON as compact text, with changes. Everything else keeps its order and its value to the last digit. */
export function rewriteJson(node: JsonNode, changes: JsonChanges = NO_CHANGES): string {
  const changed = changes.get(node);
  if (typeof changed === 'string') return changed;
  const isKept = (value: JsonNode) => changes.get(value) !== null;
  switch (node.kind) {
    case 'object': {
      const members = node.entries
        .filter(({ value }) => isKept(value))
        .map((entry) => `${changes.get(entry) ?? JSON.stringify(entry.key)}:${rewriteJson(entry.value, changes)}`);
      return `{${members.join(',')}}`;
    }
    case 'array':
      return `[${node.items
        .filter(isKept)
        .map((item) => rewriteJson(item, changes))
        .join(',')}]`;
    case 'number':
      return node.text;
    case 'null':
      return 'null';
    default:
      return JSON.stringify(node.value);
  }
}
