import '@testing-library/jest-dom/vitest';
import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { JobDraft } from '../../../../../shared/draft/jobDraft.ts';
import { completeDraft } from '../../testing/models.ts';
import { closeWizard, next, openWizard } from '../../testing/openWizard.tsx';

afterEach(closeWizard);

const device = (name: RegExp) => screen.getByRole('option', { name });
const chosen = () => screen.getByRole('region', { name: 'Chosen target' });
const editor = () => within(screen.getByRole('group', { name: 'Compiler options' }));

/** A draft for AWS, of a framework and target. */
function awsDraft(framework: string, target: Partial<JobDraft['target']> = {}): JobDraft {
  const draft = completeDraft({ roleArn: 'arn:aws:iam::111122223333:role/neo', s3OutputLocation: 's3://b/out/' });
  return {
    ...draft,
    endpointId: 'aws',
    model: { ...draft.model, framework, kind: 's3', s3Uri: 's3://b/model.tar.gz', summary: null },
    target: { ...draft.target, device: '', ...target },
  };
}

describe('the device list', () => {
  it('says what AWS says about the framework, with the reason', async () => {
    await openWizard({ step: 'target', draft: awsDraft('ONNX') });
    const tx2 = device(/jetson_tx2/u);
    expect(tx2).toHaveTextContent('Tested by AWS');
    expect(tx2).toHaveTextContent('Recommended');
    expect(tx2).toHaveTextContent(/AWS tested \d+ ONNX models/u);
    expect(device(/ml_m6g/u)).toHaveTextContent('Not listed');
    expect(device(/ml_m6g/u)).toHaveTextContent('in no support table of AWS');
    const inferentia = device(/ml_inf1/u);
    expect(inferentia).toHaveTextContent('Not supported');
    expect(inferentia).toHaveTextContent('MXNet, PyTorch and TensorFlow models only, not ONNX');
    expect(inferentia).toHaveAttribute('aria-disabled', 'true');
    expect(device(/ml_inf2/u)).toHaveTextContent('Only in us-east-2.');
  });

  it('opens what only the local runner refuses when the job is built for AWS', async () => {
    const { user } = await openWizard({ step: 'target' });
    expect(device(/ml_trn1/u)).toHaveAttribute('aria-disabled', 'true');
    const [build] = screen.getAllByRole('button', { name: 'Build it for AWS instead' });
    await user.click(build as HTMLElement);
    expect(device(/ml_trn1/u)).toHaveAttribute('aria-disabled', 'false');
    expect(screen.queryByRole('button', { name: 'Build it for AWS instead' })).not.toBeInTheDocument();
    expect(screen.getByRole('listbox', { name: 'Target devices' })).toHaveFocus();
    expect(screen.getByRole('region', { name: 'What AWS says' })).toBeVisible();
  });

  it('shows what is wrong with the choice, and follows the fix to the other view', async () => {
    const wizard = await openWizard({
      step: 'target',
      draft: awsDraft('DARKNET', { kind: 'platform', os: 'LINUX', arch: 'X86_64', accelerator: 'MALI' }),
    });
    await next(wizard);
    await wizard.user.click(screen.getByRole('button', { name: 'Leave out MALI' }));
    expect(screen.getByRole('radio', { name: 'None, CPU only' })).toBeChecked();
    expect(screen.queryByText(/Neo does not support LINUX with X86_64 with MALI/u)).not.toBeInTheDocument();
    expect(document.body).not.toHaveFocus();
  });
});

describe('translation', () => {
  it('says a device as its platform, and carries the options over', async () => {
    const { user } = await openWizard({ step: 'target' });
    await user.click(device(/jetson_xavier/u));
    expect(chosen()).toHaveTextContent('= LINUX · ARM64 · NVIDIA');
    await user.click(screen.getByRole('button', { name: 'Use as platform' }));
    expect(screen.getByRole('tab', { name: 'Platform' })).toHaveAttribute('aria-selected', 'true');
    expect(screen.getByRole('radio', { name: 'NVIDIA' })).toBeChecked();
    expect(editor().getByRole('textbox', { name: 'GPU code' })).toHaveValue('sm_72');
    expect(chosen()).toHaveFocus();
  });

  it('says a platform as one of its devices', async () => {
    const { user } = await openWizard({ step: 'target' });
    await user.click(screen.getByRole('button', { name: /^Jetson TX2/u }));
    await user.click(screen.getByRole('button', { name: 'Use jetson_nano instead' }));
    expect(screen.getByRole('tab', { name: 'Device' })).toHaveAttribute('aria-selected', 'true');
    expect(device(/jetson_nano/u)).toHaveAttribute('aria-selected', 'true');
    expect(editor().getByRole('textbox', { name: 'GPU code' })).toHaveValue('sm_53');
  });

  it('says why no platform means the same', async () => {
    const { user } = await openWizard({ step: 'target' });
    await user.click(device(/x86_win64/u));
    expect(chosen()).toHaveTextContent('TargetPlatform knows Linux and Android only');
    expect(screen.queryByRole('button', { name: 'Use as platform' })).not.toBeInTheDocument();
  });
});

describe('presets', () => {
  it('are found among those of every device, and set target and options', async () => {
    const { user } = await openWizard({ step: 'target' });
    await user.click(screen.getByRole('button', { name: 'All presets' }));
    await user.click(screen.getByRole('textbox', { name: 'Search presets' }));
    await user.paste('nano 10.2');
    const preset = screen.getByRole('button', { name: /^Jetson Nano · JetPack 4\.4\.1/u });
    await user.click(preset);
    expect(preset).toHaveAttribute('aria-pressed', 'true');
    expect(device(/jetson_nano/u)).toHaveAttribute('aria-selected', 'true');
    expect(editor().getByRole('textbox', { name: 'TensorRT version' })).toHaveValue('7.1.3');
    expect(editor().getByRole('combobox', { name: 'Known combination' })).toHaveTextContent(
      'Jetson Nano, JetPack 4.4.1',
    );
  });
});

describe('compiler options', () => {
  it('show as text when the checklist jumps to text that the fields cannot show', async () => {
    const draft = awsDraft('PYTORCH', { device: 'jetson_tx2', compilerOptions: '{"gpu' });
    const wizard = await openWizard({ step: 'target', draft });
    await next(wizard);
    const json = screen.getByRole('textbox', { name: 'Compiler options as JSON' });
    expect(json).toHaveFocus();
    expect(json).toHaveAccessibleDescription(/not valid JSON/u);
  });

  it('stay when another target is chosen', async () => {
    const draft = awsDraft('PYTORCH', { device: 'jetson_tx2', compilerOptions: '{"gpu-code":"sm_87","foo":1}' });
    const { user } = await openWizard({ step: 'target', draft });
    await user.click(device(/ml_c5/u));
    expect(editor().getByText(/gpu-code has no effect here/u)).toBeVisible();
  });
});

describe('on AWS', () => {
  it('shows what is known about the chosen target', async () => {
    await openWizard({ step: 'target', draft: awsDraft('PYTORCH', { device: 'amba_cv22' }) });
    const panel = screen.getByRole('region', { name: 'What AWS says' });
    expect(panel).toHaveTextContent('config.json that names the calibration data');
    expect(panel).toHaveTextContent('model-amba_cv22.tar.gz');
    expect(screen.queryByRole('region', { name: 'What the local runner will do' })).not.toBeInTheDocument();
  });
});
