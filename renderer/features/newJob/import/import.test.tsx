import '@testing-library/jest-dom/vitest';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { completeDraft } from '../testing/models.ts';
import { address, closeWizard, fill, openWizard, stepHeading, type OpenWizard } from '../testing/openWizard.tsx';

afterEach(closeWizard);

const area = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Request to import' });
const use = () => screen.getByRole('button', { name: 'Use this request' });

const request = (changes: Record<string, unknown> = {}) => ({
  CompilationJobName: 'imported',
  RoleArn: 'arn:aws:iam::123456789012:role/Neo',
  InputConfig: { S3Uri: 's3://models/m.tar.gz', DataInputConfig: '{"data":[1,3,224,224]}', Framework: 'ONNX' },
  OutputConfig: { S3OutputLocation: 's3://models/out/', TargetDevice: 'ml_m5' },
  StoppingCondition: { MaxRuntimeInSeconds: 900 },
  ...changes,
});
const jsonOf = (changes?: Record<string, unknown>) => JSON.stringify(request(changes), null, 2);
const forInferentia = { OutputConfig: { S3OutputLocation: 's3://models/out/', TargetDevice: 'ml_inf2' } };

const CLI = String.raw`aws sagemaker create-compilation-job \
  --compilation-job-name imported \
  --role-arn arn:aws:iam::123456789012:role/Neo \
  --input-config '{"S3Uri": "s3://models/m.tar.gz", "DataInputConfig": "{\"data\":[1,3,224,224]}", "Framework": "ONNX"}' \
  --output-config S3OutputLocation=s3://models/out/,TargetDevice=ml_m5 \
  --stopping-condition MaxRuntimeInSeconds=900`;

/** Opens the import on a finished draft and puts a text in. */
async function openImport(text: string): Promise<OpenWizard> {
  const wizard = await openWizard({ step: 'import', draft: completeDraft() });
  await fill(wizard, area(), text);
  return wizard;
}

