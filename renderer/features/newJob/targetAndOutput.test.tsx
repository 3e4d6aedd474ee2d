import '@testing-library/jest-dom/vitest';
import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { fakeJob } from '../../testing/fakeJobs.ts';
import { completeDraft } from './testing/models.ts';
import { closeWizard, fill, next, openWizard, stepHeading, type OpenWizard } from './testing/openWizard.tsx';

afterEach(closeWizard);

/** The compiler options as JSON; a test opens that view first. */
const options = () => screen.getByRole('textbox', { name: 'Compiler options as JSON' });
const showJson = ({ user }: OpenWizard) => user.click(screen.getByRole('tab', { name: 'JSON' }));
const device = (name: RegExp) => screen.getByRole('option', { name });

describe('the target', () => {
  it('shows what the local runner refuses, closed and with the reason', async () => {
    const wizard = await openWizard({ step: 'target' });
    const inferentia = device(/EC2 inf1 instance/u);
    expect(inferentia).toHaveAttribute('aria-disabled', 'true');
    expect(inferentia).toHaveTextContent('needs the AWS Neuron compiler, which is closed');
    await wizard.user.click(inferentia);
    expect(inferentia).toHaveAttribute('aria-selected', 'false');
    expect(screen.getByRole('region', { name: 'Chosen target' })).toHaveTextContent('None yet.');
  });

  it('translates a device to its platform and says what the runner will do', async () => {
    const wizard = await openWizard({ step: 'target' });
    await wizard.user.click(device(/Jetson TX2/u));
    expect(screen.getByRole('region', { name: 'Chosen target' })).toHaveTextContent('= LINUX · ARM64 · NVIDIA');
    const runner = screen.getByRole('region', { name: 'What the local runner will do' });
    expect(runner).toHaveTextContent('with ONNX Runtime on this machine, not with Neo');
    expect(runner).toHaveTextContent('GPU or NPU');
    expect(runner).toHaveTextContent('not on the accelerator');
    await showJson(wizard);
    expect(options()).toHaveValue('{"gpu-code":"sm_62","trt-ver":"6.0.1","cuda-ver":"10.0"}');
  });

  it('keeps options that the user typed, and offers the suggested ones', async () => {
    const wizard = await openWizard({ step: 'target' });
    await wizard.user.click(device(/Jetson TX2/u));
    await showJson(wizard);
    await fill(wizard, options(), '{"gpu-code":"sm_87"}');
    await wizard.user.click(device(/Jetson Nano/u));
    expect(options()).toHaveValue('{"gpu-code":"sm_87"}');
    await wizard.user.click(screen.getByRole('button', { name: 'Use suggested options of Jetson Nano' }));
    expect(options()).toHaveValue('{"gpu-code":"sm_53","trt-ver":"5.0.6","cuda-ver":"10.0"}');
    expect(options()).toHaveFocus();
  });

  it('checks options at their field', async () => {
    const wizard = await openWizard({ step: 'target', draft: completeDraft() });
    await showJson(wizard);
    await fill(wizard, options(), '{"mcpu"');
    expect(options()).toBeValid();
    await wizard.user.tab();
    expect(options()).toHaveAccessibleDescription(/are not valid JSON/u);
  });

  it('fills platform and options from a preset, whose note is shown', async () => {
    const wizard = await openWizard({ step: 'target' });
    const preset = screen.getByRole('button', { name: /^EC2 m5\.2xlarge/u });
    await wizard.user.click(preset);
    expect(preset).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByRole('radio', { name: 'Linux' })).toBeChecked();
    expect(screen.getByRole('radio', { name: 'X86_64' })).toBeChecked();
    expect(screen.getByRole('radio', { name: 'None, CPU only' })).toBeChecked();
    await showJson(wizard);
    expect(options()).toHaveValue('{"mcpu":"skylake-avx512"}');
    expect(screen.getByText(/m5 instances have no GPU: this preset leaves it out/u)).toBeVisible();
  });

  it('closes platform parts that do not go together, with the reason', async () => {
    const wizard = await openWizard({ step: 'target' });
    await wizard.user.click(screen.getByRole('tab', { name: 'Platform' }));
    await wizard.user.click(screen.getByRole('radio', { name: 'Linux' }));
    expect(screen.getByRole('radio', { name: /^X86 ?only with ANDROID/u })).toBeDisabled();
    await wizard.user.click(screen.getByRole('radio', { name: 'ARM64' }));
    expect(screen.getByRole('radio', { name: /^INTEL_GRAPHICS ?on LINUX only with X86_64/u })).toBeDisabled();
    await wizard.user.click(screen.getByRole('radio', { name: 'NVIDIA' }));
    expect(screen.getByRole('region', { name: 'Chosen target' })).toHaveTextContent('LINUX · ARM64 · NVIDIA');
    await showJson(wizard);
    // NVIDIA platforms need options; nothing is guessed, all boards are offered.
    expect(options()).toHaveValue('');
    expect(screen.getByRole('button', { name: 'Use suggested options of Jetson Xavier' })).toBeVisible();
  });

  it('can be searched and chosen with the keyboard alone', async () => {
    const { user } = await openWizard({ step: 'target' });
    await user.click(screen.getByRole('textbox', { name: 'Search devices' }));
    await user.keyboard('jetson');
    await user.keyboard('{ArrowDown}');
    const list = screen.getByRole('listbox', { name: 'Target devices' });
    expect(list).toHaveFocus();
    expect(within(list).getAllByRole('option')).toHaveLength(4);
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(device(/Jetson TX2/u)).toHaveAttribute('aria-selected', 'true');
    expect(list).toHaveAttribute('aria-activedescendant', device(/Jetson TX2/u).id);
  });

  it('clears the search with Escape before Escape goes back', async () => {
    const { user } = await openWizard({ step: 'target' });
    const search = screen.getByRole('textbox', { name: 'Search devices' });
    await user.type(search, 'toaster');
    expect(screen.getByText(/No device fits “toaster”/u)).toBeVisible();
    await user.keyboard('{Escape}');
    expect(search).toHaveValue('');
    expect(stepHeading()).toHaveTextContent('Target');
    await user.keyboard('{Escape}');
    expect(stepHeading()).toHaveTextContent('Inputs');
  });

  it('asks for a target when there is none', async () => {
    const wizard = await openWizard({ step: 'target' });
    await next(wizard);
    const list = screen.getByRole('listbox', { name: 'Target devices' });
    expect(list).toHaveFocus();
    expect(list).toHaveAccessibleDescription('Choose a target: a device or a platform.');
  });
});

