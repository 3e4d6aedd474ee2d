import type { z } from 'zod';
import type { BrokenConstraint, ConstraintParams } from './constrained.ts';

export type FindingPath = (string | number)[];

/** One change to a checked value: sets the member at `path`, or takes it away when `value` is undefined. */
export interface Edit {
  path: FindingPath;
  value?: unknown;
}

/** A way out of a finding: once its edits are made, the finding is gone. */
export interface Fix {
  /** What the button says: "Remove the framework version". */
  label: string;
  edits: Edit[];
}

/** Something a check has to say about a value: one rule, one place, the user's words and the service's words. */
export interface Finding {
  /** Stable id, `Shape.constraint` or `topic.rule`. */
  rule: string;
  severity: 'error' | 'warning';
  /** Where in the checked value. */
  path: FindingPath;
  /** What is wrong and what would be right, in the user's words. */
  message: string;
  /** The service's words for the same; only errors that the service itself would raise have them. */
  awsMessage?: string;
  fix?: Fix;
}

/** `OutputConfig.TargetDevice` as the service writes it: `outputConfig.targetDevice`, list members as `tags.1.member.key`. */
function awsPath(path: FindingPath): string {
  return path
    .map((part) => (typeof part === 'number' ? `${part + 1}.member` : part.charAt(0).toLowerCase() + part.slice(1)))
    .join('.');
}

function awsConstraint(constraint: BrokenConstraint): string {
  switch (constraint.kind) {
    case 'minLength':
      return `Member must have length greater than or equal to ${constraint.limit}`;
    case 'maxLength':
      return `Member must have length less than or equal to ${constraint.limit}`;
    case 'minValue':
      return `Member must have value greater than or equal to ${constraint.limit}`;
    case 'maxValue':
      return `Member must have value less than or equal to ${constraint.limit}`;
    case 'pattern':
      return `Member must satisfy regular expression pattern: ${constraint.pattern}`;
    case 'enum':
      return `Member must satisfy enum value set: [${constraint.values.join(', ')}]`;
  }
}

/** The value at a path; undefined when there is none. */
export function valueAt(value: unknown, path: FindingPath): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string | number, unknown>)[key] : undefined,
    value,
  );
}

/** Longest part of a value that a message repeats, in characters; the service's messages end at 1,024. */
const MAX_REPEATED = 256;

function inWords(value: unknown): string {
  const text = Array.isArray(value) ? JSON.stringify(value) : String(value);
  return text.length > MAX_REPEATED ? `${text.slice(0, MAX_REPEATED)}…` : text;
}

/**
 * Turns the issues of a schema built from `constrained.ts` into findings.
 * A member that is missing where one is required reads as the service's "Value null at … must not be null";
 * a member of the wrong JSON type gets the rule `type`, which the runner answers as SerializationException.
 */
export function findingsFromIssues(issues: readonly z.core.$ZodIssue[], root: unknown): Finding[] {
  return issues.map((issue) => {
    const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
    const value = valueAt(root, path);
    if (issue.code === 'custom' && issue.params) {
      const { rule, constraint } = issue.params as ConstraintParams;
      return {
        rule,
        severity: 'error',
        path,
        message: issue.message,
        awsMessage: `Value '${inWords(value)}' at '${awsPath(path)}' failed to satisfy constraint: ${awsConstraint(constraint)}`,
      };
    }
    const name = path.at(-1) ?? 'The request';
    if (value === undefined || value === null) {
      return {
        rule: 'required',
        severity: 'error',
        path,
        message: `${name} is missing.`,
        awsMessage: `Value null at '${awsPath(path)}' failed to satisfy constraint: Member must not be null`,
      };
    }
    return {
      rule: 'type',
      severity: 'error',
      path,
      message: `${name} has the wrong type: it must be ${issue.code === 'invalid_type' ? expectedInWords(issue.expected) : 'another kind of value'}.`,
      awsMessage: `${typeOnWire(value)} can not be converted to ${issue.code === 'invalid_type' ? expectedOnWire(issue.expected) : 'the expected type'}`,
    };
  });
}

function typeOnWire(value: unknown): string {
  if (Array.isArray(value)) return 'START_ARRAY';
  if (typeof value === 'object') return 'START_OBJECT';
  if (typeof value === 'number') return Number.isInteger(value) ? 'NUMBER_VALUE' : 'DECIMAL_VALUE';
  if (typeof value === 'boolean') return value ? 'TRUE_VALUE' : 'FALSE_VALUE';
  return 'STRING_VALUE';
}

function expectedInWords(expected: string): string {
  const words: Record<string, string> = {
    string: 'a text',
    int: 'a whole number',
    number: 'a whole number',
    object: 'an object with members',
    array: 'a list',
  };
  return words[expected] ?? expected;
}

function expectedOnWire(expected: string): string {
  const names: Record<string, string> = {
    string: 'a String',
    int: 'an Integer',
    number: 'a Number',
    object: 'an Object',
    array: 'a List',
  };
  return names[expected] ?? expected;
}

/** ValidationException's text for the findings that the service would raise: `2 validation errors detected: …; …`. */
export function validationExceptionMessage(findings: readonly Finding[]): string {
  const texts = findings.flatMap((finding) => (finding.awsMessage ? [finding.awsMessage] : [finding.message]));
  const constraintTexts = texts.filter((text) => text.startsWith('Value '));
  // The service words constraints as a counted list and everything else as a sentence of its own.
  if (constraintTexts.length === 0) return texts[0] ?? 'The request is not valid.';
  const count = constraintTexts.length;
  return `${count} validation error${count === 1 ? '' : 's'} detected: ${constraintTexts.join('; ')}`;
}
