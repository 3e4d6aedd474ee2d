import { expect, type Page } from '@playwright/test';

/** The wizard as a user works it: by what is written on it. */
export class Wizard {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** From the empty start page. */
  async takeSample(): Promise<void> {
    await this.page.getByRole('button', { name: 'Try the sample model' }).click();
    await this.expectModel('blazeface-front.onnx');
  }

  async expectModel(fileName: string): Promise<void> {
    const step = this.step('Model');
    await expect(step.getByText(fileName, { exact: true }).first()).toBeVisible();
    await expect(step.getByText('SHA-256')).toBeVisible();
  }

  step(name: string) {
    return this.page.getByRole('region', { name, exact: true });
  }

  async next(to: string): Promise<void> {
    await this.page.getByRole('button', { name: `Next: ${to}` }).click();
    await expect(this.page.getByRole('heading', { name: to, level: 2 })).toBeFocused();
  }

  async goTo(step: string): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Steps' })
      .getByRole('button', { name: new RegExp(`^${step},`) })
      .click();
    await expect(this.page.getByRole('heading', { name: step, level: 2 })).toBeVisible();
  }

  async chooseDevice(search: string, option: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Search devices' }).fill(search);
    await this.page.getByRole('option', { name: new RegExp(`\\b${option}\\b`) }).click();
    await expect(this.page.getByRole('option', { name: new RegExp(`\\b${option}\\b`) })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  }

  async nameJob(name: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Job name' }).fill(name);
  }

  /** From a read model without open dimensions to Review. */
  async toReview({ device, jobName }: { device: string; jobName: string }): Promise<void> {
    await this.next('Inputs');
    await this.next('Target');
    await this.chooseDevice(device, device);
    await this.next('Output');
    await this.nameJob(jobName);
    await this.next('Review');
  }

  /** On Review: submits, and waits for the job's page. */
  async submit(): Promise<void> {
    await expect(this.page.getByText('Model is at')).toBeVisible();
    await this.page.getByRole('button', { name: 'Submit job' }).click();
    await expect(this.page).toHaveURL(/#\/jobs\/local/u);
  }
}

/** The job page that is open beside the list. */
export function jobDetail(page: Page, name: string) {
  return page.getByRole('region', { name, exact: true });
}

/** A job's row in the list. */
export function jobRow(page: Page, name: string) {
  return page.getByRole('row', { name: new RegExp(`^${name} `) });
}