describe('the output', () => {
  const jobs = [fakeJob({ name: 'my-job' }), fakeJob({ name: 'my-job-2' })];
  const name = () => screen.getByRole('textbox', { name: 'Job name' });

  it('names the job after model and target until the user names it', async () => {
    const draft = completeDraft({ nameIsGenerated: true, compilationJobName: 'mobilenet-20261122-153000' });
    const wizard = await openWizard({ step: 'target', draft });
    await wizard.user.click(device(/Raspberry Pi 4/u));
    await next(wizard);
    expect(name()).toHaveDisplayValue(/^mobilenet-rasp4b-\d{8}-\d{6}$/u);
    await fill(wizard, name(), 'mine');
    await wizard.user.click(screen.getByRole('button', { name: 'Back' }));
    await wizard.user.click(device(/Jetson Nano/u));
    await next(wizard);
    expect(name()).toHaveValue('mine');
    await wizard.user.click(screen.getByRole('button', { name: 'Generate again' }));
    expect(name()).toHaveDisplayValue(/^mobilenet-jetson-nano-/u);
  });

  it('judges the name while it is typed, and offers the next free one', async () => {
    const wizard = await openWizard({ step: 'output', draft: completeDraft(), jobs });
    await fill(wizard, name(), 'my_job');
    expect(name()).toHaveAccessibleDescription(/letters, digits and hyphens only/u);
    await fill(wizard, name(), 'my-job');
    expect(name()).toHaveAccessibleDescription(/A job with this name exists; "my-job-3" is free\./u);
    await wizard.user.click(screen.getByRole('button', { name: 'Use my-job-3' }));
    expect(name()).toHaveValue('my-job-3');
    expect(name()).toBeValid();
    expect(name()).toHaveFocus();
    expect(screen.getByLabelText('8 of 63 characters')).toBeVisible();
  });

  it('says where the artifact will be, also on this machine', async () => {
    const wizard = await openWizard({ step: 'output', draft: completeDraft() });
    const place = screen.getByRole('region', { name: 'Where the artifact will be' });
    expect(within(place).getByTitle('s3://edgewright/compiled/my-job/mobilenet-ml_m5.tar.gz')).toBeVisible();
    expect(
      within(place).getByTitle(
        '/home/ada/.config/Edgewright/runner/objects/edgewright/compiled/my-job/mobilenet-ml_m5.tar.gz',
      ),
    ).toBeVisible();
    await fill(wizard, screen.getByRole('textbox', { name: 'Job name' }), 'renamed');
    expect(within(place).getByTitle('s3://edgewright/compiled/renamed/mobilenet-ml_m5.tar.gz')).toBeVisible();
    await fill(wizard, screen.getByRole('textbox', { name: 'S3 output location' }), 's3://other/place/');
    expect(within(place).getByTitle('s3://other/place/mobilenet-ml_m5.tar.gz')).toBeVisible();
    await fill(wizard, screen.getByRole('textbox', { name: 'Job name' }), 'renamed-again');
    expect(within(place).getByTitle('s3://other/place/mobilenet-ml_m5.tar.gz')).toBeVisible();
  });

  it('shows each error at its field once the field was left', async () => {
    const wizard = await openWizard({ step: 'output', draft: completeDraft() });
    const limit = screen.getByRole('textbox', { name: 'Time limit' });
    expect(limit).toHaveAccessibleDescription(/= 15 min\./u);
    await fill(wizard, limit, 'soon');
    expect(limit).toBeValid();
    await wizard.user.tab();
    expect(limit).toHaveAccessibleDescription(/must be a whole number of seconds/u);
    expect(screen.getByRole('textbox', { name: 'IAM role' })).toBeValid();
  });

  it('opens Advanced for an error inside it', async () => {
    const wizard = await openWizard({ step: 'output', draft: completeDraft({ kmsKeyId: 'my key' }) });
    await wizard.user.click(screen.getByRole('button', { name: 'Advanced' }));
    await wizard.user.click(screen.getByRole('button', { name: /^The KMS key must be/u }));
    const key = screen.getByRole('textbox', { name: 'KMS key (optional)' });
    expect(key).toBeVisible();
    expect(key).toHaveFocus();
  });
});
