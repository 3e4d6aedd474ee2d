import { expect, type Locator, type Page } from '@playwright/test';

/** An input that is named by hand. */
export interface TypedInput {
  /** Left out in the list form of PyTorch, which names inputs by their place. */
  name?: string;
  /** One for each dimension: `224`, or for Core ML a range such as `1..10`. */
  sizes: readonly (number | string)[];
}

/** The ways to give DataInputConfig. */
export type InputForm = 'Dictionary' | 'List of shapes' | 'Leave it out';

/** The views of DataInputConfig and of the compiler options. */
export type TextView = 'Fields' | 'JSON' | 'CLI text';

/** What the step Output asks of every job, and what only some have. */
export interface TypedOutput {
  jobName: string;
  location: string;
  role: string;
  /** Seconds; '' leaves the limit out. */
  timeLimit?: string;
  waitLimit?: string;
  pendingLimit?: string;
  kmsKey?: string;
  vpc?: { securityGroups: readonly string[]; subnets: readonly string[] };
  tags?: readonly (readonly [key: string, value: string])[];
}

/** The wizard as a user works it: by what is written on it. */
export class Wizard {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  // The way through

  step(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  async next(to: string): Promise<void> {
    await this.page.getByRole('button', { name: `Next: ${to}` }).click();
    await expect(this.page.getByRole('heading', { name: to, level: 2, exact: true })).toBeFocused();
  }

  async goTo(step: string): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Steps' })
      .getByRole('button', { name: new RegExp(`^${step},`) })
      .click();
    await expect(this.page.getByRole('heading', { name: step, level: 2, exact: true })).toBeVisible();
  }

  /** From anywhere to the wizard, where it was left. */
  async open(): Promise<void> {
    await this.page.getByRole('link', { name: 'New job' }).first().click();
    await expect(this.page.getByRole('heading', { name: 'New job', level: 1 })).toBeVisible();
  }

  /** An empty draft, at the first step. */
  async startOver(): Promise<void> {
    await this.page.getByRole('button', { name: 'Start over' }).click();
    await expect(this.page.getByRole('heading', { name: 'Model', level: 2, exact: true })).toBeVisible();
  }

  async runOn(endpoint: 'AWS' | 'Local runner'): Promise<void> {
    const choice = this.page.getByRole('radiogroup', { name: 'Runs on' });
    await choice.getByRole('radio', { name: endpoint }).check();
  }

  // Model

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

  async modelIs(kind: 'A file on this computer' | 'An archive in S3' | 'A model package version'): Promise<void> {
    await this.page.getByRole('radiogroup', { name: 'The model is' }).getByRole('radio', { name: kind }).check();
  }

  /** An archive that is in S3 already, and what made the model. */
  async s3Model(uri: string, framework: string): Promise<void> {
    await this.modelIs('An archive in S3');
    await this.page.getByRole('textbox', { name: 'S3 URI of the model archive' }).fill(uri);
    await this.chooseFramework(framework);
  }

  async chooseFramework(label: string): Promise<void> {
    await this.#choose(this.page, 'Framework', label);
  }

