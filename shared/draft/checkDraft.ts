import type { z } from 'zod';
import type { Finding, FindingPath } from '../api/finding.ts';
import { findFramework, localSupportOf } from '../catalog/catalog.ts';
import { checkCreateCompilationJob } from '../request/requestRules.ts';
import { isPlainName, parseS3Uri, partsOfS3Location } from '../s3Uri.ts';
import { checkInputs } from './checkInputs.ts';
import { draftToRequest, withoutAbsentMembers } from './draftToRequest.ts';
import { inDraft } from './findingsInDraft.ts';
import { isTypedInput } from './inputEdits.ts';
import { jobDraftSchema, type JobDraft } from './jobDraft.ts';
import { nextFreeName } from './jobName.ts';

/** What a draft is judged against besides itself. */
export interface DraftContext {
  /** Bucket that the endpoint gives to models; empty when the user says where they are. */
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

const NO_REGISTRY = 'The local runner has no model registry. Build this request for AWS, or choose a model archive.';

/** The framework against the runner's compilers, and against what the inspector read. */
function checkModelFramework({ framework, summary }: JobDraft['model'], isLocal: boolean): Finding[] {
  const path = ['model', 'framework'];
  const isOther = summary !== null && summary.framework !== framework;
  const labelOf = (id: string) => findFramework(id)?.label ?? id;
  const fix = isOther && {
    fix: { label: `Use ${labelOf(summary.framework)}`, edits: [{ path, value: summary.framework }] },
  };
  const refusal = isLocal ? findFramework(framework)?.localRefusal : null;
  if (refusal) return [{ ...error('model.frameworkLocal', path, refusal), ...fix }];
  if (!isOther) return [];
  const message = `The file is a model of ${labelOf(summary.framework)}, not of ${labelOf(framework)}.`;
  return [{ ...error('model.frameworkFile', path, message), ...fix }];
}

function checkModel({ model }: JobDraft, { isLocal, bucket }: DraftContext): Finding[] {
  if (model.kind === 'package') {
    const path = ['model', 'modelPackageVersionArn'];
    if (isLocal) return [error('model.packageLocal', path, NO_REGISTRY)];
    const isMissing = model.modelPackageVersionArn.trim() === '';
    return isMissing ? [error('model.none', path, 'Give the ARN of a model package version.')] : [];
  }
  if (model.kind === 's3' && model.s3Uri.trim() === '') {
    return [error('model.none', ['model', 's3Uri'], 'Give the S3 URI of the model archive.')];
  }
  if (model.kind === 'file' && !model.source) {
    return [error('model.none', ['model', 'source'], 'Choose a model: drop a file, pick one, or take the sample.')];
  }
  const findings = checkModelFramework(model, isLocal);
  if (model.kind === 's3') return findings;
  if (!model.summary) {
    const message = 'The model could not be read. Choose another file, or try again.';
    findings.push(error('model.unread', ['model', 'source'], message));
  }
  if (bucket === '' && model.s3Uri.trim() === '') {
    const message = 'Say where the archive will be in S3. Until AWS is connected, you upload it there yourself.';
    findings.push(error('model.upload', ['model', 's3Uri'], message));
  }
  return findings;
}

function checkTarget(draft: JobDraft, context: DraftContext): Finding[] {
  if (!context.isLocal) return [];
  const support = localSupportOf(draftToRequest(draft, context.bucket).OutputConfig);
  return support && 'refused' in support ? [error('target.local', ['target', 'device'], support.refused)] : [];
}

const LIMITS = ['maxRuntimeInSeconds', 'maxWaitTimeInSeconds', 'maxPendingTimeInSeconds'] as const;

function checkOutput({ output }: JobDraft, { takenNames, isLocal }: DraftContext): Finding[] {
  const findings: Finding[] = [];
  const location = parseS3Uri(output.s3OutputLocation.trim());
  if (isLocal && location && !partsOfS3Location(location).every((part) => part === '' || isPlainName(part))) {
    const message = 'The local runner writes inside its buckets only: leave out the parts . and .. of the location.';
    findings.push(error('output.locationLocal', ['output', 's3OutputLocation'], message));
  }
  const name = output.compilationJobName.trim();
  if (takenNames.has(name)) {
    const path = ['output', 'compilationJobName'];
    const free = nextFreeName(name, takenNames);
    const fix = { label: `Use ${free}`, edits: [{ path, value: free }] };
    findings.push({ ...error('output.nameTaken', path, `A job with this name exists; "${free}" is free.`), fix });
  }
  for (const limit of LIMITS) {
    const text = output[limit].trim();
    if (text !== '' && !/^\d{1,15}$/u.test(text)) {
      const message = 'A limit must be a whole number of seconds, such as 900.';
      findings.push(error('stoppingCondition.number', ['output', limit], message));
    }
  }
  return findings;
}

/** The order of the dimensions is the file's own, whatever it looks like. */
const isRightInFile = ({ rule }: Finding, { inputs }: JobDraft) =>
  rule === 'dataInputConfig.layout' && inputs.every((input) => !isTypedInput(input));

const covers = (finding: Finding, path: FindingPath) => path.every((part, index) => finding.path[index] === part);

/**
 * Everything that keeps a draft from being submitted, and what is worth a warning, with paths and fixes in the draft.
 * First what only the draft can know (the file, open dimensions, names that are taken), then the rules of the request;
 * a place that already has a finding is not told twice.
 */
export function checkDraft(draft: JobDraft, context: DraftContext): Finding[] {
  const own = [
    ...checkModel(draft, context),
    ...(draft.model.kind === 'package' ? [] : checkInputs(draft)),
    ...checkTarget(draft, context),
    ...checkOutput(draft, context),
  ];
  const request = withoutAbsentMembers(draftToRequest(draft, context.bucket));
  const check = checkCreateCompilationJob(request, { service: context.isLocal ? 'local' : 'aws' });
  const ofRequest = (check.ok ? check.warnings : check.findings)
    .map((finding) => inDraft(finding, { draft, request, bucket: context.bucket }))
    .filter((finding) => !own.some((known) => covers(known, finding.path)) && !isRightInFile(finding, draft));
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
