import { describe, expect, it } from 'vitest';
import { frameworks, targetDevices, targetPlatforms } from './catalog.ts';
import { frameworkVersionsFor } from './frameworkVersions.ts';
import { inputConfigNeed } from './inputConfigNeed.ts';
import { rankTargets, SUPPORT_STATES, supportOf } from './support.ts';
import type { RequestTarget } from './targets.ts';
import { testedModelsOf } from './testedModels.ts';

const device = (TargetDevice: string): RequestTarget => ({ TargetDevice });
const platform = (Os: string, Arch: string, Accelerator?: string): RequestTarget => ({
  TargetPlatform: { Os, Arch, Accelerator },
});
const allTargets: RequestTarget[] = [
  ...targetDevices.map(({ id }) => device(id)),
  ...targetPlatforms.map(({ os, arch, accelerator }) => platform(os, arch, accelerator ?? undefined)),
];

describe('support', () => {
  it.each<[string, string | undefined, RequestTarget, string, RegExp]>([
    ['TFLITE', undefined, device('ml_m5'), 'notSupported', /edge targets only/],
    ['TFLITE', undefined, device('imx8mplus'), 'tested', /tested \d+ TensorFlow Lite models on “i.MX 8M Plus”/],
    ['TFLITE', undefined, platform('LINUX', 'X86_64'), 'listed', /1\.15 or earlier for edge targets/],
    ['ONNX', undefined, device('coreml'), 'notSupported', /Core ML takes TensorFlow and PyTorch models only, not ONNX/],
    ['PYTORCH', undefined, device('coreml'), 'listed', /AWS lists PyTorch for Core ML\./],
    ['ONNX', undefined, device('ml_inf1'), 'notSupported', /EC2 inf1/],
    ['MXNET', undefined, device('ml_inf1'), 'listed', /1\.5 and 1\.8/],
    ['PYTORCH', undefined, device('ml_eia2'), 'notSupported', /TensorFlow models only/],
    ['TENSORFLOW', '2.3', device('ml_eia2'), 'listed', /2\.3/],
    ['SKLEARN', undefined, device('ml_c5'), 'notListed', /does not list scikit-learn/],
    ['SKLEARN', undefined, device('rasp3b'), 'notListed', /does not list scikit-learn/],
    ['DARKNET', undefined, device('ml_c5'), 'notListed', /does not list Darknet/],
    ['DARKNET', undefined, device('jetson_nano'), 'tested', /5 Darknet models/],
    ['PYTORCH', undefined, device('ml_m6g'), 'notListed', /EC2 m6g instance \(Graviton\) is in the API, but in no/],
    ['ONNX', undefined, device('lambda'), 'notListed', /AWS Lambda is in the API/],
    ['PYTORCH', undefined, device('ml_trn1'), 'listed', /inf2 and trn1/],
    ['MXNET', undefined, device('ml_inf2'), 'notListed', /PyTorch and TensorFlow models only, not MXNet/],
    ['ONNX', undefined, platform('LINUX', 'ARM64', 'NNA'), 'notListed', /accelerator NNA is in the API/],
    ['ONNX', undefined, platform('ANDROID', 'ARM_EABIHF'), 'notSupported', /does not offer/],
    ['PYTORCH', '1.12', device('ml_c5'), 'listed', /1\.12/],
    ['PYTORCH', '1.12', device('jetson_xavier'), 'notListed', /1\.7, 1\.8 or earlier for edge targets, not 1\.12/],
    ['PYTORCH', '1.6', device('jetson_xavier'), 'tested', /“Nvidia”/],
    ['PYTORCH', '2.0', platform('LINUX', 'X86_64', 'NVIDIA'), 'listed', /edge targets and .* cloud instances/],
    ['TENSORFLOW', '1.15', device('ml_m4'), 'listed', /1\.15\.3 and 2\.9/],
    ['KERAS', undefined, device('amba_cv2'), 'listed', /2\.2 or earlier/],
    ['CAFFE', undefined, device('ml_c5'), 'notListed', /does not know the framework CAFFE/],
    ['ONNX', undefined, device('ml_z9'), 'notListed', /does not know the device ml_z9/],
    ['ONNX', undefined, {}, 'notListed', /No target/],
  ])('of %s %s on %j is %s', (framework, frameworkVersion, target, state, reason) => {
    const support = supportOf({ framework, frameworkVersion, target });
    expect(support.state).toBe(state);
    expect(support.reason).toMatch(reason);
    expect(support.testedModels.length > 0).toBe(state === 'tested');
  });

  it('has a whole sentence for every framework on every target', () => {
    for (const { id } of frameworks) {
      for (const target of allTargets) {
        const { reason } = supportOf({ framework: id, target });
        expect(reason).toMatch(/^[A-Z].*[^.\s]\.$/u);
        expect(reason).not.toMatch(/undefined|null|\{|\s{2}/u);
      }
    }
  });

  it('names tested models of both tables of a framework apart', () => {
    expect(testedModelsOf('TENSORFLOW', device('jetson_tx2'))).toEqual(
      expect.arrayContaining(['rfcn_resnet101', 'NASNetLarge (tf.keras)']),
    );
    const lite = testedModelsOf('TFLITE', device('imx8mplus'));
    expect(lite).toContain('mobilenet_v1_0.25_128 (INT8)');
    expect(new Set(lite).size).toBe(lite.length);
  });

  it('counts edge tests for edge targets only', () => {
    expect(testedModelsOf('PYTORCH', device('ml_p3'))).toEqual([]);
  });
});

describe('ranked targets', () => {
  it.each(frameworks.map(({ id }) => id))('are all devices, best first: %s', (framework) => {
    const ranked = rankTargets(framework);
    expect(ranked.map((one) => one.device.id).sort()).toEqual(targetDevices.map(({ id }) => id).sort());
    const states = ranked.map(({ support }) => SUPPORT_STATES.indexOf(support.state));
    expect(states).toEqual([...states].sort((a, b) => a - b));
  });

  it('recommend what AWS tested, with the reason', () => {
    const [first] = rankTargets('DARKNET');
    expect(first?.recommended).toMatch(/AWS tested \d+ Darknet models/);
    expect(rankTargets('XGBOOST').every(({ recommended }) => recommended === null)).toBe(true);
  });

  it('respect the version', () => {
    expect(rankTargets('PYTORCH', '2.0')[0]?.device.id).toBe('ml_m5');
  });

  it('put legacy devices after the others of their state', () => {
    const listed = rankTargets('TENSORFLOW').filter(({ support }) => support.state === 'listed');
    expect(
      listed
        .slice(-2)
        .map((one) => one.device.id)
        .sort(),
    ).toEqual(['deeplens', 'ml_eia2']);
  });
});

describe('framework versions', () => {
  it.each<[string, RequestTarget, boolean, string[]]>([
    ['TENSORFLOW', device('ml_c5'), true, ['1.15.3', '2.9']],
    ['TENSORFLOW', device('ml_inf1'), true, ['1.15', '2.5']],
    ['TENSORFLOW', device('jetson_tx2'), true, ['1.15', '2.4']],
    ['TENSORFLOW', platform('LINUX', 'X86_64'), true, ['1.15', '2.4', '2.9']],
    ['PYTORCH', platform('LINUX', 'ARM64', 'NVIDIA'), true, ['1.7', '1.8']],
    ['PYTORCH', platform('LINUX', 'ARM64', 'NNA'), true, []],
    ['TFLITE', device('qcs603'), true, ['1.15']],
    ['PYTORCH', device('ml_inf2'), true, []],
    ['PYTORCH', device('ml_z9'), true, []],
    ['TENSORFLOW', {}, true, []],
    ['TENSORFLOW', device('ml_eia2'), false, []],
    ['TFLITE', device('imx8mplus'), false, []],
    ['PYTORCH', device('coreml'), false, []],
    ['MXNET', device('amba_cv22'), false, []],
    ['ONNX', device('ml_c5'), false, []],
    ['KERAS', platform('LINUX', 'ARM64'), false, []],
    ['CAFFE', device('ml_c5'), true, []],
  ])('of %s on %j', (framework, target, isTaken, versions) => {
    const found = frameworkVersionsFor(framework, target);
    expect(found).toMatchObject({ isTaken, versions });
    expect(found.reason).toMatch(/\.$/);
  });

  it('lists what supportOf takes', () => {
    for (const { id } of frameworks) {
      for (const target of allTargets) {
        for (const frameworkVersion of frameworkVersionsFor(id, target).versions) {
          expect(['tested', 'listed']).toContain(supportOf({ framework: id, frameworkVersion, target }).state);
        }
      }
    }
  });
});

describe('the need of an input configuration', () => {
  it.each<[string, string | undefined, RequestTarget, string]>([
    ['XGBOOST', undefined, device('rasp3b'), 'notNeeded'],
    ['ONNX', undefined, device('ml_c5'), 'required'],
    ['SKLEARN', undefined, device('ml_c5'), 'required'],
    ['PYTORCH', undefined, device('ml_c5'), 'derivable'],
    ['PYTORCH', '2.0', device('ml_g4dn'), 'derivable'],
    ['PYTORCH', '1.13', device('ml_c5'), 'required'],
    ['PYTORCH', undefined, device('ml_inf1'), 'required'],
    ['PYTORCH', '2.0', device('jetson_xavier'), 'required'],
    ['PYTORCH', '2.0', platform('LINUX', 'X86_64'), 'required'],
    ['PYTORCH', undefined, {}, 'derivable'],
    ['PYTORCH', undefined, device('ml_z9'), 'derivable'],
    ['CAFFE', undefined, device('ml_c5'), 'derivable'],
  ])('of %s %s on %j is %s', (framework, frameworkVersion, target, need) => {
    const answer = inputConfigNeed({ framework, frameworkVersion, target });
    expect(answer.need).toBe(need);
    expect(answer.reason).toMatch(/\.$/);
  });
});
