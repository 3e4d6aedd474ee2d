import {
  ARCHIVE,
  COMMON,
  expectRequest,
  finish,
  giveArchive,
  giveInputs,
  LOCATION,
  ROLE,
} from '../support/builtRequest.ts';
import { expect, test } from '../support/oneApp.ts';

test.describe('DataInputConfig', () => {
  test('is one value as fields, JSON and CLI text: each view changes the others', async ({ wizard }) => {
    await giveArchive(wizard, 'TensorFlow');
    await wizard.next('Inputs');
    await wizard.fillInputs([{ name: 'image', sizes: [1, 224, 224, 3] }]);
    await wizard.showInputsAs('JSON');
    await expect(wizard.inputsText('JSON')).toHaveValue('{"image":[1,224,224,3]}');
    await wizard.inputsText('JSON').fill('{"image":[1,160,160,3],"mask":[1,160,160,1]}');
    await wizard.showInputsAs('CLI text');
    await expect(wizard.inputsText('CLI text')).toHaveValue(
      String.raw`{\"image\":[1,160,160,3],\"mask\":[1,160,160,1]}`,
    );
    await wizard.inputsText('CLI text').fill(String.raw`{\"mask\":[1,160,160,1],\"image\":[8,160,160,3]}`);
    await wizard.showInputsAs('Fields');
    await expect(wizard.sizes('image').first()).toHaveValue('8');
    await wizard.sizes('mask').last().fill('2');
    await expect(wizard.dataInputConfig()).toContainText('{"mask":[1,160,160,2],"image":[8,160,160,3]}');
    await wizard.next('Target');
    await wizard.chooseDevice('ml_p3');
    await finish(wizard);
    await expectRequest(wizard, {
      ...COMMON,
      InputConfig: {
        S3Uri: ARCHIVE,
        DataInputConfig: '{"mask":[1,160,160,2],"image":[8,160,160,3]}',
        Framework: 'TENSORFLOW',
      },
      OutputConfig: { S3OutputLocation: LOCATION, TargetDevice: 'ml_p3' },
    });
  });

  test('that cannot be read names line and column, leads there and stays as typed', async ({ wizard }) => {
    const broken = '{"image":[1,\n2 3]}';
    await giveArchive(wizard, 'TensorFlow');
    await wizard.next('Inputs');
    await wizard.showInputsAs('JSON');
    const text = wizard.inputsText('JSON');
    await text.fill(broken);
    await wizard.page.getByRole('button', { name: 'Next: Target' }).click();
    await expect(text).toBeFocused();
    await expect(text).toHaveAccessibleDescription(/line 2, column 3/u);
    await wizard.page.getByRole('button', { name: 'Go to line 2, column 3' }).click();
    await expect(text).toBeFocused();
    expect(await text.evaluate((area: HTMLTextAreaElement) => area.selectionStart)).toBe(broken.indexOf('3'));

    await wizard.goTo('Output');
    await wizard.goTo('Inputs');
    await expect(text).toHaveValue(broken);
    await wizard.showInputsAs('Fields');
    await expect(wizard.page.getByText('The fields cannot show the text yet.')).toBeVisible();
    await wizard.page.getByRole('button', { name: 'Go to the text' }).click();
    await text.fill('{"image":[1,2,3]}');
    await wizard.showInputsAs('Fields');
    await expect(wizard.sizes('image').last()).toHaveValue('3');
  });

  test('in a sloppy spelling is put right when it is left, and says what was changed', async ({ wizard }) => {
    const sloppy = "{'image': [1, 224, 224, 3,]}";
    await giveArchive(wizard, 'TensorFlow');
    await wizard.next('Inputs');
    await wizard.showInputsAs('JSON');
    const text = wizard.inputsText('JSON');
    await text.fill(sloppy);
    await text.blur();
    await expect(text).toHaveValue('{"image":[1,224,224,3]}');
    await expect(wizard.step('Inputs').getByRole('alert')).toContainText('Single quotes became double quotes.');
    await wizard.page.getByRole('button', { name: 'Undo' }).click();
    await expect(text).toHaveValue(sloppy);
  });

  test('of Keras is turned from the file’s layout into the one that AWS wants', async ({ wizard }) => {
    await giveArchive(wizard, 'Keras');
    await wizard.next('Inputs');
    await wizard.fillInputs([{ name: 'input_1', sizes: [1, 224, 224, 3] }]);
    await wizard.page.getByRole('button', { name: 'Permute' }).click();
    await expect(wizard.page.getByRole('button', { name: 'Permute' })).toHaveCount(0);
    await wizard.next('Target');
    await wizard.chooseDevice('ml_p3');
    await finish(wizard);
    await expectRequest(wizard, {
      ...COMMON,
      InputConfig: { S3Uri: ARCHIVE, DataInputConfig: '{"input_1":[1,3,224,224]}', Framework: 'KERAS' },
      OutputConfig: { S3OutputLocation: LOCATION, TargetDevice: 'ml_p3' },
    });
  });
});

