import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { expect } from '@playwright/test';
import { dropFiles, launchApp, type RunningApp } from './support/app.ts';
import { makeProjectionModel, makeSlowModel } from './support/jobs.ts';
import { OCR_CLASSIFIER } from './support/models.ts';
import { jobDetail, jobRow, Wizard } from './support/wizard.ts';

const OUTPUT = resolve(import.meta.dirname, '..', 'demo-output');
const JOB_NAME = 'blazeface-front-demo';
const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;

/** What the page calls its bridge to main. */
interface Bridge {
  edgewright: { invoke(route: string, input?: unknown): Promise<unknown> };
}

/** Takes the same screen at every size. */
class Camera {
  readonly #app: RunningApp;
  readonly #appearance: 'light' | 'dark';
  #count = 0;

  constructor(app: RunningApp, appearance: 'light' | 'dark') {
    this.#app = app;
    this.#appearance = appearance;
  }

  async shoot(name: string): Promise<void> {
    this.#count += 1;
    const number = String(this.#count).padStart(2, '0');
    for (const { width, height } of SIZES) {
      await this.#app.electron.evaluate(
        ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
        { width, height },
      );
      await this.#app.page.waitForFunction((expected) => innerWidth === expected, width);
      await this.#app.page.waitForTimeout(250);
      const file = `${number}-${name}-${this.#appearance}-${width}x${height}.png`;
      await this.#app.page.screenshot({ path: join(OUTPUT, file) });
    }
    console.log(`${this.#appearance}: ${name}`);
  }
}

async function submitSample({ page }: RunningApp, camera: Camera): Promise<void> {
  const wizard = new Wizard(page);
  await wizard.takeSample();
  await camera.shoot('model');
  await wizard.next('Inputs');
  await camera.shoot('inputs');
  await wizard.next('Target');
  await camera.shoot('target');
  await page
    .getByRole('button', { name: /Raspberry Pi 3 Model B\+/u })
    .first()
    .click();
  await camera.shoot('target-chosen');
  await wizard.next('Output');
  await wizard.nameJob(JOB_NAME);
  await camera.shoot('output');
  await wizard.next('Review');
  await expect(page.getByText('Model is at')).toBeVisible();
  await camera.shoot('review');
  await page.getByRole('tab', { name: 'AWS CLI' }).click();
  await camera.shoot('review-aws-cli');
  await wizard.submit();
  await expect(jobDetail(page, JOB_NAME).getByText('Same numbers')).toBeVisible({ timeout: 60_000 });
  await camera.shoot('job-completed');
}

/** A model with open dimensions, stopped half way: the errors of an unfinished form. */
async function showOpenDimensions({ page }: RunningApp, camera: Camera): Promise<void> {
  const wizard = new Wizard(page);
  await dropFiles(page, [OCR_CLASSIFIER]);
  await wizard.expectModel(basename(OCR_CLASSIFIER));
  await wizard.next('Inputs');
  await page.getByRole('button', { name: 'Next: Target' }).click();
  await camera.shoot('inputs-errors');
  const broken = join(tmpdir(), 'holiday-photos.tar.gz');
  await writeFile(broken, 'this is not an archive');
  await dropFiles(page, [broken]);
  await expect(wizard.step('Model').getByRole('alert')).toBeVisible();
  await camera.shoot('model-unreadable');
  await rm(broken);
}

async function submitModel({ page }: RunningApp, path: string, name: string, fill: () => Promise<void>): Promise<void> {
  const wizard = new Wizard(page);
  await dropFiles(page, [path]);
  await wizard.expectModel(basename(path));
  await wizard.next('Inputs');
  await fill();
  await wizard.next('Target');
  await wizard.chooseDevice('ml_c6g', 'ml_c6g');
  await wizard.next('Output');
  await wizard.nameJob(name);
  await wizard.next('Review');
  await wizard.submit();
}

async function showOtherJobs(app: RunningApp, camera: Camera, directory: string): Promise<void> {
  const { page } = app;
  const failing = 'a-job-with-a-long-name-that-fills-all-sixty-three-characters-ok';
  await submitModel(app, await makeProjectionModel(directory), failing, async () => {
    await page.getByRole('button', { name: 'Use 1 for batch' }).click();
    await new Wizard(page).step('Inputs').getByRole('textbox').nth(1).fill('5');
  });
  await expect(jobRow(page, failing)).toContainText('Failed', { timeout: 30_000 });
  await camera.shoot('job-failed');
  await submitModel(app, await makeSlowModel(directory), 'slow-model', () => Promise.resolve());
  await expect(jobRow(page, 'slow-model')).toContainText('Compiling', { timeout: 30_000 });
  await camera.shoot('job-running');
  await jobDetail(page, 'slow-model').getByRole('button', { name: 'Stop' }).click();
  await expect(jobRow(page, 'slow-model')).toContainText('Stopped');
  await camera.shoot('job-stopped');
  await jobDetail(page, 'slow-model').getByRole('button', { name: 'Close the job' }).click();
  await camera.shoot('jobs');
}

/** Copies what the job left: the artifact, and the answer of Describe. */
async function keepResults({ page }: RunningApp): Promise<void> {
  const id = `local/${JOB_NAME}`;
  const [jobs, artifact] = await page.evaluate(async (jobIdentifier) => {
    const { invoke } = (globalThis as unknown as Bridge).edgewright;
    return [await invoke('jobs.list'), await invoke('jobs.artifact', { id: jobIdentifier })];
  }, id);
  const { data } = jobs as { data: { id: string; description: unknown }[] };
  const { path } = (artifact as { data: { path: string } }).data;
  await cp(path, join(OUTPUT, basename(path)));
  const description = data.find((job) => job.id === id)?.description;
  await writeFile(join(OUTPUT, 'describe.json'), `${JSON.stringify(description, null, 2)}\n`);
}

async function demonstrate(appearance: 'light' | 'dark'): Promise<void> {
  const userData = await mkdtemp(join(tmpdir(), 'edgewright-demo-'));
  const app = await launchApp(userData);
  try {
    const { page } = app;
    const camera = new Camera(app, appearance);
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('button', { name: appearance === 'light' ? 'Light' : 'Dark', exact: true }).click();
    await expect(page.getByText('Ready').first()).toBeVisible();
    await camera.shoot('settings');
    await page.getByRole('link', { name: 'Jobs', exact: true }).click();
    await camera.shoot('start');
    // Only the stand-in Electron has this note.
    const note = page.getByRole('button', { name: 'Hide this note' });
    if (await note.isVisible()) await note.click();
    await submitSample(app, camera);
    await keepResults(app);
    await showOpenDimensions(app, camera);
    await page.getByRole('button', { name: 'Start over' }).click();
    await showOtherJobs(app, camera, userData);
    if (app.pageErrors.length > 0) throw new Error(`The page reported errors:\n${app.pageErrors.join('\n')}`);
  } finally {
    await app.close();
    await rm(userData, { recursive: true, force: true });
  }
}

await rm(OUTPUT, { recursive: true, force: true });
await mkdir(OUTPUT, { recursive: true });
await demonstrate('light');
await demonstrate('dark');
console.log(`Screenshots, artifact and Describe answer are in ${OUTPUT}`);
