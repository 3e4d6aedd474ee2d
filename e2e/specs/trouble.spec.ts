import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dropFiles, expect, launchApp, test } from '../support/app.ts';
import { makeArchive, makeProjectionModel, makeSlowModel } from '../support/jobs.ts';
import { BLAZEFACE_BACK, OCR_CLASSIFIER } from '../support/models.ts';
import { jobDetail, jobRow, Wizard } from '../support/wizard.ts';

test('says what is wrong with an archive and keeps the model that was there', async ({ app, userData }) => {
  const { page } = app;
  const wizard = new Wizard(page);
  await wizard.takeSample();

  const notAnArchive = join(userData, 'holiday.tar.gz');
  await writeFile(notAnArchive, 'this is not a gzip file');
  await dropFiles(page, [notAnArchive]);
  await expect(wizard.step('Model').getByRole('alert')).toContainText('holiday.tar.gz');
  await wizard.expectModel('blazeface-front.onnx');

  const two = await makeArchive(join(userData, 'in', 'two.tar.gz'), [
    { name: 'a.onnx', path: BLAZEFACE_BACK },
    { name: 'b.onnx', path: OCR_CLASSIFIER },
  ]);
  await dropFiles(page, [two]);
  await expect(wizard.step('Model').getByRole('alert')).toContainText(/one .onnx|several .onnx/u);
  await wizard.expectModel('blazeface-front.onnx');
});

test('refuses shapes that the file does not allow at the field, and keeps what was typed over a restart', async ({
  app,
  userData,
}) => {
  const { page } = app;
  const wizard = new Wizard(page);
  await wizard.takeSample();
  await wizard.next('Inputs');
  const channels = wizard.step('Inputs').getByRole('textbox').nth(3);
  await channels.fill('4');
  await page.getByRole('button', { name: 'Next: Target' }).click();
  await expect(page.getByText('The model fixes this dimension to 3.').first()).toBeVisible();
  await expect(channels).toBeFocused();
  await expect(channels).toHaveAccessibleDescription(/fixes this dimension to 3/u);
  await expect(page.getByText('Draft saved')).toBeVisible();

  await app.kill();
  const again = await launchApp(userData);
  await again.page.getByRole('link', { name: 'New job' }).first().click();
  const wizardAgain = new Wizard(again.page);
  await wizardAgain.goTo('Inputs');
  await expect(wizardAgain.step('Inputs').getByRole('textbox').nth(3)).toHaveValue('4');
  await again.close();
});

test('fails a job whose shapes the graph cannot take, with a reason, and lets it be cloned and fixed', async ({
  app,
  userData,
}) => {
  const { page } = app;
  const wizard = new Wizard(page);
  await dropFiles(page, [await makeProjectionModel(userData)]);
  await wizard.expectModel('projection.onnx');
  await wizard.next('Inputs');
  await page.getByRole('button', { name: 'Use 1 for batch' }).click();
  // The file leaves the width open, but the weights behind it are for a width of 4.
  const width = wizard.step('Inputs').getByRole('textbox').nth(1);
  await width.fill('5');
  await wizard.next('Target');
  await wizard.chooseDevice('ml_m5', 'ml_m5');
  await wizard.next('Output');
  await wizard.nameJob('too-wide');
  await wizard.next('Review');
  await wizard.submit();
  await expect(jobRow(page, 'too-wide')).toContainText('Failed', { timeout: 30_000 });
  const job = jobDetail(page, 'too-wide');
  await expect(job.getByText('ClientError: CompilationError:').first()).toBeVisible();
  await job.getByRole('button', { name: 'Clone and fix' }).click();
  await wizard.goTo('Inputs');
  await expect(width).toHaveValue('5');
  await width.fill('4');
  await wizard.goTo('Review');
  await wizard.submit();
  await expect(jobDetail(page, 'too-wide-2').getByText('Same numbers')).toBeVisible({ timeout: 30_000 });
});

test('stops a running job within a second', async ({ app, userData }) => {
  const { page } = app;
  const wizard = new Wizard(page);
  await dropFiles(page, [await makeSlowModel(userData)]);
  await wizard.expectModel('slow.onnx');
  await wizard.toReview({ device: 'ml_m5', jobName: 'endless' });
  await wizard.submit();
  await expect(jobRow(page, 'endless')).toContainText('Compiling', { timeout: 20_000 });
  const stop = jobDetail(page, 'endless').getByRole('button', { name: 'Stop' });
  const asked = Date.now();
  await stop.click();
  await expect(jobRow(page, 'endless')).toContainText('Stopped');
  // One second for the process, and one for what Playwright itself needs to click and look.
  expect(Date.now() - asked).toBeLessThan(2000);
});

test('takes a job up again that was running when the app was killed', async ({ app, userData }) => {
  const { page } = app;
  const wizard = new Wizard(page);
  await dropFiles(page, [await makeSlowModel(userData)]);
  await wizard.expectModel('slow.onnx');
  await wizard.toReview({ device: 'ml_m5', jobName: 'survivor' });
  await wizard.submit();
  await expect(jobRow(page, 'survivor')).toContainText('Compiling', { timeout: 20_000 });
  await app.kill();

  const again = await launchApp(userData);
  await expect(jobRow(again.page, 'survivor')).toContainText('Compiling', { timeout: 20_000 });
  await jobRow(again.page, 'survivor').click();
  await jobDetail(again.page, 'survivor').getByRole('button', { name: 'Stop' }).click();
  await expect(jobRow(again.page, 'survivor')).toContainText('Stopped');
  await again.close();
});
