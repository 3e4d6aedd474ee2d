import type { CreateCompilationJobRequest } from '../api/compilationJob.ts';

/** One example of the API documents, as printed there, with the request that it is an example for. */
export interface DocumentExample {
  title: string;
  framework: string;
  target: Pick<CreateCompilationJobRequest['OutputConfig'], 'TargetDevice' | 'TargetPlatform'>;
  /** DataInputConfig as printed; absent where the example is about another member. */
  dataInputConfig?: string;
  compilerOptions?: string;
  kmsKeyId?: string;
  /** What the printed texts mean: strict JSON. */
  meaning: { dataInputConfig?: string; compilerOptions?: string };
}

const device = (TargetDevice: string) => ({ TargetDevice });
const platform = (Os: string, Arch: string, Accelerator?: string) => ({
  TargetPlatform: { Os, Arch, ...(Accelerator && { Accelerator }) },
});

type Inputs = [title: string, framework: string, printed: string, meaning: string];

/** Frameworks, for the console and for the CLI. Source: InputConfig$DataInputConfig. */
const SHAPES: readonly Inputs[] = [
  ['TensorFlow, one input, console', 'TENSORFLOW', '{"input":[1,1024,1024,3]}', '{"input":[1,1024,1024,3]}'],
  ['TensorFlow, one input, CLI', 'TENSORFLOW', String.raw`{\"input\":[1,1024,1024,3]}`, '{"input":[1,1024,1024,3]}'],
  [
    'TensorFlow, two inputs, console',
    'TENSORFLOW',
    '{"data1": [1,28,28,1], "data2":[1,28,28,1]}',
    '{"data1":[1,28,28,1],"data2":[1,28,28,1]}',
  ],
  [
    'TensorFlow, two inputs, CLI',
    'TENSORFLOW',
    String.raw`{\"data1\": [1,28,28,1], \"data2\":[1,28,28,1]}`,
    '{"data1":[1,28,28,1],"data2":[1,28,28,1]}',
  ],
  ['Keras, one input, console', 'KERAS', '{"input_1":[1,3,224,224]}', '{"input_1":[1,3,224,224]}'],
  ['Keras, one input, CLI', 'KERAS', String.raw`{\"input_1\":[1,3,224,224]}`, '{"input_1":[1,3,224,224]}'],
  [
    'Keras, two inputs, console with curly quotes',
    'KERAS',
    '``{“input_1”: [1,3,224,224], “input_2”:[1,3,224,224]} ``',
    '{"input_1":[1,3,224,224],"input_2":[1,3,224,224]}',
  ],
  [
    'Keras, two inputs, console',
    'KERAS',
    '{"input_1": [1,3,224,224], "input_2":[1,3,224,224]}',
    '{"input_1":[1,3,224,224],"input_2":[1,3,224,224]}',
  ],
  [
    'Keras, two inputs, CLI',
    'KERAS',
    String.raw`{\"input_1\": [1,3,224,224], \"input_2\":[1,3,224,224]}`,
    '{"input_1":[1,3,224,224],"input_2":[1,3,224,224]}',
  ],
  ...['MXNET', 'ONNX', 'DARKNET'].flatMap((framework): Inputs[] => [
    [`${framework}, one input, console`, framework, '{"data":[1,3,1024,1024]}', '{"data":[1,3,1024,1024]}'],
    [`${framework}, one input, CLI`, framework, String.raw`{\"data\":[1,3,1024,1024]}`, '{"data":[1,3,1024,1024]}'],
    [
      `${framework}, two inputs, console with curly quotes`,
      framework,
      '``{“var1”: [1,1,28,28], “var2”:[1,1,28,28]} ``',
      '{"var1":[1,1,28,28],"var2":[1,1,28,28]}',
    ],
    [
      `${framework}, two inputs, console`,
      framework,
      '{"var1": [1,1,28,28], "var2":[1,1,28,28]}',
      '{"var1":[1,1,28,28],"var2":[1,1,28,28]}',
    ],
    [
      `${framework}, two inputs, CLI`,
      framework,
      String.raw`{\"var1\": [1,1,28,28], \"var2\":[1,1,28,28]}`,
      '{"var1":[1,1,28,28],"var2":[1,1,28,28]}',
    ],
  ]),
  ['PyTorch, one input, console', 'PYTORCH', '{"input0":[1,3,224,224]}', '{"input0":[1,3,224,224]}'],
  ['PyTorch, one input, CLI', 'PYTORCH', String.raw`{\"input0\":[1,3,224,224]}`, '{"input0":[1,3,224,224]}'],
  ['PyTorch, one input, list', 'PYTORCH', '[[1,3,224,224]]', '[[1,3,224,224]]'],
  [
    'PyTorch, two inputs, console',
    'PYTORCH',
    '{"input0":[1,3,224,224], "input1":[1,3,224,224]}',
    '{"input0":[1,3,224,224],"input1":[1,3,224,224]}',
  ],
  [
    'PyTorch, two inputs, CLI',
    'PYTORCH',
    String.raw`{\"input0\":[1,3,224,224], \"input1\":[1,3,224,224]}`,
    '{"input0":[1,3,224,224],"input1":[1,3,224,224]}',
  ],
  [
    'PyTorch, two inputs, CLI as boto3 prints it',
    'PYTORCH',
    '``{"input0":[1,3,224,224], "input1":[1,3,224,224]} ``',
    '{"input0":[1,3,224,224],"input1":[1,3,224,224]}',
  ],
  ['PyTorch, two inputs, list', 'PYTORCH', '[[1,3,224,224], [1,3,224,224]]', '[[1,3,224,224],[1,3,224,224]]'],
];

