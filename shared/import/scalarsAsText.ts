import type { FindingPath } from '../api/finding.ts';
import { pathText } from '../api/pathText.ts';
import { requestMembers, type Member } from '../api/requestMembers.ts';
import type { SourceNode } from './sourceNode.ts';

/** A tree in which the API's texts are texts, and what was read as one, such as `FrameworkVersion 1.15`. */
interface Texts {
  value: SourceNode;
  readAsText: string[];
}

function withTexts(node: SourceNode, member: Member | undefined, path: FindingPath, readAsText: string[]): SourceNode {
  if (member?.kind === 'structure' && node.kind === 'object') {
    const entries = node.entries.map(({ key, value }) => {
      return { key, value: withTexts(value, member.members[key], [...path, key], readAsText) };
    });
    return { ...node, entries };
  }
  if (member?.kind === 'list' && node.kind === 'array') {
    const items = node.items.map((item, index) => withTexts(item, member.item, [...path, index], readAsText));
    return { ...node, items };
  }
  if (member?.kind !== 'string' || (node.kind !== 'number' && node.kind !== 'boolean')) return node;
  readAsText.push(`${pathText(path)} ${node.text}`);
  return { kind: 'string', value: node.text, at: node.at };
}

/** Plain scalars that YAML takes for numbers or booleans become the texts that they are in the API, as written. */
export function scalarsAsText(value: SourceNode): Texts {
  const readAsText: string[] = [];
  return { value: withTexts(value, { kind: 'structure', members: requestMembers }, [], readAsText), readAsText };
}
