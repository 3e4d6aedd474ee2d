import { targetPlatforms } from '../catalog/catalog.ts';
import { stringShapes } from '../api/shapes.ts';

/** A request that the service refuses, and the rule that it breaks. */
export interface InvalidRequest {
  title: string;
  /** Id of the rule; in the form and in the runner alike, but for those that are about Neo's compilers only. */
  rule: string;
  request: Record<string, unknown>;
}

type Members = Record<string, unknown>;

const BASE = {
  CompilationJobName: 'invalid-1',
  RoleArn: 'arn:aws:iam::123456789012:role/NeoCompilation',
  InputConfig: {
    S3Uri: 's3://example-bucket/models/model.tar.gz',
    DataInputConfig: '{"data":[1,3,224,224]}',
    Framework: 'ONNX',
  },
  OutputConfig: { S3OutputLocation: 's3://example-bucket/compiled', TargetDevice: 'ml_m5' },
  StoppingCondition: { MaxRuntimeInSeconds: 900 },
};

const top = (members: Members): Members => ({ ...BASE, ...members });
const input = (members: Members, output: Members = {}): Members =>
  top({ InputConfig: { ...BASE.InputConfig, ...members }, OutputConfig: { ...BASE.OutputConfig, ...output } });
const output = (members: Members): Members => input({}, members);
const platform = (Os: string, Arch: string, Accelerator: string | undefined, CompilerOptions?: string): Members =>
  output({
    TargetDevice: undefined,
    TargetPlatform: { Os, Arch, Accelerator },
    CompilerOptions,
  });
const shapes = (Framework: string, DataInputConfig: string, TargetDevice = 'jetson_nano'): Members =>
  input({ Framework, DataInputConfig }, { TargetDevice });
const options = (CompilerOptions: string, TargetDevice = 'ml_c5', Framework = 'PYTORCH'): Members =>
  input({ Framework }, { TargetDevice, CompilerOptions });
const limits = (StoppingCondition: Members): Members => top({ StoppingCondition });
const vpc = (SecurityGroupIds: string[], Subnets: string[]): Members =>
  top({ VpcConfig: { SecurityGroupIds, Subnets } });
const tags = (...pairs: [string, string][]): Members => top({ Tags: pairs.map(([Key, Value]) => ({ Key, Value })) });
const long = (length: number) => 'x'.repeat(length);

type Rows = readonly (readonly [title: string, request: Members])[];
const table = (rule: string, rows: Rows): InvalidRequest[] =>
  rows.map(([title, request]) => ({ title: `${rule}: ${title}`, rule, request }));

const NAMES = [
  ...table(
    'EntityName.pattern',
    ['under_score', 'dot.ted', 'two words', '-leading', 'trailing-', 'ünïcode', 'slash/es', 'colon:s', 'a\nb'].map(
      (name) => [`the name ${JSON.stringify(name)}`, top({ CompilationJobName: name })] as const,
    ),
  ),
  ...table('EntityName.maxLength', [['a name of 64 characters', top({ CompilationJobName: long(64) })]]),
  ...table('EntityName.minLength', [['an empty name', top({ CompilationJobName: '' })]]),
];

const ROLES = [
  ...table('RoleArn.pattern', [
    ['an account of 11 digits', top({ RoleArn: 'arn:aws:iam::12345678901:role/NeoCompilation' })],
    ['a user', top({ RoleArn: 'arn:aws:iam::123456789012:user/someone' })],
    ['a role name only', top({ RoleArn: 'NeoCompilationExecutionRole' })],
    ['a role with a blank', top({ RoleArn: 'arn:aws:iam::123456789012:role/Neo Compilation' })],
    ['another service', top({ RoleArn: 'arn:aws:sts::123456789012:role/NeoCompilation' })],
  ]),
  ...table('RoleArn.minLength', [
    ['a short role', top({ RoleArn: 'arn:aws:iam::1' })],
    ['an empty role', top({ RoleArn: '' })],
  ]),
  ...table('RoleArn.maxLength', [['a long role', top({ RoleArn: `arn:aws:iam::123456789012:role/${long(2048)}` })]]),
];

