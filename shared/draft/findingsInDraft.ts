import { applyEdits } from '../api/applyEdits.ts';
import type { CreateCompilationJobRequest } from '../api/compilationJob.ts';
import { valueAt, type Edit, type Finding, type FindingPath, type Fix } from '../api/finding.ts';
import type { JobDraft } from './jobDraft.ts';
import { readableRequest } from './readableRequest.ts';
import { requestToDraft } from './requestToDraft.ts';

/** A draft and the request that it makes. */
export interface DraftAndRequest {
  draft: JobDraft;
  request: CreateCompilationJobRequest;
  bucket: string;
}

interface Place {
  /** Member of the request; the first fitting prefix counts. */
  member: string;
  /** The field at which the wizard shows what is said about the member. */
  field(place: DraftAndRequest): FindingPath;
  /** The parts of the draft that follow when a fix changes the member. */
  parts: readonly FindingPath[];
}

const at =
  (...path: FindingPath) =>
  () =>
    path;

const TARGET_PARTS = ['kind', 'device', 'os', 'arch', 'accelerator'].map((part) => ['target', part]);

/** Where the members of the request are in the draft. */
const PLACES: readonly Place[] = [
  {
    member: 'CompilationJobName',
    field: at('output', 'compilationJobName'),
    parts: [
      ['output', 'compilationJobName'],
      ['output', 'nameIsGenerated'],
    ],
  },
  { member: 'RoleArn', field: at('output', 'roleArn'), parts: [['output', 'roleArn']] },
  {
    member: 'InputConfig.DataInputConfig',
    field: ({ draft: { dataInputConfig } }) => {
      if (dataInputConfig.mode === 'fields') return ['inputs'];
      return ['dataInputConfig', dataInputConfig.mode === 'text' ? 'text' : 'mode'];
    },
    parts: [['inputs'], ['dataInputConfig']],
  },
  {
    member: 'InputConfig.FrameworkVersion',
    field: at('model', 'frameworkVersion'),
    parts: [['model', 'frameworkVersion']],
  },
  { member: 'InputConfig.Framework', field: at('model', 'framework'), parts: [['model', 'framework']] },
  {
    member: 'InputConfig',
    field: ({ draft: { model }, bucket }) => {
      if (model.kind === 'package') return ['model', 'modelPackageVersionArn'];
      return ['model', model.kind === 's3' || bucket === '' ? 's3Uri' : 'source'];
    },
    parts: [['model', 's3Uri']],
  },
  {
    member: 'ModelPackageVersionArn',
    field: at('model', 'modelPackageVersionArn'),
    parts: [['model', 'modelPackageVersionArn']],
  },
  {
    member: 'OutputConfig.S3OutputLocation',
    field: at('output', 's3OutputLocation'),
    parts: [
      ['output', 's3OutputLocation'],
      ['output', 'locationFollowsName'],
    ],
  },
  { member: 'OutputConfig.TargetDevice', field: at('target', 'device'), parts: TARGET_PARTS },
  { member: 'OutputConfig.TargetPlatform.Arch', field: at('target', 'arch'), parts: TARGET_PARTS },
  { member: 'OutputConfig.TargetPlatform.Accelerator', field: at('target', 'accelerator'), parts: TARGET_PARTS },
  { member: 'OutputConfig.TargetPlatform', field: at('target', 'os'), parts: TARGET_PARTS },
  {
    member: 'OutputConfig.CompilerOptions',
    field: at('target', 'compilerOptions'),
    parts: [['target', 'compilerOptions']],
  },
  { member: 'OutputConfig.KmsKeyId', field: at('output', 'kmsKeyId'), parts: [['output', 'kmsKeyId']] },
  {
    member: 'StoppingCondition.MaxWaitTimeInSeconds',
    field: at('output', 'maxWaitTimeInSeconds'),
    parts: [['output', 'maxWaitTimeInSeconds']],
  },
  {
    member: 'StoppingCondition.MaxPendingTimeInSeconds',
    field: at('output', 'maxPendingTimeInSeconds'),
    parts: [['output', 'maxPendingTimeInSeconds']],
  },
  {
    member: 'StoppingCondition',
    field: at('output', 'maxRuntimeInSeconds'),
    parts: [['output', 'maxRuntimeInSeconds']],
  },
  {
    member: 'VpcConfig.SecurityGroupIds',
    field: at('output', 'vpc', 'securityGroupIds'),
    parts: [['output', 'vpc', 'securityGroupIds']],
  },
  { member: 'VpcConfig', field: at('output', 'vpc', 'subnets'), parts: [['output', 'vpc', 'subnets']] },
  { member: 'Tags', field: at('output', 'tags'), parts: [['output', 'tags']] },
];

function placeOf(path: FindingPath): Place | undefined {
  const text = path.join('.');
  return PLACES.find(({ member }) => text === member || text.startsWith(`${member}.`));
}

/** `Tags[2].Key` has a field of its own; everything else is told at the member. */
function fieldOf(path: FindingPath, place: DraftAndRequest): FindingPath {
  const [member, index, key] = path;
  if (member === 'Tags' && typeof index === 'number') {
    return ['output', 'tags', index, key === 'Value' ? 'value' : 'key'];
  }
  return placeOf(path)?.field(place) ?? path;
}

/** A fix of the request as edits of the draft: the edited request is read back, and the parts that changed are taken. */
function fixInDraft(fix: Fix, { draft, request, bucket }: DraftAndRequest): Fix {
  const edited = readableRequest(applyEdits<unknown>(request, fix.edits));
  const defaults = { endpointId: draft.endpointId, bucket, roleArn: '' };
  const next = requestToDraft(edited, defaults, draft.model.summary);
  const parts = fix.edits.flatMap(({ path }) => placeOf(path)?.parts ?? []);
  const edits = parts.map((path): Edit => ({ path, value: valueAt(next, path) }));
  return { label: fix.label, edits };
}

/** A finding about the request, told at the draft's field; its fix edits the draft. */
export function inDraft(finding: Finding, place: DraftAndRequest): Finding {
  const { fix, ...rest } = finding;
  const moved = { ...rest, path: fieldOf(finding.path, place) };
  return fix ? { ...moved, fix: fixInDraft(fix, place) } : moved;
}
