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

const IMAGE = { bias: '-1, -1, -1', scale: '0.007843137255' };
const LABELS = '{"class_labels":"imagenet_labels_1000.txt"}';

interface CoreMlCase {
  title: string;
  framework: string;
  form?: InputForm;
  /** As given before the target is known. */
  input: TypedInput;
  /** What is said for Core ML, at the input's card. */
  say: (wizard: Wizard, input: string) => Promise<void>;
  /** Emptied: a regression has no classes. */
  hasLabels: boolean;
  dataInputConfig: string;
}

const CASES: readonly CoreMlCase[] = [
  {
    title: 'a fixed shape',
    framework: 'TensorFlow',
    input: { name: 'input_1', sizes: [1, 224, 224, 3] },
    say: (wizard, input) => wizard.chooseInputType(input, 'Tensor'),
    hasLabels: false,
    dataInputConfig: '{"input_1":{"shape":[1,224,224,3],"type":"Tensor"}}',
  },
  {
    title: 'a range with a default shape',
    framework: 'TensorFlow',
    input: { name: 'input_1', sizes: [1, 224, 224, 3] },
    say: async (wizard, input) => {
      await wizard.chooseShapeKind(input, 'Ranges');
      await wizard.fillSizes(input, ['1..10', 224, 224, 3]);
      await wizard.fillInputField(input, 'Default shape', '1, 224, 224, 3');
    },
    hasLabels: false,
    dataInputConfig: '{"input_1":{"shape":["1..10",224,224,3],"default_shape":[1,224,224,3]}}',
  },
  {
    title: 'enumerated shapes',
    framework: 'TensorFlow',
    input: { name: 'input_1', sizes: [1, 224, 224, 3] },
    say: async (wizard, input) => {
      await wizard.chooseShapeKind(input, 'Enumerated');
      await wizard.fillInputField(input, 'Shape 2', '1, 160, 160, 3');
    },
    hasLabels: false,
    dataInputConfig: '{"input_1":{"shape":[[1,224,224,3],[1,160,160,3]]}}',
  },
  {
    title: 'an image with class labels',
    framework: 'TensorFlow',
    input: { name: 'input_1', sizes: [1, 224, 224, 3] },
    say: async (wizard, input) => {
      await wizard.chooseShapeKind(input, 'Enumerated');
      await wizard.fillInputField(input, 'Shape 2', '1, 160, 160, 3');
      await wizard.fillInputField(input, 'Default shape', '1, 224, 224, 3');
      await giveImage(wizard, input);
    },
    hasLabels: true,
    dataInputConfig:
      '{"input_1":{"shape":[[1,224,224,3],[1,160,160,3]],"default_shape":[1,224,224,3],"type":"Image","bias":[-1,-1,-1],"scale":0.007843137255}}',
  },
  {
    title: 'an image without a name, of PyTorch',
    framework: 'PyTorch',
    form: 'List of shapes',
    input: { sizes: [1, 3, 224, 224] },
    say: async (wizard, input) => {
      await wizard.chooseShapeKind(input, 'Enumerated');
      await wizard.fillInputField(input, 'Shape 2', '1, 3, 160, 160');
      await wizard.fillInputField(input, 'Default shape', '1, 3, 224, 224');
      await giveImage(wizard, input);
    },
    hasLabels: true,
    dataInputConfig:
      '[{"shape":[[1,3,224,224],[1,3,160,160]],"default_shape":[1,3,224,224],"type":"Image","bias":[-1,-1,-1],"scale":0.007843137255}]',
  },
];

async function giveImage(wizard: Wizard, input: string): Promise<void> {
  await wizard.chooseInputType(input, 'Image');
  await wizard.fillInputField(input, 'Bias', IMAGE.bias);
  await wizard.fillInputField(input, 'Scale', IMAGE.scale);
}

for (const { title, framework, form, input, say, hasLabels, dataInputConfig } of CASES) {
  test(`a request for Core ML with ${title}`, async ({ wizard }) => {
    await giveArchive(wizard, framework);
    await giveInputs(wizard, [input], form);
    await wizard.chooseDevice('coreml');
    // The example of the catalogue; a model that names no classes leaves it out.
    await wizard.typeOption('Class labels file', hasLabels ? 'imagenet_labels_1000.txt' : '');
    await wizard.goTo('Inputs');
    await say(wizard, input.name ?? 'input0');
    await wizard.next('Target');
    await finish(wizard);
    await expectRequest(wizard, {
      ...COMMON,
      InputConfig: {
        S3Uri: ARCHIVE,
        DataInputConfig: dataInputConfig,
        Framework: framework === 'PyTorch' ? 'PYTORCH' : 'TENSORFLOW',
      },
      OutputConfig: {
        S3OutputLocation: LOCATION,
        TargetDevice: 'coreml',
        ...(hasLabels && { CompilerOptions: LABELS }),
      },
    });
  });
}
