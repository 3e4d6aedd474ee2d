import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { dropFiles, expect, launchApp, test } from '../support/app.ts';
import { makeArchive } from '../support/jobs.ts';
import { BLAZEFACE_BACK, OCR_CLASSIFIER } from '../support/models.ts';
import { jobDetail, jobRow, Wizard } from '../support/wizard.ts';

test('compiles the sample model, from the empty start to the artifact in its folder', async ({ app, userData }) => {
  const { page, electron } = app;
  const wizard = new Wizard(page);
  await wizard.takeSample();
  await wizard.next('Inputs');
  await expect(wizard.step('Inputs').getByText('{"input:0":[1,128,128,3]}')).toBeVisible();
  await wizard.next('Target');
  await page.getByRole('button', { name: /EC2 m5\.2xlarge/ }).click();
  await wizard.next('Output');
  await wizard.nameJob('sample-journey');
  await wizard.next('Review');
  await expect(page.getByText('"mcpu').first()).toBeVisible();
  await wizard.submit();

  const job = jobDetail(page, 'sample-journey');
  await expect(job.getByText('Same numbers')).toBeVisible({ timeout: 30_000 });
  await expect(jobRow(page, 'sample-journey')).toContainText('Completed');

  const shown = await electron.evaluate(({ shell }) => {
    const paths: string[] = [];
    shell.showItemInFolder = (path) => void paths.push(path);
    (globalThis as { shownPaths?: string[] }).shownPaths = paths;
    return paths.length;
  });
  expect(shown).toBe(0);
  await job.getByRole('button', { name: 'Show artifact in folder' }).click();
  await expect
    .poll(() => electron.evaluate(() => (globalThis as { shownPaths?: string[] }).shownPaths))
    .toEqual([expect.stringContaining(join(userData, 'runner', 'objects'))]);
  const artifact = (await electron.evaluate(() => (globalThis as { shownPaths?: string[] }).shownPaths))?.[0] ?? '';
  expect(artifact).toMatch(/blazeface-front-LINUX_X86_64\.tar\.gz$/u);
  expect(execFileSync('tar', ['tzf', artifact], { encoding: 'utf8' }).split('\n')).toEqual(
    expect.arrayContaining(['model.onnx', 'manifest.json']),
  );
});

test('compiles a dropped archive whose model has open dimensions, and lists it again after a restart', async ({
  app,
  userData,
}) => {
  const { page } = app;
  const wizard = new Wizard(page);
  await expect(page.getByRole('heading', { name: 'Drop a model here to compile it' })).toBeVisible();
  const archive = await makeArchive(join(userData, 'in', 'Schreibrichtung für 模型.tar.gz'), [
    { name: 'cls.onnx', path: OCR_CLASSIFIER },
  ]);
  await dropFiles(page, [archive]);
  await wizard.expectModel('Schreibrichtung für 模型.tar.gz');
  await wizard.next('Inputs');

  await test.step('open dimensions are empty, required and named by their symbol', async () => {
    await page.getByRole('button', { name: 'Next: Target' }).click();
    await expect(page.getByText('Give "p2o.DynamicDimension.0" a size').first()).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Inputs', level: 2 })).toBeVisible();
  });
  const dimensions = wizard.step('Inputs').getByRole('textbox');
  await dimensions.nth(0).fill('1');
  await dimensions.nth(2).fill('48');
  await dimensions.nth(3).fill('192');
  await expect(wizard.step('Inputs').getByText('{"x":[1,3,48,192]}')).toBeVisible();
  await wizard.next('Target');
  await wizard.chooseDevice('graviton', 'ml_c6g');
  await wizard.next('Output');
  await wizard.nameJob('dropped-archive');
  await wizard.next('Review');
  await wizard.submit();
  await expect(jobDetail(page, 'dropped-archive').getByText('Same numbers')).toBeVisible({ timeout: 30_000 });

  await app.close();
  const again = await launchApp(userData);
  await expect(jobRow(again.page, 'dropped-archive')).toContainText('Completed');
  await again.close();
});

test('reads a model from the file dialog and clones a job under a free name', async ({ app }) => {
  const { page, electron } = app;
  const wizard = new Wizard(page);
  await electron.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, BLAZEFACE_BACK);
  await page.getByRole('button', { name: 'Choose a model…' }).click();
  await wizard.expectModel('face_detection_back_256x256_barracuda.onnx');
  await wizard.next('Inputs');
  await wizard.next('Target');
  await wizard.chooseDevice('rasp4b', 'rasp4b');
  await wizard.next('Output');
  await wizard.nameJob('original');
  await page.getByRole('textbox', { name: 'Time limit' }).fill('600');
  await wizard.next('Review');
  await wizard.submit();
  const job = jobDetail(page, 'original');
  await expect(job.getByText('Same numbers')).toBeVisible({ timeout: 30_000 });

  await job.getByRole('button', { name: 'Clone' }).click();
  await expect(page.getByRole('heading', { name: 'New job', level: 1 })).toBeVisible();
  await wizard.goTo('Output');
  await expect(page.getByRole('textbox', { name: 'Job name' })).toHaveValue('original-2');
  await expect(page.getByRole('textbox', { name: 'Time limit' })).toHaveValue('600');
  await wizard.next('Review');
  await wizard.submit();
  await expect(jobDetail(page, 'original-2').getByText('Same numbers')).toBeVisible({ timeout: 30_000 });
  await expect(jobRow(page, 'original')).toContainText('Completed');

  await jobDetail(page, 'original-2').getByRole('button', { name: 'Delete job…' }).click();
  await page.getByRole('button', { name: 'Delete job', exact: true }).click();
  await expect(jobRow(page, 'original-2')).toHaveCount(0);
});

test('leaves nothing half written in the objects folder', async ({ app, userData }) => {
  const { page } = app;
  const wizard = new Wizard(page);
  await wizard.takeSample();
  await wizard.toReview({ device: 'ml_m5', jobName: 'tidy' });
  await wizard.submit();
  await expect(jobDetail(page, 'tidy').getByText('Same numbers')).toBeVisible({ timeout: 30_000 });
  const runner = join(userData, 'runner');
  expect(readdirSync(join(runner, 'work'))).toEqual([]);
  const objects = readdirSync(join(runner, 'objects'), { recursive: true, encoding: 'utf8' });
  expect(objects.filter((name) => name.includes('.')).every((name) => name.endsWith('.tar.gz'))).toBe(true);
});
