/**
 * The constraint shapes of the compilation-job API, as data: one entry per shape of the service model
 * (botocore 1.43.11 and @aws-sdk/client-sagemaker 3.1142.0 agree on all of them).
 * Everything that checks a value (form, main process, local runner) reads these entries through `constrained.ts`.
 */

/** A string of the API: length in characters, pattern without anchors as the service words it (matched whole). */
export interface StringShape {
  readonly type: 'string';
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  /** Closed set of values; the service answers with the whole set when a value is outside it. */
  readonly values?: readonly string[];
  /** What the value is called in a sentence to the user, with its article: "The job name". */
  readonly subject: string;
  /** The pattern in the user's words, as the end of "… must …". */
  readonly patternInWords?: string;
}

/** A whole number of the API. `unit` is for sentences only. */
export interface IntegerShape {
  readonly type: 'integer';
  readonly min?: number;
  readonly max?: number;
  /** One of them: `second`. */
  readonly unit?: string;
  readonly subject: string;
}

/** The length limits of a list of the API. */
export interface ListShape {
  readonly type: 'list';
  readonly min?: number;
  readonly max?: number;
  readonly subject: string;
}

const S3_URI = '(https|s3)://([^/]+)/?(.*)';
const TAG_TEXT = '([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)';
const NETWORK_ID = '[-0-9a-zA-Z]+';