test.describe('compiler options', () => {
  test('are one value as fields, JSON and CLI text: each view changes the others', async ({ wizard }) => {
    await giveArchive(wizard, 'PyTorch');
    await giveInputs(wizard, [{ name: 'input0', sizes: [1, 3, 224, 224] }]);
    await wizard.chooseDevice('jetson_tx2');
    await wizard.typeOption('CUDA version', '10.2');
    await wizard.showOptionsAs('JSON');
    await expect(wizard.optionsText('JSON')).toHaveValue('{"gpu-code":"sm_62","trt-ver":"6.0.1","cuda-ver":"10.2"}');
    await wizard.optionsText('JSON').fill('{"gpu-code":"sm_62","trt-ver":"7.1.3","cuda-ver":"10.2","my-own":true}');
    await wizard.showOptionsAs('CLI text');
    await expect(wizard.optionsText('CLI text')).toHaveValue(
      String.raw`{\"gpu-code\":\"sm_62\",\"trt-ver\":\"7.1.3\",\"cuda-ver\":\"10.2\",\"my-own\":true}`,
    );
    await wizard
      .optionsText('CLI text')
      .fill(String.raw`{\"gpu-code\":\"sm_72\",\"trt-ver\":\"7.1.3\",\"cuda-ver\":\"10.2\",\"my-own\":true}`);
    await wizard.showOptionsAs('Fields');
    await expect(wizard.options.getByRole('textbox', { name: 'GPU code' })).toHaveValue('sm_72');
    await expect(wizard.options.getByText('my-own: true')).toBeVisible();
    await finish(wizard);
    await expectRequest(wizard, {
      ...COMMON,
      InputConfig: { S3Uri: ARCHIVE, DataInputConfig: '{"input0":[1,3,224,224]}', Framework: 'PYTORCH' },
      OutputConfig: {
        S3OutputLocation: LOCATION,
        TargetDevice: 'jetson_tx2',
        CompilerOptions: '{"gpu-code":"sm_72","trt-ver":"7.1.3","cuda-ver":"10.2","my-own":true}',
      },
    });
  });

  test('that cannot be read name line and column, close the fields and stay as typed', async ({ wizard }) => {
    const broken = '{"gpu-code":"sm_62","trt-ver" "6.0.1"}';
    await giveArchive(wizard, 'PyTorch');
    await giveInputs(wizard, [{ name: 'input0', sizes: [1, 3, 224, 224] }]);
    await wizard.chooseDevice('jetson_tx2');
    await wizard.showOptionsAs('JSON');
    await wizard.optionsText('JSON').fill(broken);
    await wizard.page.getByRole('button', { name: 'Next: Output' }).click();
    await expect(wizard.optionsText('JSON')).toBeFocused();
    await expect(wizard.optionsText('JSON')).toHaveAccessibleDescription(/line 1, column 31/u);
    await wizard.showOptionsAs('Fields');
    await expect(wizard.options.getByRole('textbox', { name: 'GPU code' })).toBeDisabled();
    await wizard.goTo('Output');
    await wizard.goTo('Target');
    await wizard.options.getByRole('button', { name: 'Edit as JSON' }).click();
    await expect(wizard.optionsText('JSON')).toHaveValue(broken);
  });

  test('in a sloppy spelling are put right when they are left, and say what was changed', async ({ wizard }) => {
    await giveArchive(wizard, 'PyTorch');
    await giveInputs(wizard, [{ name: 'input0', sizes: [1, 3, 224, 224] }]);
    await wizard.chooseDevice('jetson_tx2');
    await wizard.showOptionsAs('JSON');
    const text = wizard.optionsText('JSON');
    await text.fill("{'gpu_code': 'sm_62', 'trt-ver': '6.0.1', 'cuda-ver': '10.0'}");
    await text.blur();
    await expect(text).toHaveValue('{"gpu-code":"sm_62","trt-ver":"6.0.1","cuda-ver":"10.0"}');
    await expect(wizard.options.getByText(/gpu_code became gpu-code/u)).toBeVisible();
  });
});

test('a fix on Review edits the draft, and its line is gone', async ({ wizard }) => {
  await giveArchive(wizard, 'ONNX');
  await giveInputs(wizard, [{ name: 'data', sizes: [1, 3, 224, 224] }]);
  await wizard.chooseDevice('ml_p3');
  await wizard.next('Output');
  await wizard.fillOutput({ jobName: 'put-right', location: LOCATION, role: ROLE, kmsKey: 'my-key' });
  await wizard.goTo('Review');
  const issues = wizard.page.getByRole('alert').filter({ hasText: 'Before this job can be' });
  await expect(issues).toContainText('KMS key');
  await issues.getByRole('button', { name: 'Use alias/my-key' }).click();
  await expect(issues).toHaveCount(0);
  await expectRequest(wizard, {
    ...COMMON,
    CompilationJobName: 'put-right',
    InputConfig: { S3Uri: ARCHIVE, DataInputConfig: '{"data":[1,3,224,224]}', Framework: 'ONNX' },
    OutputConfig: { S3OutputLocation: LOCATION, TargetDevice: 'ml_p3', KmsKeyId: 'alias/my-key' },
  });
});