const LABELS = '{"class_labels": "imagenet_labels_1000.txt"}';
const IMAGE = '"default_shape": [1,224,224,3], "type": "Image", "bias": [-1,-1,-1], "scale": 0.007843137255';

/** Core ML and EIA. Source: the same text. */
const SPECIAL: readonly Omit<DocumentExample, 'meaning'>[] = [
  { title: 'Core ML, static shape', framework: 'TENSORFLOW', dataInputConfig: '{"input_1": {"shape": [1,224,224,3]}}' },
  {
    title: 'Core ML, range',
    framework: 'TENSORFLOW',
    dataInputConfig: '{"input_1": {"shape": ["1..10", 224, 224, 3]}}',
  },
  {
    title: 'Core ML, enumerated shapes',
    framework: 'TENSORFLOW',
    dataInputConfig: '{"input_1": {"shape": [[1, 224, 224, 3], [1, 160, 160, 3]]}}',
  },
  {
    title: 'Core ML, default shape',
    framework: 'TENSORFLOW',
    dataInputConfig: '{"input_1": {"shape": ["1..10", 224, 224, 3], "default_shape": [1, 224, 224, 3]}}',
  },
  {
    title: 'Core ML, Tensor input',
    framework: 'TENSORFLOW',
    dataInputConfig: '{"input_1": {"shape": [[1,224,224,3], [1,160,160,3]], "default_shape": [1,224,224,3]}}',
  },
  {
    title: 'Core ML, Tensor input without name',
    framework: 'PYTORCH',
    dataInputConfig: '[{"shape": [[1,3,224,224], [1,3,160,160]], "default_shape": [1,3,224,224]}]',
  },
  {
    title: 'Core ML, Image input',
    framework: 'TENSORFLOW',
    dataInputConfig: `{"input_1": {"shape": [[1,224,224,3], [1,160,160,3]], ${IMAGE}}}`,
    compilerOptions: LABELS,
  },
  {
    title: 'Core ML, Image input without name',
    framework: 'PYTORCH',
    dataInputConfig: `[{"shape": [[1,3,224,224], [1,3,160,160]], ${IMAGE.replace('[1,224,224,3]', '[1,3,224,224]')}}]`,
    compilerOptions: LABELS,
  },
].map((example) => ({ ...example, target: device('coreml') }));

const EIA: readonly Omit<DocumentExample, 'meaning'>[] = [
  {
    title: 'EIA, SavedModel',
    dataInputConfig: '{"inputs": [1, 224, 224, 3]}',
    compilerOptions: '{"signature_def_key": "serving_custom"}',
  },
  {
    title: 'EIA, frozen graph',
    dataInputConfig: '{"input_tensor:0": [1, 224, 224, 3]}',
    compilerOptions: '{"output_names": ["output_tensor:0"]}',
  },
  {
    title: 'EIA, precision',
    dataInputConfig: '{"input:0": [1, 224, 224, 3]}',
    compilerOptions: '{"precision_mode": "FP32", "output_names": ["output:0"]}',
  },
].map((example) => ({ ...example, framework: 'TENSORFLOW', target: device('ml_eia2') }));

type Options = [title: string, target: DocumentExample['target'], printed: string | null, meaning: string | null];