export const stringShapes = {
  EntityName: {
    type: 'string',
    min: 1,
    max: 63,
    pattern: '[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}',
    subject: 'The job name',
    patternInWords:
      'use letters, digits and hyphens only, and start and end with a letter or a digit (no underscore, dot or space)',
  },
  RoleArn: {
    type: 'string',
    min: 20,
    max: 2048,
    pattern: 'arn:aws[a-z\\-]*:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+',
    subject: 'The role',
    patternInWords: 'be the ARN of an IAM role, such as arn:aws:iam::123456789012:role/NeoCompilation',
  },
  ModelPackageArn: {
    type: 'string',
    min: 1,
    max: 2048,
    pattern: 'arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]{9,16}:[0-9]{12}:model-package/[\\S]{1,2048}',
    subject: 'The model package version',
    patternInWords:
      'be the ARN of a model package, such as arn:aws:sagemaker:us-west-2:123456789012:model-package/name/1',
  },
  S3Uri: {
    type: 'string',
    min: 0,
    max: 1024,
    pattern: S3_URI,
    subject: 'The S3 location',
    patternInWords: 'start with s3:// (or https://) and name a bucket, such as s3://my-bucket/models/model.tar.gz',
  },
  DataInputConfig: {
    type: 'string',
    min: 1,
    max: 16384,
    pattern: '[\\S\\s]+',
    subject: 'The input configuration',
    patternInWords: 'not be empty',
  },
  Framework: {
    type: 'string',
    values: ['TENSORFLOW', 'KERAS', 'MXNET', 'ONNX', 'PYTORCH', 'XGBOOST', 'TFLITE', 'DARKNET', 'SKLEARN'],
    subject: 'The framework',
  },
  FrameworkVersion: {
    type: 'string',
    min: 3,
    max: 10,
    pattern: '[0-9]\\.[A-Za-z0-9.]+',
    subject: 'The framework version',
    patternInWords: 'be one digit, a dot and the rest of the version, such as 2.9',
  },
  TargetDevice: {
    type: 'string',
    values: [
      'lambda',
      'ml_m4',
      'ml_m5',
      'ml_m6g',
      'ml_c4',
      'ml_c5',
      'ml_c6g',
      'ml_p2',
      'ml_p3',
      'ml_g4dn',
      'ml_inf1',
      'ml_inf2',
      'ml_trn1',
      'ml_eia2',
      'jetson_tx1',
      'jetson_tx2',
      'jetson_nano',
      'jetson_xavier',
      'rasp3b',
      'rasp4b',
      'imx8qm',
      'deeplens',
      'rk3399',
      'rk3288',
      'aisage',
      'sbe_c',
      'qcs605',
      'qcs603',
      'sitara_am57x',
      'amba_cv2',
      'amba_cv22',
      'amba_cv25',
      'x86_win32',
      'x86_win64',
      'coreml',
      'jacinto_tda4vm',
      'imx8mplus',
    ],
    subject: 'The target device',
  },
  TargetPlatformOs: { type: 'string', values: ['ANDROID', 'LINUX'], subject: 'The operating system' },
  TargetPlatformArch: {
    type: 'string',
    values: ['X86_64', 'X86', 'ARM64', 'ARM_EABI', 'ARM_EABIHF'],
    subject: 'The architecture',
  },
  TargetPlatformAccelerator: {
    type: 'string',
    values: ['INTEL_GRAPHICS', 'MALI', 'NVIDIA', 'NNA'],
    subject: 'The accelerator',
  },
  CompilerOptions: {
    type: 'string',
    min: 3,
    max: 1024,
    pattern: '.*',
    subject: 'The compiler options',
    patternInWords: 'be on one line',
  },
  KmsKeyId: {
    type: 'string',
    min: 0,
    max: 2048,
    pattern: '[a-zA-Z0-9:/_-]*',
    subject: 'The KMS key',
    patternInWords: 'be a key ID, a key ARN, alias/NAME or an alias ARN',
  },
  NeoVpcSecurityGroupId: {
    type: 'string',
    min: 0,
    max: 32,
    pattern: NETWORK_ID,
    subject: 'A security group',
    patternInWords: 'be an ID such as sg-0123456789abcdef0',
  },
  NeoVpcSubnetId: {
    type: 'string',
    min: 0,
    max: 32,
    pattern: NETWORK_ID,
    subject: 'A subnet',
    patternInWords: 'be an ID such as subnet-0123456789abcdef0',
  },
  TagKey: {
    type: 'string',
    min: 1,
    max: 128,
    pattern: TAG_TEXT,
    subject: 'A tag key',
    patternInWords: 'use letters, digits, spaces and _ . : / = + - @ only',
  },
  TagValue: {
    type: 'string',
    min: 0,
    max: 256,
    pattern: TAG_TEXT,
    subject: 'A tag value',
    patternInWords: 'use letters, digits, spaces and _ . : / = + - @ only',
  },
  CompilationJobStatus: {
    type: 'string',
    values: ['INPROGRESS', 'COMPLETED', 'FAILED', 'STARTING', 'STOPPING', 'STOPPED'],
    subject: 'The status',
  },
  NextToken: { type: 'string', min: 0, max: 8192, pattern: '.*', subject: 'The continuation token' },
  NameContains: {
    type: 'string',
    min: 0,
    max: 63,
    pattern: '[a-zA-Z0-9\\-]+',
    subject: 'The name filter',
    patternInWords: 'use letters, digits and hyphens only',
  },
  ListCompilationJobsSortBy: {
    type: 'string',
    values: ['Name', 'CreationTime', 'Status'],
    subject: 'The sort column',
  },
  SortOrder: { type: 'string', values: ['Ascending', 'Descending'], subject: 'The sort order' },
} as const satisfies Record<string, StringShape>;

export const integerShapes = {
  MaxRuntimeInSeconds: { type: 'integer', min: 1, unit: 'second', subject: 'The time limit' },
  MaxWaitTimeInSeconds: { type: 'integer', min: 1, unit: 'second', subject: 'The wait limit' },
  MaxPendingTimeInSeconds: {
    type: 'integer',
    min: 7200,
    max: 2419200,
    unit: 'second',
    subject: 'The pending limit',
  },
  MaxResults: { type: 'integer', min: 1, max: 100, subject: 'The page size' },
} as const satisfies Record<string, IntegerShape>;

export const listShapes = {
  NeoVpcSecurityGroupIds: { type: 'list', min: 1, max: 5, subject: 'The security groups' },
  NeoVpcSubnets: { type: 'list', min: 1, max: 16, subject: 'The subnets' },
  TagList: { type: 'list', min: 0, max: 50, subject: 'The tags' },
} as const satisfies Record<string, ListShape>;

export type StringShapeName = keyof typeof stringShapes;
export type IntegerShapeName = keyof typeof integerShapes;
export type ListShapeName = keyof typeof listShapes;

export type CompilationJobStatus = (typeof stringShapes.CompilationJobStatus.values)[number];