describe('a text that is imported', () => {
  it('is recognised, and takes the place of the draft until it is undone', async () => {
    const { user } = await openImport(CLI);
    expect(await screen.findByText('Recognised: an AWS CLI command')).toBeVisible();
    expect(screen.getByText('Nothing is wrong with this request.')).toBeVisible();
    await user.click(use());
    expect(stepHeading()).toHaveTextContent('Review');
    expect(screen.getByText('Imported from an AWS CLI command.', { selector: '[role="alert"] *' })).toBeVisible();
    expect(screen.getByRole('region', { name: 'Output' })).toHaveTextContent('imported');
    expect(screen.getByRole('button', { name: /^Output, Done/u })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(screen.getByRole('region', { name: 'Output' })).toHaveTextContent('my-job');
    expect(document.body).not.toHaveFocus();
  });

  it('says which half of a contradiction the form does not take', async () => {
    const target = { TargetDevice: 'ml_c5', TargetPlatform: { Os: 'LINUX', Arch: 'ARM64' } };
    const { OutputConfig, ...rest } = JSON.parse(jsonOf()) as { OutputConfig: object };
    const { user } = await openImport(JSON.stringify({ ...rest, OutputConfig: { ...OutputConfig, ...target } }));
    await screen.findByText('Recognised: JSON');
    await user.click(use());
    expect(
      screen.getByText(/It named a device and a platform: the device was taken\./u, { selector: '[role="alert"] *' }),
    ).toBeVisible();
  });

  it('is used with Ctrl+Enter, and left with Escape', async () => {
    const { user } = await openImport(jsonOf());
    await screen.findByText('Recognised: JSON');
    await user.keyboard('{Escape}');
    expect(address()).toBe('/new/model');
    await user.click(screen.getByRole('button', { name: 'Import…' }));
    await screen.findByText('Recognised: JSON');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(stepHeading()).toHaveTextContent('Review');
  });

  it('says what was normalised', async () => {
    await openImport(
      jsonOf({
        InputConfig: { S3Uri: 's3://models/m.tar.gz', DataInputConfig: "{'data': [1,3,224,224]}", Framework: 'ONNX' },
      }),
    );
    const normalised = await screen.findByRole('region', { name: 'Normalised' });
    expect(normalised).toHaveTextContent(/DataInputConfig: /u);
  });

  it('shows what the rules say at its place in the text, with what the form will offer', async () => {
    const { user } = await openImport(
      jsonOf({ OutputConfig: { S3OutputLocation: 's3://models/out/', TargetDevice: 'ml_m5', KmsKeyId: 'my key' } }),
    );
    const rules = await screen.findByRole('region', { name: 'What the rules say' });
    expect(rules).toHaveTextContent(/KMS key/u);
    const text = area().value;
    const line = text.slice(0, text.indexOf('"my key"')).split('\n').length;
    await user.click(within(rules).getByRole('button', { name: new RegExp(`^Line ${line}, column`, 'u') }));
    expect(area()).toHaveFocus();
    expect(text.slice(area().selectionStart).startsWith('"my key"')).toBe(true);
  });

  it('is brought to the form although rules are broken: the form shows and fixes them', async () => {
    const { user } = await openImport(jsonOf({ RoleArn: 'nobody' }));
    await screen.findByRole('region', { name: 'What the rules say' });
    await user.click(use());
    expect(screen.getByText('Before this job can be submitted')).toBeVisible();
  });

  it('names line and column of what cannot be read, leads there and keeps the text', async () => {
    const broken = '{\n  "CompilationJobName": "a",\n  "RoleArn" "x"\n}';
    const { user } = await openImport(broken);
    const panel = await screen.findByRole('alert');
    expect(panel).toHaveTextContent('This looks like JSON, and cannot be read');
    expect(panel).toHaveTextContent(/Line 3, column \d+/u);
    expect(use()).toBeDisabled();
    expect(use()).toHaveAccessibleDescription('The text cannot be read yet.');
    await user.click(within(panel).getByRole('button', { name: 'Go to it' }));
    expect(area()).toHaveFocus();
    expect(area().value.slice(0, area().selectionStart).split('\n')).toHaveLength(3);
    expect(area()).toHaveValue(broken);
  });

  it('stays while the import is closed, in any mode of the text', async () => {
    const { user } = await openImport('half a requ');
    await user.click(screen.getByRole('button', { name: 'Back' }));
    await user.click(screen.getByRole('button', { name: 'Import…' }));
    expect(area()).toHaveValue('half a requ');
  });

  it('imports the answer of Describe', async () => {
    await openImport(
      jsonOf({
        CompilationJobArn: 'arn:aws:sagemaker:us-west-2:123456789012:compilation-job/imported',
        CompilationJobStatus: 'COMPLETED',
      }),
    );
    expect(await screen.findByText('Recognised: the answer of DescribeCompilationJob')).toBeVisible();
    expect(screen.getByRole('region', { name: 'Normalised' })).toHaveTextContent(/only answers have them/u);
  });
});

describe('where an import goes', () => {
  it('is where the draft was going', async () => {
    await openImport(jsonOf());
    expect(await screen.findByRole('radio', { name: 'Local runner', checked: true })).toBeInTheDocument();
  });

  it('is AWS when only the local runner refuses, unless the user says otherwise', async () => {
    const { user } = await openImport(jsonOf(forInferentia));
    const choice = await screen.findByRole('radiogroup', { name: 'Build it for' });
    expect(within(choice).getByRole('radio', { name: 'AWS' })).toBeChecked();
    const local = within(choice).getByRole('radio', { name: /cannot run this: .*Neuron/u });
    await user.click(local);
    await user.click(use());
    expect(screen.getByText('The local runner cannot run this')).toBeVisible();
  });
});

describe('ways to a text', () => {
  it('are a file, whose name is shown', async () => {
    const { user } = await openWizard({ step: 'import' });
    await user.upload(screen.getByLabelText('Request file'), new File([jsonOf().replaceAll('\n', '\r\n')], 'job.json'));
    await waitFor(() => expect(area()).toHaveValue(jsonOf()));
    expect(screen.getByText('from job.json')).toBeVisible();
  });

  it('do not lose the text that was there', async () => {
    const { user } = await openImport('my own notes');
    await user.upload(screen.getByLabelText('Request file'), new File([jsonOf()], 'job.json'));
    await user.click(await screen.findByRole('button', { name: 'Bring back the earlier text' }));
    expect(area()).toHaveValue('my own notes');
    await user.click(screen.getByRole('button', { name: 'Bring back the earlier text' }));
    expect(area()).toHaveValue(jsonOf());
  });

  it('refuse a file that is no request by its size', async () => {
    const { user } = await openImport('kept');
    await user.upload(screen.getByLabelText('Request file'), new File(['x'.repeat(2 ** 20 + 1)], 'huge.json'));
    expect((await screen.findAllByText(/huge\.json was not opened: it is larger than 1 MB/u)).length).toBeGreaterThan(
      0,
    );
    expect(area()).toHaveValue('kept');
  });

  it('are skeletons with every member', async () => {
    const { user } = await openWizard({ step: 'import' });
    await user.click(screen.getByRole('button', { name: 'YAML skeleton' }));
    await waitFor(() => expect(area().value).toContain('CompilationJobName:'));
    expect(area()).toHaveFocus();
    expect(await screen.findByText('Recognised: YAML')).toBeVisible();
  });
});