const modelPackage = (ModelPackageVersionArn: string): Members =>
  top({ InputConfig: undefined, ModelPackageVersionArn });
const MODELS = [
  ...table('ModelPackageArn.pattern', [
    ['a package of another service', modelPackage('arn:aws:s3:us-west-2:123456789012:model-package/a/1')],
    ['a package without an account', modelPackage('arn:aws:sagemaker:us-west-2::model-package/a/1')],
    ['a model instead of a package', modelPackage('arn:aws:sagemaker:us-west-2:123456789012:model/a')],
    ['a package in no region', modelPackage('arn:aws:sagemaker:mars:123456789012:model-package/a/1')],
    ['a plain name as package', modelPackage('my-package')],
  ]),
  ...table('model.none', [['no model at all', top({ InputConfig: undefined })]]),
  ...table('S3Uri.pattern', [
    ['a path as model', input({ S3Uri: '/home/me/model.tar.gz' })],
    ['a file URI as model', input({ S3Uri: 'file:///home/me/model.tar.gz' })],
    ['http as model', input({ S3Uri: 'http://example-bucket/model.tar.gz' })],
    ['a bucket and key as model', input({ S3Uri: 'example-bucket/model.tar.gz' })],
    ['an S3 URI without a bucket', input({ S3Uri: 's3:///model.tar.gz' })],
    ['one slash too few', input({ S3Uri: 's3:/example-bucket/model.tar.gz' })],
    ['a path as output location', output({ S3OutputLocation: '/tmp/out' })],
    ['a bucket name as output location', output({ S3OutputLocation: 'example-bucket' })],
    ['an ARN as output location', output({ S3OutputLocation: 'arn:aws:s3:::example-bucket/out' })],
  ]),
  ...table('S3Uri.maxLength', [
    ['a long model location', input({ S3Uri: `s3://example-bucket/${long(1010)}.tar.gz` })],
    ['a long output location', output({ S3OutputLocation: `s3://example-bucket/${long(1010)}` })],
  ]),
  ...table(
    'Framework.enum',
    ['onnx', 'TensorFlow', 'tensor-flow', 'PyTorch', 'tf lite', 'mxNet'].map(
      (Framework) => [`the framework ${Framework}`, input({ Framework })] as const,
    ),
  ),
];

const version = (FrameworkVersion: string, Framework = 'PYTORCH', TargetDevice = 'ml_c5'): Members =>
  input({ Framework, FrameworkVersion, DataInputConfig: '{"input0":[1,3,224,224]}' }, { TargetDevice });
const VERSIONS = [
  ...table('FrameworkVersion.pattern', [
    ['a version of two digits', version('10.0')],
    ['a version with a v', version('v1.8')],
    ['a version without a dot', version('185')],
    ['a version with a plus', version('1.8+cu1')],
  ]),
  ...table('FrameworkVersion.minLength', [['a version of one digit', version('1')]]),
  ...table('FrameworkVersion.maxLength', [['a long version', version('1.123456789')]]),
  ...table(
    'frameworkVersion.framework',
    ['KERAS', 'ONNX', 'DARKNET', 'SKLEARN', 'XGBOOST'].map(
      (framework) =>
        [
          `a version for ${framework}`,
          input(
            {
              Framework: framework,
              FrameworkVersion: '1.3',
              DataInputConfig: framework === 'SKLEARN' ? '{"data":[1,4]}' : '{"data":[1,3,224,224]}',
            },
            { TargetDevice: 'jetson_nano' },
          ),
        ] as const,
    ),
  ),
  ...table(
    'frameworkVersion.target',
    ['imx8mplus', 'jacinto_tda4vm', 'sitara_am57x', 'amba_cv2', 'amba_cv22', 'amba_cv25', 'coreml'].map(
      (target) => [`a version for ${target}`, version('1.8', 'PYTORCH', target)] as const,
    ),
  ),
  ...table('frameworkVersion.target', [
    [
      'a version for ml_eia2',
      input(
        { Framework: 'TENSORFLOW', FrameworkVersion: '2.3', DataInputConfig: '{"inputs":[1,224,224,3]}' },
        { TargetDevice: 'ml_eia2' },
      ),
    ],
  ]),
];

