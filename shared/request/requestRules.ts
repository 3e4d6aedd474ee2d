import { createCompilationJobRequestSchema, type CreateCompilationJobRequest } from '../api/compilationJob.ts';
import { findingsFromIssues, type Finding } from '../api/finding.ts';
import { stringShapes } from '../api/shapes.ts';
import { findTargetPlatform } from '../catalog/catalog.ts';
import { readDataInputConfig } from '../dataInputConfig/dataInputConfig.ts';

/** A rule that spans several members of CreateCompilationJob; runs on requests that have all members that they need. */
type RequestRule = (request: CreateCompilationJobRequest) => Finding[];

const error = (rule: string, path: Finding['path'], message: string, awsMessage = message): Finding => ({
  rule,
  severity: 'error',
  path,
  message,
  awsMessage,
});

/** Source: ModelPackageVersionArn's text; the words are moto's, AWS only says "will return an exception". */
const oneModel: RequestRule = ({ InputConfig, ModelPackageVersionArn }) => {
  if (InputConfig && ModelPackageVersionArn) {
    return [
      error(
        'model.both',
        ['ModelPackageVersionArn'],
        'Give either a model archive or a model package version, not both.',
        'InputConfig and ModelPackageVersionArn cannot be specified at the same time.',
      ),
    ];
  }
  if (!InputConfig && !ModelPackageVersionArn) {
    return [
      error(
        'model.none',
        ['InputConfig'],
        'Choose a model.',
        'Either InputConfig or ModelPackageVersionArn must be specified.',
      ),
    ];
  }
  return [];
};

/** Source: developer guide, neo-job-compilation-cli: the two "are mutually exclusive". */
const oneTarget: RequestRule = ({ OutputConfig: { TargetDevice, TargetPlatform } }) => {
  if (TargetDevice && TargetPlatform) {
    return [
      error(
        'target.both',
        ['OutputConfig', 'TargetPlatform'],
        'Choose either a device or a platform, not both.',
        'TargetDevice and TargetPlatform are mutually exclusive. You have to choose one of the two options.',
      ),
    ];
  }
  if (!TargetDevice && !TargetPlatform) {
    return [
      error(
        'target.none',
        ['OutputConfig', 'TargetDevice'],
        'Choose a target: a device or a platform.',
        'Either TargetDevice or TargetPlatform must be specified.',
      ),
    ];
  }
  return [];
};

const isKnown = (shape: 'TargetPlatformOs' | 'TargetPlatformArch', value: string) =>
  (stringShapes[shape].values as readonly string[]).includes(value);

/** Source: support matrix, TargetPlatform table. NNA is in the enum but in no table, so it is not judged. */
const knownPlatform: RequestRule = ({ OutputConfig: { TargetPlatform } }) => {
  if (!TargetPlatform || TargetPlatform.Accelerator === 'NNA' || findTargetPlatform(TargetPlatform)) return [];
  const { Os, Arch, Accelerator } = TargetPlatform;
  // What is not chosen yet, or not known, is said at its own member.
  if (!isKnown('TargetPlatformOs', Os) || !isKnown('TargetPlatformArch', Arch)) return [];
  const combination = [Os, Arch, Accelerator].filter(Boolean).join(' with ');
  return [
    error(
      'target.platform',
      ['OutputConfig', 'TargetPlatform'],
      `Neo does not support ${combination}. Choose another architecture or accelerator.`,
      `Unsupported TargetPlatform: Os ${Os}, Arch ${Arch}${Accelerator ? `, Accelerator ${Accelerator}` : ''}.`,
    ),
  ];
};

/** CompilerOptions is JSON text: an object, or (Inferentia) a string. Source: OutputConfig$CompilerOptions. */
function readCompilerOptions(text: string | undefined): Record<string, unknown> | string | null {
  if (text === undefined) return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'string') return value;
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

const compilerOptionsJson: RequestRule = ({ OutputConfig: { CompilerOptions } }) =>
  readCompilerOptions(CompilerOptions) === null
    ? [
        error(
          'compilerOptions.json',
          ['OutputConfig', 'CompilerOptions'],
          'The compiler options must be a JSON object, such as {"mcpu":"skylake-avx512"} (for Inferentia a JSON string).',
          'CompilerOptions is not valid JSON.',
        ),
      ]
    : [];

const NVIDIA_OPTIONS = ['gpu-code', 'trt-ver', 'cuda-ver'];

