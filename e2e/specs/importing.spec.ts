import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dropFiles, type RunningApp } from '../support/app.ts';
import { expectRequest } from '../support/builtRequest.ts';
import { expect, test } from '../support/oneApp.ts';

const REQUEST = {
  CompilationJobName: 'imported',
  RoleArn: 'arn:aws:iam::123456789012:role/NeoCompilation',
  InputConfig: {
    S3Uri: 's3://my-bucket/models/model.tar.gz',
    DataInputConfig: '{"input0":[1,3,224,224]}',
    Framework: 'PYTORCH',
  },
  OutputConfig: {
    S3OutputLocation: 's3://my-bucket/compiled',
    TargetPlatform: { Os: 'LINUX', Arch: 'ARM64', Accelerator: 'NVIDIA' },
    CompilerOptions: '{"gpu-code":"sm_62","trt-ver":"6.0.1","cuda-ver":"10.0"}',
  },
  StoppingCondition: { MaxRuntimeInSeconds: 900 },
};

/** The same request as people have it elsewhere. */
const FORMS = [
  {
    name: 'an AWS CLI command',
    // As the document prints it: shorthand beside JSON, lines continued, quotes escaped inside of quotes.
    text: String.raw`aws sagemaker create-compilation-job \
  --compilation-job-name imported \
  --role-arn arn:aws:iam::123456789012:role/NeoCompilation \
  --input-config '{"S3Uri": "s3://my-bucket/models/model.tar.gz", "DataInputConfig": "{\"input0\":[1,3,224,224]}", "Framework": "PYTORCH"}' \
  --output-config "{\"S3OutputLocation\": \"s3://my-bucket/compiled\", \"TargetPlatform\": {\"Os\": \"LINUX\", \"Arch\": \"ARM64\", \"Accelerator\": \"NVIDIA\"}, \"CompilerOptions\": \"{\\\"gpu-code\\\":\\\"sm_62\\\",\\\"trt-ver\\\":\\\"6.0.1\\\",\\\"cuda-ver\\\":\\\"10.0\\\"}\"}" \
  --stopping-condition MaxRuntimeInSeconds=900`,
    expected: REQUEST,
  },
  {
    name: 'YAML',
    text: `CompilationJobName: imported
RoleArn: arn:aws:iam::123456789012:role/NeoCompilation # the role of the team
InputConfig:
  S3Uri: s3://my-bucket/models/model.tar.gz
  DataInputConfig: '{"input0":[1,3,224,224]}'
  Framework: PYTORCH
OutputConfig:
  S3OutputLocation: s3://my-bucket/compiled
  TargetPlatform: { Os: LINUX, Arch: ARM64, Accelerator: NVIDIA }
  CompilerOptions: '{"gpu-code":"sm_62","trt-ver":"6.0.1","cuda-ver":"10.0"}'
StoppingCondition:
  MaxRuntimeInSeconds: 900`,
    expected: REQUEST,
  },
  {
    name: 'Python for boto3',
    // The options as the document prints them, which is a dict and no JSON.
    text: `import boto3
import json

client = boto3.client("sagemaker", region_name="us-west-2")
response = client.create_compilation_job(
    CompilationJobName="imported",
    RoleArn="arn:aws:iam::123456789012:role/NeoCompilation",
    InputConfig={
        "S3Uri": "s3://my-bucket/models/model.tar.gz",
        "DataInputConfig": '{"input0":[1,3,224,224]}',
        "Framework": "PYTORCH",
    },
    OutputConfig={
        "S3OutputLocation": "s3://my-bucket/compiled",
        "TargetPlatform": {"Os": "LINUX", "Arch": "ARM64", "Accelerator": "NVIDIA"},
        "CompilerOptions": "{'gpu-code':'sm_62','trt-ver':'6.0.1','cuda-ver':'10.0'}",
    },
    StoppingCondition={"MaxRuntimeInSeconds": 900},
)`,
    expected: REQUEST,
  },
  {
    name: 'the answer of DescribeCompilationJob',
    text: JSON.stringify(
      {
        ...REQUEST,
        CompilationJobArn: 'arn:aws:sagemaker:us-west-2:123456789012:compilation-job/imported',
        CompilationJobStatus: 'COMPLETED',
        CompilationStartTime: 1574203446.2,
        FailureReason: '',
        ModelArtifacts: { S3ModelArtifacts: 's3://my-bucket/compiled/model-LINUX_ARM64_NVIDIA.tar.gz' },
      },
      null,
      4,
    ),
    expected: REQUEST,
  },
] as const;

/** Ctrl+V, as from another window. */
async function paste({ electron, page }: RunningApp, text: string): Promise<void> {
  await electron.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text);
  await page.keyboard.press('Control+V');
}