const SHAPES = [
  ...table('dataInputConfig.json', [
    ['single quotes', shapes('ONNX', "{'data': [1,3,224,224]}")],
    ['quotes escaped for the CLI', shapes('ONNX', String.raw`{\"data\":[1,3,224,224]}`)],
    ['curly quotes', shapes('KERAS', '{“input_1”: [1,3,224,224]}')],
    ['a trailing comma', shapes('ONNX', '{"data":[1,3,224,224],}')],
    ['a name without quotes', shapes('MXNET', '{data:[1,3,224,224]}')],
    ['half a text', shapes('ONNX', '{"data":[1,3,224')],
    ['words after the value', shapes('ONNX', '{"data":[1,3,224,224]} NCHW')],
    ['Python tuples', shapes('ONNX', '{"data":(1,3,224,224)}')],
    ['no JSON at all', shapes('ONNX', 'data=1,3,224,224')],
  ]),
  ...table('dataInputConfig.form', [
    ['a number', shapes('ONNX', '7')],
    ['a text', shapes('ONNX', '"data"')],
    ['null', shapes('ONNX', 'null')],
    ['true', shapes('PYTORCH', 'true')],
  ]),
  ...table('dataInputConfig.empty', [
    ['no input', shapes('ONNX', '{}')],
    ['an empty list', shapes('PYTORCH', '[]')],
  ]),
  ...table('dataInputConfig.duplicate', [['an input twice', shapes('ONNX', '{"a":[1],"b":[1],"a":[2]}')]]),
  ...table(
    'dataInputConfig.list',
    ['TENSORFLOW', 'KERAS', 'MXNET', 'ONNX', 'TFLITE', 'DARKNET'].map(
      (framework) => [`a list of shapes for ${framework}`, shapes(framework, '[[1,3,224,224]]')] as const,
    ),
  ),
  ...table('dataInputConfig.dimensionOpen', [
    ['an open batch', shapes('ONNX', '{"data":[-1,3,224,224]}')],
    ['null for height and width', shapes('ONNX', '{"data":[1,3,null,null]}')],
    ['a question mark', shapes('TENSORFLOW', '{"input":["?",224,224,3]}')],
    ['None, as Python prints it', shapes('PYTORCH', '[["None",3,224,224]]')],
  ]),
  ...table('dataInputConfig.dimensionSize', [
    ['zero', shapes('ONNX', '{"data":[1,0,224,224]}')],
    ['a fraction', shapes('ONNX', '{"data":[1,3,224.5,224]}')],
    ['a size beyond 32 bits', shapes('ONNX', '{"data":[1,3,4294967296,224]}')],
    ['a negative size', shapes('ONNX', '{"data":[1,-3,224,224]}')],
  ]),
  ...table('dataInputConfig.shape', [
    ['a text as shape', shapes('ONNX', '{"data":"1,3,224,224"}')],
    ['a number as shape', shapes('ONNX', '{"data":224}')],
  ]),
  ...table('dataInputConfig.rank', [
    ['one dimension for scikit-learn', shapes('SKLEARN', '{"data":[4]}')],
    ['three dimensions for scikit-learn', shapes('SKLEARN', '{"data":[1,2,4]}')],
  ]),
  ...table('dataInputConfig.objects', [
    ['a Core ML object elsewhere', shapes('TENSORFLOW', '{"input_1":{"shape":[1,224,224,3]}}')],
    ['a list of Core ML objects elsewhere', shapes('PYTORCH', '[{"shape":[1,3,224,224]}]')],
  ]),
  ...table('dataInputConfig.missing', [
    ...['TENSORFLOW', 'KERAS', 'MXNET', 'TFLITE', 'DARKNET', 'SKLEARN', 'PYTORCH'].map(
      (Framework) =>
        [
          `no shapes for ${Framework}`,
          input({ Framework, DataInputConfig: undefined }, { TargetDevice: 'jetson_xavier' }),
        ] as const,
    ),
    [
      'no shapes for PyTorch before 2.0',
      input({ Framework: 'PYTORCH', FrameworkVersion: '1.8', DataInputConfig: undefined }),
    ],
  ]),
  ...table('DataInputConfig.maxLength', [
    ['a text of 16,385 characters', shapes('ONNX', `{"data":[1]}${' '.repeat(16_373)}`)],
  ]),
];