/**
 * Source: TargetPlatform$Accelerator, "NVIDIA … requires gpu-code, trt-ver, cuda-ver". The API's own m5 example breaks
 * the rule by giving `mcpu` with NVIDIA, so options for the CPU turn the error into a warning.
 */
const nvidiaOptions: RequestRule = ({ OutputConfig: { TargetPlatform, CompilerOptions } }) => {
  if (TargetPlatform?.Accelerator !== 'NVIDIA') return [];
  const options = readCompilerOptions(CompilerOptions);
  if (options === null || typeof options === 'string') return [];
  const spelled = Object.keys(options).map((key) => key.replaceAll('_', '-'));
  const missing = NVIDIA_OPTIONS.filter((option) => !spelled.includes(option));
  if (missing.length === 0) return [];
  const path = ['OutputConfig', 'CompilerOptions'];
  if ('mcpu' in options) {
    return [
      {
        rule: 'compilerOptions.nvidiaCpu',
        severity: 'warning',
        path,
        message: `The accelerator is NVIDIA, but the options are for a CPU; ${missing.join(', ')} are missing.`,
      },
    ];
  }
  return [
    error(
      'compilerOptions.nvidia',
      path,
      `An NVIDIA target needs the compiler options ${missing.join(', ')}, such as {"gpu-code":"sm_62","trt-ver":"6.0.1","cuda-ver":"10.0"}.`,
      `CompilerOptions ${missing.join(', ')} are required for Accelerator NVIDIA.`,
    ),
  ];
};

/** Frameworks whose DataInputConfig is the plain dictionary of shapes that this rule reads. */
const DICTIONARY_FRAMEWORKS = ['ONNX', 'MXNET', 'DARKNET', 'TENSORFLOW', 'TFLITE', 'KERAS'];
/** Targets that give DataInputConfig another form. */
const OTHER_FORM_TARGETS = ['coreml'];

const dataInputConfigForm: RequestRule = ({ InputConfig, OutputConfig }) => {
  if (!InputConfig?.DataInputConfig || !DICTIONARY_FRAMEWORKS.includes(InputConfig.Framework)) return [];
  if (OTHER_FORM_TARGETS.includes(OutputConfig.TargetDevice ?? '')) return [];
  const reading = readDataInputConfig(InputConfig.DataInputConfig);
  if (reading.ok) return [];
  const { rule, message, awsMessage } = reading.problem;
  return [error(rule, ['InputConfig', 'DataInputConfig'], message, `InputConfiguration: ${awsMessage}`)];
};

/** Source: InputConfig$S3Uri, "must point to a single gzip compressed tar archive (.tar.gz suffix)". */
const archiveSuffix: RequestRule = ({ InputConfig }) =>
  !InputConfig || /\.(tar\.gz|tgz)$/u.test(InputConfig.S3Uri)
    ? []
    : [
        {
          rule: 'model.suffix',
          severity: 'warning',
          path: ['InputConfig', 'S3Uri'],
          message: 'The model must be one gzip-compressed tar archive; its name should end in .tar.gz.',
        },
      ];

/** Every rule, in the order in which a person would want to hear of them. */
const REQUEST_RULES: readonly RequestRule[] = [
  oneModel,
  archiveSuffix,
  dataInputConfigForm,
  oneTarget,
  knownPlatform,
  compilerOptionsJson,
  nvidiaOptions,
];

export type RequestCheck =
  { ok: true; request: CreateCompilationJobRequest; warnings: Finding[] } | { ok: false; findings: Finding[] };

/**
 * Checks a CreateCompilationJob request: the constraints of every member, then the rules that span members.
 * The form, the main process and the local runner all call this one function.
 */
export function checkCreateCompilationJob(value: unknown): RequestCheck {
  const parsed = createCompilationJobRequestSchema.safeParse(value);
  const ofMembers = parsed.success ? [] : findingsFromIssues(parsed.error.issues, value);
  // Where only constraints are broken the members are all there, and the rules have something to say as well.
  const isWhole = parsed.success || parsed.error.issues.every(({ code }) => code === 'custom');
  const request = parsed.data ?? (value as CreateCompilationJobRequest);
  const ofRules = isWhole ? REQUEST_RULES.flatMap((rule) => rule(request)) : [];
  const places = new Set(ofMembers.map(({ path }) => path.join('.')));
  const findings = [...ofMembers, ...ofRules.filter(({ path }) => !places.has(path.join('.')))];
  return findings.some(({ severity }) => severity === 'error')
    ? { ok: false, findings }
    : { ok: true, request, warnings: findings };
}
