import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../api/applyEdits.ts';
import type { CreateCompilationJobRequest } from '../api/compilationJob.ts';
import { stringShapes } from '../api/shapes.ts';
import { checkSupport } from './checkSupport.ts';

type Json = Record<string, unknown>;

const request = (input: Json | undefined, target: Json | string, options?: string) =>
  ({
    CompilationJobName: 'job',
    RoleArn: 'arn:aws:iam::123456789012:role/NeoCompilation',
    InputConfig: input && { S3Uri: 's3://models/model.tar.gz', DataInputConfig: '{"data":[1,3,8,8]}', ...input },
    OutputConfig: {
      S3OutputLocation: 's3://models/out',
      ...(typeof target === 'string' ? { TargetDevice: target } : target),
      ...(options && { CompilerOptions: options }),
    },
    StoppingCondition: { MaxRuntimeInSeconds: 900 },
  }) as CreateCompilationJobRequest;

const onPlatform = (Os: string, Arch: string, Accelerator?: string) => ({ TargetPlatform: { Os, Arch, Accelerator } });
const rules = (one: CreateCompilationJobRequest) => checkSupport(one).map(({ rule }) => rule);

/** The request after the fix of its first finding. */
function fixed(one: CreateCompilationJobRequest) {
  const fix = checkSupport(one)[0]?.fix;
  return { label: fix?.label, request: applyEdits(one, fix?.edits ?? []) };
}

describe('what AWS supports', () => {
  it.each<[string, Json, Json | string]>([
    ['ONNX on an instance', { Framework: 'ONNX' }, 'ml_m5'],
    [
      'TensorFlow 1.15 for an instance, where AWS prints 1.15.3',
      { Framework: 'TENSORFLOW', FrameworkVersion: '1.15' },
      'ml_c5',
    ],
    ['an earlier MXNet', { Framework: 'MXNET', FrameworkVersion: '1.6' }, 'jetson_tx2'],
    ['TensorFlow Lite on a board', { Framework: 'TFLITE', FrameworkVersion: '1.15' }, 'rasp3b'],
    ['a version where AWS has no table of versions', { Framework: 'PYTORCH', FrameworkVersion: '1.13' }, 'ml_trn1'],
    [
      'PyTorch 2.0 without shapes',
      { Framework: 'PYTORCH', FrameworkVersion: '2.0', DataInputConfig: undefined },
      'ml_c5',
    ],
    ['XGBoost without shapes', { Framework: 'XGBOOST', DataInputConfig: undefined }, 'ml_c4'],
    ['a framework of the future', { Framework: 'CAFFE', FrameworkVersion: '9.9', DataInputConfig: undefined }, 'ml_m5'],
    ['a device of the future', { Framework: 'TFLITE', FrameworkVersion: '9.9' }, 'ml_z9'],
    ['a platform of the future', { Framework: 'ONNX' }, onPlatform('FUCHSIA', 'RISCV')],
    ['a platform that another rule refuses', { Framework: 'ONNX' }, onPlatform('ANDROID', 'ARM_EABIHF')],
    ['no target', { Framework: 'TFLITE' }, {}],
    ['two targets', { Framework: 'TFLITE' }, { TargetDevice: 'ml_m5', ...onPlatform('LINUX', 'X86_64') }],
  ])('has no findings: %s', (_, input, target) => {
    expect(rules(request(input, target))).toEqual([]);
  });

  it('takes null for absent, as it comes in a request that breaks a constraint', () => {
    const nothing = { FrameworkVersion: null, DataInputConfig: null };
    const target = { TargetDevice: 'ml_c5', TargetPlatform: null, CompilerOptions: null };
    expect(rules(request({ Framework: 'XGBOOST', ...nothing }, target))).toEqual([]);
    expect(rules(request({ Framework: 'ONNX', ...nothing }, target))).toEqual(['dataInputConfig.missing']);
  });

  it('is not judged for a model package', () => {
    expect(rules(request(undefined, 'ml_m6g'))).toEqual([]);
  });
});

