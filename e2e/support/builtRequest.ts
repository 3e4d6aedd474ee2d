import { expect } from '@playwright/test';
import type { InputForm, TypedInput, Wizard } from './wizard.ts';

export const ARCHIVE = 's3://my-bucket/models/model.tar.gz';
export const LOCATION = 's3://my-bucket/compiled';
export const ROLE = 'arn:aws:iam::123456789012:role/NeoCompilation';
export const JOB_NAME = 'built-by-hand';

/** What a request of these specs has when nothing else is typed. */
export const COMMON = {
  CompilationJobName: JOB_NAME,
  RoleArn: ROLE,
  StoppingCondition: { MaxRuntimeInSeconds: 900 },
} as const;

/** Step 1 for AWS: an archive in S3, made with a framework. */
export async function giveArchive(wizard: Wizard, framework: string): Promise<void> {
  await wizard.runOn('AWS');
  await wizard.s3Model(ARCHIVE, framework);
}

/** Step 2: inputs that are typed, and on to the target. */
export async function giveInputs(wizard: Wizard, inputs: readonly TypedInput[], form?: InputForm): Promise<void> {
  await wizard.next('Inputs');
  if (form) await wizard.giveAs(form);
  await wizard.fillInputs(inputs);
  await wizard.next('Target');
}

/** Step 4, with nothing but what every job needs, and on to Review. */
export async function finish(wizard: Wizard): Promise<void> {
  await wizard.next('Output');
  await wizard.fillOutput({ jobName: JOB_NAME, location: LOCATION, role: ROLE });
  await wizard.next('Review');
}

/** What Review shows is this request and nothing else. */
export async function expectRequest(wizard: Wizard, expected: object): Promise<void> {
  await expect(wizard.page.getByRole('region', { name: 'Request as JSON' })).toBeVisible();
  expect(await wizard.reviewRequest()).toEqual(expected);
}
