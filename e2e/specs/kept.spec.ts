import { expect, launchApp, test, type RunningApp } from '../support/app.ts';
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
import { Wizard } from '../support/wizard.ts';

/** Ends the app as a power cut would once everything that was typed is stored, and starts it again. */
async function restart(app: RunningApp, userData: string): Promise<{ again: RunningApp; wizard: Wizard }> {
  await expect(app.page.getByText('Draft saved')).toBeVisible();
  await app.kill();
  const again = await launchApp(userData);
  const wizard = new Wizard(again.page);
  await wizard.open();
  return { again, wizard };
}

test('broken and half typed texts are there after a restart, with everything else', async ({ app, userData }) => {
  const brokenInputs = '{"image":[1,\n2 3]}';
  const brokenOptions = '{"gpu-code":"sm_62","trt-ver" "6.0.1"}';
  const before = new Wizard(app.page);
  await before.open();
  await giveArchive(before, 'TensorFlow');
  await giveInputs(before, [{ name: 'image', sizes: [1, 224, 224, 3] }]);
  await before.chooseDevice('jetson_tx2');
  await before.showOptionsAs('JSON');
  await before.optionsText('JSON').fill(brokenOptions);
  await before.goTo('Inputs');
  await before.showInputsAs('JSON');
  await before.inputsText('JSON').fill(brokenInputs);
  await before.goTo('Output');
  await before.fillOutput({
    jobName: 'not a name!',
    location: 's3:/half',
    role: 'arn:',
    timeLimit: 'soon',
    waitLimit: '1',
    kmsKey: 'my key',
    vpc: { securityGroups: ['sg-1'], subnets: [] },
    tags: [['', 'without a key']],
  });

  const { again, wizard } = await restart(app, userData);
  await expect(again.page.getByRole('radio', { name: 'AWS' })).toBeChecked();
  await wizard.goTo('Inputs');
  await wizard.showInputsAs('JSON');
  await expect(wizard.inputsText('JSON')).toHaveValue(brokenInputs);
  await wizard.goTo('Target');
  await wizard.showOptionsAs('JSON');
  await expect(wizard.optionsText('JSON')).toHaveValue(brokenOptions);
  await wizard.goTo('Output');
  for (const [label, text] of [
    ['Job name', 'not a name!'],
    ['S3 output location', 's3:/half'],
    ['IAM role', 'arn:'],
    ['Time limit', 'soon'],
    ['Wait limit', '1'],
    ['KMS key (optional)', 'my key'],
    ['Value of tag 1', 'without a key'],
  ] as const) {
    await expect(again.page.getByRole('textbox', { name: label })).toHaveValue(text);
  }
  await expect(again.page.getByRole('button', { name: 'sg-1', exact: true })).toBeVisible();
  expect(again.pageErrors).toEqual([]);
  await again.close();
});

test('a template is there after a restart, and brings target, options and output to another model', async ({
  app,
  userData,
}) => {
  const before = new Wizard(app.page);
  await before.open();
  await giveArchive(before, 'PyTorch');
  await giveInputs(before, [{ name: 'input0', sizes: [1, 3, 224, 224] }]);
  await before.chooseDevice('jetson_xavier');
  await before.chooseOption('Known combination', /^Jetson Xavier, JetPack 4\.6\.1/u);
  await finish(before);
  await before.page.getByRole('button', { name: 'Templates' }).click();
  const dialog = before.page.getByRole('dialog', { name: 'Templates' });
  await dialog.getByRole('textbox', { name: 'Template name' }).fill('Xavier of the lab');
  await dialog.getByRole('button', { name: 'Save as template' }).click();
  await expect(dialog.getByRole('list', { name: 'Saved templates' })).toContainText('Xavier of the lab');
  await before.page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await before.startOver();
  await giveArchive(before, 'ONNX');
  await before.next('Inputs');
  await before.fillInputs([{ name: 'data', sizes: [1, 3, 8, 8] }]);

  const { again, wizard } = await restart(app, userData);
  await again.page.getByRole('button', { name: 'Templates' }).click();
  await again.page.getByRole('button', { name: 'Use Xavier of the lab' }).click();
  await expect(again.page.getByRole('alert').filter({ hasText: 'Xavier of the lab was applied' })).toBeVisible();
  await wizard.goTo('Output');
  await wizard.nameJob('from-template');
  await wizard.next('Review');
  await expectRequest(wizard, {
    ...COMMON,
    CompilationJobName: 'from-template',
    InputConfig: { S3Uri: ARCHIVE, DataInputConfig: '{"data":[1,3,8,8]}', Framework: 'ONNX' },
    OutputConfig: {
      S3OutputLocation: LOCATION,
      TargetDevice: 'jetson_xavier',
      CompilerOptions: '{"gpu-code":"sm_72","trt-ver":"8.2.1","cuda-ver":"10.2"}',
    },
  });
  expect(again.pageErrors).toEqual([]);
  await again.close();
});

test('the quick form opens again where it was left', async ({ app, userData }) => {
  const before = new Wizard(app.page);
  await before.open();
  await giveArchive(before, 'ONNX');
  await app.page.getByRole('button', { name: 'Quick form' }).click();
  await app.page.getByRole('textbox', { name: 'IAM role' }).fill(ROLE);
  const { again } = await restart(app, userData);
  await expect(again.page.getByRole('heading', { name: 'Quick form', level: 2 })).toBeVisible();
  await expect(again.page.getByRole('textbox', { name: 'IAM role' })).toHaveValue(ROLE);
  expect(again.pageErrors).toEqual([]);
  await again.close();
});
