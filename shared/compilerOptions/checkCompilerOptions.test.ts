import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../api/applyEdits.ts';
import type { CreateCompilationJobRequest, TargetPlatform } from '../api/compilationJob.ts';
import { stringShapes } from '../api/shapes.ts';
import {
  devicePresets,
  targetDevices,
  targetPlatforms,
  targetPresets,
  type RequestTarget,
} from '../catalog/catalog.ts';
import { checkCompilerOptions } from './checkCompilerOptions.ts';
import { NVIDIA_KEYS, nvidiaTriples } from './nvidiaTriples.ts';
import { compilerOptions } from './compilerOptions.ts';

const device = (TargetDevice: string): RequestTarget => ({ TargetDevice });
const platform = (Os: string, Arch: string, Accelerator?: string): RequestTarget => ({
  TargetPlatform: { Os, Arch, Accelerator } satisfies TargetPlatform,
});
const x86 = platform('LINUX', 'X86_64');
const jetson = platform('LINUX', 'ARM64', 'NVIDIA');
const x86Gpu = platform('LINUX', 'X86_64', 'NVIDIA');
const phone = platform('ANDROID', 'ARM64');
const m5 = device('ml_m5');
const inf1 = device('ml_inf1');
const inf2 = device('ml_inf2');
const eia = device('ml_eia2');

interface RequestParts {
  framework?: string;
  dataInputConfig?: string;
}

function request(
  target: RequestTarget,
  options: string | undefined,
  { framework = 'ONNX', dataInputConfig = '{"input":[1,3,224,224]}' }: RequestParts = {},
): CreateCompilationJobRequest {
  return {
    CompilationJobName: 'job',
    RoleArn: 'arn:aws:iam::123456789012:role/NeoCompilation',
    InputConfig: { S3Uri: 's3://bucket/model.tar.gz', Framework: framework, DataInputConfig: dataInputConfig },
    OutputConfig: { S3OutputLocation: 's3://bucket/out', ...target, CompilerOptions: options },
    StoppingCondition: { MaxRuntimeInSeconds: 900 },
  };
}

const pytorch = { framework: 'PYTORCH' };
const frozen = { framework: 'TENSORFLOW', dataInputConfig: '{"input_tensor:0":[1,224,224,3]}' };
const saved = { framework: 'TENSORFLOW', dataInputConfig: '{"inputs":[1,224,224,3]}' };

const rulesOf = (value: CreateCompilationJobRequest) => checkCompilerOptions(value).map(({ rule }) => rule);

/** The text that the fix makes; undefined when it takes the options away. */
type Fixed = string | undefined;