  /** One of the versions that are suggested. */
  async chooseFrameworkVersion(version: string): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Framework version' }).click();
    await this.page.getByRole('option', { name: version, exact: true }).click();
  }

  // Inputs

  /** The card of an input. */
  input(name: string): Locator {
    return this.page.getByRole('region', { name: `Input ${name}`, exact: true });
  }

  /** The fields of an input's sizes. */
  sizes(name: string): Locator {
    return this.input(name).getByRole('textbox', { name: /dimension \d+ of \d+ of /u });
  }

  async giveAs(form: InputForm): Promise<void> {
    await this.page.getByRole('radiogroup', { name: 'How it is given' }).getByRole('radio', { name: form }).check();
  }

  /** Names and shapes of all inputs, in their order; adds those that are not there yet. */
  async fillInputs(inputs: readonly TypedInput[]): Promise<void> {
    const cards = this.page.getByRole('region', { name: /^Input /u });
    for (const [index, { name, sizes }] of inputs.entries()) {
      if ((await cards.count()) === index) await this.page.getByRole('button', { name: 'Add an input' }).click();
      if (name !== undefined) {
        await this.page.getByRole('textbox', { name: `Name of input ${index + 1}`, exact: true }).fill(name);
      }
      await this.fillSizes(name ?? `input${index}`, sizes);
    }
    await expect(cards).toHaveCount(inputs.length);
  }

  /** Adds or removes dimensions until an input has as many as are given, and fills them. */
  async fillSizes(name: string, sizes: TypedInput['sizes']): Promise<void> {
    const fields = this.sizes(name);
    for (let rank = await fields.count(); rank !== sizes.length; rank += rank < sizes.length ? 1 : -1) {
      const button = rank < sizes.length ? 'Add a dimension' : 'Remove the last dimension';
      await this.input(name).getByRole('button', { name: button }).click();
    }
    await expect(fields).toHaveCount(sizes.length);
    for (const [index, size] of sizes.entries()) await fields.nth(index).fill(String(size));
  }

  /** For Core ML: whether an input takes one shape, sizes between limits, or several shapes. */
  async chooseShapeKind(input: string, kind: 'Fixed' | 'Ranges' | 'Enumerated'): Promise<void> {
    await this.input(input).getByRole('radiogroup', { name: 'Shape kind' }).getByRole('radio', { name: kind }).check();
  }

  /** For Core ML: what kind of value is passed. */
  async chooseInputType(input: string, type: 'Not given' | 'Tensor' | 'Image'): Promise<void> {
    await this.input(input).getByRole('radiogroup', { name: 'Input type' }).getByRole('radio', { name: type }).check();
  }

  /** One of the text fields that Core ML adds to an input. */
  async fillInputField(input: string, label: string, text: string): Promise<void> {
    await this.input(input).getByRole('textbox', { name: label, exact: true }).fill(text);
  }

  /** The text as the fields make it. */
  dataInputConfig(): Locator {
    return this.page.getByRole('region', { name: 'DataInputConfig', exact: true });
  }

  /** Opens one of the three views of DataInputConfig. */
  async showInputsAs(view: TextView): Promise<void> {
    await this.page.getByRole('tablist', { name: 'DataInputConfig as' }).getByRole('tab', { name: view }).click();
  }

  /** DataInputConfig as text, in the view that is open. */
  inputsText(view: Exclude<TextView, 'Fields'>): Locator {
    return this.page.getByRole('textbox', { name: `DataInputConfig as ${view}` });
  }

  // Target

  async chooseDevice(search: string, option = search): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Search devices' }).fill(search);
    const row = this.page.getByRole('option', { name: new RegExp(`\\b${option}\\b`) });
    await row.click();
    await expect(row).toHaveAttribute('aria-selected', 'true');
  }

  /** One of the popular targets, by the beginning of its name. */
  async choosePreset(label: string): Promise<void> {
    const preset = this.page
      .getByRole('region', { name: 'Popular targets' })
      .getByRole('button')
      .filter({ hasText: label });
    await preset.click();
    await expect(preset).toHaveAttribute('aria-pressed', 'true');
  }

  /** Picks a platform part by part. */
  async choosePlatform(os: string, architecture: string, accelerator = 'None, CPU only'): Promise<void> {
    await this.page.getByRole('tab', { name: 'Platform' }).click();
    for (const [part, value] of [
      ['Operating system', os],
      ['Architecture', architecture],
      ['Accelerator', accelerator],
    ] as const) {
      const choice = this.page.getByRole('radiogroup', { name: part }).getByRole('radio', { name: value, exact: true });
      await choice.check();
    }
  }

  /** The compiler options in all their views. */
  get options(): Locator {
    return this.page.getByRole('group', { name: 'Compiler options' });
  }

  /** Opens one of the three views of the compiler options. */
  async showOptionsAs(view: TextView): Promise<void> {
    await this.options.getByRole('tab', { name: view }).click();
  }

  /** The compiler options as text, in the view that is open. */
  optionsText(view: Exclude<TextView, 'Fields'>): Locator {
    return this.options.getByRole('textbox', { name: `Compiler options as ${view}` });
  }

  async typeOption(label: string, value: string): Promise<void> {
    await this.options.getByRole('textbox', { name: label, exact: true }).fill(value);
  }

  async chooseOption(label: string, value: string | RegExp): Promise<void> {
    await this.#choose(this.options, label, value);
  }

  /** Adds items to an option that is a list. */
  async addOptionItems(label: string, ...items: readonly string[]): Promise<void> {
    await this.#typeChips(this.options.getByRole('combobox', { name: label, exact: true }), items);
  }

  // Output

  async nameJob(name: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Job name' }).fill(name);
  }

  async fillOutput(output: TypedOutput): Promise<void> {
    await this.nameJob(output.jobName);
    await this.page.getByRole('textbox', { name: 'S3 output location' }).fill(output.location);
    await this.page.getByRole('textbox', { name: 'IAM role' }).fill(output.role);
    await this.#fillIfGiven('Time limit', output.timeLimit);
    if (output.waitLimit !== undefined || output.pendingLimit !== undefined || output.kmsKey !== undefined) {
      await this.openSection('Advanced');
      await this.#fillIfGiven('Wait limit', output.waitLimit);
      await this.#fillIfGiven('Pending limit', output.pendingLimit);
      await this.#fillIfGiven('KMS key (optional)', output.kmsKey);
    }
    if (output.vpc) await this.connectToVpc(output.vpc);
    if (output.tags) await this.addTags(output.tags);
  }

  async openSection(title: 'Advanced' | 'VPC' | 'Tags'): Promise<void> {
    const section = this.page.getByRole('button', { name: title, exact: true });
    if ((await section.getAttribute('aria-expanded')) === 'false') await section.click();
    await expect(section).toHaveAttribute('aria-expanded', 'true');
  }

  async connectToVpc({ securityGroups, subnets }: NonNullable<TypedOutput['vpc']>): Promise<void> {
    await this.openSection('VPC');
    await this.page.getByRole('switch', { name: 'Connect the job to a VPC' }).check();
    await this.#typeChips(this.page.getByRole('combobox', { name: 'Security group IDs' }), securityGroups);
    await this.#typeChips(this.page.getByRole('combobox', { name: 'Subnet IDs' }), subnets);
  }

  async addTags(tags: NonNullable<TypedOutput['tags']>): Promise<void> {
    await this.openSection('Tags');
    for (const [index, [key, value]] of tags.entries()) {
      await this.page.getByRole('button', { name: 'Add a tag' }).click();
      await this.page.getByRole('textbox', { name: `Key of tag ${index + 1}`, exact: true }).fill(key);
      await this.page.getByRole('textbox', { name: `Value of tag ${index + 1}`, exact: true }).fill(value);
    }
  }

  // Review

  /** The request as Review shows it, once it is shown: the text of the tab JSON, read. */
  async reviewRequest(): Promise<unknown> {
    await this.page.getByRole('tablist', { name: 'Request as' }).getByRole('tab', { name: 'JSON' }).click();
    const text = await this.page.getByRole('region', { name: 'Request as JSON' }).textContent();
    return JSON.parse(text ?? '') as unknown;
  }

  /** From a read model without open dimensions to Review. */
  async toReview({ device, jobName }: { device: string; jobName: string }): Promise<void> {
    await this.next('Inputs');
    await this.next('Target');
    await this.chooseDevice(device);
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

  // Import

  /** The text area of the import, opened and empty. */
  async openImport(): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Import…' }).click();
    const area = this.page.getByRole('textbox', { name: 'Request to import' });
    await expect(area).toBeFocused();
    await area.fill('');
    return area;
  }

  // Parts

  /** One value of the select with this label. */
  async #choose(place: Page | Locator, label: string, value: string | RegExp): Promise<void> {
    await place.getByRole('combobox', { name: label, exact: true }).click();
    const list = this.page.getByRole('listbox', { name: label });
    await list.getByRole('option', { name: value, exact: true }).click();
    await expect(list).toHaveCount(0);
  }

  /** Types items into a field that makes chips of them. */
  async #typeChips(field: Locator, items: readonly string[]): Promise<void> {
    for (const item of items) {
      await field.fill(item);
      await field.press('Enter');
    }
  }

  async #fillIfGiven(label: string, text: string | undefined): Promise<void> {
    if (text !== undefined) await this.page.getByRole('textbox', { name: label }).fill(text);
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
