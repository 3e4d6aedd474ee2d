import {
  ARCHIVE,
  COMMON,
  expectRequest,
  finish,
  giveArchive,
  giveInputs,
  LOCATION,
} from '../../support/builtRequest.ts';
import { expect, test } from '../../support/oneApp.ts';

test('a SavedModel for Elastic Inference, with its signature and precision', async ({ wizard }) => {
  await giveArchive(wizard, 'TensorFlow');
  await giveInputs(wizard, [{ name: 'inputs', sizes: [1, 224, 224, 3] }]);
  await wizard.chooseDevice('ml_eia2');
  await wizard.chooseOption('Precision', 'FP16');
  await wizard.typeOption('Signature key', 'serving_custom');
  await expect(wizard.options.getByRole('combobox', { name: 'Output tensor names' })).toBeDisabled();
  await finish(wizard);
  await expectRequest(wizard, {
    ...COMMON,
    InputConfig: { S3Uri: ARCHIVE, DataInputConfig: '{"inputs":[1,224,224,3]}', Framework: 'TENSORFLOW' },
    OutputConfig: {
      S3OutputLocation: LOCATION,
      TargetDevice: 'ml_eia2',
      CompilerOptions: '{"precision_mode":"FP16","signature_def_key":"serving_custom"}',
    },
  });
});

test('a frozen graph for Elastic Inference, with its output names', async ({ wizard }) => {
  await giveArchive(wizard, 'TensorFlow');
  await giveInputs(wizard, [{ name: 'input_tensor:0', sizes: [1, 224, 224, 3] }]);
  await wizard.chooseDevice('ml_eia2');
  await wizard.chooseOption('Precision', 'FP32');
  await wizard.addOptionItems('Output tensor names', 'output:0', 'output_tensor:0');
  await expect(wizard.options.getByRole('textbox', { name: 'Signature key' })).toBeDisabled();
  await finish(wizard);
  await expectRequest(wizard, {
    ...COMMON,
    InputConfig: { S3Uri: ARCHIVE, DataInputConfig: '{"input_tensor:0":[1,224,224,3]}', Framework: 'TENSORFLOW' },
    OutputConfig: {
      S3OutputLocation: LOCATION,
      TargetDevice: 'ml_eia2',
      CompilerOptions: '{"precision_mode":"FP32","output_names":["output:0","output_tensor:0"]}',
    },
  });
});

test('a request for Inferentia, with the flags of the Neuron compiler', async ({ wizard }) => {
  await giveArchive(wizard, 'MXNet');
  await giveInputs(wizard, [{ name: 'data', sizes: [1, 3, 224, 224] }]);
  await wizard.chooseDevice('ml_inf1');
  await wizard.typeOption('Neuron compiler flags', '--verbose 1 -O2');
  await wizard.typeOption('NeuronCores', '2');
  await finish(wizard);
  await expectRequest(wizard, {
    ...COMMON,
    InputConfig: { S3Uri: ARCHIVE, DataInputConfig: '{"data":[1,3,224,224]}', Framework: 'MXNET' },
    // A string inside of the string: the service wants the flags as JSON.
    OutputConfig: {
      S3OutputLocation: LOCATION,
      TargetDevice: 'ml_inf1',
      CompilerOptions: '"--verbose 1 -O2 --num-neuroncores 2"',
    },
  });
});

test('a request whose shapes the service derives, for Trainium', async ({ wizard }) => {
  await giveArchive(wizard, 'PyTorch');
  await wizard.next('Inputs');
  await wizard.giveAs('Leave it out');
  await wizard.next('Target');
  await wizard.chooseDevice('ml_trn1');
  await wizard.chooseOption('Optimisation level', '2');
  await finish(wizard);
  await expectRequest(wizard, {
    ...COMMON,
    InputConfig: { S3Uri: ARCHIVE, Framework: 'PYTORCH' },
    OutputConfig: { S3OutputLocation: LOCATION, TargetDevice: 'ml_trn1', CompilerOptions: '"-O2"' },
  });
});
