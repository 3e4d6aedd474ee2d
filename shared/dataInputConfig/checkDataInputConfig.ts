import type { CreateCompilationJobRequest } from '../api/compilationJob.ts';
import type { Finding, Fix } from '../api/finding.ts';
import { stringShapes } from '../api/shapes.ts';
import { findFramework, type FrameworkEntry } from '../catalog/frameworks.ts';
import { isJson, normalizeJson } from '../json/normalizeJson.ts';
import { JsonSyntaxError, type JsonNode } from '../json/parseJson.ts';
import { rewriteJson, type JsonEntry } from '../json/rewriteJson.ts';
import { locatedMessage, type Complaint } from './complaint.ts';
import { CORE_ML_RULES } from './coreMlRules.ts';
import { notJson } from './dataInputConfig.ts';
import { FRAMEWORK_RULES } from './frameworkRules.ts';
import type { InputFacts } from './inputRule.ts';
import { readInputs, type ReadInputs } from './readInputs.ts';

const PATH = ['InputConfig', 'DataInputConfig'];
/** DataInputConfig is a member of the loader's class of messages. */
const CLASS = 'InputConfiguration: ';

const newText = (label: string, value: string | undefined): Fix => ({ label, edits: [{ path: PATH, value }] });

/** One repair for all complaints of a rule; null where one of them cannot be repaired. */
function fixFor(complaints: readonly Complaint[], root: JsonNode | null): Fix | null {
  const repairs = complaints.flatMap(({ repair }) => repair ?? []);
  const [first] = repairs;
  if (!root || !first || repairs.length < complaints.length) return null;
  const changes = new Map<JsonNode | JsonEntry, string | null>(repairs.flatMap((repair) => [...repair.changes]));
  const isOne = repairs.every(({ label }) => label === first.label);
  return newText(isOne ? first.label : `Correct all ${repairs.length} places`, rewriteJson(root, changes));
}

/** What a rule has to say, as one finding: where it is broken first, and in how many places more. */
function findingOf(complaints: readonly [Complaint, ...Complaint[]], fix: Fix | null): Finding {
  const [first, ...others] = complaints;
  const more = others.length === 1 ? 'one more place' : `${others.length} more places`;
  return {
    rule: first.rule,
    severity: first.awsMessage === null ? 'warning' : 'error',
    path: PATH,
    message: locatedMessage(first) + (others.length > 0 ? ` The same holds in ${more}.` : ''),
    ...(first.awsMessage !== null && { awsMessage: CLASS + first.awsMessage }),
    ...(fix && { fix }),
  };
}

function findingsOf(complaints: readonly Complaint[], root: JsonNode): Finding[] {
  const byRule = new Map<string, [Complaint, ...Complaint[]]>();
  for (const complaint of complaints) {
    const known = byRule.get(complaint.rule);
    if (known) known.push(complaint);
    else byRule.set(complaint.rule, [complaint]);
  }
  return [...byRule.values()].map((ofRule) => findingOf(ofRule, fixFor(ofRule, root)));
}

function jsonFinding(text: string, error: JsonSyntaxError): Finding {
  const normalized = normalizeJson(text).text;
  return findingOf([notJson(error)], isJson(normalized) ? newText('Write it as JSON', normalized) : null);
}

/** Source: InputConfig$DataInputConfig, "XGBOOST: input data name and shape are not needed". */
const notNeeded = ({ label }: FrameworkEntry): Finding => ({
  rule: 'dataInputConfig.notNeeded',
  severity: 'warning',
  path: PATH,
  message: `${label} needs no input configuration; it has no effect.`,
  fix: newText('Remove it', undefined),
});

function complaintsOf(
  { root, form, inputs, complaints }: ReadInputs,
  framework: FrameworkEntry,
  { TargetDevice, TargetPlatform, CompilerOptions }: CreateCompilationJobRequest['OutputConfig'],
): Complaint[] {
  const mayBeCoreMl = TargetDevice === 'coreml' || (!TargetDevice && !TargetPlatform);
  const compilerOptions = CompilerOptions ?? '';
  const facts: InputFacts = { root, form, inputs, framework, device: TargetDevice, mayBeCoreMl, compilerOptions };
  // For every other target it is the object that is wrong, not what is in it.
  const ofMembers = mayBeCoreMl ? inputs.flatMap(({ members }) => members.complaints) : [];
  const rules = mayBeCoreMl ? [...FRAMEWORK_RULES, ...CORE_ML_RULES] : FRAMEWORK_RULES;
  return [...complaints, ...ofMembers, ...rules.flatMap((rule) => rule(facts))];
}

/**
 * What there is to say about the DataInputConfig of a request: its form, its shapes, and what its framework and target
 * want of them. A rule that is broken in several places gives one finding. Whether DataInputConfig may be left out is
 * the catalogue's to say. Of a framework that is not known, only the JSON is judged.
 */
export function checkDataInputConfig({ InputConfig, OutputConfig }: CreateCompilationJobRequest): Finding[] {
  const text = InputConfig?.DataInputConfig;
  // Empty and overlong texts break constraints of the shape, which say so.
  if (!InputConfig || !text || text.length > stringShapes.DataInputConfig.max) return [];
  const framework = findFramework(InputConfig.Framework);
  if (framework?.inputConfig.need === 'notNeeded') return [notNeeded(framework)];
  try {
    const reading = readInputs(text, {
      mayLeaveFirstOpen: framework?.id === 'SKLEARN',
      takesList: framework?.inputConfig.allowsList ?? true,
    });
    return framework ? findingsOf(complaintsOf(reading, framework, OutputConfig), reading.root) : [];
  } catch (error) {
    if (error instanceof JsonSyntaxError) return [jsonFinding(text, error)];
    throw error;
  }
}