const coreMl = (members: string, Framework = 'TENSORFLOW'): Members =>
  shapes(Framework, `{"input_1":{${members}}}`, 'coreml');
const CORE_ML: InvalidRequest[] = [
  ...table('dataInputConfig.shapeMissing', [
    ['an object without shape', coreMl('"type":"Tensor"')],
    ['an empty object', coreMl('')],
  ]),
  ...table('dataInputConfig.range', [
    ['a range that runs down', coreMl('"shape":["10..1",224,224,3]')],
    ['a range from zero', coreMl('"shape":["0..10",224,224,3]')],
    ['a range with one end', coreMl('"shape":["1..",224,224,3]')],
  ]),
  ...table('dataInputConfig.enumeratedShapes', [
    ['shapes of two ranks', coreMl('"shape":[[1,224,224,3],[224,224,3]]')],
    ['a range among shapes', coreMl('"shape":[[1,224,224,3],["1..2",160,160,3]]')],
  ]),
  ...table('dataInputConfig.defaultShape', [
    ['a default outside of the range', coreMl('"shape":["1..10",224,224,3],"default_shape":[11,224,224,3]')],
    ['a default that is none of the shapes', coreMl('"shape":[[1,224,224,3]],"default_shape":[1,160,160,3]')],
    ['a default of another rank', coreMl('"shape":["1..10",224,224,3],"default_shape":[224,224,3]')],
  ]),
  ...table('dataInputConfig.type', [
    ['an unknown type', coreMl('"shape":[1,224,224,3],"type":"Picture"')],
    ['a type in lower case', coreMl('"shape":[1,224,224,3],"type":"image","bias":[-1,-1,-1],"scale":1')],
  ]),
  ...table('dataInputConfig.image', [
    ['an image without bias', coreMl('"shape":[1,224,224,3],"type":"Image","scale":0.0078')],
    ['an image without scale', coreMl('"shape":[1,224,224,3],"type":"Image","bias":[-1,-1,-1]')],
    ['an image without both', coreMl('"shape":[1,224,224,3],"type":"Image"')],
  ]),
];

const NVIDIA = ['LINUX', 'ARM64', 'NVIDIA'] as const;
const TRIPLE = '"gpu-code":"sm_62","trt-ver":"6.0.1","cuda-ver":"10.0"';

