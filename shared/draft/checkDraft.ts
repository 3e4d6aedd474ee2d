import type { z } from 'zod';
import { checkInteger } from '../api/constrained.ts';
import type { Finding, FindingPath } from '../api/finding.ts';
import { integerShapes } from '../api/shapes.ts';
import { findFramework, localSupportOf } from '../catalog/catalog.ts';
import { MAX_DIMENSION } from '../dataInputConfig/dataInputConfig.ts';
import { parseS3Uri } from '../s3Uri.ts';
import { checkCreateCompilationJob } from '../request/requestRules.ts';
import { draftToRequest } from './draftToRequest.ts';
import { nextFreeName } from './jobName.ts';
import { jobDraftSchema, type DraftInput, type JobDraft } from './jobDraft.ts';

/** What a draft is judged against besides itself. */
export interface DraftContext {
  /** Bucket that the endpoint gives to models. */
  bucket: string;
  /** True when the job would run on the local runner, whose compilers are fewer than Neo's. */
  isLocal: boolean;
  /** Names of the jobs that the endpoint already has. */
  takenNames: ReadonlySet<string>;
}

const error = (rule: string, path: FindingPath, message: string): Finding => ({
  rule,
  severity: 'error',
  path,
  message,
});

function checkModel({ model }: JobDraft, { isLocal }: DraftContext): Finding[] {
  if (!model.source)
    return [error('model.none', ['model', 'source'], 'Choose a model: drop a file, pick one, or take the sample.')];
  const refusal = isLocal ? findFramework(model.framework)?.localRefusal : null;
  if (refusal) return [error('model.frameworkLocal', ['model', 'framework'], refusal)];
  if (!model.summary && model.source.kind !== 's3') {
    return [
      error('model.unread', ['model', 'source'], 'The model could not be read. Choose another file, or try again.'),
    ];
  }
  return [];
}

function checkDimension(input: DraftInput, inputIndex: number, index: number): Finding[] {
  const dimension = input.dimensions[index];
  if (!dimension) return [];
  const path = ['inputs', inputIndex, 'dimensions', index, 'value'];
  const value = dimension.value.trim();
  const name = dimension.symbol ? `"${dimension.symbol}"` : `dimension ${index + 1}`;
  if (value === '') {
    return [error('input.dimension.empty', path, `Give ${name} a size: the compiler needs every dimension fixed.`)];
  }
  if (/^[1-9]\d*$/u.test(value) && Number(value) > MAX_DIMENSION) {
    const message = `This is too large: a dimension has at most ${MAX_DIMENSION.toLocaleString('en-US')} elements.`;
    return [error('input.dimension.size', path, message)];
  }
  if (!/^[1-9]\d*$/u.test(value)) {
    return [error('input.dimension.number', path, 'Use a whole number of at least 1; a dimension cannot stay open.')];
  }
  if (dimension.fromFile !== null && dimension.fromFile !== value) {
    return [error('input.dimension.fixed', path, `The model fixes this dimension to ${dimension.fromFile}.`)];
  }
  return [];
}

/** Dimensions that share a symbol in the file are one dimension: all of them need the same size. */
function checkSharedSymbols(inputs: readonly DraftInput[]): Finding[] {
  const first = new Map<string, { value: string; inputName: string }>();
  return inputs.flatMap((input, inputIndex) =>
    input.dimensions.flatMap(({ symbol, value }, index) => {
      if (symbol === null || value.trim() === '') return [];
      const known = first.get(symbol);
      if (!known) {
        first.set(symbol, { value: value.trim(), inputName: input.name });
        return [];
      }
      if (known.value === value.trim()) return [];
      const message = `"${symbol}" is ${known.value} in ${known.inputName}; the model wants the same size here.`;
      return [error('input.dimension.shared', ['inputs', inputIndex, 'dimensions', index, 'value'], message)];
    }),
  );
}

function checkInputs({ inputs }: JobDraft): Finding[] {
  const single = inputs.flatMap((input, inputIndex) =>
    input.dimensions.flatMap((_, index) => checkDimension(input, inputIndex, index)),
  );
  return [...single, ...checkSharedSymbols(inputs)];
}

function checkTarget(draft: JobDraft, context: DraftContext): Finding[] {
  if (!context.isLocal) return [];
  const support = localSupportOf(draftToRequest(draft, context.bucket).OutputConfig);
  return support && 'refused' in support ? [error('target.local', ['target', 'device'], support.refused)] : [];
}

