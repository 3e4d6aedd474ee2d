import type { SourceNode } from './sourceNode.ts';

const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/u;

/** Compact JSON of a tree: keys in their order, numbers with their own digits where JSON has them. */
export function jsonText(node: SourceNode): string {
  switch (node.kind) {
    case 'object': {
      // A repeated key keeps its first place and its last value.
      const members = new Map(node.entries.map(({ key, value }) => [key, value]));
      return `{${[...members].map(([key, value]) => `${JSON.stringify(key)}:${jsonText(value)}`).join(',')}}`;
    }
    case 'array':
      return `[${node.items.map(jsonText).join(',')}]`;
    case 'number':
      return JSON_NUMBER.test(node.text) ? node.text : JSON.stringify(node.value);
    case 'string':
    case 'boolean':
      return JSON.stringify(node.value);
    case 'null':
    case 'foreign':
      return 'null';
  }
}