const TARGETS = [
  ...table(
    'TargetDevice.enum',
    ['ml.m5.xlarge', 'ML_M5', 'jetson-tx2', 'ml-c5', 'Jetson_Nano', 'rasp-3b', 'core_ml'].map(
      (TargetDevice) => [`the device ${TargetDevice}`, output({ TargetDevice })] as const,
    ),
  ),
  ...table('target.none', [['no target', output({ TargetDevice: undefined })]]),
  ...table('TargetPlatformOs.enum', [['Linux in lower case', platform('Linux', 'ARM64', undefined)]]),
  ...table('TargetPlatformArch.enum', [
    ['x86-64 with a hyphen', platform('LINUX', 'x86-64', undefined)],
    ['arm64 in lower case', platform('LINUX', 'arm64', undefined)],
  ]),
  ...table('TargetPlatformAccelerator.enum', [['nvidia in lower case', platform('LINUX', 'ARM64', 'nvidia')]]),
  ...table(
    'target.platform',
    stringShapes.TargetPlatformOs.values.flatMap((os) =>
      stringShapes.TargetPlatformArch.values.flatMap((arch) =>
        [undefined, 'INTEL_GRAPHICS', 'MALI', 'NVIDIA']
          .filter(
            (accelerator) =>
              !targetPlatforms.some(
                (known) => known.os === os && known.arch === arch && known.accelerator === (accelerator ?? null),
              ),
          )
          .map(
            (accelerator) =>
              [
                [os, arch, accelerator].join(' '),
                platform(os, arch, accelerator, accelerator === 'NVIDIA' ? `{${TRIPLE}}` : undefined),
              ] as const,
          ),
      ),
    ),
  ),
  ...table('support.framework', [
    ...['ml_m4', 'ml_m5', 'ml_c4', 'ml_c5', 'ml_p2', 'ml_p3', 'ml_g4dn'].map(
      (target) => [`TensorFlow Lite for ${target}`, shapes('TFLITE', '{"input":[1,224,224,3]}', target)] as const,
    ),
    ...['KERAS', 'ONNX', 'MXNET', 'TFLITE', 'DARKNET'].map(
      (framework) => [`${framework} for Core ML`, shapes(framework, '{"data":[1,3,224,224]}', 'coreml')] as const,
    ),
    ...['KERAS', 'ONNX', 'DARKNET'].map(
      (framework) => [`${framework} for ml_inf1`, shapes(framework, '{"data":[1,3,224,224]}', 'ml_inf1')] as const,
    ),
    ...['PYTORCH', 'ONNX', 'MXNET'].map(
      (framework) => [`${framework} for ml_eia2`, shapes(framework, '{"data":[1,3,224,224]}', 'ml_eia2')] as const,
    ),
  ]),
];

