import { z } from 'zod';
import { createCompilationJobStructureSchema } from './compilationJob.ts';
import { stringShapes, type StringShapeName } from './shapes.ts';

/** What a member of CreateCompilationJob is, by the API's own names of types. */
export type Member =
  | { kind: 'string'; values: readonly string[] | null }
  | { kind: 'integer' }
  | { kind: 'list'; item: Member }
  | { kind: 'structure'; members: Readonly<Record<string, MemberOfStructure>> };

/** A member with its place in a structure. */
export type MemberOfStructure = Member & { isRequired: boolean };

function memberOf(schema: unknown): MemberOfStructure {
  if (schema instanceof z.ZodPipe) return memberOf(schema.out);
  if (schema instanceof z.ZodOptional) return { ...memberOf(schema.unwrap()), isRequired: false };
  if (schema instanceof z.ZodObject) return { ...structureOf(schema.shape), isRequired: true };
  if (schema instanceof z.ZodArray) return { kind: 'list', item: memberOf(schema.element), isRequired: true };
  if (schema instanceof z.ZodString) {
    const shape = stringShapes[schema.description as StringShapeName];
    return { kind: 'string', values: 'values' in shape ? shape.values : null, isRequired: true };
  }
  return { kind: 'integer', isRequired: true };
}

function structureOf(shape: object): Extract<Member, { kind: 'structure' }> {
  const members = Object.entries(shape).map(([name, schema]) => [name, memberOf(schema)] as const);
  return { kind: 'structure', members: Object.fromEntries(members) };
}

/** Every member of CreateCompilationJob as data, read from its schema: for readers and writers of requests. */
export const requestMembers = structureOf(createCompilationJobStructureSchema.shape).members;
