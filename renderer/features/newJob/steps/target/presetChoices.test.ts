import { describe, expect, it } from 'vitest';
import { checkCompilerOptions } from '../../../../../shared/compilerOptions/checkCompilerOptions.ts';
import { targetDevices } from '../../../../../shared/catalog/catalog.ts';
import { newJobDraft } from '../../../../../shared/draft/jobDraft.ts';
import type { Judge } from './deviceChoices.ts';
import { devicePresetChoices, popularPresets, presetHasWords, presetIsChosen } from './presetChoices.ts';
import { chooseTarget, deviceChoice, platformChoice } from './targetChoices.ts';

const judge: Judge = { framework: 'PYTORCH', frameworkVersion: '', isLocal: false };
const empty = newJobDraft({ endpointId: 'aws', bucket: '', roleArn: '' }).target;
const all = [...popularPresets(judge), ...devicePresetChoices(judge)];

describe('presets', () => {
  it('exist for every device', () => {
    const devices = new Set(devicePresetChoices(judge).flatMap(({ target }) => target.TargetDevice ?? []));
    expect([...devices].toSorted()).toEqual(targetDevices.map(({ id }) => id).toSorted());
  });

  it('have ids of their own', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it('set options that nobody complains about', () => {
    for (const { target, compilerOptions, label } of all) {
      const request = {
        CompilationJobName: 'j',
        RoleArn: 'r',
        InputConfig: { S3Uri: 's3://b/m.tar.gz', Framework: 'PYTORCH' },
        OutputConfig: {
          S3OutputLocation: 's3://b/',
          ...target,
          ...(compilerOptions && { CompilerOptions: compilerOptions }),
        },
      };
      const errors = checkCompilerOptions(request as never).filter(({ severity }) => severity === 'error');
      expect({ label, errors }).toEqual({ label, errors: [] });
    }
  });

  it('tell the boards with an NVIDIA GPU apart by their software', () => {
    const labels = devicePresetChoices(judge).map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['Jetson TX2 · JetPack 4.3', 'Jetson Nano · JetPack 4.4.1']));
    expect(labels).not.toContain('Jetson TX2');
  });

  it('stand with recommended ones first and refused ones last', () => {
    const presets = devicePresetChoices({ ...judge, framework: 'ONNX' });
    const order = presets.map(({ recommended, refusal }) => (refusal ? 2 : recommended ? 0 : 1));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order[0]).toBe(0);
    expect(order.at(-1)).toBe(2);
  });

  it('are found by what they set', () => {
    const found = devicePresetChoices(judge).filter((preset) => presetHasWords(preset, 'sm_72 10.2'));
    expect(found.map(({ label }) => label)).toEqual(['Jetson Xavier · JetPack 4.6.1']);
  });

  it('are chosen exactly when the draft has what they set', () => {
    for (const preset of all) {
      const { TargetDevice, TargetPlatform } = preset.target;
      const choice = TargetDevice
        ? deviceChoice({ id: TargetDevice })
        : TargetPlatform && platformChoice(TargetPlatform);
      const target = chooseTarget(empty, choice ?? {}, preset.compilerOptions);
      expect(presetIsChosen(target, preset)).toBe(true);
      expect(presetIsChosen({ ...target, kind: TargetDevice ? 'platform' : 'device' }, preset)).toBe(false);
    }
  });
});