const OPTIONS = [
  ...table('compilerOptions.json', [
    ['a list', options('["mcpu"]')],
    ['a number', options('1234')],
    ['null', options('null')],
    ['single quotes', options("{'mcpu': 'skylake-avx512'}")],
    ['escaped quotes', options(String.raw`{\"mcpu\":\"core-avx2\"}`)],
    ['no quotes', options('{mcpu: core-avx2}')],
    ['half an object', options('{"mcpu":"core-avx2"')],
    ['plain words', options('mcpu=core-avx2')],
    ['flags without quotes', options('--verbose 1 -O2', 'ml_inf1')],
  ]),
  ...table('compilerOptions.form', [['flags for a target that takes none', options('"--verbose 1"')]]),
  ...table('compilerOptions.duplicate', [['a key twice', options('{"mcpu":"a","mcpu":"b"}')]]),
  ...table('compilerOptions.inferentia', [
    ['an object for Inferentia', options('{"verbose":1}', 'ml_inf1')],
    ['no flags for Inferentia', options('" "', 'ml_inf1')],
  ]),
  ...table('compilerOptions.nvidia', [
    ['NVIDIA without options', platform(...NVIDIA)],
    ['NVIDIA with one of three', platform(...NVIDIA, '{"gpu-code":"sm_62"}')],
    ['NVIDIA with two of three', platform(...NVIDIA, '{"gpu-code":"sm_62","trt-ver":"6.0.1"}')],
    ['NVIDIA on a server without options', platform('LINUX', 'X86_64', 'NVIDIA')],
  ]),
  ...table('compilerOptions.gpuCode', [
    ['a GPU by its name', platform(...NVIDIA, `{${TRIPLE.replace('sm_62', 'TX2')}}`)],
    ['compute instead of sm', platform(...NVIDIA, `{${TRIPLE.replace('sm_62', 'compute_62')}}`)],
  ]),
  ...table('compilerOptions.trtVer', [
    ['TensorRT of two parts', platform(...NVIDIA, `{${TRIPLE.replace('6.0.1', '6.0')}}`)],
    ['TensorRT as a number', platform(...NVIDIA, `{${TRIPLE.replace('"6.0.1"', '6')}}`)],
  ]),
  ...table('compilerOptions.cudaVer', [
    ['CUDA of three parts', platform(...NVIDIA, `{${TRIPLE.replace('10.0', '10.0.1')}}`)],
    ['CUDA as a number', platform(...NVIDIA, `{${TRIPLE.replace('"10.0"', '10.2')}}`)],
  ]),
  ...table('compilerOptions.androidPlatform', [
    ['API level 20', platform('ANDROID', 'ARM64', undefined, '{"ANDROID_PLATFORM":20}')],
    ['API level 30', platform('ANDROID', 'ARM64', undefined, '{"ANDROID_PLATFORM":30}')],
    ['an API level as text', platform('ANDROID', 'ARM64', undefined, '{"ANDROID_PLATFORM":"28"}')],
    ['an API level of 28.5', platform('ANDROID', 'ARM64', undefined, '{"ANDROID_PLATFORM":28.5}')],
    ['an API level for qcs605', options('{"ANDROID_PLATFORM":19}', 'qcs605')],
  ]),
  ...table('compilerOptions.mattr', [
    ['CPU features as a text', platform('LINUX', 'ARM_EABIHF', undefined, '{"mattr":"+neon"}')],
    ['a CPU feature without sign', platform('LINUX', 'ARM_EABIHF', undefined, '{"mattr":["neon"]}')],
    ['CPU features as numbers', platform('LINUX', 'ARM_EABIHF', undefined, '{"mattr":[1]}')],
  ]),
  ...table('compilerOptions.mcpu', [
    ['an empty CPU', options('{"mcpu":""}')],
    ['a list of CPUs', options('{"mcpu":["core-avx2"]}')],
  ]),
  ...table('compilerOptions.dtype', [
    ['float16', options('{"dtype":"float16"}')],
    ['a number as data type', options('{"dtype":32}')],
    ['int32', options('{"dtype":"int32"}')],
  ]),
  ...table('compilerOptions.classLabels', [
    [
      'labels as a list',
      input(
        { Framework: 'TENSORFLOW', DataInputConfig: '{"input_1":{"shape":[1,224,224,3]}}' },
        { TargetDevice: 'coreml', CompilerOptions: '{"class_labels":["a","b"]}' },
      ),
    ],
    [
      'an empty labels file',
      input(
        { Framework: 'TENSORFLOW', DataInputConfig: '{"input_1":{"shape":[1,224,224,3]}}' },
        { TargetDevice: 'coreml', CompilerOptions: '{"class_labels":""}' },
      ),
    ],
  ]),
  ...table('compilerOptions.precisionMode', [
    ['FP8', eia('{"precision_mode":"FP8"}')],
    ['fp16 in lower case', eia('{"precision_mode":"fp16"}')],
  ]),
  ...table('compilerOptions.outputNames', [['one output name as a text', eia('{"output_names":"output:0"}')]]),
  ...table('compilerOptions.signatureDefKey', [['a signature key as a list', eia('{"signature_def_key":["a"]}')]]),
  ...table('compilerOptions.eiaOneOf', [
    ['both ways to name outputs', eia('{"signature_def_key":"serving","output_names":["output:0"]}')],
  ]),
  ...table('CompilerOptions.minLength', [['an empty object', options('{}')]]),
  ...table('CompilerOptions.maxLength', [['options of 1,025 characters', options(`{"mcpu":"${long(1014)}"}`)]]),
  ...table('CompilerOptions.pattern', [['options on two lines', options('{\n"mcpu":"core-avx2"}')]]),
];

function eia(CompilerOptions: string): Members {
  return input(
    { Framework: 'TENSORFLOW', DataInputConfig: '{"inputs":[1,224,224,3]}' },
    { TargetDevice: 'ml_eia2', CompilerOptions },
  );
}