describe('support.framework', () => {
  it.each([
    ['TFLITE', 'ml_p2'],
    ['ONNX', 'coreml'],
    ['KERAS', 'ml_inf1'],
    ['MXNET', 'ml_eia2'],
  ])('refuses %s on %s', (Framework, device) => {
    const [finding, ...others] = checkSupport(request({ Framework }, device));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      rule: 'support.framework',
      severity: 'error',
      path: ['OutputConfig', 'TargetDevice'],
      awsMessage: `Framework ${Framework} is not supported for target ${device}.`,
    });
    expect(finding?.fix).toBeUndefined();
  });

  it('offers the same machine as a platform', () => {
    const { label, request: next } = fixed(request({ Framework: 'TFLITE' }, 'ml_m5'));
    expect(label).toBe('Use the platform LINUX · X86_64');
    expect(next.OutputConfig).toEqual({
      S3OutputLocation: 's3://models/out',
      TargetPlatform: { Os: 'LINUX', Arch: 'X86_64' },
      CompilerOptions: '{"mcpu":"skylake-avx512"}',
    });
    expect(rules(next)).toEqual([]);
  });

  it('keeps the options of the request in its fix', () => {
    const { request: next } = fixed(request({ Framework: 'TFLITE' }, 'ml_m5', '{"mcpu":"icelake-server"}'));
    expect(next.OutputConfig.CompilerOptions).toBe('{"mcpu":"icelake-server"}');
  });

  it('replaces options that an NVIDIA platform cannot use', () => {
    const { request: next } = fixed(request({ Framework: 'TFLITE' }, 'ml_g4dn', '{"mcpu":"skylake-avx512"}'));
    expect(next.OutputConfig.CompilerOptions).toContain('"gpu-code":"sm_75"');
  });

  it('brings the options that an NVIDIA platform needs', () => {
    const { request: next } = fixed(request({ Framework: 'TFLITE' }, 'ml_p3'));
    expect(next.OutputConfig.CompilerOptions).toContain('"gpu-code":"sm_70"');
    expect(rules(next)).toEqual([]);
  });
});

describe('support.notListed', () => {
  it.each<[Json, Json | string, string[]]>([
    [{ Framework: 'DARKNET' }, 'ml_c5', ['OutputConfig', 'TargetDevice']],
    [{ Framework: 'ONNX' }, 'ml_m6g', ['OutputConfig', 'TargetDevice']],
    [{ Framework: 'ONNX' }, 'ml_inf2', ['OutputConfig', 'TargetDevice']],
    [{ Framework: 'SKLEARN' }, 'ml_c5', ['InputConfig', 'Framework']],
    [{ Framework: 'SKLEARN' }, onPlatform('LINUX', 'ARM64'), ['InputConfig', 'Framework']],
    [{ Framework: 'ONNX' }, onPlatform('LINUX', 'ARM64', 'NNA'), ['OutputConfig', 'TargetPlatform', 'Accelerator']],
  ])('warns of %j on %j', (input, target, path) => {
    const findings = checkSupport(request(input, target));
    expect(findings).toMatchObject([{ rule: 'support.notListed', severity: 'warning', path }]);
  });

  it('is said once, not again for the version', () => {
    expect(rules(request({ Framework: 'PYTORCH', FrameworkVersion: '9.9' }, 'ml_c6g'))).toEqual(['support.notListed']);
  });
});

