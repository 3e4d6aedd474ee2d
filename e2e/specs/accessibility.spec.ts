import { seriousFindings } from '../support/accessibility.ts';
import { ARCHIVE, giveArchive, giveInputs, LOCATION, ROLE } from '../support/builtRequest.ts';
import { expect, test } from '../support/oneApp.ts';
import type { Wizard } from '../support/wizard.ts';

async function look(wizard: Wizard, appearance: string): Promise<void> {
  const { page } = wizard;
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: appearance, exact: true }).click();
  await wizard.open();
  await wizard.startOver();
}

/** Checks the page as it is now. */
async function expectNothingSerious(wizard: Wizard, state: string): Promise<void> {
  expect.soft(await seriousFindings(wizard.page), state).toEqual([]);
}

for (const appearance of ['Light', 'Dark']) {
  test.describe(`axe finds nothing serious, ${appearance}`, () => {
    test('with the fields of every step', async ({ wizard }) => {
      test.slow();
      const { page } = wizard;
      await look(wizard, appearance);
      await giveArchive(wizard, 'PyTorch');
      await wizard.chooseFrameworkVersion('1.8');
      await expectNothingSerious(wizard, 'Model with an archive');
      await giveInputs(wizard, [
        { name: 'input0', sizes: [1, 3, 224, 224] },
        { name: 'mask', sizes: [1, 1, 224, 224] },
      ]);
      await wizard.goTo('Inputs');
      await expectNothingSerious(wizard, 'Inputs with the order of forward()');
      await wizard.showInputsAs('JSON');
      await expectNothingSerious(wizard, 'Inputs as JSON');
      await wizard.next('Target');
      await expectNothingSerious(wizard, 'Target with devices');
      await wizard.chooseDevice('jetson_xavier');
      await page.getByRole('button', { name: 'Options that AWS does not document' }).click();
      await expectNothingSerious(wizard, 'Target with NVIDIA options');
      await page.getByRole('button', { name: 'All presets' }).click();
      await expectNothingSerious(wizard, 'Target with all presets');
      await page.getByRole('tab', { name: 'Platform' }).click();
      await expectNothingSerious(wizard, 'Target with platforms');
      await wizard.next('Output');
      await wizard.fillOutput({
        jobName: 'accessible',
        location: LOCATION,
        role: ROLE,
        waitLimit: '60',
        vpc: { securityGroups: ['sg-0123456789abcdef0'], subnets: ['subnet-0123456789abcdef0'] },
        tags: [
          ['team', 'edge'],
          ['team', 'twice'],
        ],
      });
      await page.getByRole('button', { name: 'Next: Review' }).click();
      await expectNothingSerious(wizard, 'Output with everything open, and errors');
      await wizard.goTo('Review');
      await expectNothingSerious(wizard, 'Review with what is missing');
      await page.getByRole('button', { name: 'Set it to 900 seconds' }).click();
      await page.getByRole('button', { name: 'Remove this tag' }).click();
      await expect(page.getByRole('region', { name: 'Request as JSON' })).toBeVisible();
      await expectNothingSerious(wizard, 'Review with the request');
      await page.getByRole('button', { name: 'Quick form' }).click();
      await expect(page.getByRole('heading', { name: 'Quick form', level: 2 })).toBeVisible();
      await expectNothingSerious(wizard, 'Quick form');
      await page.getByRole('button', { name: 'Open the full wizard' }).click();
    });

    test('with Core ML, Elastic Inference and Inferentia', async ({ wizard }) => {
      test.slow();
      await look(wizard, appearance);
      await giveArchive(wizard, 'TensorFlow');
      await giveInputs(wizard, [{ name: 'input_1', sizes: [1, 3, 224, 224] }]);
      await wizard.chooseDevice('coreml');
      await wizard.goTo('Inputs');
      await wizard.chooseShapeKind('input_1', 'Enumerated');
      await wizard.fillInputField('input_1', 'Shape 2', '1, x');
      await wizard.chooseInputType('input_1', 'Image');
      await wizard.page.getByRole('button', { name: 'Next: Target' }).click();
      await expectNothingSerious(wizard, 'Inputs of Core ML, with errors and a layout drawn');
      await wizard.showInputsAs('CLI text');
      await wizard.inputsText('CLI text').fill('{"a":[1,');
      await wizard.inputsText('CLI text').blur();
      await expectNothingSerious(wizard, 'Inputs as a text that cannot be read');
      await wizard.showInputsAs('Fields');
      await expectNothingSerious(wizard, 'Inputs that the fields cannot show');
      await wizard.goTo('Target');
      await wizard.chooseDevice('ml_eia2');
      await wizard.typeOption('Signature key', 'serving_custom');
      await expectNothingSerious(wizard, 'Target with the options of Elastic Inference');
      await wizard.chooseDevice('ml_inf1');
      await wizard.showOptionsAs('JSON');
      await wizard.optionsText('JSON').fill('{"verbose":');
      await wizard.optionsText('JSON').blur();
      await wizard.showOptionsAs('Fields');
      await expectNothingSerious(wizard, 'Target with options that cannot be read');
    });

    test('with what the local runner refuses, templates and the import', async ({ wizard }) => {
      test.slow();
      const { page } = wizard;
      await look(wizard, appearance);
      await wizard.runOn('Local runner');
      await wizard.s3Model(ARCHIVE, 'Keras');
      await expectNothingSerious(wizard, 'Model that the local runner refuses');
      await wizard.modelIs('A model package version');
      await expectNothingSerious(wizard, 'Model package, which the local runner refuses');
      await wizard.modelIs('An archive in S3');
      await wizard.goTo('Target');
      await expectNothingSerious(wizard, 'Target with refused devices');
      await wizard.runOn('AWS');
      await page.getByRole('button', { name: 'Templates' }).click();
      await page.getByRole('textbox', { name: 'Template name' }).fill(`Template ${appearance}`);
      await page.getByRole('button', { name: 'Save as template' }).click();
      await expect(page.getByRole('button', { name: `Use Template ${appearance}` })).toBeVisible();
      await expectNothingSerious(wizard, 'Templates');
      await page.keyboard.press('Escape');
      const area = await wizard.openImport();
      await expectNothingSerious(wizard, 'Import without a text');
      await area.fill('{"CompilationJobName": "a b", "RoleArn": "nobody"');
      await expect(page.getByRole('button', { name: 'Go to it' })).toBeVisible();
      await expectNothingSerious(wizard, 'Import of a text that cannot be read');
      await area.fill(
        '{"CompilationJobName":"a b","RoleArn":"nobody","OutputConfig":{"S3OutputLocation":"s3://b/c","TargetDevice":"ml_inf2"}}',
      );
      await expect(page.getByRole('region', { name: 'What the rules say' })).toContainText('role');
      await expectNothingSerious(wizard, 'Import with what the rules say');
      await page.getByRole('button', { name: 'Back' }).click();
    });
  });
}
