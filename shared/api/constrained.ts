import { z } from 'zod';
import {
  integerShapes,
  listShapes,
  stringShapes,
  type IntegerShape,
  type IntegerShapeName,
  type ListShape,
  type ListShapeName,
  type StringShape,
  type StringShapeName,
} from './shapes.ts';

/** The constraint of a shape that a value broke; carried in the zod issue's `params` and worded elsewhere. */
export type BrokenConstraint =
  | { kind: 'minLength'; limit: number }
  | { kind: 'maxLength'; limit: number }
  | { kind: 'minValue'; limit: number }
  | { kind: 'maxValue'; limit: number }
  | { kind: 'pattern'; pattern: string }
  | { kind: 'enum'; values: readonly string[] };

/** What a zod issue made here carries: the rule's id (`Shape.constraint`) and the broken constraint. */
export interface ConstraintParams {
  rule: string;
  constraint: BrokenConstraint;
}

/** A broken constraint with the sentence for the user. */
interface Violation {
  constraint: BrokenConstraint;
  message: string;
}

const plural = (count: number, noun: string) => `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;

/** First broken constraint of a string, in the order in which the service names them; null when it fits. */
export function checkString(shape: StringShape, value: string): Violation | null {
  const violation = checkFilledString(shape, value);
  return violation && value === ''
    ? { ...violation, message: `${shape.subject} ${shape.subject.endsWith('options') ? 'are' : 'is'} missing.` }
    : violation;
}

function checkFilledString(shape: StringShape, value: string): Violation | null {
  const { min, max, pattern, values, subject } = shape;
  if (values && !values.includes(value)) {
    return {
      constraint: { kind: 'enum', values },
      message: `${subject} "${value}" is not one of ${values.length > 8 ? `the ${values.length} known values` : values.join(', ')}.`,
    };
  }
  if (min !== undefined && value.length < min) {
    return {
      constraint: { kind: 'minLength', limit: min },
      message: `${subject} must have at least ${plural(min, 'character')}.`,
    };
  }
  if (max !== undefined && value.length > max) {
    return {
      constraint: { kind: 'maxLength', limit: max },
      message: `${subject} must have at most ${plural(max, 'character')}; it has ${value.length.toLocaleString('en-US')}.`,
    };
  }
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`, 'u').test(value)) {
    return {
      constraint: { kind: 'pattern', pattern },
      message: `${subject} must ${shape.patternInWords ?? `match ${pattern}`}.`,
    };
  }
  return null;
}

/** First broken limit of a whole number; null when it fits. */
export function checkInteger(shape: IntegerShape, value: number): Violation | null {
  const { min, max, unit, subject } = shape;
  const measure = (limit: number) => (unit ? plural(limit, unit) : limit.toLocaleString('en-US'));
  if (min !== undefined && value < min) {
    return { constraint: { kind: 'minValue', limit: min }, message: `${subject} must be at least ${measure(min)}.` };
  }
  if (max !== undefined && value > max) {
    return { constraint: { kind: 'maxValue', limit: max }, message: `${subject} must be at most ${measure(max)}.` };
  }
  return null;
}

function checkList(shape: ListShape, length: number): Violation | null {
  const { min, max, subject } = shape;
  if (min !== undefined && length < min) {
    return {
      constraint: { kind: 'minLength', limit: min },
      message: `${subject} need at least ${plural(min, 'entry').replace('entrys', 'entries')}.`,
    };
  }
  if (max !== undefined && length > max) {
    return {
      constraint: { kind: 'maxLength', limit: max },
      message: `${subject} can have at most ${max} entries; there are ${length}.`,
    };
  }
  return null;
}

function report(ctx: z.RefinementCtx, shapeName: string, input: unknown, violation: Violation | null): void {
  if (!violation) return;
  const params: ConstraintParams = {
    rule: `${shapeName}.${violation.constraint.kind}`,
    constraint: violation.constraint,
  };
  ctx.addIssue({ code: 'custom', message: violation.message, params, input });
}

/** zod schema of a string shape; issues carry {@link ConstraintParams}. */
export function apiString(name: StringShapeName) {
  return z.string().superRefine((value, ctx) => report(ctx, name, value, checkString(stringShapes[name], value)));
}

/** zod schema of a whole-number shape; issues carry {@link ConstraintParams}. */
export function apiInteger(name: IntegerShapeName) {
  return z.int().superRefine((value, ctx) => report(ctx, name, value, checkInteger(integerShapes[name], value)));
}

/** zod schema of a list shape; issues carry {@link ConstraintParams}. */
export function apiList<Item extends z.ZodType>(name: ListShapeName, item: Item) {
  return z.array(item).superRefine((value, ctx) => report(ctx, name, value, checkList(listShapes[name], value.length)));
}

/**
 * zod schema of a value that the service sends us: never refused for a constraint,
 * because enum values of the future must reach the user.
 */
export const answered = z.string();

/** A timestamp on the wire: seconds since the epoch, fraction allowed. */
export const epochSeconds = z.number();