const REST = [
  ...table('KmsKeyId.pattern', [
    ['a key with a blank', output({ KmsKeyId: 'my key' })],
    ['a key with a star', output({ KmsKeyId: 'alias/*' })],
  ]),
  ...table('KmsKeyId.maxLength', [['a long key', output({ KmsKeyId: `alias/${long(2048)}` })]]),
  ...table('kms.format', [
    ['an alias without its prefix', output({ KmsKeyId: 'ExampleAlias' })],
    ['a short key ID', output({ KmsKeyId: '1234abcd-12ab-34cd-56ef' })],
    [
      'an ARN of another service',
      output({ KmsKeyId: 'arn:aws:s3:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab' }),
    ],
    [
      'a key ARN without an account',
      output({ KmsKeyId: 'arn:aws:kms:us-west-2::key/1234abcd-12ab-34cd-56ef-1234567890ab' }),
    ],
    ['an alias without a name', output({ KmsKeyId: 'alias/' })],
  ]),
  ...table('MaxRuntimeInSeconds.minValue', [['no time', limits({ MaxRuntimeInSeconds: 0 })]]),
  ...table('MaxWaitTimeInSeconds.minValue', [['no wait', limits({ MaxWaitTimeInSeconds: 0 })]]),
  ...table('MaxPendingTimeInSeconds.minValue', [['a short pending time', limits({ MaxPendingTimeInSeconds: 7199 })]]),
  ...table('MaxPendingTimeInSeconds.maxValue', [
    ['a long pending time', limits({ MaxPendingTimeInSeconds: 2_419_201 })],
  ]),
  ...table('stoppingCondition.wait', [
    ['a wait below the time limit', limits({ MaxRuntimeInSeconds: 900, MaxWaitTimeInSeconds: 899 })],
    ['a wait of a second', limits({ MaxRuntimeInSeconds: 900, MaxWaitTimeInSeconds: 1 })],
  ]),
  ...table('NeoVpcSecurityGroupIds.minLength', [['no security group', vpc([], ['subnet-1'])]]),
  ...table('NeoVpcSecurityGroupIds.maxLength', [
    ['six security groups', vpc(['sg-1', 'sg-2', 'sg-3', 'sg-4', 'sg-5', 'sg-6'], ['subnet-1'])],
  ]),
  ...table('NeoVpcSubnets.minLength', [['no subnet', vpc(['sg-1'], [])]]),
  ...table('NeoVpcSubnets.maxLength', [
    [
      '17 subnets',
      vpc(
        ['sg-1'],
        Array.from({ length: 17 }, (_, index) => `subnet-${index}`),
      ),
    ],
  ]),
  ...table('NeoVpcSecurityGroupId.pattern', [['a security group with an underscore', vpc(['sg_1'], ['subnet-1'])]]),
  ...table('NeoVpcSubnetId.pattern', [['a subnet with a slash', vpc(['sg-1'], ['subnet/1'])]]),
  ...table('NeoVpcSubnetId.maxLength', [['a long subnet', vpc(['sg-1'], [`subnet-${long(32)}`])]]),
  ...table('TagKey.minLength', [['an empty tag key', tags(['', 'x'])]]),
  ...table('TagKey.maxLength', [['a long tag key', tags([long(129), ''])]]),
  ...table('TagKey.pattern', [['a tag key with a semicolon', tags(['a;b', ''])]]),
  ...table('TagValue.maxLength', [['a long tag value', tags(['a', long(257)])]]),
  ...table('TagValue.pattern', [['a tag value with an ampersand', tags(['a', 'b&c'])]]),
  ...table('TagList.maxLength', [
    ['51 tags', tags(...Array.from({ length: 51 }, (_, index): [string, string] => [`k${index}`, '']))],
  ]),
  ...table('tags.duplicate', [['a tag twice', tags(['team', 'a'], ['team', 'b'])]]),
  ...table('tags.reserved', [
    ['a tag of AWS', tags(['aws:created', 'x'])],
    ['a tag of AWS in capitals', tags(['AWS:created', 'x'])],
  ]),
];

/** Requests that AWS would refuse, or that its documents rule out: one mistake each. */
export const invalidRequests: readonly InvalidRequest[] = [
  ...NAMES,
  ...ROLES,
  ...MODELS,
  ...VERSIONS,
  ...SHAPES,
  ...CORE_ML,
  ...TARGETS,
  ...OPTIONS,
  ...REST,
];
