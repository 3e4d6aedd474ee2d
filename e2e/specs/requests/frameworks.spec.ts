import {
  ARCHIVE,
  COMMON,
  expectRequest,
  finish,
  giveArchive,
  giveInputs,
  LOCATION,
} from '../../support/builtRequest.ts';
import { test } from '../../support/oneApp.ts';
import type { InputForm, TypedInput, Wizard } from '../../support/wizard.ts';

interface FrameworkCase {
  /** The framework as the form calls it. */
  framework: string;
  title?: string;
  form?: InputForm;
  inputs: readonly TypedInput[];
  device: string;
  /** Types the compiler options of the device. */
  options?: (wizard: Wizard) => Promise<void>;
  /** Chosen after the target, which says what AWS lists for it. */
  version?: string;
  expected: { InputConfig: object; OutputConfig: object };
}

const CASES: readonly FrameworkCase[] = [
  {
    framework: 'TensorFlow',
    inputs: [{ name: 'input', sizes: [1, 1024, 1024, 3] }],
    device: 'jetson_nano',
    options: (wizard) => wizard.chooseOption('Known combination', /^Jetson Nano, JetPack 4\.4\.1/u),
    version: '2.4',
    expected: {
      InputConfig: {
        S3Uri: ARCHIVE,
        DataInputConfig: '{"input":[1,1024,1024,3]}',
        Framework: 'TENSORFLOW',
        FrameworkVersion: '2.4',
      },
      OutputConfig: {
        S3OutputLocation: LOCATION,
        TargetDevice: 'jetson_nano',
        CompilerOptions: '{"gpu-code":"sm_53","trt-ver":"7.1.3","cuda-ver":"10.2"}',
      },
    },
  },
  {
    framework: 'Keras',
    inputs: [
      { name: 'input_1', sizes: [1, 3, 224, 224] },
      { name: 'input_2', sizes: [1, 3, 224, 224] },
    ],
    device: 'ml_c5',
    options: (wizard) => wizard.typeOption('CPU (mcpu)', 'skylake-avx512'),
    expected: {
      InputConfig: {
        S3Uri: ARCHIVE,
        DataInputConfig: '{"input_1":[1,3,224,224],"input_2":[1,3,224,224]}',
        Framework: 'KERAS',
      },
      OutputConfig: {
        S3OutputLocation: LOCATION,
        TargetDevice: 'ml_c5',
        CompilerOptions: '{"mcpu":"skylake-avx512"}',
      },
    },
  },
  {
    framework: 'MXNet',
    inputs: [{ name: 'data', sizes: [1, 3, 1024, 1024] }],
    device: 'rk3399',
    expected: {
      InputConfig: { S3Uri: ARCHIVE, DataInputConfig: '{"data":[1,3,1024,1024]}', Framework: 'MXNET' },
      OutputConfig: { S3OutputLocation: LOCATION, TargetDevice: 'rk3399' },
    },
  },
  {
    framework: 'ONNX',
    inputs: [
      { name: 'var1', sizes: [1, 1, 28, 28] },
      { name: 'var2', sizes: [1, 1, 28, 28] },
    ],
    device: 'ml_m6g',
    options: async (wizard) => {
      await wizard.typeOption('CPU (mcpu)', 'neoverse-n1');
      await wizard.addOptionItems('CPU features (mattr)', '+neon', '+crypto');
    },
    expected: {
      InputConfig: {
        S3Uri: ARCHIVE,
        DataInputConfig: '{"var1":[1,1,28,28],"var2":[1,1,28,28]}',
        Framework: 'ONNX',
      },
      OutputConfig: {
        S3OutputLocation: LOCATION,
        TargetDevice: 'ml_m6g',
        CompilerOptions: '{"mcpu":"neoverse-n1","mattr":["+neon","+crypto"]}',
      },
    },
  },
  {
    framework: 'PyTorch',
    title: 'PyTorch, as a dictionary',
    inputs: [
      { name: 'input0', sizes: [1, 3, 224, 224] },
      { name: 'input1', sizes: [1, 3, 224, 224] },
    ],
    device: 'ml_p3',
    options: (wizard) => wizard.chooseOption('Input data type (dtype)', 'int64'),
    version: '2.0',
    expected: {
      InputConfig: {
        S3Uri: ARCHIVE,
        DataInputConfig: '{"input0":[1,3,224,224],"input1":[1,3,224,224]}',
        Framework: 'PYTORCH',
        FrameworkVersion: '2.0',
      },
      OutputConfig: { S3OutputLocation: LOCATION, TargetDevice: 'ml_p3', CompilerOptions: '{"dtype":"int64"}' },
    },
  },
  {
    framework: 'PyTorch',
    title: 'PyTorch, as a list of shapes',
    form: 'List of shapes',
    inputs: [{ sizes: [1, 3, 224, 224] }, { sizes: [1, 3, 160, 160] }],
    device: 'ml_g4dn',
    options: (wizard) => wizard.chooseOption('Input data type (dtype)', 'float32'),
    expected: {
      InputConfig: { S3Uri: ARCHIVE, DataInputConfig: '[[1,3,224,224],[1,3,160,160]]', Framework: 'PYTORCH' },
      OutputConfig: { S3OutputLocation: LOCATION, TargetDevice: 'ml_g4dn', CompilerOptions: '{"dtype":"float32"}' },
    },
  },
  {
    framework: 'XGBoost',
    inputs: [],
    device: 'ml_m4',
    options: (wizard) => wizard.typeOption('CPU (mcpu)', 'core-avx2'),
    expected: {
      InputConfig: { S3Uri: ARCHIVE, Framework: 'XGBOOST' },
      OutputConfig: { S3OutputLocation: LOCATION, TargetDevice: 'ml_m4', CompilerOptions: '{"mcpu":"core-avx2"}' },
    },
  },
  {
    framework: 'TensorFlow Lite',
    inputs: [{ name: 'input', sizes: [1, 224, 224, 3] }],
    device: 'rasp3b',
    // NEON is what the catalogue prints for the board.
    options: (wizard) => wizard.addOptionItems('CPU features (mattr)', '+vfpv4'),
    expected: {
      InputConfig: { S3Uri: ARCHIVE, DataInputConfig: '{"input":[1,224,224,3]}', Framework: 'TFLITE' },
      OutputConfig: {
        S3OutputLocation: LOCATION,
        TargetDevice: 'rasp3b',
        CompilerOptions: '{"mattr":["+neon","+vfpv4"]}',
      },
    },
  },
  {
    framework: 'Darknet',
    inputs: [{ name: 'data', sizes: [1, 3, 416, 416] }],
    device: 'qcs605',
    options: (wizard) => wizard.typeOption('Android API level', '28'),
    expected: {
      InputConfig: { S3Uri: ARCHIVE, DataInputConfig: '{"data":[1,3,416,416]}', Framework: 'DARKNET' },
      OutputConfig: { S3OutputLocation: LOCATION, TargetDevice: 'qcs605', CompilerOptions: '{"ANDROID_PLATFORM":28}' },
    },
  },
  {
    framework: 'scikit-learn',
    inputs: [{ name: 'input', sizes: [1, 10] }],
    device: 'ml_c4',
    options: (wizard) => wizard.typeOption('CPU (mcpu)', 'core-avx2'),
    expected: {
      InputConfig: { S3Uri: ARCHIVE, DataInputConfig: '{"input":[1,10]}', Framework: 'SKLEARN' },
      OutputConfig: { S3OutputLocation: LOCATION, TargetDevice: 'ml_c4', CompilerOptions: '{"mcpu":"core-avx2"}' },
    },
  },
];

for (const { framework, title, form, inputs, device, options, version, expected } of CASES) {
  test(`a request of ${title ?? framework}`, async ({ wizard }) => {
    await giveArchive(wizard, framework);
    await giveInputs(wizard, inputs, form);
    await wizard.chooseDevice(device);
    await options?.(wizard);
    if (version !== undefined) {
      await wizard.goTo('Model');
      await wizard.chooseFrameworkVersion(version);
      await wizard.goTo('Target');
    }
    await finish(wizard);
    await expectRequest(wizard, { ...COMMON, ...expected });
  });
}
