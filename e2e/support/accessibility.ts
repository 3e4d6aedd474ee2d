import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What fades is pale on its way: waits until nothing moves any more that comes to an end. */
const isStill = () =>
  document
    .getAnimations()
    .every(({ playState, effect }) => playState !== 'running' || effect?.getComputedTiming().iterations === Infinity);

/** What axe calls serious or critical on the page as it is, a line each. */
export async function seriousFindings(page: Page): Promise<string[]> {
  await page.waitForFunction(isStill);
  // Electron's browser has no new-page command, so axe must run in the page itself.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
