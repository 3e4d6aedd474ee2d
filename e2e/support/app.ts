import { _electron, expect, test as base, type ElectronApplication, type Page } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

/** A running Edgewright with its window. */
export interface RunningApp {
  electron: ElectronApplication;
  page: Page;
  /** Everything that the app wrote to stdout and stderr. */
  output(): string;
  /** Errors of the page's console and uncaught errors; tests expect none. */
  pageErrors: string[];
  close(): Promise<void>;
  /** Ends main at once, as a crash or a power cut would. */
  kill(): Promise<void>;
}

function electronPath(): string {
  const path = process.env['EDGEWRIGHT_ELECTRON'];
  if (path) return path;
  throw new Error('EDGEWRIGHT_ELECTRON is not set: run the specs with `npm run test:e2e`.');
}

/** Flags that this machine needs, such as `--no-sandbox` for root. */
const machineArguments = (): string[] => JSON.parse(process.env['EDGEWRIGHT_ELECTRON_ARGS'] ?? '[]') as string[];

/** Starts the built app on a data folder of its own. */
export async function launchApp(userData: string, extraArguments: string[] = []): Promise<RunningApp> {
  const electron = await _electron.launch({
    executablePath: electronPath(),
    args: [...machineArguments(), ...extraArguments, ROOT, `--user-data-dir=${userData}`],
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  let output = '';
  electron.process().stdout?.on('data', (chunk) => (output += String(chunk)));
  electron.process().stderr?.on('data', (chunk) => (output += String(chunk)));
  const page = await electron.firstWindow();
  const pageErrors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') pageErrors.push(message.text());
  });
  page.on('pageerror', (error) => pageErrors.push(String(error)));
  // A page that is not up yet hears no drop and no key.
  await page.getByRole('heading', { level: 1 }).waitFor();
  return {
    electron,
    page,
    output: () => output,
    pageErrors,
    close: () => electron.close(),
    kill: async () => {
      const closed = electron.waitForEvent('close');
      electron.process().kill('SIGKILL');
      await closed;
    },
  };
}

/** Starts the app without watching its window, as a person does by a second click; resolves with its exit code. */
export async function startAndWait(userData: string): Promise<number | null> {
  const child = spawn(electronPath(), [...machineArguments(), ROOT, `--user-data-dir=${userData}`], {
    stdio: 'ignore',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

/** Drops files on the window as the desktop would: through Chromium's own drag events, with real paths. */
export async function dropFiles(page: Page, paths: string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const drag = {
    x: Math.round(width / 2),
    y: Math.round(height / 2),
    data: { items: [], files: paths, dragOperationsMask: 1 },
  };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...drag });
  }
  await session.detach();
}

interface Fixtures {
  userData: string;
  app: RunningApp;
}

/** `app` is a fresh Edgewright on `userData`, closed after the test; its page must have reported no error. */
export const test = base.extend<Fixtures>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the dependencies off the destructured parameter.
  userData: async ({}, use) => {
    const directory = await mkdtemp(join(tmpdir(), 'edgewright-e2e-'));
    await use(directory);
    await rm(directory, { recursive: true, force: true });
  },
  app: async ({ userData }, use) => {
    const app = await launchApp(userData);
    await use(app);
    await app.close().catch(() => undefined);
    expect(app.pageErrors).toEqual([]);
  },
});

export { expect };