/** The popular platforms and the options by kind. Source: TargetPlatform and OutputConfig$CompilerOptions. */
const OPTIONS: readonly Options[] = [
  ['Raspberry Pi 3 Model B+', platform('LINUX', 'ARM_EABIHF'), "{'mattr': ['+neon']}", '{"mattr":["+neon"]}'],
  [
    'Jetson TX2',
    platform('LINUX', 'ARM64', 'NVIDIA'),
    "{'gpu-code': 'sm_62', 'trt-ver': '6.0.1', 'cuda-ver': '10.0'}",
    '{"gpu-code":"sm_62","trt-ver":"6.0.1","cuda-ver":"10.0"}',
  ],
  [
    'EC2 m5.2xlarge instance OS',
    platform('LINUX', 'X86_64', 'NVIDIA'),
    "{'mcpu': 'skylake-avx512'}",
    '{"mcpu":"skylake-avx512"}',
  ],
  ['RK3399', platform('LINUX', 'ARM64', 'MALI'), null, null],
  [
    'ARMv7 phone (CPU)',
    platform('ANDROID', 'ARM_EABI'),
    "{'ANDROID_PLATFORM': 25, 'mattr': ['+neon']}",
    '{"ANDROID_PLATFORM":25,"mattr":["+neon"]}',
  ],
  ['ARMv8 phone (CPU)', platform('ANDROID', 'ARM64'), "{'ANDROID_PLATFORM': 29}", '{"ANDROID_PLATFORM":29}'],
  ['Android API level', platform('ANDROID', 'ARM64'), "{'ANDROID_PLATFORM': 28}", '{"ANDROID_PLATFORM":28}'],
  ['CPU', platform('LINUX', 'X86_64'), "{'mcpu': 'skylake-avx512'}", '{"mcpu":"skylake-avx512"}'],
  ['CPU flags', platform('LINUX', 'ARM_EABIHF'), "{'mattr': ['+neon', '+vfpv4']}", '{"mattr":["+neon","+vfpv4"]}'],
  [
    'NVIDIA',
    platform('LINUX', 'ARM64', 'NVIDIA'),
    "{'gpu-code': 'sm_72', 'trt-ver': '6.0.1', 'cuda-ver': '10.1'}",
    '{"gpu-code":"sm_72","trt-ver":"6.0.1","cuda-ver":"10.1"}',
  ],
  ['data type', device('ml_m5'), '{"dtype" : "float32"}', '{"dtype":"float32"}'],
  [
    'Inferentia',
    device('ml_inf1'),
    String.raw`"\"--verbose 1 --num-neuroncores 2 -O2\""`,
    '"--verbose 1 --num-neuroncores 2 -O2"',
  ],
];

/** Source: OutputConfig$KmsKeyId. */
const KMS_KEYS = [
  '1234abcd-12ab-34cd-56ef-1234567890ab',
  'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  'alias/ExampleAlias',
  'arn:aws:kms:us-west-2:111122223333:alias/ExampleAlias',
];

const compact = (text: string) => JSON.stringify(JSON.parse(text));

/** Every example of the three documents under `../shared/seeds`. */
export const documentExamples: readonly DocumentExample[] = [
  ...SHAPES.map(([title, framework, dataInputConfig, meaning]) => ({
    title,
    framework,
    target: device('jetson_nano'),
    dataInputConfig,
    meaning: { dataInputConfig: meaning },
  })),
  ...[...SPECIAL, ...EIA].map((example) => ({
    ...example,
    meaning: {
      ...(example.dataInputConfig && { dataInputConfig: compact(example.dataInputConfig) }),
      ...(example.compilerOptions && { compilerOptions: compact(example.compilerOptions) }),
    },
  })),
  ...OPTIONS.map(([title, target, printed, meaning]) => ({
    title: `options: ${title}`,
    framework: 'PYTORCH',
    target,
    dataInputConfig: '{"input0":[1,3,224,224]}',
    ...(printed !== null && { compilerOptions: printed }),
    meaning: { dataInputConfig: '{"input0":[1,3,224,224]}', ...(meaning !== null && { compilerOptions: meaning }) },
  })),
  ...KMS_KEYS.map((kmsKeyId) => ({
    title: `KMS key ${kmsKeyId}`,
    framework: 'PYTORCH',
    target: device('ml_c5'),
    dataInputConfig: '{"input0":[1,3,224,224]}',
    kmsKeyId,
    meaning: { dataInputConfig: '{"input0":[1,3,224,224]}' },
  })),
  { title: 'XGBoost needs no inputs', framework: 'XGBOOST', target: device('ml_m5'), meaning: {} },
];

/** The request of an example, with its texts as printed or as they are meant. */
export function requestOfExample(
  { framework, target, kmsKeyId }: DocumentExample,
  texts: DocumentExample['meaning'],
): CreateCompilationJobRequest {
  return {
    CompilationJobName: 'example-1',
    RoleArn: 'arn:aws:iam::123456789012:role/NeoCompilation',
    InputConfig: {
      S3Uri: 's3://example-bucket/models/model.tar.gz',
      ...(texts.dataInputConfig && { DataInputConfig: texts.dataInputConfig }),
      Framework: framework,
    },
    OutputConfig: {
      S3OutputLocation: 's3://example-bucket/compiled',
      ...target,
      ...(texts.compilerOptions && { CompilerOptions: texts.compilerOptions }),
      ...(kmsKeyId && { KmsKeyId: kmsKeyId }),
    },
    StoppingCondition: { MaxRuntimeInSeconds: 900 },
  };
}
