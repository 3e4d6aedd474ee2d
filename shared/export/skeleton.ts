import { requestMembers, type Member, type MemberOfStructure } from '../api/requestMembers.ts';
import { yamlScalar } from './yamlText.ts';

/** What stands for a value in a skeleton, as `--generate-cli-skeleton` has it: "", 0, the first value of an enum. */
function placeholder(member: Member): unknown {
  switch (member.kind) {
    case 'string':
      return member.values?.[0] ?? '';
    case 'integer':
      return 0;
    case 'list':
      return [placeholder(member.item)];
    case 'structure':
      return Object.fromEntries(Object.entries(member.members).map(([name, inner]) => [name, placeholder(inner)]));
  }
}

/** Every member of the API as JSON for `--cli-input-json`, to be filled in. */
export function skeletonJson(): string {
  return JSON.stringify(placeholder({ kind: 'structure', members: requestMembers }), null, 2);
}

function comment(member: MemberOfStructure): string {
  const values = member.kind === 'string' && member.values ? `one of ${member.values.join(', ')}` : '';
  const parts = [...(member.isRequired ? ['required'] : []), ...(values ? [values] : [])];
  return parts.length > 0 ? ` # ${parts.join('; ')}` : '';
}

function skeletonLines(member: Member): string[] {
  if (member.kind === 'list') {
    return skeletonLines(member.item).map((line, index) => `${index === 0 ? '- ' : '  '}${line}`);
  }
  if (member.kind !== 'structure') return [yamlScalar(placeholder(member))];
  return Object.entries(member.members).flatMap(([name, inner]) => {
    const lines = skeletonLines(inner);
    const isBlock = inner.kind === 'list' || inner.kind === 'structure';
    return isBlock
      ? [`${name}:${comment(inner)}`, ...lines.map((line) => `  ${line}`)]
      : [`${name}: ${lines.join('')}${comment(inner)}`];
  });
}

/** Every member of the API as YAML for `--cli-input-yaml`, to be filled in, with what is required and what is allowed. */
export function skeletonYaml(): string {
  return skeletonLines({ kind: 'structure', members: requestMembers }).join('\n');
}
