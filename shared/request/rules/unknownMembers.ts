import { createCompilationJobStructureSchema } from '../../api/compilationJob.ts';
import type { Edit, Finding, FindingPath } from '../../api/finding.ts';
import { warningFinding } from './rule.ts';
import { z } from 'zod';

/** The object schema inside of optional and preprocess wrappers; null for other members. */
function shapeOf(schema: unknown): Record<string, unknown> | null {
  if (schema instanceof z.ZodObject) return schema.shape;
  if (schema instanceof z.ZodOptional) return shapeOf(schema.unwrap());
  if (schema instanceof z.ZodPipe) return shapeOf(schema.out);
  return null;
}

const plain = (name: string) => name.replaceAll(/[^a-z0-9]/giu, '').toLowerCase();

function unknownIn(value: unknown, schema: unknown, path: FindingPath): Finding[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) {
    const [item] = schema instanceof z.ZodArray ? [schema.element] : [null];
    return value.flatMap((entry, index) => unknownIn(entry, item, [...path, index]));
  }
  const shape = shapeOf(schema);
  if (!shape) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const own = [...path, name];
    if (Object.hasOwn(shape, name)) return unknownIn(member, arrayOf(shape[name]) ?? shape[name], own);
    const meant = Object.keys(shape).find((known) => plain(known) === plain(name) && !Object.hasOwn(value, known));
    const edits: Edit[] = meant ? [{ path: own }, { path: [...path, meant], value: member }] : [{ path: own }];
    const message = meant
      ? `The API has no member ${name}; it is called ${meant}.`
      : `The API has no member ${name} here; it is left out.`;
    return [
      warningFinding('request.unknownMember', own, message, {
        label: meant ? `Rename it to ${meant}` : `Remove ${name}`,
        edits,
      }),
    ];
  });
}

function arrayOf(schema: unknown): unknown {
  if (schema instanceof z.ZodArray) return schema;
  if (schema instanceof z.ZodOptional) return arrayOf(schema.unwrap());
  return schema instanceof z.ZodPipe ? arrayOf(schema.out) : null;
}

/** Members that the request has and the API does not: the service drops them in silence, clients refuse them. */
export const unknownMembers = (value: unknown): Finding[] => unknownIn(value, createCompilationJobStructureSchema, []);
