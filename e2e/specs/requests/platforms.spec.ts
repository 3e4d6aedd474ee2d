import {
  ARCHIVE,
  COMMON,
  expectRequest,
  finish,
  giveArchive,
  giveInputs,
  LOCATION,
} from '../../support/builtRequest.ts';
import { expect, test } from '../../support/oneApp.ts';

const INPUT_CONFIG = { S3Uri: ARCHIVE, DataInputConfig: '{"input0":[1,3,224,224]}', Framework: 'PYTORCH' };

/** The six examples of the API document, as one click each. */
const PRESETS = [
  {
    label: 'Raspberry Pi 3 Model B+',
    platform: { Os: 'LINUX', Arch: 'ARM_EABIHF' },
    options: { CompilerOptions: '{"mattr":["+neon"]}' },
  },
  {
    label: 'Jetson TX2',
    platform: { Os: 'LINUX', Arch: 'ARM64', Accelerator: 'NVIDIA' },
    options: { CompilerOptions: '{"gpu-code":"sm_62","trt-ver":"6.0.1","cuda-ver":"10.0"}' },
  },
  {
    // AWS prints an accelerator here that m5 instances do not have; the preset leaves it out and says so.
    label: 'EC2 m5.2xlarge',
    platform: { Os: 'LINUX', Arch: 'X86_64' },
    options: { CompilerOptions: '{"mcpu":"skylake-avx512"}' },
  },
  { label: 'RK3399', platform: { Os: 'LINUX', Arch: 'ARM64', Accelerator: 'MALI' }, options: {} },
  {
    label: 'ARMv7 phone (CPU)',
    platform: { Os: 'ANDROID', Arch: 'ARM_EABI' },
    options: { CompilerOptions: '{"ANDROID_PLATFORM":25,"mattr":["+neon"]}' },
  },
  {
    label: 'ARMv8 phone (CPU)',
    platform: { Os: 'ANDROID', Arch: 'ARM64' },
    options: { CompilerOptions: '{"ANDROID_PLATFORM":29}' },
  },
] as const;

for (const { label, platform, options } of PRESETS) {
  test(`the platform of the document’s example ${label}, by one click`, async ({ wizard }) => {
    await giveArchive(wizard, 'PyTorch');
    await giveInputs(wizard, [{ name: 'input0', sizes: [1, 3, 224, 224] }]);
    await wizard.choosePreset(label);
    await finish(wizard);
    await expectRequest(wizard, {
      ...COMMON,
      InputConfig: INPUT_CONFIG,
      OutputConfig: { S3OutputLocation: LOCATION, TargetPlatform: platform, ...options },
    });
  });
}

test('a platform with an NVIDIA GPU, part by part, with a known combination of versions', async ({ wizard }) => {
  await giveArchive(wizard, 'PyTorch');
  await giveInputs(wizard, [{ name: 'input0', sizes: [1, 3, 224, 224] }]);
  await wizard.choosePlatform('Linux', 'X86_64', 'NVIDIA');
  await expect(wizard.options.getByRole('textbox', { name: 'GPU code' })).toHaveAttribute('aria-required', 'true');
  await wizard.chooseOption('Known combination', /^EC2 g4dn \(T4\).*7\.1\.3/u);
  await finish(wizard);
  await expectRequest(wizard, {
    ...COMMON,
    InputConfig: INPUT_CONFIG,
    OutputConfig: {
      S3OutputLocation: LOCATION,
      TargetPlatform: { Os: 'LINUX', Arch: 'X86_64', Accelerator: 'NVIDIA' },
      CompilerOptions: '{"gpu-code":"sm_75","trt-ver":"7.1.3","cuda-ver":"10.2"}',
    },
  });
});

test('a platform with an NVIDIA GPU, with versions that nobody printed', async ({ wizard }) => {
  await giveArchive(wizard, 'PyTorch');
  await giveInputs(wizard, [{ name: 'input0', sizes: [1, 3, 224, 224] }]);
  await wizard.choosePlatform('Linux', 'ARM64', 'NVIDIA');
  await wizard.typeOption('GPU code', 'sm_87');
  await wizard.typeOption('TensorRT version', '8.4.1');
  await wizard.typeOption('CUDA version', '11.4');
  await expect(wizard.options.getByText(/not known to work together/u)).toBeVisible();
  await finish(wizard);
  await expectRequest(wizard, {
    ...COMMON,
    InputConfig: INPUT_CONFIG,
    OutputConfig: {
      S3OutputLocation: LOCATION,
      TargetPlatform: { Os: 'LINUX', Arch: 'ARM64', Accelerator: 'NVIDIA' },
      CompilerOptions: '{"gpu-code":"sm_87","trt-ver":"8.4.1","cuda-ver":"11.4"}',
    },
  });
});

test('an Android platform, with its API level and NEON', async ({ wizard }) => {
  await giveArchive(wizard, 'PyTorch');
  await giveInputs(wizard, [{ name: 'input0', sizes: [1, 3, 224, 224] }]);
  await wizard.choosePlatform('Android', 'ARM_EABI');
  await wizard.typeOption('Android API level', '21');
  await wizard.options.getByRole('switch', { name: 'NEON' }).check();
  await finish(wizard);
  await expectRequest(wizard, {
    ...COMMON,
    InputConfig: INPUT_CONFIG,
    OutputConfig: {
      S3OutputLocation: LOCATION,
      TargetPlatform: { Os: 'ANDROID', Arch: 'ARM_EABI' },
      CompilerOptions: '{"ANDROID_PLATFORM":21,"mattr":["+neon"]}',
    },
  });
});

test('a device said as the platform that means the same, with its options', async ({ wizard }) => {
  await giveArchive(wizard, 'PyTorch');
  await giveInputs(wizard, [{ name: 'input0', sizes: [1, 3, 224, 224] }]);
  await wizard.chooseDevice('jetson_xavier');
  await wizard.page.getByRole('button', { name: 'Use as platform' }).click();
  await finish(wizard);
  await expectRequest(wizard, {
    ...COMMON,
    InputConfig: INPUT_CONFIG,
    OutputConfig: {
      S3OutputLocation: LOCATION,
      TargetPlatform: { Os: 'LINUX', Arch: 'ARM64', Accelerator: 'NVIDIA' },
      CompilerOptions: '{"gpu-code":"sm_72","trt-ver":"5.1.6","cuda-ver":"10.0"}',
    },
  });
});
