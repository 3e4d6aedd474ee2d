import type { Edit, FindingPath } from './finding.ts';

type Container = Record<string | number, unknown>;

const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;

function copyOf(value: unknown, key: string | number): Container {
  if (Array.isArray(value)) return [...(value as unknown[])] as unknown as Container;
  if (isContainer(value)) return { ...value };
  return typeof key === 'number' ? ([] as unknown as Container) : {};
}

function applied(value: unknown, path: FindingPath, edit: Edit): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return edit.value;
  const copy = copyOf(value, key);
  if (rest.length > 0) copy[key] = applied(copy[key], rest, edit);
  else if (edit.value !== undefined) copy[key] = edit.value;
  else if (Array.isArray(copy) && typeof key === 'number') copy.splice(key, 1);
  else delete copy[key];
  return copy;
}

/** The value with the edits made, in their order; the value itself stays as it is. Members on the way are created. */
export function applyEdits<Value>(value: Value, edits: readonly Edit[]): Value {
  return edits.reduce<unknown>((current, edit) => applied(current, edit.path, edit), value) as Value;
}
