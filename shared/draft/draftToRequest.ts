import type { CreateCompilationJobRequest } from '../api/compilationJob.ts';
import { readDataInputConfig, writeDataInputConfig, type DataInputConfig } from '../dataInputConfig/dataInputConfig.ts';
import type { ModelSummary } from '../models/modelSummary.ts';
import { configOfFields, isCoreMl } from './draftInputs.ts';
import type { JobDraft } from './jobDraft.ts';

/** The model archive's name in the object store: a bare model is packed as `<name>.tar.gz`. */
export function archiveNameOf(summary: ModelSummary): string {
  const base = summary.fileName.replace(/\.(onnx|tar\.gz|tgz)$/iu, '');
  return `${base || 'model'}.tar.gz`;
}

/**
 * Where a draft's model lies when the job runs. At an endpoint with a bucket, a file of this machine goes to
 * `s3://<bucket>/models/<digest>/<name>.tar.gz`: the digest makes the location stable, so that the same model is stored
 * once. Everything else is where the user says. Null while it is not known.
 */
export function modelUri({ kind, source, summary, s3Uri }: JobDraft['model'], bucket: string): string | null {
  if (kind === 's3' || bucket === '') return s3Uri.trim() || null;
  if (!source || !summary) return null;
  return `s3://${bucket}/models/${summary.sha256.slice(0, 16)}/${archiveNameOf(summary)}`;
}

/** Text as a member of the request: absent when nothing was typed. */
const typed = (text: string) => text.trim() || undefined;

/** JSON text as a member of the request: exactly as it stands, absent when it is blank. */
const verbatim = (text: string) => (text.trim() === '' ? undefined : text);

/** The same meaning in one spelling: two configurations that say the same give the same text. */
const meaning = (config: DataInputConfig) =>
  writeDataInputConfig({ ...config, inputs: config.inputs.map((input) => ({ ...input, isObject: true })) });

/** The text that the draft was made from, while the fields still say the same; else null. */
function unchangedText(draft: JobDraft, fields: DataInputConfig): string | null {
  const { text } = draft.dataInputConfig;
  const reading = text === '' ? null : readDataInputConfig(text);
  if (!reading?.ok || !reading.isLossless || reading.config.form !== fields.form) return null;
  if (!isCoreMl(draft) && reading.config.inputs.some(({ isObject }) => isObject)) return null;
  return meaning(reading.config) === meaning(fields) ? text : null;
}

/** DataInputConfig of a draft, in whichever way it is given; undefined when it is left out. */
export function dataInputConfigText(draft: JobDraft): string | undefined {
  const { mode, text } = draft.dataInputConfig;
  if (mode === 'none') return undefined;
  if (mode === 'text') return verbatim(text);
  if (draft.inputs.length === 0) return undefined;
  const fields = configOfFields(draft);
  return unchangedText(draft, fields) ?? writeDataInputConfig(fields);
}

/** Seconds as typed; text that is no whole number is left out here and refused by `checkDraft`. */
const seconds = (text: string) => (/^\d{1,15}$/u.test(text.trim()) ? Number(text.trim()) : undefined);

function vpcOf({ isUsed, securityGroupIds, subnets }: JobDraft['output']['vpc']) {
  const given = (ids: readonly string[]) => ids.map((id) => id.trim()).filter((id) => id !== '');
  return isUsed ? { SecurityGroupIds: given(securityGroupIds), Subnets: given(subnets) } : undefined;
}

/**
 * The CreateCompilationJob request of a draft. Pure; unfinished drafts give unfinished requests,
 * which `checkCreateCompilationJob` then judges.
 */
export function draftToRequest(draft: JobDraft, bucket: string): CreateCompilationJobRequest {
  const { model, target, output } = draft;
  return {
    CompilationJobName: output.compilationJobName.trim(),
    RoleArn: output.roleArn.trim(),
    ...(model.kind === 'package'
      ? { ModelPackageVersionArn: typed(model.modelPackageVersionArn) }
      : {
          InputConfig: {
            S3Uri: modelUri(model, bucket) ?? '',
            DataInputConfig: dataInputConfigText(draft),
            Framework: model.framework,
            FrameworkVersion: typed(model.frameworkVersion),
          },
        }),
    OutputConfig: {
      S3OutputLocation: output.s3OutputLocation.trim(),
      ...(target.kind === 'device'
        ? { TargetDevice: typed(target.device) }
        : { TargetPlatform: { Os: target.os, Arch: target.arch, Accelerator: typed(target.accelerator) } }),
      CompilerOptions: verbatim(target.compilerOptions),
      KmsKeyId: typed(output.kmsKeyId),
    },
    VpcConfig: vpcOf(output.vpc),
    StoppingCondition: {
      MaxRuntimeInSeconds: seconds(output.maxRuntimeInSeconds),
      MaxWaitTimeInSeconds: seconds(output.maxWaitTimeInSeconds),
      MaxPendingTimeInSeconds: seconds(output.maxPendingTimeInSeconds),
    },
    Tags: output.tags.length > 0 ? output.tags.map(({ key, value }) => ({ Key: key, Value: value })) : undefined,
  };
}

/** A request without the members that are absent, as it goes over the wire and into exports. */
export function withoutAbsentMembers<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}
