import { expect, type Locator, type Page } from '@playwright/test';

/** No page of the app has more stops for the Tab key than this. */
const MAX_STOPS = 80;

const hasFocus = (control: Locator) => control.evaluate((element) => element === document.activeElement);

/** Presses Tab until the control has the focus, as someone without a mouse does. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let stop = 0; stop < MAX_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    if ((await control.count()) > 0 && (await hasFocus(control))) return;
  }
  await expect(control).toBeFocused();
}

/** Goes to a text field with Tab and types in the place of what is there. */
export async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

/** Goes to a select with Tab, opens it and walks down to a value. */
export async function pickFrom(page: Page, select: Locator, value: string | RegExp): Promise<void> {
  await tabTo(page, select);
  await page.keyboard.press('Enter');
  const option = page.getByRole('option', { name: value, exact: true });
  await expect(option).toBeVisible();
  for (let step = 0; step < MAX_STOPS && !(await hasFocus(option)); step += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(select).toBeFocused();
}

/** Goes to a group of radio buttons with Tab, and on to one of them with the arrows. */
export async function arrowTo(page: Page, group: Locator, radio: string): Promise<void> {
  await tabTo(page, group.getByRole('radio', { checked: true }));
  const wanted = group.getByRole('radio', { name: radio });
  for (let step = 0; step < MAX_STOPS && !(await hasFocus(wanted)); step += 1) await page.keyboard.press('ArrowDown');
  await expect(wanted).toBeChecked();
}
