import type { Finding, Fix } from '../api/finding.ts';
import {
  integerShapes,
  stringShapes,
  type IntegerShapeName,
  type StringShape,
  type StringShapeName,
} from '../api/shapes.ts';
import { nameSlug } from '../draft/jobName.ts';

const plain = (text: string) => text.replaceAll(/[^a-z0-9]/giu, '').toLowerCase();

/** The known value that a text means when case, dots, hyphens and underscores are ignored: `ml.m5.xlarge` → `ml_m5`. */
function knownSpelling(values: readonly string[], text: string): string | undefined {
  const bare = plain(text.replace(/^(ml\.[a-z0-9]+)\.\w+$/iu, '$1'));
  return values.find((value) => plain(value) === bare);
}

function valuesOf(name: StringShapeName): readonly string[] {
  const shape: StringShape = stringShapes[name];
  return shape.values ?? [];
}

/** Longest value that fits on a button, in characters. */
const SHORT = 40;

function labelOf(rule: string, value: unknown): string {
  const text = String(value);
  if (text.length <= SHORT) return `Use ${text}`;
  return rule === 'type' ? 'Write it as text' : `Use ${text.slice(0, SHORT)}…`;
}

const repair = (finding: Finding, value: unknown): Fix => ({
  label: labelOf(finding.rule, value),
  edits: [{ path: finding.path, value }],
});

/** What a value was meant to be, by the rule that it breaks; null when nothing is plain enough to offer. */
function meantValue({ rule, path }: Finding, value: unknown): unknown {
  const [shape = '', constraint] = rule.split('.');
  if (rule === 'type') return meantType(path.at(-1), value);
  if (constraint === 'enum' && typeof value === 'string') {
    return knownSpelling(valuesOf(shape as StringShapeName), value);
  }
  if (constraint === 'minValue') return integerShapes[shape as IntegerShapeName].min;
  if (constraint === 'maxValue' && shape === 'MaxPendingTimeInSeconds') return integerShapes[shape].max;
  if (typeof value !== 'string') return undefined;
  switch (rule) {
    case 'EntityName.pattern':
    case 'EntityName.maxLength':
      return nameSlug(nameSlug(value).slice(0, stringShapes.EntityName.max)) || undefined;
    case 'S3Uri.pattern':
      return /^[a-z0-9][a-z0-9.-]{2,62}\/.+$/u.test(value) ? `s3://${value}` : undefined;
    case 'CompilerOptions.pattern':
      return value.replaceAll(/\s*[\r\n]+\s*/gu, ' ').trim();
    case 'FrameworkVersion.pattern':
      return /^v(\d\.[a-z0-9.]+)$/iu.exec(value)?.[1];
    default:
      return undefined;
  }
}

function meantType(member: string | number | undefined, value: unknown): unknown {
  if (typeof value === 'string' && /^\d{1,9}$/u.test(value.trim())) return Number(value.trim());
  if (member === 'FrameworkVersion' && typeof value === 'number') return String(value);
  const isJsonText = member === 'DataInputConfig' || member === 'CompilerOptions';
  return isJsonText && typeof value === 'object' ? JSON.stringify(value) : undefined;
}

/** The fix of a finding about a single member, where the value shows what was meant. */
export function memberFix(finding: Finding, value: unknown): Fix | undefined {
  const meant = meantValue(finding, value);
  return meant === undefined || meant === value ? undefined : repair(finding, meant);
}
