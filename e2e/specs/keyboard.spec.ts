import { expect, test } from '../support/app.ts';
import { ARCHIVE, COMMON, JOB_NAME, LOCATION, ROLE } from '../support/builtRequest.ts';
import { arrowTo, pickFrom, tabTo, typeInto } from '../support/keyboard.ts';

test('a request is built from Model to Review by the keyboard alone', async ({ app }) => {
  const { page } = app;
  const heading = (name: string) => page.getByRole('heading', { name, level: 2, exact: true });
  const field = (name: string) => page.getByRole('textbox', { name });
  await page.keyboard.press('Control+N');
  await expect(heading('Model')).toBeVisible();

  await test.step('Model', async () => {
    await arrowTo(page, page.getByRole('radiogroup', { name: 'Runs on' }), 'AWS');
    await arrowTo(page, page.getByRole('radiogroup', { name: 'The model is' }), 'An archive in S3');
    await typeInto(page, field('S3 URI of the model archive'), ARCHIVE);
    await pickFrom(page, page.getByRole('combobox', { name: 'Framework', exact: true }), 'PyTorch');
    await page.keyboard.press('Control+Enter');
    await expect(heading('Inputs')).toBeFocused();
  });

  await test.step('Inputs', async () => {
    await tabTo(page, page.getByRole('button', { name: 'Add an input' }));
    await page.keyboard.press('Enter');
    await expect(field('Name of input 1')).toBeFocused();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('pixels');
    for (const [index, size] of [8, 3, 224, 224].entries()) {
      await typeInto(page, field(`dimension ${index + 1} of 4 of pixels`), String(size));
    }
    await tabTo(page, page.getByRole('button', { name: 'Add a dimension' }));
    await page.keyboard.press('Space');
    await expect(field('dimension 5 of 5 of pixels')).toBeFocused();
    await page.keyboard.type('2');
    await page.keyboard.press('Control+Enter');
    await expect(heading('Target')).toBeFocused();
  });

  await test.step('Target', async () => {
    await tabTo(page, field('Search devices'));
    await page.keyboard.type('jetson');
    await page.keyboard.press('ArrowDown');
    const devices = page.getByRole('listbox', { name: 'Target devices' });
    await expect(devices).toBeFocused();
    // The list says by aria-activedescendant where the arrows are.
    const isAt = async (device: string) => {
      const active = await devices.getAttribute('aria-activedescendant');
      const row = devices.getByRole('option', { name: new RegExp(`\\b${device}\\b`, 'u') });
      return (await row.getAttribute('id')) === active;
    };
    await page.keyboard.press('Home');
    for (let step = 0; step < 10 && !(await isAt('jetson_xavier')); step += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await expect(devices.getByRole('option', { selected: true })).toContainText('jetson_xavier');
    await pickFrom(page, page.getByRole('combobox', { name: 'Known combination' }), /^Jetson Xavier, JetPack 4\.6\.1/u);
    await typeInto(page, field('CUDA version'), '11.4');
    await page.keyboard.press('Control+Enter');
    await expect(heading('Output')).toBeFocused();
  });

  await test.step('Output', async () => {
    await typeInto(page, field('Job name'), JOB_NAME);
    await typeInto(page, field('S3 output location'), LOCATION);
    await typeInto(page, field('IAM role'), ROLE);
    await tabTo(page, page.getByRole('button', { name: 'VPC', exact: true }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('switch', { name: 'Connect the job to a VPC' }));
    await page.keyboard.press('Space');
    await tabTo(page, page.getByRole('combobox', { name: 'Security group IDs' }));
    await page.keyboard.type('sg-0123456789abcdef0,');
    await tabTo(page, page.getByRole('combobox', { name: 'Subnet IDs' }));
    await page.keyboard.type('subnet-0123456789abcdef0');
    await page.keyboard.press('Control+Enter');
    await expect(heading('Review')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(heading('Output')).toBeFocused();
    // What was half typed went along.
    await expect(page.getByRole('button', { name: 'subnet-0123456789abcdef0', exact: true })).toBeVisible();
    await tabTo(page, page.getByRole('button', { name: 'Tags', exact: true }));
    await page.keyboard.press('Space');
    await tabTo(page, page.getByRole('button', { name: 'Add a tag' }));
    await page.keyboard.press('Enter');
    await expect(field('Key of tag 1')).toBeFocused();
    await page.keyboard.type('team');
    await page.keyboard.press('Tab');
    await page.keyboard.type('edge');
    await page.keyboard.press('Control+Enter');
    await expect(heading('Review')).toBeFocused();
  });

  await test.step('Review', async () => {
    const tabs = page.getByRole('tablist', { name: 'Request as' });
    await tabTo(page, tabs.getByRole('tab', { name: 'JSON' }));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: 'Request as YAML' })).toContainText('CompilationJobName');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    const text = await page.getByRole('region', { name: 'Request as JSON' }).textContent();
    expect(JSON.parse(text ?? '')).toEqual({
      ...COMMON,
      InputConfig: { S3Uri: ARCHIVE, DataInputConfig: '{"pixels":[8,3,224,224,2]}', Framework: 'PYTORCH' },
      OutputConfig: {
        S3OutputLocation: LOCATION,
        TargetDevice: 'jetson_xavier',
        CompilerOptions: '{"gpu-code":"sm_72","trt-ver":"8.2.1","cuda-ver":"11.4"}',
      },
      VpcConfig: { SecurityGroupIds: ['sg-0123456789abcdef0'], Subnets: ['subnet-0123456789abcdef0'] },
      Tags: [{ Key: 'team', Value: 'edge' }],
    });
  });

  await test.step('back with Escape, step by step', async () => {
    for (const step of ['Output', 'Target', 'Inputs', 'Model']) {
      await page.keyboard.press('Escape');
      await expect(heading(step)).toBeFocused();
    }
  });
});