/** The local runner compiles no PyTorch: the import goes to AWS by itself, and says why. */
async function expectForAws({ page }: RunningApp): Promise<void> {
  const choice = page.getByRole('radiogroup', { name: 'Build it for' });
  await expect(choice.getByRole('radio', { name: 'AWS', exact: true })).toBeChecked();
  await expect(
    choice.getByRole('radio', { name: /^Local runner.*cannot run this: .*torch\.onnx\.export/u }),
  ).toBeVisible();
}

test.describe('a request that is pasted', () => {
  for (const { name, text, expected } of FORMS) {
    test(`as ${name} becomes the draft`, async ({ wizard, app }) => {
      const area = await wizard.openImport();
      await paste(app, text);
      await expect(area).toHaveValue(text);
      await expect(app.page.getByText(`Recognised: ${name}`)).toBeVisible();
      await expectForAws(app);
      await app.page.getByRole('button', { name: 'Use this request' }).click();
      await expect(app.page.getByRole('alert').filter({ hasText: `Imported from ${name}.` })).toBeVisible();
      await expectRequest(wizard, expected);
    });
  }

  test('takes the place of the draft, which one click brings back', async ({ wizard, app }) => {
    await wizard.goTo('Output');
    await wizard.nameJob('my-own-work');
    await wizard.openImport();
    await paste(app, JSON.stringify(REQUEST));
    await app.page.getByRole('button', { name: 'Use this request' }).click();
    await app.page.getByRole('button', { name: 'Undo' }).click();
    await wizard.goTo('Output');
    await expect(app.page.getByRole('textbox', { name: 'Job name' })).toHaveValue('my-own-work');
  });

  test('that cannot be read names line and column, leads there and is kept', async ({ wizard, app }) => {
    const broken = '{\n  "CompilationJobName": "imported",\n  "RoleArn" "arn"\n}';
    const area = await wizard.openImport();
    await paste(app, broken);
    const problem = app.page.getByRole('alert').filter({ hasText: 'cannot be read' });
    await expect(problem).toContainText(/Line 3, column 13/u);
    await expect(app.page.getByRole('button', { name: 'Use this request' })).toBeDisabled();
    await problem.getByRole('button', { name: 'Go to it' }).click();
    await expect(area).toBeFocused();
    expect(await area.evaluate((field: HTMLTextAreaElement) => field.selectionStart)).toBe(broken.indexOf('"arn"'));

    await app.page.getByRole('button', { name: 'Back' }).click();
    await wizard.goTo('Output');
    await app.page.getByRole('button', { name: 'Import…' }).click();
    await expect(area).toHaveValue(broken);
  });

  test('with a mistake comes to the form, which offers the fix', async ({ wizard, app }) => {
    await wizard.openImport();
    const { OutputConfig } = REQUEST;
    await paste(app, JSON.stringify({ ...REQUEST, OutputConfig: { ...OutputConfig, KmsKeyId: 'my-key' } }, null, 2));
    const rules = app.page.getByRole('region', { name: 'What the rules say' });
    await expect(rules).toContainText('KMS key');
    await expect(rules.getByRole('button', { name: /^Line 17, column/u })).toBeVisible();
    await expectForAws(app);
    await app.page.getByRole('button', { name: 'Use this request' }).click();
    await app.page.getByRole('button', { name: 'Use alias/my-key' }).click();
    await expectRequest(wizard, { ...REQUEST, OutputConfig: { ...OutputConfig, KmsKeyId: 'alias/my-key' } });
  });
});

test('a request that is dropped as a file opens the import, and is used with Ctrl+Enter', async ({ wizard, app }) => {
  const path = join(tmpdir(), 'edgewright-e2e-job.yaml');
  await writeFile(path, FORMS[1].text);
  await dropFiles(app.page, [path]);
  await expect(app.page.getByText('from edgewright-e2e-job.yaml')).toBeVisible();
  await expect(app.page.getByText('Recognised: YAML')).toBeVisible();
  await app.page.keyboard.press('Control+Enter');
  await expectRequest(wizard, FORMS[1].expected);
});

test('the request on Review is edited as text, and comes back as the draft', async ({ wizard, app }) => {
  await wizard.openImport();
  await paste(app, JSON.stringify(REQUEST));
  await expectForAws(app);
  await app.page.getByRole('button', { name: 'Use this request' }).click();
  await app.page.getByRole('button', { name: 'Edit as text' }).click();
  const area = app.page.getByRole('textbox', { name: 'Request to import' });
  await expect(area).toBeFocused();
  await area.fill((await area.inputValue()).replace('"imported"', '"edited-as-text"'));
  await app.page.getByRole('button', { name: 'Use this request' }).click();
  await expectRequest(wizard, { ...REQUEST, CompilationJobName: 'edited-as-text' });
});
