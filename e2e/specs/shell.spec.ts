import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { seriousFindings } from '../support/accessibility.ts';
import { expect, launchApp, startAndWait, test } from '../support/app.ts';
import { jobDetail, Wizard } from '../support/wizard.ts';

test('shuts the page in: no Node, no network, no popups, no navigation away', async ({ app }) => {
  const { page, electron } = app;
  const inside = await page.evaluate(async () => ({
    node: typeof (globalThis as { process?: unknown }).process,
    require: typeof (globalThis as { require?: unknown }).require,
    bridge: Object.keys((globalThis as { edgewright?: object }).edgewright ?? {}).sort(),
    popup: window.open('https://example.com') === null,
    fetched: await fetch('https://example.com').then(
      () => 'answered',
      () => 'refused',
    ),
  }));
  expect(inside).toEqual({
    node: 'undefined',
    require: 'undefined',
    bridge: ['invoke', 'on', 'pathForFile'],
    popup: true,
    fetched: 'refused',
  });
  await page.evaluate(() => {
    location.href = 'https://example.com/';
  });
  await page.waitForTimeout(300);
  expect(page.url()).toMatch(/^app:\/\/edgewright\//u);
  const preferences = await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  expect(preferences).toBe(1);
  // What was refused was said in the console.
  expect(app.pageErrors.splice(0)).not.toEqual([]);
});

test('refuses calls that no route takes', async ({ app }) => {
  const answer = await app.page.evaluate(() =>
    (
      globalThis as unknown as { edgewright: { invoke(route: string, input: unknown): Promise<unknown> } }
    ).edgewright.invoke('fs.readFile', '/etc/passwd'),
  );
  expect(answer).toMatchObject({ ok: false, error: { kind: 'internal' } });
});

test('starts once per data folder: a second start ends at once and leaves the first as it is', async ({
  app,
  userData,
}) => {
  expect(await startAndWait(userData)).toBe(0);
  await expect(app.page.getByRole('heading', { name: 'Jobs', level: 1 })).toBeVisible();
  expect(await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('remembers its size', async ({ app, userData }) => {
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1100, 700));
  await expect
    .poll(() =>
      stat(join(userData, 'window.json')).then(
        () => true,
        () => false,
      ),
    )
    .toBe(true);
  await app.close();
  const again = await launchApp(userData);
  const [width, height] = await again.electron.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getSize() ?? [],
  );
  expect([width, height]).toEqual([1100, 700]);
  await again.close();
});

test('works by keyboard alone and holds nothing serious against accessibility, light and dark', async ({ app }) => {
  const { page } = app;
  const wizard = new Wizard(page);
  for (const appearance of ['Light', 'Dark']) {
    await page.keyboard.press('Control+,');
    await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
    await page.getByRole('button', { name: appearance, exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: appearance, exact: true })).toHaveAttribute('aria-pressed', 'true');
    expect(await seriousFindings(page), `Settings, ${appearance}`).toEqual([]);
  }
  await page.getByRole('link', { name: 'Jobs' }).click();
  expect(await seriousFindings(page), 'empty list').toEqual([]);
  await page.getByRole('button', { name: 'Try the sample model' }).focus();
  await page.keyboard.press('Enter');
  await wizard.expectModel('blazeface-front.onnx');
  for (const step of ['Model', 'Inputs', 'Target', 'Output', 'Review']) {
    await expect(page.getByRole('heading', { name: step, level: 2 })).toBeVisible();
    expect(await seriousFindings(page), step).toEqual([]);
    if (step === 'Target') {
      await page
        .getByRole('button', { name: /RK3399/ })
        .first()
        .focus();
      await page.keyboard.press('Enter');
    }
    if (step === 'Output') await wizard.nameJob('by-keyboard');
    if (step !== 'Review') await page.keyboard.press('Control+Enter');
  }
  await expect(page.getByText('Model is at')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(jobDetail(page, 'by-keyboard').getByText('Same numbers')).toBeVisible({ timeout: 30_000 });
  expect(await seriousFindings(page), 'job page').toEqual([]);
});

test('keeps the runner’s secret out of the page, the logs, the arguments and every other file', async ({
  app,
  userData,
}) => {
  const { page } = app;
  const wizard = new Wizard(page);
  await wizard.takeSample();
  await wizard.toReview({ device: 'ml_m5', jobName: 'secretive' });
  await wizard.submit();
  await expect(page.getByText('Same numbers')).toBeVisible({ timeout: 30_000 });

  const credentials = await readFile(join(userData, 'runner', 'aws-credentials'), 'utf8');
  const secret = /aws_secret_access_key\s*=\s*(\S+)/u.exec(credentials)?.[1] ?? '';
  expect(secret.length).toBeGreaterThan(20);
  expect((await stat(join(userData, 'runner', 'aws-credentials'))).mode & 0o777).toBe(0o600);

  const answers = await page.evaluate(async () => {
    const { invoke } = (
      globalThis as unknown as { edgewright: { invoke(route: string, input?: unknown): Promise<unknown> } }
    ).edgewright;
    return JSON.stringify([await invoke('endpoints.list'), await invoke('jobs.list'), await invoke('app.info')]);
  });
  const processes = await app.electron.evaluate(() => process.argv.join(' '));
  const places = { page: await page.content(), answers, processes, output: app.output() };
  for (const [place, text] of Object.entries(places)) expect(text.includes(secret), place).toBe(false);

  const files = (await readdir(userData, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const holding = [];
  for (const entry of files) {
    const path = join(entry.parentPath, entry.name);
    if ((await readFile(path)).includes(secret)) holding.push(entry.name);
  }
  expect(holding).toEqual(['aws-credentials']);
});
