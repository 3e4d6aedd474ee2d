import { describe, expect, it } from 'vitest';
import { findTargetDevice, targetDevices, targetPresets } from '../../../../../shared/catalog/catalog.ts';
import { newJobDraft } from '../../../../../shared/draft/jobDraft.ts';
import {
  acceleratorChoices,
  archChoices,
  chooseTarget,
  chosenPreset,
  deviceGroups,
  optionsAreTyped,
  optionSuggestions,
  pickPlatformPart,
  platformChoice,
} from './targetChoices.ts';

const empty = newJobDraft({ endpointId: 'local', bucket: 'b', roleArn: '' }).target;
const platform = (os: string, arch: string, accelerator = '') => ({
  ...empty,
  kind: 'platform' as const,
  os,
  arch,
  accelerator,
});
const refusals = (choices: readonly { value: string; refusal: string | null }[]) =>
  Object.fromEntries(choices.filter(({ refusal }) => refusal).map(({ value, refusal }) => [value, refusal]));

describe('the device list', () => {
  it('has every device of the API once', () => {
    const ids = deviceGroups('', true).flatMap(({ devices }) => devices.map(({ value }) => value.id));
    expect(ids.toSorted()).toEqual(targetDevices.map(({ id }) => id).toSorted());
  });

  it('puts what the local runner refuses after the others of its group, with the reason', () => {
    for (const { devices } of deviceGroups('', true)) {
      const firstRefused = devices.findIndex(({ refusal }) => refusal);
      expect(devices.slice(firstRefused).every(({ refusal }) => refusal)).toBe(true);
    }
  });

  it('refuses nothing on AWS', () => {
    expect(
      deviceGroups('', false)
        .flatMap(({ devices }) => devices)
        .some(({ refusal }) => refusal),
    ).toBe(false);
  });

  it.each([
    ['tegra x2', ['jetson_tx2']],
    ['JETSON arm64 nano', ['jetson_nano']],
    ['windows', ['x86_win64', 'x86_win32']],
    ['toaster', []],
  ])('finds %s', (query, ids) => {
    expect(deviceGroups(query, true).flatMap(({ devices }) => devices.map(({ value }) => value.id))).toEqual(ids);
  });
});

describe('platform parts', () => {
  it('closes what the system does not have, with the reason', () => {
    expect(refusals(archChoices('LINUX'))).toEqual({ X86: 'only with ANDROID' });
    expect(refusals(archChoices('ANDROID'))).toEqual({ ARM_EABIHF: 'only with LINUX' });
    expect(refusals(archChoices(''))).toEqual({});
  });

  it('closes accelerators that the platform does not have', () => {
    expect(refusals(acceleratorChoices('LINUX', 'ARM64'))).toMatchObject({
      INTEL_GRAPHICS: 'on LINUX only with X86_64',
      NNA: expect.stringContaining('no support table') as string,
    });
    expect(refusals(acceleratorChoices('ANDROID', 'ARM64')).NVIDIA).toBe('not offered on ANDROID');
  });

  it('empties what a pick rules out', () => {
    expect(pickPlatformPart(platform('LINUX', 'ARM_EABIHF', 'MALI'), { os: 'ANDROID' })).toMatchObject({
      os: 'ANDROID',
      arch: '',
      accelerator: 'MALI',
    });
    expect(pickPlatformPart(platform('LINUX', 'X86_64', 'NVIDIA'), { arch: 'ARM_EABI' })).toMatchObject({
      accelerator: '',
    });
  });
});

describe('compiler options', () => {
  const tx2 = findTargetDevice('jetson_tx2')?.compilerOptions ?? '';

  it('follow the target until the user types some', () => {
    const device = chooseTarget(empty, { kind: 'device', device: 'jetson_tx2' }, tx2);
    expect(device.compilerOptions).toBe(tx2);
    expect(chooseTarget(device, { device: 'ml_m5' }, null).compilerOptions).toBe('');
    const edited = { ...device, compilerOptions: '{"gpu-code":"sm_87"}' };
    expect(optionsAreTyped(edited)).toBe(true);
    expect(chooseTarget(edited, { device: 'ml_m5' }, null).compilerOptions).toBe('{"gpu-code":"sm_87"}');
  });

  it('are suggested for a platform by everything that means it, each text once', () => {
    const labels = optionSuggestions(platform('LINUX', 'ARM64', 'NVIDIA')).map(({ label }) => label);
    expect(labels).toEqual(['Jetson TX2', 'Jetson Nano', 'Jetson TX1', 'Jetson Xavier']);
    expect(optionSuggestions(empty)).toEqual([]);
  });
});

it('recognises the preset of a platform', () => {
  for (const preset of targetPresets) {
    expect(chosenPreset({ ...empty, ...platformChoice(preset.platform) })?.id).toBe(preset.id);
  }
  expect(chosenPreset({ ...empty, device: 'jetson_tx2' })).toBeUndefined();
});
