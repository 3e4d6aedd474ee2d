import { describe, expect, it } from 'vitest';
import { stringShapes } from '../api/shapes.ts';
import { targetDevices, targetPlatforms, type RequestTarget } from '../catalog/catalog.ts';
import {
  canonicalOptionKey,
  compilerOptions,
  compilerOptionsFor,
  findCompilerOption,
  findFlagForm,
  neuronFlags,
} from './compilerOptions.ts';
import { valueMistake } from './optionValues.ts';

const device = (TargetDevice: string): RequestTarget => ({ TargetDevice });
const platform = (Os: string, Arch: string, Accelerator?: string): RequestTarget => ({
  TargetPlatform: { Os, Arch, Accelerator },
});

const optionsOf = (framework: string | undefined, target: RequestTarget) => {
  const form = compilerOptionsFor(framework, target);
  return form.form === 'object' ? form.options : [];
};
const keysOf = (framework: string | undefined, target: RequestTarget) =>
  optionsOf(framework, target).map(({ key }) => key);

const NVIDIA = ['gpu-code', 'trt-ver', 'cuda-ver'];
const NVIDIA_MORE = ['max-workspace-size', 'precision-mode'];
const JETSON_MORE = ['jetson-platform', 'JETPACK_VERSION'];
const CPU = ['mcpu', 'mattr'];

const everyTarget: RequestTarget[] = [
  ...targetDevices.map(({ id }) => device(id)),
  ...targetPlatforms.map(({ os, arch, accelerator }) => platform(os, arch, accelerator ?? undefined)),
];

