import { describe, expect, it } from 'vitest';
import {
  findTargetDevice,
  platformOfDevice,
  targetDevices,
  targetPresets,
} from '../../../../../shared/catalog/catalog.ts';
import { newJobDraft } from '../../../../../shared/draft/jobDraft.ts';
import {
  acceleratorChoices,
  archChoices,
  chooseTarget,
  optionsAreTyped,
  optionSuggestions,
  pickPlatformPart,
  platformChoice,
  translateTarget,
} from './targetChoices.ts';

const empty = newJobDraft({ endpointId: 'local', bucket: 'b', roleArn: '' }).target;
const device = (id: string) => ({ ...empty, kind: 'device' as const, device: id });
const platform = (os: string, arch: string, accelerator = '') => ({
  ...empty,
  kind: 'platform' as const,
  os,
  arch,
  accelerator,
});
const refusals = (choices: readonly { value: string; refusal: string | null }[]) =>
  Object.fromEntries(choices.filter(({ refusal }) => refusal).map(({ value, refusal }) => [value, refusal]));

describe('platform parts', () => {
  it('closes what the system does not have, with the reason', () => {
    expect(refusals(archChoices('LINUX'))).toEqual({ X86: 'only with ANDROID' });
    expect(refusals(archChoices('ANDROID'))).toEqual({ ARM_EABIHF: 'only with LINUX' });
    expect(refusals(archChoices(''))).toEqual({});
  });

  it('closes accelerators that the platform does not have', () => {
    expect(refusals(acceleratorChoices('LINUX', 'ARM64'))).toEqual({ INTEL_GRAPHICS: 'on LINUX only with X86_64' });
    expect(refusals(acceleratorChoices('ANDROID', 'ARM64')).NVIDIA).toBe('not offered on ANDROID');
  });

  it('leaves NNA open, which the API has and no table lists', () => {
    for (const [os, arch] of [
      ['LINUX', 'ARM64'],
      ['ANDROID', 'X86'],
      ['', ''],
    ] as const) {
      const nna = acceleratorChoices(os, arch).find(({ value }) => value === 'NNA');
      expect(nna).toMatchObject({ refusal: null, note: 'not listed: in no support table of AWS' });
    }
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
  const nano44 = '{"gpu-code":"sm_53","trt-ver":"7.1.3","cuda-ver":"10.2"}';

  it('follow the target until the user types some', () => {
    const chosen = chooseTarget(empty, { kind: 'device', device: 'jetson_tx2' }, tx2);
    expect(chosen.compilerOptions).toBe(tx2);
    expect(chooseTarget(chosen, { device: 'ml_m5' }, null).compilerOptions).toBe('');
    const edited = { ...chosen, compilerOptions: '{"gpu-code":"sm_87"}' };
    expect(optionsAreTyped(edited)).toBe(true);
    expect(chooseTarget(edited, { device: 'ml_m5' }, null).compilerOptions).toBe('{"gpu-code":"sm_87"}');
  });

  it('are not typed while they are a known combination of the board', () => {
    expect(optionsAreTyped({ ...device('jetson_nano'), compilerOptions: nano44 })).toBe(false);
    expect(optionsAreTyped({ ...platform('LINUX', 'ARM64', 'NVIDIA'), compilerOptions: nano44 })).toBe(false);
    expect(optionsAreTyped({ ...device('jetson_tx2'), compilerOptions: nano44 })).toBe(true);
  });

  it('are suggested for a platform by everything that means it, each text once', () => {
    const labels = optionSuggestions(platform('LINUX', 'ARM64', 'NVIDIA')).map(({ label }) => label);
    expect(labels).toEqual(['Jetson TX2', 'Jetson Nano', 'Jetson TX1', 'Jetson Xavier']);
    expect(optionSuggestions(empty)).toEqual([]);
  });

  it('go along when the same target is said the other way', () => {
    const nano = { ...device('jetson_nano'), compilerOptions: nano44 };
    const asPlatform = translateTarget(
      nano,
      platformChoice({ Os: 'LINUX', Arch: 'ARM64', Accelerator: 'NVIDIA' }),
      tx2,
    );
    expect(asPlatform).toMatchObject({ kind: 'platform', accelerator: 'NVIDIA', compilerOptions: nano44 });
    const back = translateTarget(asPlatform, { kind: 'device', device: 'jetson_nano' }, tx2);
    expect(back.compilerOptions).toBe(nano44);
  });

  it('are those of the new machine where they do not fit it', () => {
    const skylake = { ...platform('LINUX', 'X86_64'), compilerOptions: '{"mcpu":"skylake-avx512"}' };
    expect(translateTarget(skylake, { kind: 'device', device: 'ml_c4' }, null).compilerOptions).toBe('');
    expect(translateTarget(skylake, { kind: 'device', device: 'ml_m5' }, null).compilerOptions).toBe(
      '{"mcpu":"skylake-avx512"}',
    );
  });

  it('of every device are untyped on it and on its platform', () => {
    const targets = targetDevices.flatMap(({ id, compilerOptions }) => {
      const translation = platformOfDevice(id);
      return [
        { ...device(id), compilerOptions: compilerOptions ?? '' },
        ...(translation
          ? [{ ...empty, ...platformChoice(translation.platform), compilerOptions: translation.compilerOptions ?? '' }]
          : []),
      ];
    });
    expect(targets.filter(optionsAreTyped)).toEqual([]);
    expect(targets.filter(({ compilerOptions }) => compilerOptions !== '').length).toBeGreaterThan(20);
  });

  it('of every popular platform are untyped', () => {
    for (const preset of targetPresets) {
      const target = { ...empty, ...platformChoice(preset.platform) };
      expect(optionsAreTyped({ ...target, compilerOptions: preset.compilerOptions ?? '' })).toBe(false);
    }
  });
});
