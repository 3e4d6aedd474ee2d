import type { FindingPath } from './finding.ts';

/** A path as people write it: `InputConfig.DataInputConfig`, `Tags[0].Key`; empty for the whole value. */
export function pathText(path: FindingPath): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? key : `${text}.${key}`;
  }, '');
}