describe('compilerOptionsFor', () => {
  it.each<[framework: string | undefined, target: RequestTarget, keys: string[]]>([
    ['PYTORCH', device('ml_m5'), ['dtype', ...CPU]],
    ['PYTORCH', device('ml_g4dn'), ['dtype']],
    ['PYTORCH', device('rasp3b'), CPU],
    ['TENSORFLOW', device('ml_m5'), CPU],
    [undefined, device('ml_c6g'), ['dtype', ...CPU]],
    ['ONNX', device('ml_p3'), []],
    ['ONNX', device('lambda'), CPU],
    ['ONNX', device('sbe_c'), CPU],
    ['ONNX', device('x86_win64'), CPU],
    ['ONNX', device('rasp4b'), CPU],
    ['ONNX', device('rk3288'), ['mattr']],
    ['ONNX', device('rk3399'), []],
    ['ONNX', device('qcs605'), ['ANDROID_PLATFORM']],
    ['ONNX', device('jetson_nano'), [...NVIDIA, ...NVIDIA_MORE, ...JETSON_MORE]],
    ['ONNX', device('amba_cv22'), []],
    ['TENSORFLOW', device('coreml'), ['class_labels']],
    ['TENSORFLOW', device('ml_eia2'), ['precision_mode', 'signature_def_key', 'output_names']],
    ['ONNX', platform('LINUX', 'X86_64'), CPU],
    ['PYTORCH', platform('LINUX', 'X86_64'), CPU],
    ['ONNX', platform('LINUX', 'X86_64', 'NVIDIA'), [...NVIDIA, ...NVIDIA_MORE]],
    ['ONNX', platform('LINUX', 'ARM64', 'NVIDIA'), [...NVIDIA, ...NVIDIA_MORE, ...JETSON_MORE]],
    ['ONNX', platform('LINUX', 'ARM64', 'MALI'), []],
    ['ONNX', platform('LINUX', 'ARM_EABIHF', 'MALI'), ['mattr']],
    ['ONNX', platform('LINUX', 'X86_64', 'INTEL_GRAPHICS'), []],
    ['ONNX', platform('LINUX', 'ARM64', 'NNA'), []],
    ['ONNX', platform('ANDROID', 'ARM64'), ['ANDROID_PLATFORM', ...CPU]],
    ['ONNX', platform('ANDROID', 'ARM64', 'MALI'), ['ANDROID_PLATFORM']],
    ['ONNX', platform('ANDROID', 'ARM_EABI'), ['ANDROID_PLATFORM', ...CPU]],
  ])('gives %s on %j the options %j', (framework, target, keys) => {
    expect(keysOf(framework, target)).toEqual(keys);
  });

  it('requires the three NVIDIA options for a platform, and offers them for a Jetson', () => {
    const required = (target: RequestTarget) =>
      optionsOf('ONNX', target).flatMap(({ key, isRequired }) => (isRequired ? [key] : []));
    expect(required(platform('LINUX', 'ARM64', 'NVIDIA'))).toEqual(NVIDIA);
    expect(required(device('jetson_tx2'))).toEqual([]);
    expect(
      optionsOf('ONNX', device('jetson_tx2')).flatMap((option) => (option.isRecommended ? [option.key] : [])),
    ).toEqual(NVIDIA);
  });

  it('has NEON as a switch of mattr on 32-bit ARM only', () => {
    const switchesOf = (target: RequestTarget) =>
      optionsOf('ONNX', target).flatMap(({ switches }) => switches.map(({ item }) => item));
    for (const target of [
      device('rasp3b'),
      device('rk3288'),
      platform('LINUX', 'ARM_EABIHF'),
      platform('LINUX', 'ARM_EABI'),
      platform('ANDROID', 'ARM_EABI'),
    ]) {
      expect(switchesOf(target)).toEqual(['+neon']);
    }
    for (const target of [device('ml_m5'), platform('LINUX', 'ARM64'), platform('ANDROID', 'ARM64')]) {
      expect(switchesOf(target)).toEqual([]);
    }
  });

  it.each(['ml_inf1', 'ml_inf2', 'ml_trn1'])('takes a string of flags for %s', (id) => {
    const form = compilerOptionsFor('PYTORCH', device(id));
    expect(form.form === 'string' && form.flags.map(({ name }) => name)).toContain('-O');
    expect(form.form === 'string' && form.example).toBe(findFlagForm(device(id))?.example);
  });

  it("has the flags of AWS's example for ml_inf1, and the type that Hugging Face models need", () => {
    const form = compilerOptionsFor('PYTORCH', device('ml_inf1'));
    expect(form.form === 'string' && form.example).toBe('--verbose 1 --num-neuroncores 2 -O2');
    expect(form.form === 'string' && form.flags.map(({ name }) => name)).toEqual(neuronFlags.map(({ name }) => name));
  });

  it.each<[what: string, target: RequestTarget]>([
    ['a device of the future', device('ml_m9')],
    ['a platform of the future', platform('LINUX', 'RISCV')],
    ['an accelerator of the future', platform('LINUX', 'ARM64', 'TPU')],
    ['no target', {}],
    ['a platform that is not chosen yet', platform('', '')],
    ['two targets', { ...device('ml_m5'), ...platform('LINUX', 'ARM64') }],
  ])('knows nothing of %s', (_, target) => {
    expect(compilerOptionsFor('PYTORCH', target)).toEqual({ form: 'object', isKnownTarget: false, options: [] });
  });

  it.each(stringShapes.TargetDevice.values)('knows %s', (id) => {
    const form = compilerOptionsFor('PYTORCH', device(id));
    expect(form.form === 'string' || form.isKnownTarget).toBe(true);
  });

  it('gives every option an example that the option takes', () => {
    for (const target of everyTarget) {
      for (const framework of [undefined, ...stringShapes.Framework.values]) {
        for (const { key, examples } of optionsOf(framework, target)) {
          const option = findCompilerOption(key);
          expect(examples, `${key} on ${JSON.stringify(target)}`).not.toEqual([]);
          expect(option && examples.map((example) => valueMistake(option, example))).toEqual(examples.map(() => null));
        }
      }
    }
  });
});

describe('the catalogue of compiler options', () => {
  it('has each key and each spelling once', () => {
    const names = compilerOptions.flatMap(({ key, spellings }) => [key, ...spellings]);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(compilerOptions.filter(({ kind }) => kind === 'choice'))(
    'offers for $key several values, its default among them',
    ({ values, default: start }) => {
      expect(values?.length).toBeGreaterThan(1);
      expect(values).toContain(start);
    },
  );

  it('offers each option somewhere', () => {
    const offered = new Set(everyTarget.flatMap((target) => keysOf(undefined, target)));
    expect(offered).toEqual(new Set(compilerOptions.map(({ key }) => key)));
  });

  it('knows the spellings of the API documents', () => {
    expect(['gpu_code', 'trt_ver', 'cuda_ver', 'DTYPE', 'precision_mode', 'x'].map(canonicalOptionKey)).toEqual([
      'gpu-code',
      'trt-ver',
      'cuda-ver',
      'dtype',
      'precision_mode',
      'x',
    ]);
  });
});
