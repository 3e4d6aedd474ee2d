import { describe, expect, it } from 'vitest';
import { requestMembers, type Member } from '../api/requestMembers.ts';
import { readYaml } from '../import/readYaml.ts';
import { plainValue } from '../import/sourceNode.ts';
import { skeletonJson, skeletonYaml } from './skeleton.ts';

function pathsOf(member: Member): string[] {
  if (member.kind === 'list') return pathsOf(member.item);
  if (member.kind !== 'structure') return [''];
  return Object.entries(member.members).flatMap(([name, inner]) => pathsOf(inner).map((path) => `${name}.${path}`));
}

function pathsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(pathsIn);
  if (typeof value !== 'object' || value === null) return [''];
  return Object.entries(value).flatMap(([name, inner]) => pathsIn(inner).map((path) => `${name}.${path}`));
}

describe('the skeletons', () => {
  const skeleton: unknown = JSON.parse(skeletonJson());

  it('have every member of the API', () => {
    expect(pathsIn(skeleton)).toEqual(pathsOf({ kind: 'structure', members: requestMembers }));
  });

  it('are the same in JSON and in YAML', () => {
    const { value, changes } = readYaml(skeletonYaml());
    expect([plainValue(value), changes]).toEqual([skeleton, []]);
  });

  it('say in YAML what is required and what is allowed', () => {
    const lines = skeletonYaml().split('\n');
    expect(lines).toContain('RoleArn: "" # required');
    expect(lines).toContain('    Os: ANDROID # required; one of ANDROID, LINUX');
    expect(lines).toContain('ModelPackageVersionArn: ""');
  });
});
