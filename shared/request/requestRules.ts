import {
  createCompilationJobRequestSchema,
  createCompilationJobStructureSchema,
  type CreateCompilationJobRequest,
} from '../api/compilationJob.ts';
import { findingsFromIssues, valueAt, type Finding } from '../api/finding.ts';
import { checkSupport } from '../catalog/checkSupport.ts';
import { checkCompilerOptions } from '../compilerOptions/checkCompilerOptions.ts';
import { checkDataInputConfig } from '../dataInputConfig/checkDataInputConfig.ts';
import { memberFix } from './memberFixes.ts';
import { timeIsEnough, waitCoversRuntime, waitIsForSpot } from './rules/limitRules.ts';
import { archiveSuffix, oneModel, packageVersion } from './rules/modelRules.ts';
import { networkIds } from './rules/networkRules.ts';
import type { RequestRule } from './rules/rule.ts';
import { bucketNames, kmsKeyFormat, outputIsFolder } from './rules/storageRules.ts';
import { ownTagKeys, uniqueTagKeys } from './rules/tagRules.ts';
import { knownPlatform, oneTarget } from './rules/targetRules.ts';
import { unknownMembers } from './rules/unknownMembers.ts';

/** Who will answer the request: Neo, which may know values of the future, or the local runner, which knows its own. */
export type Service = 'aws' | 'local';

/** Every rule, in the order in which a person would want to hear of them. */
const REQUEST_RULES: readonly RequestRule[] = [
  oneModel,
  packageVersion,
  archiveSuffix,
  checkDataInputConfig,
  oneTarget,
  knownPlatform,
  checkSupport,
  checkCompilerOptions,
  outputIsFolder,
  kmsKeyFormat,
  networkIds,
  waitCoversRuntime,
  waitIsForSpot,
  uniqueTagKeys,
  ownTagKeys,
];

/** A value that no list has and no known spelling explains: AWS may have learned it since. */
function asFutureValue(finding: Finding): Finding {
  const { rule, severity, path, message } = finding;
  if (!rule.endsWith('.enum') || finding.fix || severity === 'warning') return finding;
  return { rule, severity: 'warning', path, message: `${message} It is sent as it is; a newer service may know it.` };
}

/**
 * What is true of Neo only. The local runner reads the shapes of an ONNX model from the file, and what it does not
 * compile becomes a FAILED job with the reason, as a request that AWS takes in would.
 */
const isNeosOnly = ({ rule }: Finding, { InputConfig }: CreateCompilationJobRequest) =>
  (rule === 'dataInputConfig.missing' && InputConfig?.Framework === 'ONNX') || rule.startsWith('support.');

export type RequestCheck =
  { ok: true; request: CreateCompilationJobRequest; warnings: Finding[] } | { ok: false; findings: Finding[] };

/**
 * Checks a CreateCompilationJob request: the constraints of every member, then the rules that span members.
 * The form, the main process, the local runner and `npm run validate` all call this one function.
 */
export function checkCreateCompilationJob(value: unknown, { service }: { service: Service }): RequestCheck {
  const parsed = createCompilationJobRequestSchema.safeParse(value);
  const issues = parsed.success ? [] : parsed.error.issues;
  const ofMembers = findingsFromIssues(issues, value)
    .map((finding) => {
      const fix = memberFix(finding, valueAt(value, finding.path));
      return fix ? { ...finding, fix } : finding;
    })
    .map((finding) => (service === 'aws' ? asFutureValue(finding) : finding));
  // Where only constraints are broken the members are all there, and the rules have something to say as well.
  const whole = createCompilationJobStructureSchema.safeParse(value);
  const ofRules = whole.success ? findingsOfRules(whole.data, service) : [];
  const places = new Set(ofMembers.map(({ path }) => path.join('.')));
  const findings = [
    ...ofMembers,
    ...ofRules.filter(({ path }) => !places.has(path.join('.'))),
    ...unknownMembers(value),
  ];
  return whole.success && findings.every(({ severity }) => severity === 'warning')
    ? { ok: true, request: whole.data, warnings: findings }
    : { ok: false, findings };
}

function findingsOfRules(request: CreateCompilationJobRequest, service: Service): Finding[] {
  const findings = REQUEST_RULES.flatMap((rule) => rule(request));
  return service === 'aws'
    ? [...findings, ...bucketNames(request), ...timeIsEnough(request)]
    : findings.filter((finding) => !isNeosOnly(finding, request));
}