test('an error that appears where a click leaves a field does not take the click away', async ({ wizard }) => {
  await wizard.goTo('Output');
  await wizard.openSection('Advanced');
  await wizard.page.getByRole('textbox', { name: 'Wait limit' }).fill('60');
  await wizard.page.getByRole('button', { name: 'VPC', exact: true }).click();
  await expect(wizard.page.getByRole('button', { name: 'Set it to 900 seconds' })).toBeVisible();
  await expect(wizard.page.getByRole('switch', { name: 'Connect the job to a VPC' })).toBeVisible();
});

test.describe('what the local runner cannot do', () => {
  test.beforeEach(({ wizard }) => wizard.runOn('Local runner'));
  test.afterEach(({ wizard }) => wizard.runOn('AWS'));

  test('says so at the model, and one click builds it for AWS with all that was typed', async ({ wizard }) => {
    await wizard.s3Model(ARCHIVE, 'Keras');
    const refusal = wizard
      .step('Model')
      .getByRole('alert')
      .filter({ hasText: 'The local runner compiles ONNX models.' });
    await expect(refusal).toBeVisible();
    await wizard.page.getByRole('button', { name: 'Build it for AWS instead' }).click();
    await expect(wizard.page.getByRole('radio', { name: 'AWS' })).toBeChecked();
    await expect(refusal).toHaveCount(0);
    await giveInputs(wizard, [{ name: 'input_1', sizes: [1, 3, 224, 224] }]);
    await wizard.chooseDevice('ml_p3');
    await finish(wizard);
    await expectRequest(wizard, {
      ...COMMON,
      InputConfig: { S3Uri: ARCHIVE, DataInputConfig: '{"input_1":[1,3,224,224]}', Framework: 'KERAS' },
      OutputConfig: { S3OutputLocation: LOCATION, TargetDevice: 'ml_p3' },
    });
  });

  test('shows the request on Review all the same, and one click sends it elsewhere', async ({ wizard }) => {
    await giveArchive(wizard, 'ONNX');
    await giveInputs(wizard, [{ name: 'data', sizes: [1, 3, 224, 224] }]);
    await wizard.chooseDevice('amba_cv22');
    await finish(wizard);
    await wizard.runOn('Local runner');
    const refusal = wizard.page.getByRole('alert').filter({ hasText: 'The local runner cannot run this' });
    await expect(refusal).toBeVisible();
    await refusal.getByRole('button', { name: 'Build it for AWS instead' }).click();
    await expect(refusal).toHaveCount(0);
    await expect(wizard.page.getByRole('button', { name: 'Export the request' })).toBeVisible();
    await expectRequest(wizard, {
      ...COMMON,
      InputConfig: { S3Uri: ARCHIVE, DataInputConfig: '{"data":[1,3,224,224]}', Framework: 'ONNX' },
      OutputConfig: { S3OutputLocation: LOCATION, TargetDevice: 'amba_cv22' },
    });
  });
});

test('quick form and wizard are one draft, and each goes on where the other was left', async ({ wizard }) => {
  const { page } = wizard;
  await giveArchive(wizard, 'PyTorch');
  await giveInputs(wizard, [{ name: 'input0', sizes: [1, 3, 224, 224] }]);
  await page.getByRole('button', { name: 'Quick form' }).click();
  await expect(page.getByRole('heading', { name: 'Quick form', level: 2 })).toBeFocused();
  await expect(wizard.sizes('input0').last()).toHaveValue('224');
  await page.getByRole('combobox', { name: 'Target' }).fill('jetson_nano');
  await page
    .getByRole('option', { name: /Jetson Nano.*jetson_nano/u })
    .first()
    .click();
  await wizard.fillOutput({ jobName: 'quick', location: LOCATION, role: ROLE });
  const expected = {
    ...COMMON,
    CompilationJobName: 'quick',
    InputConfig: { S3Uri: ARCHIVE, DataInputConfig: '{"input0":[1,3,224,224]}', Framework: 'PYTORCH' },
    OutputConfig: {
      S3OutputLocation: LOCATION,
      TargetDevice: 'jetson_nano',
      CompilerOptions: '{"gpu-code":"sm_53","trt-ver":"5.0.6","cuda-ver":"10.0"}',
    },
  };
  await expectRequest(wizard, expected);
  await page.getByRole('button', { name: 'Open the full wizard' }).click();
  await expect(page.getByRole('heading', { name: 'Target', level: 2, exact: true })).toBeFocused();
  await expect(page.getByRole('option', { name: /\bjetson_nano\b/u })).toHaveAttribute('aria-selected', 'true');
  await wizard.goTo('Review');
  await expectRequest(wizard, expected);
});
