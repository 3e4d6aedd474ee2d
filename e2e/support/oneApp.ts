import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { expect, launchApp, type RunningApp } from './app.ts';
import { Wizard } from './wizard.ts';

interface Fixtures {
  wizard: Wizard;
}
interface WorkerFixtures {
  app: RunningApp;
}

/**
 * One Edgewright for all tests of a file: each begins with an empty draft in the wizard. A test that fails ends the app,
 * and the next one has another. For specs that only build requests; what touches the disk wants the `test` of app.ts.
 */
export const test = base.extend<Fixtures, WorkerFixtures>({
  app: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the dependencies off the destructured parameter.
    async ({}, use) => {
      const userData = await mkdtemp(join(tmpdir(), 'edgewright-e2e-'));
      const app = await launchApp(userData);
      await new Wizard(app.page).open();
      await use(app);
      await app.close();
      await rm(userData, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  wizard: async ({ app }, use) => {
    const wizard = new Wizard(app.page);
    await wizard.startOver();
    await use(wizard);
    expect(app.pageErrors).toEqual([]);
  },
});

export { expect };