describe('frameworkVersion', () => {
  it.each(['KERAS', 'ONNX', 'XGBOOST', 'DARKNET'])('is refused for %s', (Framework) => {
    const one = request({ Framework, FrameworkVersion: '1.0' }, 'jetson_nano');
    expect(checkSupport(one)).toMatchObject([
      {
        rule: 'frameworkVersion.framework',
        severity: 'error',
        path: ['InputConfig', 'FrameworkVersion'],
        awsMessage: expect.stringContaining('MXNet, PyTorch, TensorFlow and TensorFlow Lite') as string,
      },
    ]);
    const { label, request: next } = fixed(one);
    expect(label).toBe('Remove the framework version');
    expect(next.InputConfig).not.toHaveProperty('FrameworkVersion');
    expect(rules(next)).toEqual([]);
  });

  it('is refused for a framework without one although no target is chosen', () => {
    expect(rules(request({ Framework: 'ONNX', FrameworkVersion: '1.7' }, {}))).toEqual(['frameworkVersion.framework']);
  });

  it.each([
    ['PYTORCH', 'coreml'],
    ['TENSORFLOW', 'ml_eia2'],
    ['TFLITE', 'jacinto_tda4vm'],
    ['MXNET', 'sitara_am57x'],
    ['TENSORFLOW', 'amba_cv25'],
  ])('of %s is refused for %s', (Framework, device) => {
    const one = request({ Framework, FrameworkVersion: '1.15' }, device);
    expect(checkSupport(one)).toMatchObject([
      {
        rule: 'frameworkVersion.target',
        severity: 'error',
        awsMessage: expect.stringMatching(
          /^Unsupported framework version field for target\. .* only supported for ml_m5, ml_m4.*jetson_xavier/su,
        ) as string,
      },
    ]);
    expect(rules(fixed(one).request)).toEqual([]);
  });

  it.each<[string, string, Json | string, string]>([
    ['PYTORCH', '1.12', 'jetson_xavier', 'Use 1.8'],
    ['PYTORCH', '2.1', 'ml_c5', 'Use 2.0'],
    ['PYTORCH', '2.x', 'ml_c5', 'Use 2.0'],
    ['PYTORCH', '1.3', 'ml_c5', 'Use 1.4'],
    ['TENSORFLOW', '2.5', 'jetson_nano', 'Use 2.4'],
    ['TENSORFLOW', '2.9', onPlatform('LINUX', 'ARM64'), 'Use 2.4'],
  ])('%s %s is not listed for %j', (Framework, FrameworkVersion, target, label) => {
    const one = request({ Framework, FrameworkVersion }, target);
    expect(checkSupport(one)).toMatchObject([{ rule: 'frameworkVersion.notListed', severity: 'warning' }]);
    const fix = fixed(one);
    expect(fix.label).toBe(label);
    expect(rules(fix.request)).toEqual([]);
  });
});

describe('dataInputConfig.missing', () => {
  it.each<[Json, Json | string]>([
    [{ Framework: 'ONNX' }, 'ml_c5'],
    [{ Framework: 'TENSORFLOW' }, 'coreml'],
    [{ Framework: 'PYTORCH', FrameworkVersion: '1.13' }, 'ml_c5'],
    [{ Framework: 'PYTORCH' }, 'jetson_xavier'],
    [{ Framework: 'PYTORCH' }, onPlatform('LINUX', 'X86_64')],
    [{ Framework: 'KERAS' }, {}],
  ])('asks for the shapes of %j on %j', (input, target) => {
    expect(checkSupport(request({ ...input, DataInputConfig: undefined }, target))).toMatchObject([
      {
        rule: 'dataInputConfig.missing',
        severity: 'error',
        path: ['InputConfig', 'DataInputConfig'],
        awsMessage: expect.stringContaining('unable to extract DataInputConfig') as string,
      },
    ]);
  });
});

/** Values of the API, null as clients send it, and anything else. */
const anyOf = (values: readonly string[]) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom<string | null | undefined>(...values, undefined, null) },
    fc.string(),
  );

it('never throws, and every fix takes its finding away', () => {
  const platform = fc.record({
    Os: anyOf(stringShapes.TargetPlatformOs.values),
    Arch: anyOf(stringShapes.TargetPlatformArch.values),
    Accelerator: anyOf(stringShapes.TargetPlatformAccelerator.values),
  });
  const input = fc.record({
    Framework: anyOf(stringShapes.Framework.values),
    FrameworkVersion: anyOf(['1.4', '1.15', '1.15.3', '2.0', '2.9', '3.1', '1.x']),
    DataInputConfig: fc.constantFrom('{"a":[1]}', undefined, null),
  });
  const target = fc.record({
    TargetDevice: anyOf(stringShapes.TargetDevice.values),
    TargetPlatform: fc.option(platform, { nil: undefined }),
  });
  fc.assert(
    fc.property(input, target, (inputConfig, outputConfig) => {
      const one = request(inputConfig, outputConfig);
      for (const { rule, fix, severity, awsMessage } of checkSupport(one)) {
        expect(awsMessage !== undefined).toBe(severity === 'error');
        expect(rules(applyEdits(one, fix?.edits ?? [])).includes(rule)).toBe(fix === undefined);
      }
    }),
    { numRuns: 2000 },
  );
});