function checkOutput({ output }: JobDraft, { takenNames, isLocal }: DraftContext): Finding[] {
  const findings: Finding[] = [];
  const location = parseS3Uri(output.s3OutputLocation.trim());
  if (
    isLocal &&
    location &&
    [location.bucket, ...location.key.split('/')].some((part) => part === '.' || part === '..')
  ) {
    const message = 'The local runner writes inside its buckets only: leave out the parts . and .. of the location.';
    findings.push(error('output.locationLocal', ['output', 's3OutputLocation'], message));
  }
  const name = output.compilationJobName.trim();
  if (takenNames.has(name)) {
    const message = `A job with this name exists; "${nextFreeName(name, takenNames)}" is free.`;
    findings.push(error('output.nameTaken', ['output', 'compilationJobName'], message));
  }
  const seconds = output.maxRuntimeInSeconds.trim();
  if (!/^\d+$/u.test(seconds)) {
    const message = 'The time limit must be a whole number of seconds, such as 900.';
    findings.push(error('MaxRuntimeInSeconds.number', ['output', 'maxRuntimeInSeconds'], message));
  } else {
    const violation = checkInteger(integerShapes.MaxRuntimeInSeconds, Number(seconds));
    if (violation) {
      findings.push(error('MaxRuntimeInSeconds.minValue', ['output', 'maxRuntimeInSeconds'], violation.message));
    }
  }
  return findings;
}

/** Where the wizard shows what the request says; the first fitting prefix counts. */
const DRAFT_PATHS: readonly [request: string, draft: FindingPath][] = [
  ['CompilationJobName', ['output', 'compilationJobName']],
  ['RoleArn', ['output', 'roleArn']],
  ['InputConfig.DataInputConfig', ['inputs']],
  ['InputConfig.FrameworkVersion', ['model', 'frameworkVersion']],
  ['InputConfig.Framework', ['model', 'framework']],
  ['InputConfig', ['model', 'source']],
  ['ModelPackageVersionArn', ['model', 'source']],
  ['OutputConfig.S3OutputLocation', ['output', 's3OutputLocation']],
  ['OutputConfig.TargetDevice', ['target', 'device']],
  ['OutputConfig.TargetPlatform.Arch', ['target', 'arch']],
  ['OutputConfig.TargetPlatform.Accelerator', ['target', 'accelerator']],
  ['OutputConfig.TargetPlatform', ['target', 'os']],
  ['OutputConfig.CompilerOptions', ['target', 'compilerOptions']],
  ['OutputConfig.KmsKeyId', ['output', 'kmsKeyId']],
  ['StoppingCondition', ['output', 'maxRuntimeInSeconds']],
];

function draftPath(requestPath: FindingPath): FindingPath {
  const text = requestPath.join('.');
  return DRAFT_PATHS.find(([prefix]) => text === prefix || text.startsWith(`${prefix}.`))?.[1] ?? requestPath;
}

const covers = (finding: Finding, path: FindingPath) => path.every((part, index) => finding.path[index] === part);

/**
 * Everything that keeps a draft from being submitted, and what is worth a warning, with paths into the draft.
 * First what only the draft can know (the file, open dimensions, names that are taken), then the rules of the request;
 * a place that already has a finding is not told twice.
 */
export function checkDraft(draft: JobDraft, context: DraftContext): Finding[] {
  const own = [
    ...checkModel(draft, context),
    ...checkInputs(draft),
    ...checkTarget(draft, context),
    ...checkOutput(draft, context),
  ];
  const check = checkCreateCompilationJob(draftToRequest(draft, context.bucket));
  const ofRequest = (check.ok ? check.warnings : check.findings)
    .map((finding) => ({ ...finding, path: draftPath(finding.path) }))
    .filter(({ path }) => !own.some((finding) => covers(finding, path)));
  return [...own, ...ofRequest];
}

/** The draft schema that react-hook-form and the main process validate with: structure plus {@link checkDraft}. */
export function submittableDraftSchema(context: DraftContext): z.ZodType<JobDraft, JobDraft> {
  return jobDraftSchema.superRefine((draft, ctx) => {
    for (const { path, message, rule, severity } of checkDraft(draft, context)) {
      if (severity === 'error') ctx.addIssue({ code: 'custom', path, message, params: { rule }, input: draft });
    }
  });
}