describe('checkCompilerOptions', () => {
  it.each<[rule: string, target: RequestTarget, options: string | undefined, fixed: Fixed, parts?: RequestParts]>([
    ['json', m5, "{'mcpu': 'skylake-avx512'}", '{"mcpu":"skylake-avx512"}'],
    [
      'json',
      jetson,
      "{'gpu_code': 'sm_72', 'trt-ver': '6.0.1', 'cuda-ver': '10.1',}",
      '{"gpu-code":"sm_72","trt-ver":"6.0.1","cuda-ver":"10.1"}',
    ],
    ['json', m5, '[1, 2]', undefined],
    ['json', m5, '128', undefined],
    ['json', m5, 'true', undefined],
    ['json', m5, 'null', undefined],
    ['json', m5, '   ', undefined],
    ['json', inf1, '--verbose 1 -O2', '"--verbose 1 -O2"'],
    ['json', device('ml_m9'), "{'mcpu':'x'}", '{"mcpu":"x"}'],
    ['form', m5, '"--verbose 1"', undefined],
    ['form', m5, String.raw`"{\"mcpu\":\"core-avx2\"}"`, '{"mcpu":"core-avx2"}'],
    ['inferentia', inf1, '{"dtype":"int64"}', '"--dtype int64"'],
    ['inferentia', inf1, '{"verbose":1,"--num-neuroncores":2,"-O":"2"}', '"--verbose 1 --num-neuroncores 2 -O2"'],
    ['inferentia', inf1, '{"mcpu":"core-avx2"}', undefined],
    ['inferentia', inf1, '""', undefined],
    ['inferentia', inf2, '" "', undefined],
    ['inferentia', inf1, String.raw`"\"--verbose 1\""`, '"--verbose 1"'],
    ['inferentia', inf1, String.raw`"{\"dtype\":\"int64\"}"`, '"--dtype int64"'],
    ['duplicate', x86, '{"mcpu":"a","mattr":["+a"],"mcpu":"b"}', '{"mcpu":"b","mattr":["+a"]}'],
    ['nvidia', jetson, undefined, '{"gpu-code":"sm_62","trt-ver":"6.0.1","cuda-ver":"10.0"}'],
    ['nvidia', x86Gpu, undefined, '{"gpu-code":"sm_70","trt-ver":"6.0.1","cuda-ver":"10.0"}'],
    [
      'nvidia',
      jetson,
      '{"x":1e3,"gpu-code":"sm_53"}',
      '{"x":1e3,"gpu-code":"sm_53","trt-ver":"5.0.6","cuda-ver":"10.0"}',
    ],
    [
      'nvidia',
      jetson,
      '{"gpu-code":"sm_53","cuda-ver":"10.2"}',
      '{"gpu-code":"sm_53","cuda-ver":"10.2","trt-ver":"7.1.3"}',
    ],
    [
      'nvidia',
      platform('LINUX', 'ARM64', 'NVIDIA'),
      '{"JETPACK_VERSION":"4.6"}',
      '{"JETPACK_VERSION":"4.6","gpu-code":"sm_62","trt-ver":"6.0.1","cuda-ver":"10.0"}',
    ],
    [
      'gpuCode',
      jetson,
      '{"gpu-code":"62","trt-ver":"6.0.1","cuda-ver":"10.0"}',
      '{"gpu-code":"sm_62","trt-ver":"6.0.1","cuda-ver":"10.0"}',
    ],
    ['gpuCode', device('jetson_nano'), '{"gpu-code":"maxwell"}', '{"gpu-code":"sm_53"}'],
    [
      'trtVer',
      jetson,
      '{"gpu-code":"sm_53","trt-ver":"7.1","cuda-ver":"10.2"}',
      '{"gpu-code":"sm_53","trt-ver":"7.1.3","cuda-ver":"10.2"}',
    ],
    [
      'trtVer',
      jetson,
      '{"gpu-code":"sm_72","trt-ver":"8.2.1.8","cuda-ver":"10.2"}',
      '{"gpu-code":"sm_72","trt-ver":"8.2.1","cuda-ver":"10.2"}',
    ],
    [
      'cudaVer',
      jetson,
      '{"gpu-code":"sm_62","trt-ver":"6.0.1","cuda-ver":10.0}',
      '{"gpu-code":"sm_62","trt-ver":"6.0.1","cuda-ver":"10.0"}',
    ],
    [
      'cudaVer',
      x86Gpu,
      '{"gpu-code":"sm_75","trt-ver":"7.1.3","cuda-ver":10.2}',
      '{"gpu-code":"sm_75","trt-ver":"7.1.3","cuda-ver":"10.2"}',
    ],
    [
      'cudaVer',
      jetson,
      '{"gpu-code":"sm_62","trt-ver":"6.0.1","cuda-ver":"10"}',
      '{"gpu-code":"sm_62","trt-ver":"6.0.1","cuda-ver":"10.0"}',
    ],
    [
      'cudaVer',
      jetson,
      '{"gpu-code":"sm_72","trt-ver":"8.2.1","cuda-ver":"10.2.89"}',
      '{"gpu-code":"sm_72","trt-ver":"8.2.1","cuda-ver":"10.2"}',
    ],
    [
      'cudaVer',
      jetson,
      '{"gpu-code":"sm_72","trt-ver":"8.5.2","cuda-ver":null}',
      '{"gpu-code":"sm_72","trt-ver":"8.5.2","cuda-ver":"11.4"}',
    ],
    ['androidPlatform', phone, '{"ANDROID_PLATFORM":"28"}', '{"ANDROID_PLATFORM":28}'],
    ['androidPlatform', phone, '{"ANDROID_PLATFORM":30}', '{"ANDROID_PLATFORM":29}'],
    ['androidPlatform', device('qcs605'), '{"ANDROID_PLATFORM":8}', '{"ANDROID_PLATFORM":21}'],
    ['androidPlatform', phone, '{"ANDROID_PLATFORM":27.4,"x":1}', '{"ANDROID_PLATFORM":27,"x":1}'],
    ['androidPlatform', phone, '{"ANDROID_PLATFORM":"pie"}', undefined],
    ['mattr', device('rasp3b'), '{"mattr":"+neon"}', '{"mattr":["+neon"]}'],
    ['mattr', device('rasp3b'), '{"mattr":"neon, vfpv4"}', '{"mattr":["+neon","+vfpv4"]}'],
    ['mattr', phone, '{"mattr":["neon",1],"ANDROID_PLATFORM":29}', '{"mattr":["+neon"],"ANDROID_PLATFORM":29}'],
    [
      'mattr',
      jetson,
      '{"mattr":7,"gpu-code":"sm_62","trt-ver":"6.0.1","cuda-ver":"10.0"}',
      '{"gpu-code":"sm_62","trt-ver":"6.0.1","cuda-ver":"10.0"}',
    ],
    ['mcpu', x86, '{"mcpu":""}', undefined],
    ['mcpu', x86, '{"mcpu":["core-avx2"]}', '{"mcpu":"core-avx2"}'],
    ['dtype', m5, '{"dtype":"float16"}', '{"dtype":"float32"}', pytorch],
    ['dtype', m5, '{"dtype":"INT64"}', '{"dtype":"int64"}', pytorch],
    ['classLabels', device('coreml'), '{"class_labels":["a.txt"]}', '{"class_labels":"a.txt"}'],
    ['classLabels', device('coreml'), '{"class_labels":"s3://bucket/a.txt"}', '{"class_labels":"a.txt"}'],
    ['classLabels', device('coreml'), '{"class_labels":""}', undefined],
    ['precisionMode', eia, '{"precision_mode":"fp16"}', '{"precision_mode":"FP16"}', saved],
    ['precisionMode', eia, '{"precision_mode":"INT8"}', '{"precision_mode":"FP32"}', saved],
    ['signatureDefKey', eia, '{"signature_def_key":["serving"]}', '{"signature_def_key":"serving"}', saved],
    ['outputNames', eia, '{"output_names":"output:0"}', '{"output_names":["output:0"]}', frozen],
    ['outputNames', eia, '{"output_names":[]}', undefined, frozen],
    ['eiaOneOf', eia, '{"signature_def_key":"s","output_names":["o:0"]}', '{"signature_def_key":"s"}', saved],
    ['eiaOneOf', eia, '{"signature_def_key":"s","output_names":["o:0"]}', '{"output_names":["o:0"]}', frozen],
  ])('refuses with compilerOptions.%s on %j: %s', (topic, target, options, fixed, parts) => {
    const rule = `compilerOptions.${topic}`;
    const value = request(target, options, parts);
    const [finding, ...others] = checkCompilerOptions(value);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule, severity: 'error', path: ['OutputConfig', 'CompilerOptions'] });
    expect(finding?.message).toMatch(/[.)]$/u);
    expect(finding?.awsMessage).toBeTruthy();
    const repaired = applyEdits(value, finding?.fix?.edits ?? []);
    expect(repaired.OutputConfig.CompilerOptions).toBe(fixed);
    expect(checkCompilerOptions(repaired)).toEqual([]);
  });

  it.each<[rule: string, target: RequestTarget, options: string, fixed: string | undefined, parts?: RequestParts]>([
    ['inferentia', inf2, '{"verbose":1}', '"--verbose 1"'],
    ['inferentia', device('ml_trn1'), '{"dtype":"float32","x":{}}', undefined, pytorch],
    [
      'spelling',
      jetson,
      '{"gpu_code":"sm_62","trt-ver":"6.0.1","cuda-ver":"10.0"}',
      '{"gpu-code":"sm_62","trt-ver":"6.0.1","cuda-ver":"10.0"}',
    ],
    [
      'spelling',
      jetson,
      '{"gpu-code":"sm_62","trt_ver":"6.0.1","cuda-ver":"10.0"}',
      '{"gpu-code":"sm_62","trt-ver":"6.0.1","cuda-ver":"10.0"}',
    ],
    [
      'spelling',
      jetson,
      '{"gpu-code":"sm_62","trt-ver":"6.0.1","cuda_ver":"10.0"}',
      '{"gpu-code":"sm_62","trt-ver":"6.0.1","cuda-ver":"10.0"}',
    ],
    [
      'spelling',
      device('jetson_nano'),
      '{"JETPACK_VERSION":"4.6","gpu_code":"sm_72"}',
      '{"JETPACK_VERSION":"4.6","gpu-code":"sm_72"}',
    ],
    ['spelling', m5, '{"DTYPE":"int64"}', '{"dtype":"int64"}', pytorch],
    [
      'nvidiaTriple',
      jetson,
      '{"gpu-code":"sm_72","trt-ver":"8.0.1","cuda-ver":"10.2","y":0}',
      '{"gpu-code":"sm_72","trt-ver":"8.2.1","cuda-ver":"10.2","y":0}',
    ],
    [
      'nvidiaTriple',
      device('jetson_tx2'),
      '{"gpu-code":"sm_62","trt-ver":"8.2.1","cuda-ver":"10.2"}',
      '{"gpu-code":"sm_62","trt-ver":"6.0.1","cuda-ver":"10.0"}',
    ],
    [
      'cudaTooNew',
      jetson,
      '{"gpu-code":"sm_72","trt-ver":"8.6.2","cuda-ver":"12.2"}',
      '{"gpu-code":"sm_72","trt-ver":"8.5.2","cuda-ver":"11.4"}',
    ],
    ['nvidiaTarget', x86, '{"gpu-code":"sm_62","trt-ver":6,"x":1}', '{"x":1}'],
    ['androidPlatformTarget', x86, '{"ANDROID_PLATFORM":99}', undefined],
    ['dtypeTarget', m5, '{"dtype":"float16","mcpu":"x"}', '{"mcpu":"x"}'],
    ['dtypeTarget', x86, '{"dtype":"float32"}', undefined, pytorch],
    ['classLabelsTarget', m5, '{"class_labels":"a.txt"}', undefined],
    ['eiaTarget', m5, '{"precision_mode":"FP16","output_names":["o:0"]}', undefined],
  ])('warns with compilerOptions.%s on %j: %s', (topic, target, options, fixed, parts) => {
    const rule = `compilerOptions.${topic}`;
    const value = request(target, options, parts);
    const [finding, ...others] = checkCompilerOptions(value);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule, severity: 'warning', path: ['OutputConfig', 'CompilerOptions'] });
    expect(finding).not.toHaveProperty('awsMessage');
    const repaired = applyEdits(value, finding?.fix?.edits ?? []);
    expect(repaired.OutputConfig.CompilerOptions).toBe(fixed);
    expect(checkCompilerOptions(repaired)).toEqual([]);
  });

  it('keeps the digits of a version that is written as a number', () => {
    const value = request(jetson, '{"gpu-code":"sm_72","trt-ver":"8.5.2","cuda-ver":11.40}');
    const finding = checkCompilerOptions(value).find(({ rule }) => rule === 'compilerOptions.cudaVer');
    expect(applyEdits(value, finding?.fix?.edits ?? []).OutputConfig.CompilerOptions).toBe(
      '{"gpu-code":"sm_72","trt-ver":"8.5.2","cuda-ver":"11.40"}',
    );
  });

  it('has no fix for text that cannot be understood', () => {
    const [finding] = checkCompilerOptions(request(m5, '{"mcpu"'));
    expect(finding?.rule).toBe('compilerOptions.json');
    expect(finding?.fix).toBeUndefined();
  });

  it("warns of the API document's m5 example, and offers to take its accelerator away", () => {
    const value = request(x86Gpu, '{"mcpu":"skylake-avx512"}');
    const [finding, ...others] = checkCompilerOptions(value);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule: 'compilerOptions.nvidiaCpu', severity: 'warning' });
    const repaired = applyEdits(value, finding?.fix?.edits ?? []);
    expect(repaired.OutputConfig.TargetPlatform).toEqual({ Os: 'LINUX', Arch: 'X86_64' });
    expect(checkCompilerOptions(repaired)).toEqual([]);
  });

  it('completes the GPU options that stand beside one for the CPU', () => {
    const value = request(jetson, '{"mcpu":"carmel","gpu_code":"sm_72"}');
    const finding = checkCompilerOptions(value).find(({ rule }) => rule === 'compilerOptions.nvidiaCpu');
    expect(applyEdits(value, finding?.fix?.edits ?? []).OutputConfig.CompilerOptions).toBe(
      '{"mcpu":"carmel","gpu_code":"sm_72","trt-ver":"5.1.6","cuda-ver":"10.0"}',
    );
  });

  it.each<[target: RequestTarget, options: string | undefined, parts?: RequestParts]>([
    [platform('LINUX', 'ARM_EABIHF'), '{"mattr": ["+neon"]}'],
    [jetson, '{"gpu-code": "sm_62", "trt-ver": "6.0.1", "cuda-ver": "10.0"}'],
    [platform('LINUX', 'ARM64', 'MALI'), undefined],
    [platform('ANDROID', 'ARM_EABI'), '{"ANDROID_PLATFORM": 25, "mattr": ["+neon"]}'],
    [phone, '{"ANDROID_PLATFORM": 29}'],
    [phone, '{"ANDROID_PLATFORM": 28}'],
    [m5, '{"dtype" : "float32"}', pytorch],
    [x86, '{"mcpu": "skylake-avx512"}'],
    [platform('LINUX', 'ARM_EABIHF'), '{"mattr": ["+neon", "+vfpv4"]}'],
    [jetson, '{"gpu-code": "sm_72", "trt-ver": "6.0.1", "cuda-ver": "10.1"}'],
    [inf1, '"--verbose 1 --num-neuroncores 2 -O2"'],
    [inf1, '"--dtype int64"', pytorch],
    [device('coreml'), '{"class_labels": "imagenet_labels_1000.txt"}', saved],
    [eia, '{"precision_mode": "FP32", "output_names": ["output:0"]}', frozen],
    [eia, '{"signature_def_key": "serving_custom"}', saved],
    [eia, '{"output_names": ["output_tensor:0"]}', frozen],
    [device('sbe_c'), '{"mcpu": "core-avx2"}'],
    [
      jetson,
      '{"gpu-code":"sm_72","trt-ver":"8.2.1","cuda-ver":"10.2","max-workspace-size":"2147483648","precision-mode":"fp16","jetson-platform":"xavier"}',
    ],
    [x86, '{"opt-level":3,"of-the-future":{"a":[null]}}'],
    [inf1, undefined],
    [device('ml_g4dn'), '{"gpu-code":"sm_75","trt-ver":"7.1.3","cuda-ver":"10.2"}'],
  ])('says nothing of the documented example for %j: %s', (target, options, parts) => {
    expect(checkCompilerOptions(request(target, options, parts))).toEqual([]);
  });

  it.each(devicePresets)('says nothing of the preset $id', ({ target, compilerOptions: options }) => {
    expect(rulesOf(request(target, options ?? undefined))).toEqual([]);
  });

  it.each(targetPresets)('says nothing of the preset $id', ({ platform: TargetPlatform, compilerOptions: options }) => {
    expect(rulesOf(request({ TargetPlatform }, options ?? undefined))).toEqual([]);
  });

  it('says nothing of any known triple', () => {
    for (const triple of nvidiaTriples) {
      const options = JSON.stringify(Object.fromEntries(NVIDIA_KEYS.map((key) => [key, triple[key]])));
      expect(rulesOf(request(platform('LINUX', triple.arch, 'NVIDIA'), options))).toEqual([]);
    }
  });

  it('judges only the JSON where the target is not known, or not one', () => {
    const options = '{"dtype":1,"gpu_code":2,"ANDROID_PLATFORM":3,"a":1,"a":2}';
    for (const target of [device('ml_m9'), platform('LINUX', 'RISCV'), {}, { ...m5, ...jetson }]) {
      expect(rulesOf(request(target, options))).toEqual([]);
      expect(rulesOf(request(target, '"--flags"'))).toEqual([]);
      expect(rulesOf(request(target, '{'))).toEqual(['compilerOptions.json']);
    }
  });

  it('gives dtype the benefit of the doubt when a model package hides the framework', () => {
    const { InputConfig: _, ...value } = request(m5, '{"dtype":"int64"}');
    expect(checkCompilerOptions(value)).toEqual([]);
  });

  it('leaves texts that are too long to their shape', () => {
    expect(rulesOf(request(m5, `{${' '.repeat(1024)}`))).toEqual([]);
  });

  it('names what is wrong, what would be right, and where', () => {
    const messagesOf = (target: RequestTarget, options?: string, parts?: RequestParts) =>
      checkCompilerOptions(request(target, options, parts)).map(({ message }) => message);
    expect(messagesOf(m5, "{'a':1}")).toEqual([
      'The compiler options are not valid JSON: A name in double quotes is expected (line 1, column 2).',
    ]);
    expect(messagesOf(jetson, '{"gpu-code":"sm_53"}')).toEqual([
      'An NVIDIA target needs the compiler options trt-ver, cuda-ver, such as {"gpu-code":"sm_53","trt-ver":"5.0.6","cuda-ver":"10.0"} (Jetson Nano, JetPack 4.2).',
    ]);
    expect(messagesOf(jetson, '{"gpu-code":"sm_72","trt-ver":"8.0.1","cuda-ver":"10.2"}')).toEqual([
      'These NVIDIA versions are not known to work together. Known to work: sm_72, TensorRT 8.2.1, CUDA 10.2 (Jetson Xavier, JetPack 4.6.1); sm_72, TensorRT 6.0.1, CUDA 10.1 (Example of the CompilerOptions document).',
    ]);
    expect(messagesOf(phone, '{"ANDROID_PLATFORM":"28"}')).toEqual([
      'The compiler option ANDROID_PLATFORM must be a whole number from 21 to 29, without quotes.',
    ]);
    expect(messagesOf(m5, '{"dtype":"float16"}', pytorch)).toEqual([
      'The compiler option dtype must be float32, float, int64 or long.',
    ]);
    expect(messagesOf(m5, '{"dtype":"float32"}')).toEqual([
      'dtype has no effect here: it is for PyTorch models on ml_ instances other than Inferentia and Trainium.',
    ]);
  });

  it('never throws, and every fix makes its finding go', () => {
    const target = fc.constantFrom<RequestTarget>(
      ...targetDevices.map(({ id }) => device(id)),
      ...targetPlatforms.map(({ os, arch, accelerator }) => platform(os, arch, accelerator ?? undefined)),
    );
    const key = fc.constantFrom(...compilerOptions.flatMap(({ key: name, spellings }) => [name, ...spellings]), 'x');
    const known = compilerOptions.flatMap(({ examples, values }) => [
      ...examples.map(({ value }) => JSON.stringify(value)),
      ...(values ?? []).map((value) => JSON.stringify(value)),
    ]);
    const value = fc.oneof(
      fc.constantFrom(
        ...known,
        '10.0',
        '28',
        '"28"',
        '"+neon"',
        '"neon"',
        '[]',
        '""',
        'null',
        '"12.2"',
        '"sm62"',
        '{}',
      ),
      fc.json({ maxDepth: 1 }),
    );
    const object = fc
      .array(fc.tuple(key, value), { maxLength: 5 })
      .map((members) => `{${members.map(([name, text]) => `${JSON.stringify(name)}: ${text}`).join(', ')}}`);
    const text = fc.oneof(
      { weight: 6, arbitrary: object },
      object.map((json) => JSON.stringify(json)),
      object.map((json) => json.replaceAll('"', "'")),
      fc.string(),
      fc.constantFrom('""', '"-O2"', String.raw`"\"-O2\""`, '--verbose 1', '[1]', 'None', ' '),
    );
    fc.assert(
      fc.property(
        target,
        fc.option(text, { nil: undefined }),
        fc.constantFrom(...stringShapes.Framework.values),
        fc.constantFrom('{"a":[1]}', '{"a:0":[1]}'),
        (any, options, framework, dataInputConfig) => {
          const judged = request(any, options, { framework, dataInputConfig });
          const findings = checkCompilerOptions(judged);
          const countOf = (rule: string, among: typeof findings) => among.filter((other) => other.rule === rule).length;
          for (const { rule, severity, message, awsMessage, fix } of findings) {
            expect(message).toMatch(/[.)]$/u);
            expect(awsMessage !== undefined).toBe(severity === 'error');
            // Only text that cannot be understood has no fix.
            expect(fix !== undefined || rule === 'compilerOptions.json').toBe(true);
            const repaired = fix ? checkCompilerOptions(applyEdits(judged, fix.edits)) : [];
            expect(countOf(rule, repaired)).toBeLessThan(countOf(rule, findings));
          }
        },
      ),
      { numRuns: 3000 },
    );
  });
});
