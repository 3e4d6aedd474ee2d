import '@testing-library/jest-dom/vitest';
import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../../../shared/errors/appError.ts';
import { completeDraft } from '../../testing/models.ts';
import { closeWizard, openWizard, stepHeading } from '../../testing/openWizard.tsx';

afterEach(closeWizard);

const tab = (name: string) => screen.findByRole('tab', { name });
const json = () => screen.findByRole('region', { name: 'Request as JSON' });

/** A draft whose request AWS takes, for a device that only AWS compiles for. */
const refusedDraft = () => {
  const draft = completeDraft();
  return { ...draft, target: { ...draft.target, device: 'ml_inf2' } };
};

/** A draft for AWS: the archive is in S3, and nothing is left to the endpoint. */
const awsDraft = () => {
  const draft = completeDraft({ s3OutputLocation: 's3://team/out', locationFollowsName: false });
  const model = { ...draft.model, kind: 's3' as const, source: null, s3Uri: 's3://team/mobilenet.tar.gz' };
  return { ...draft, endpointId: 'aws', model, output: { ...draft.output, s3OutputLocation: 's3://team/out' } };
};

describe('a request that only the local runner refuses', () => {
  it('is shown with the reason, and can be copied and saved, but not submitted', async () => {
    const { bridge, user } = await openWizard({ step: 'review', draft: refusedDraft() });
    expect(await json()).toHaveTextContent('"TargetDevice": "ml_inf2"');
    const refusal = screen.getByText('The local runner cannot run this').closest<HTMLElement>('[role="alert"]');
    expect(refusal).toHaveTextContent('needs the AWS Neuron compiler');
    await user.click(screen.getByRole('button', { name: 'Save as file…' }));
    expect(bridge.callsOf('exports.save')).toHaveLength(1);
    expect(bridge.callsOf('jobs.preview')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Submit job' }));
    await waitFor(() => expect(stepHeading()).toHaveTextContent('Target'));
    expect(bridge.callsOf('jobs.submit')).toEqual([]);
  });

  it('is built for AWS with one click', async () => {
    const { user } = await openWizard({ step: 'review', draft: refusedDraft() });
    await user.click(await screen.findByRole('button', { name: 'Build it for AWS instead' }));
    expect(screen.queryByText('The local runner cannot run this')).toBeNull();
    expect(document.body).not.toHaveFocus();
  });

  it('is not shown while it is wrong everywhere as well', async () => {
    const draft = refusedDraft();
    await openWizard({ step: 'review', draft: { ...draft, output: { ...draft.output, roleArn: 'no role' } } });
    expect(screen.getByText('The request is shown here once nothing is missing.')).toBeVisible();
    expect(screen.getByText('The local runner cannot run this')).toBeVisible();
    expect(screen.getByText('Before this job can be submitted')).toBeVisible();
  });
});

describe('a request for AWS while nothing is connected', () => {
  it('is shown and exported, with the word that sending is up to the user, and no placement', async () => {
    const { bridge, user } = await openWizard({ step: 'review', draft: awsDraft() });
    await user.click(await tab('AWS CLI'));
    const command = screen.getByRole('region', { name: 'AWS CLI command' });
    expect(command).toHaveTextContent('aws sagemaker create-compilation-job');
    expect(command).not.toHaveTextContent('--endpoint-url');
    expect(screen.getByText(/nothing is sent from here/u)).toBeVisible();
    expect(screen.queryByText('Model is at')).toBeNull();
    expect(bridge.callsOf('jobs.preview')).toEqual([]);
  });

  it('says where the file has to be uploaded', async () => {
    const draft = awsDraft();
    const model = { ...completeDraft().model, s3Uri: 's3://team/mobilenet.tar.gz' };
    await openWizard({ step: 'review', draft: { ...draft, model } });
    expect(
      await screen.findByText(/First upload the model archive to s3:\/\/team\/mobilenet\.tar\.gz\./u),
    ).toBeVisible();
  });
});

describe('the exports', () => {
  it('are a tab for each form that another program takes', async () => {
    await openWizard({ step: 'review', draft: completeDraft() });
    await json();
    const tabs = within(screen.getByRole('tablist', { name: 'Request as' })).getAllByRole('tab');
    expect(tabs.map(({ textContent }) => textContent).slice(0, 4)).toEqual(['JSON', 'YAML', 'AWS CLI', 'PowerShell']);
    expect(tabs).toHaveLength(6);
  });

  it.each([
    ['YAML', 'CompilationJobName: my-job', 'my-job.yaml'],
    ['AWS CLI', 'aws sagemaker create-compilation-job', 'my-job.sh'],
    ['PowerShell', 'aws sagemaker create-compilation-job', 'my-job.ps1'],
    ['JavaScript', 'CreateCompilationJobCommand', 'my-job.mjs'],
  ])('show %s and save it under a name of its kind', async (name, text, fileName) => {
    const { bridge, user } = await openWizard({ step: 'review', draft: completeDraft() });
    await user.click(await tab(name));
    expect(screen.getByRole('tabpanel')).toHaveTextContent(text);
    await user.click(screen.getByRole('button', { name: 'Save as file…' }));
    const [saved] = bridge.callsOf('exports.save');
    expect(saved?.fileName).toBe(fileName);
    expect(saved?.text).toContain(text);
    expect(await screen.findAllByText(`Saved as /home/ada/${fileName}`)).not.toEqual([]);
  });

  it('say why a file was not saved, and nothing when the user cancelled', async () => {
    let isFull = false;
    const { user } = await openWizard({
      step: 'review',
      draft: completeDraft(),
      handlers: {
        'exports.save': () => {
          if (isFull) throw new AppError({ kind: 'internal', message: 'The disk is full.' });
          return null;
        },
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Save as file…' }));
    expect(screen.queryByRole('button', { name: 'Dismiss' })).toBeNull();
    isFull = true;
    await user.click(screen.getByRole('button', { name: 'Save as file…' }));
    expect(await screen.findByText('The disk is full.')).toBeVisible();
  });

  it('are edited as text in the import', async () => {
    const { user } = await openWizard({ step: 'review', draft: completeDraft() });
    await user.click(await screen.findByRole('button', { name: 'Edit as text' }));
    const area = await screen.findByRole('textbox', { name: 'Request to import' });
    expect(area).toHaveFocus();
    expect((area as HTMLTextAreaElement).value).toContain('"CompilationJobName": "my-job"');
  });
});

describe('what is open', () => {
  it('is fixed from its line', async () => {
    const draft = completeDraft();
    const model = { ...draft.model, frameworkVersion: '1.8' };
    const { user } = await openWizard({ step: 'review', draft: { ...draft, model } });
    const alert = screen.getByText('Before this job can be submitted').closest<HTMLElement>('[role="alert"]');
    const [fix] = within(alert ?? document.body)
      .getAllByRole('button')
      .filter((button) => /remove/iu.test(button.textContent));
    if (!fix) throw new Error('no fix is offered');
    await user.click(fix);
    expect(screen.queryByText('Before this job can be submitted')).toBeNull();
    expect(stepHeading()).toHaveFocus();
    expect(await json()).not.toHaveTextContent('FrameworkVersion');
  });

  it('is told once when the model could not be put in place by Submit, and marked at its step', async () => {
    const gone = new AppError({ kind: 'notFound', message: 'mobilenet.onnx is gone.' });
    let isGone = false;
    const { user } = await openWizard({
      step: 'review',
      draft: completeDraft(),
      handlers: {
        'jobs.preview': ({ output }) => {
          if (isGone) throw gone;
          return { request: { CompilationJobName: output.compilationJobName } as never };
        },
        'jobs.submit': () => {
          throw gone;
        },
      },
    });
    await screen.findByText('Model is at');
    isGone = true;
    await user.click(screen.getByRole('button', { name: 'Submit job' }));
    expect(await screen.findByText('The job was not created')).toBeVisible();
    expect(screen.getAllByText('mobilenet.onnx is gone.', { selector: '[role="alert"] *' })).toHaveLength(1);
    expect(screen.getByRole('button', { name: /^Model, Needs attention/u })).toBeVisible();
  });

  it('is told once as well when the model was not in place before', async () => {
    const gone = new AppError({ kind: 'notFound', message: 'mobilenet.onnx is gone.' });
    const { user } = await openWizard({
      step: 'review',
      draft: completeDraft(),
      handlers: {
        'jobs.preview': () => {
          throw gone;
        },
        'jobs.submit': () => {
          throw gone;
        },
      },
    });
    expect(await screen.findByText('The model could not be put in place')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Submit job' }));
    expect(await screen.findByText('The job was not created')).toBeVisible();
    await act(async () => {});
    expect(screen.queryByText('The model could not be put in place')).toBeNull();
  });
});

describe('the summary', () => {
  it('shows everything that the request carries', async () => {
    const draft = completeDraft({
      maxWaitTimeInSeconds: '1800',
      maxPendingTimeInSeconds: '7200',
      kmsKeyId: 'alias/team',
      vpc: { isUsed: true, securityGroupIds: ['sg-1'], subnets: ['subnet-1', 'subnet-2'] },
      tags: [{ key: 'team', value: 'vision' }],
    });
    await openWizard({ step: 'review', draft });
    const output = screen.getByRole('region', { name: 'Output' });
    for (const text of [
      '1800 s = 30 min',
      '7200 s = 2 h',
      'alias/team',
      'subnet-1, subnet-2',
      'sg-1',
      'team = vision',
    ]) {
      expect(output).toHaveTextContent(text);
    }
  });

  it('names an archive in S3 with its framework and version, and the text of inputs that only a text can say', async () => {
    const draft = awsDraft();
    await openWizard({
      step: 'review',
      draft: {
        ...draft,
        model: { ...draft.model, framework: 'PYTORCH', frameworkVersion: '1.8' },
        inputs: [],
        dataInputConfig: { mode: 'text', form: 'dictionary', text: '{"odd":{"shape":[1]}}' },
      },
    });
    expect(screen.getByRole('region', { name: 'Model' })).toHaveTextContent('s3://team/mobilenet.tar.gz');
    expect(screen.getByRole('region', { name: 'Model' })).toHaveTextContent('PyTorch 1.8');
    expect(screen.getByRole('region', { name: 'Inputs' })).toHaveTextContent('{"odd":{"shape":[1]}}');
  });

  it('names a model package, which brings its inputs', async () => {
    const draft = awsDraft();
    const arn = 'arn:aws:sagemaker:us-west-2:123456789012:model-package/faces/1';
    await openWizard({
      step: 'review',
      draft: { ...draft, model: { ...draft.model, kind: 'package', modelPackageVersionArn: arn } },
    });
    expect(screen.getByRole('region', { name: 'Model' })).toHaveTextContent(arn);
    expect(screen.getByRole('region', { name: 'Inputs' })).toHaveTextContent('The model package version has them.');
  });

  it('shows the shapes and the scaling of Core ML inputs', async () => {
    const draft = awsDraft();
    const [input] = draft.inputs;
    if (!input) throw new Error('the draft has no input');
    const coreMl = {
      otherShapes: null,
      defaultShape: ['1', '3', '224', '224'],
      type: 'Image' as const,
      bias: '-1',
      scale: '2',
    };
    const ranged = input.dimensions.map((dimension, index) =>
      index === 0 ? { ...dimension, value: '1..10' } : dimension,
    );
    await openWizard({
      step: 'review',
      draft: {
        ...draft,
        target: { ...draft.target, device: 'coreml' },
        inputs: [{ ...input, dimensions: ranged, coreMl }],
      },
    });
    const inputs = screen.getByRole('region', { name: 'Inputs' });
    expect(inputs).toHaveTextContent('1..10 × 3 × 224 × 224');
    expect(inputs).toHaveTextContent('Image · default 1 × 3 × 224 × 224 · bias -1 · scale 2');
  });
});
