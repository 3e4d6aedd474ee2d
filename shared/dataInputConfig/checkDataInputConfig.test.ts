import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../api/applyEdits.ts';
import type { CreateCompilationJobRequest } from '../api/compilationJob.ts';
import { frameworks } from '../catalog/frameworks.ts';
import { normalizeJson } from '../json/normalizeJson.ts';
import { checkDataInputConfig } from './checkDataInputConfig.ts';
import { readDataInputConfig } from './dataInputConfig.ts';

/** The framework, and where it matters the device and its options: `PYTORCH coreml`. */
function requestOf(job: string, text: string | undefined, CompilerOptions?: string): CreateCompilationJobRequest {
  const [Framework = '', device = 'ml_c5'] = job.split(' ');
  return {
    CompilationJobName: 'job',
    RoleArn: 'arn:aws:iam::123456789012:role/NeoCompilation',
    InputConfig: { S3Uri: 's3://bucket/model.tar.gz', Framework, DataInputConfig: text },
    OutputConfig: {
      S3OutputLocation: 's3://bucket/out/',
      TargetDevice: device === 'none' || device === 'platform' ? undefined : device,
      TargetPlatform: device === 'platform' ? { Os: 'LINUX', Arch: 'ARM64' } : undefined,
      CompilerOptions,
    },
    StoppingCondition: { MaxRuntimeInSeconds: 900 },
  };
}

const check = (job: string, text: string, options?: string) => checkDataInputConfig(requestOf(job, text, options));

function findingOf(request: CreateCompilationJobRequest, rule: string) {
  const finding = checkDataInputConfig(request).find((candidate) => candidate.rule === `dataInputConfig.${rule}`);
  if (!finding)
    throw new Error(`dataInputConfig.${rule} is expected, not ${JSON.stringify(checkDataInputConfig(request))}`);
  return finding;
}

/** The text after the fix of a rule; the finding must be gone then. */
function fixed(job: string, rule: string, text: string): string | undefined {
  const request = requestOf(job, text);
  const { fix } = findingOf(request, rule);
  if (!fix) throw new Error(`dataInputConfig.${rule} is expected to have a fix`);
  const repaired = applyEdits(request, fix.edits);
  expect(checkDataInputConfig(repaired).map((finding) => finding.rule)).not.toContain(`dataInputConfig.${rule}`);
  return repaired.InputConfig?.DataInputConfig;
}

const IMAGE = '"type": "Image", "bias": [-1,-1,-1], "scale": 0.007843137255';

/** Every DataInputConfig of the API documents. */
const DOCUMENTED: [job: string, text: string, options?: string][] = [
  ['TENSORFLOW', '{"input":[1,1024,1024,3]}'],
  ['TENSORFLOW', String.raw`{\"input\":[1,1024,1024,3]}`],
  ['TENSORFLOW', '{"data1": [1,28,28,1], "data2":[1,28,28,1]}'],
  ['TENSORFLOW', String.raw`{\"data1\": [1,28,28,1], \"data2\":[1,28,28,1]}`],
  ['KERAS', '{"input_1":[1,3,224,224]}'],
  ['KERAS', String.raw`{\"input_1\":[1,3,224,224]}`],
  ['KERAS', '{"input_1": [1,3,224,224], "input_2":[1,3,224,224]}'],
  ['KERAS', '``{“input_1”: [1,3,224,224], “input_2”:[1,3,224,224]} ``'],
  ['KERAS', String.raw`{\"input_1\": [1,3,224,224], \"input_2\":[1,3,224,224]}`],
  ...['MXNET', 'ONNX'].flatMap((framework): [string, string][] => [
    [framework, '{"data":[1,3,1024,1024]}'],
    [framework, String.raw`{\"data\":[1,3,1024,1024]}`],
    [framework, '{"var1": [1,1,28,28], "var2":[1,1,28,28]}'],
    [framework, '``{“var1”: [1,1,28,28], “var2”:[1,1,28,28]} ``'],
    [framework, String.raw`{\"var1\": [1,1,28,28], \"var2\":[1,1,28,28]}`],
  ]),
  ['DARKNET jetson_tx2', '{"data":[1,3,1024,1024]}'],
  ['TFLITE rasp4b', '{"input":[1,224,224,3]}'],
  ['PYTORCH', '{"input0":[1,3,224,224]}'],
  ['PYTORCH', String.raw`{\"input0\":[1,3,224,224]}`],
  ['PYTORCH', '[[1,3,224,224]]'],
  ['PYTORCH', '{"input0":[1,3,224,224], "input1":[1,3,224,224]}'],
  ['PYTORCH', '``{"input0":[1,3,224,224], "input1":[1,3,224,224]} ``'],
  ['PYTORCH', String.raw`{\"input0\":[1,3,224,224], \"input1\":[1,3,224,224]} `],
  ['PYTORCH', '[[1,3,224,224], [1,3,224,224]]'],
  ['TENSORFLOW coreml', '{"input_1": {"shape": [1,224,224,3]}}'],
  ['TENSORFLOW coreml', '{"input_1": {"shape": ["1..10", 224, 224, 3]}}'],
  ['TENSORFLOW coreml', '{"input_1": {"shape": [[1, 224, 224, 3], [1, 160, 160, 3]]}}'],
  ['TENSORFLOW coreml', '{"input_1": {"shape": ["1..10", 224, 224, 3], "default_shape": [1, 224, 224, 3]}}'],
  ['TENSORFLOW coreml', '{"input_1": {"shape": [[1,224,224,3], [1,160,160,3]], "default_shape": [1,224,224,3]}}'],
  ['PYTORCH coreml', '[{"shape": [[1,3,224,224], [1,3,160,160]], "default_shape": [1,3,224,224]}]'],
  [
    'TENSORFLOW coreml',
    `{"input_1": {"shape": [[1,224,224,3], [1,160,160,3]], "default_shape": [1,224,224,3], ${IMAGE}}}`,
  ],
  ['PYTORCH coreml', `[{"shape": [[1,3,224,224], [1,3,160,160]], "default_shape": [1,3,224,224], ${IMAGE}}]`],
  ['TENSORFLOW ml_eia2', '{"inputs": [1, 224, 224, 3]}', '{"signature_def_key": "serving_custom"}'],
  ['TENSORFLOW ml_eia2', '{"input_tensor:0": [1, 224, 224, 3]}', '{"output_names": ["output_tensor:0"]}'],
  ['SKLEARN', '{"input":[-1,10]}'],
];
/** What flexible shapes cost is said also of the documents' examples. */
const COSTS = ['dataInputConfig.rangeCost', 'dataInputConfig.enumeratedCost'];

/** One broken text for each rule, with the text after its fix; null where only the user can know better. */
const BROKEN: [rule: string, job: string, text: string, after: string | null][] = [
  ['json', 'ONNX', "{'a': (1, 3, 8, 8),}", '{"a":[1,3,8,8]}'],
  ['json', 'ONNX', '{"a" [1]}', null],
  ['form', 'ONNX', String.raw`"{\"a\":[1]}"`, '{"a":[1]}'],
  ['form', 'ONNX', '7', null],
  ['form', 'TENSORFLOW', '[1,224,224,3]', null],
  ['empty', 'ONNX', '{}', null],
  ['empty', 'PYTORCH', '[]', null],
  ['name', 'ONNX', '{"":[1]}', null],
  ['duplicate', 'ONNX', '{"a":[1],"b":[2],"a":[1]}', '{"a":[1],"b":[2]}'],
  ['duplicate', 'ONNX', '{"a":[1],"a":[2]}', null],
  ['shape', 'PYTORCH', '[1,3,224,224]', '[[1,3,224,224]]'],
  ['shape', 'ONNX', '{"a":"1x3x224x224","b":["1",3]}', '{"a":[1,3,224,224],"b":[1,3]}'],
  ['shape', 'ONNX', '{"a":3}', null],
  ['dimensionOpen', 'ONNX', '{"a":[null,3],"b":["?",4],"c":[1]}', '{"a":[1,3],"b":[1,4],"c":[1]}'],
  ['dimensionOpen', 'ONNX', '{"a":[1,3,null,null]}', null],
  ['dimensionOpen', 'SKLEARN', '{"a":[1,-1]}', null],
  ['dimensionSize', 'ONNX', '{"a":[1,3,0,224]}', null],
  ['list', 'ONNX', '[[1,3,224,224]]', null],
  ['list', 'TENSORFLOW coreml', '[{"shape":[1,224,224,3]}]', null],
  ['objects', 'PYTORCH', '[{"shape":[1,3,8,8],"type":"Img"}]', '[[1,3,8,8]]'],
  ['objects', 'ONNX platform', '{"a":{"shape":["1..9",4],"default_shape":[2,4]},"b":[1]}', '{"a":[2,4],"b":[1]}'],
  ['objects', 'ONNX', '{"a":{"default_shape":[2,4]}}', '{"a":[2,4]}'],
  ['objects', 'ONNX', '{"a":[[1,3]]}', '{"a":[1,3]}'],
  ['objects', 'ONNX', '{"a":["1..9"]}', null],
  ['objects', 'TENSORFLOW coreml', '{"a":["1..9",4]}', '{"a":{"shape":["1..9",4]}}'],
  ['rank', 'SKLEARN', '{"a":[10]}', '{"a":[1,10]}'],
  ['rank', 'SKLEARN', '{"a":[1,2,3]}', null],
  ['notNeeded', 'XGBOOST', 'anything [', ''],
  ['range', 'TENSORFLOW coreml', '{"a":{"shape":["10..0","1-5","4..2"]}}', '{"a":{"shape":["1..10","1..5","2..4"]}}'],
  ['range', 'TENSORFLOW coreml', '{"a":{"shape":["0..0"]}}', null],
  ['shapeMissing', 'TENSORFLOW coreml', '{"a":{"default_shape":[1,2]}}', '{"a":{"shape":[1,2],"default_shape":[1,2]}}'],
  ['shapeMissing', 'TENSORFLOW coreml', '{"a":{}}', null],
  ['duplicateMember', 'TENSORFLOW coreml', '{"a":{"shape":[1],"shape":[1]}}', '{"a":{"shape":[1]}}'],
  ['duplicateMember', 'TENSORFLOW coreml', '{"a":{"shape":[1],"shape":[2]}}', null],
  ['type', 'TENSORFLOW coreml', '{"a":{"shape":[1],"type":"TensorType"}}', '{"a":{"shape":[1],"type":"Tensor"}}'],
  ['type', 'TENSORFLOW coreml', '{"a":{"shape":[1],"type":"Sound"}}', null],
  ['bias', 'TENSORFLOW coreml', '{"a":{"shape":[1],"bias":"-1"}}', null],
  [
    'scale',
    'TENSORFLOW coreml',
    '{"a":{"shape":[1],"scale":"0.5"},"b":{"shape":[1],"scale":[2]}}',
    '{"a":{"shape":[1],"scale":0.5},"b":{"shape":[1],"scale":2}}',
  ],
  ['scale', 'TENSORFLOW coreml', '{"a":{"shape":[1],"scale":true}}', null],
  ['enumeratedShapes', 'TENSORFLOW coreml', '{"a":{"shape":[[1,2],[1]]}}', null],
  ['enumeratedShapes', 'TENSORFLOW coreml', '{"a":{"shape":[["1..2"],[1]]}}', null],
  ['enumeratedTwice', 'TENSORFLOW coreml', '{"a":{"shape":[[1],[2],[1]]}}', '{"a":{"shape":[[1],[2]]}}'],
  ['enumeratedSingle', 'TENSORFLOW coreml', '{"a":{"shape":[[1,2]]}}', '{"a":{"shape":[1,2]}}'],
  [
    'defaultShape',
    'TENSORFLOW coreml',
    '{"a":{"shape":["2..4",3],"default_shape":[1,3]}}',
    '{"a":{"shape":["2..4",3],"default_shape":[2,3]}}',
  ],
  ['defaultShape', 'TENSORFLOW coreml', '{"a":{"shape":["2..4",3],"default_shape":[3]}}', '{"a":{"shape":["2..4",3]}}'],
  [
    'defaultShape',
    'TENSORFLOW coreml',
    '{"a":{"shape":[[1],[2]],"default_shape":[3]}}',
    '{"a":{"shape":[[1],[2]],"default_shape":[1]}}',
  ],
  ['defaultShape', 'TENSORFLOW coreml', '{"a":{"shape":[1],"default_shape":[2]}}', '{"a":{"shape":[1]}}'],
  ['defaultShape', 'TENSORFLOW coreml', '{"a":{"shape":[1],"default_shape":["x"]}}', '{"a":{"shape":[1]}}'],
  [
    'image',
    'PYTORCH coreml',
    '{"a":{"shape":[1,1,8,8],"type":"Image"}}',
    '{"a":{"shape":[1,1,8,8],"type":"Image","bias":[0],"scale":1}}',
  ],
  [
    'image',
    'TENSORFLOW coreml',
    '{"a":{"shape":[1,8,8,3],"type":"Image","scale":2}}',
    '{"a":{"shape":[1,8,8,3],"type":"Image","scale":2,"bias":[0,0,0]}}',
  ],
  [
    'imageOnly',
    'PYTORCH coreml',
    '{"a":{"shape":[1],"bias":[1],"scale":1}}',
    '{"a":{"shape":[1],"bias":[1],"scale":1,"type":"Image"}}',
  ],
  [
    'imageOnly',
    'PYTORCH coreml',
    '{"a":{"shape":[1],"type":"Tensor","bias":[1],"scale":1}}',
    '{"a":{"shape":[1],"type":"Image","bias":[1],"scale":1}}',
  ],
  ['imageOnly', 'PYTORCH coreml', '{"a":{"shape":[1],"scale":1}}', '{"a":{"shape":[1]}}'],
  [
    'unknownMember',
    'PYTORCH coreml',
    '{"a":{"shape":[1],"defaultShape":[1],"color":1}}',
    '{"a":{"shape":[1],"default_shape":[1]}}',
  ],
  ['rangeCost', 'PYTORCH coreml', '{"a":{"shape":["1..2"],"default_shape":[2]}}', '{"a":{"shape":[2]}}'],
  ['rangeCost', 'PYTORCH coreml', '{"a":{"shape":["1..2"]}}', null],
  ['enumeratedCost', 'PYTORCH coreml', '{"a":{"shape":[[1],[2]]},"b":{"shape":[[1],[2]]}}', null],
  ['mixedFlexibility', 'PYTORCH coreml', '{"a":{"shape":[[1],[2]]},"b":{"shape":["1..2"]}}', null],
  ['darknetInputs', 'DARKNET', '{"a":[1],"b":[2],"c":[3]}', '{"a":[1]}'],
  ['pytorchOrder', 'PYTORCH', '{"x":[1],"b":[2]}', '{"input0":[1],"input1":[2]}'],
  ['pytorchOrder', 'PYTORCH coreml', '{"x":{"shape":[1]},"b":[2]}', '{"input0":{"shape":[1]},"input1":[2]}'],
  ['eiaFrozenGraph', 'TENSORFLOW ml_eia2', '{"input_tensor:0": [1, 224, 224, 3]}', null],
  ['layout', 'KERAS', '{"a":[1,224,224,3]}', '{"a":[1,3,224,224]}'],
  ['layout', 'PYTORCH', '[[1,224,224,3]]', '[[1,3,224,224]]'],
  [
    'layout',
    'TFLITE',
    '{"a":[1,3,224,224],"b":[2,1,28,28],"c":[1,9]}',
    '{"a":[1,224,224,3],"b":[2,28,28,1],"c":[1,9]}',
  ],
  [
    'layout',
    'TENSORFLOW coreml',
    '{"a":{"shape":["1..4",3,"64..96",64],"default_shape":[1,3,64,64]}}',
    '{"a":{"shape":["1..4","64..96",64,3],"default_shape":[1,64,64,3]}}',
  ],
  ['layout', 'PYTORCH coreml', '[{"shape":[[1,64,64,3],[1,96,96,3]]}]', '[{"shape":[[1,3,64,64],[1,3,96,96]]}]'],
];

describe('checkDataInputConfig', () => {
  it.each(DOCUMENTED)('takes the documented %s %s, once it is strict JSON', (job, text, options) => {
    const normalized = normalizeJson(text).text;
    expect(check(job, normalized, options).filter(({ rule }) => !COSTS.includes(rule))).toEqual([]);
  });

  it.each(DOCUMENTED.filter(([, text]) => normalizeJson(text).changes.length > 0))(
    'refuses the spelling of %s %s on the wire, and its fix is the strict one',
    (job, text) => {
      expect(fixed(job, 'json', text)).toBe(normalizeJson(text).text);
    },
  );

  it.each(DOCUMENTED.filter(([job]) => job !== 'SKLEARN'))('the reader knows every form: %s %s', (_job, text) => {
    expect(readDataInputConfig(normalizeJson(text).text)).toMatchObject({ ok: true, isLossless: true });
  });

  it.each(BROKEN.flatMap(([rule, job, text, after]) => (after === null ? [] : [[rule, job, text, after] as const])))(
    '%s of %s %s has a fix, after which it is gone',
    (rule, job, text, after) => {
      expect(fixed(job, rule, text) ?? '').toBe(after);
    },
  );

  it.each(BROKEN.filter(([, , , after]) => after === null))('%s of %s %s offers no guess', (rule, job, text) => {
    expect(findingOf(requestOf(job, text), rule)).not.toHaveProperty('fix');
  });

  it('words errors as the service does, and warnings not at all', () => {
    for (const [, job, text] of BROKEN) {
      for (const { severity, awsMessage = '', path, message } of check(job, text)) {
        expect(awsMessage.startsWith('InputConfiguration: ')).toBe(severity === 'error');
        expect(path).toEqual(['InputConfig', 'DataInputConfig']);
        expect(message).toMatch(/[.)]$/u);
      }
    }
  });

  it.each([
    [
      'ONNX',
      '{"a":[1,3,\n null,null]}',
      'dimensionOpen',
      'Dimension 3 of "a" is null: a dimension cannot stay open, the compiler needs a fixed number. (line 2, column 2) The same holds in one more place.',
    ],
    [
      'KERAS',
      '{"a":[1,224,224,3]}',
      'layout',
      'The shape of "a" looks like NHWC. A Keras file is NHWC, but its input configuration must be NCHW.',
    ],
    ['TFLITE', '{"a":[1,3,224,224]}', 'layout', 'The shape of "a" looks like NCHW, but TensorFlow Lite wants NHWC.'],
    [
      'PYTORCH',
      '{"mask":[1],"ids":[1]}',
      'pytorchOrder',
      'The compiler gives the inputs to forward() sorted by name: "ids", "mask". Names for PyTorch are free; choose names that sort into the order of the arguments.',
    ],
    [
      'PYTORCH coreml',
      '{"a":{"shape":[1,3,8,8],"type":"Image"}}',
      'image',
      '"a" is an Image and needs bias and scale as well: a number for each channel and a factor for all pixels. (line 1, column 6)',
    ],
  ])('says of %s %s what is wrong (%s)', (job, text, rule, message) => {
    expect(findingOf(requestOf(job, text), rule).message).toBe(message);
  });

  it.each([
    [
      'SKLEARN',
      '{"a":[1,2,3]}',
      'rank',
      'InputConfiguration: InputShape for Sklearn model must have two dimensions, but got 3.',
    ],
    ['ONNX', '7', 'form', 'InputConfiguration: DataInputConfig is not dictionary or list.'],
    ['ONNX', '{"a":[0]}', 'dimensionSize', 'InputConfiguration: Input a has wrong shape in Input Shape dictionary.'],
  ])('quotes the service on %s %s (%s)', (job, text, rule, awsMessage) => {
    expect(findingOf(requestOf(job, text), rule).awsMessage).toBe(awsMessage);
  });

  it('numbers PyTorch inputs so that more than ten of them sort', () => {
    const names = Array.from({ length: 11 }, (_, index) => `"x${11 - index}":[${index + 1}]`);
    const text = fixed('PYTORCH', 'pytorchOrder', `{${names.join(',')}}`) ?? '';
    expect(Object.keys(JSON.parse(text) as object).slice(8)).toEqual(['input08', 'input09', 'input10']);
  });

  it.each([
    ['PYTORCH', '{"a":[1],"b":[2]}'],
    ['ONNX', '{"b":[1],"a":[2]}'],
    ['PYTORCH', '[[1],[2]]'],
    ['TENSORFLOW', '{"a":[1,64,56,56]}'],
    ['SKLEARN', '{"a":[1,3]}'],
    ['TENSORFLOW coreml', '{"a":[1,224,224,3],"b":{"shape":[]}}'],
    ['PYTORCH coreml', '{"a":{"shape":[1,3],"default_shape":[1,3],"type":"Tensor"}}'],
    ['PYTORCH none', '[{"shape":[1,3,224,224]}]'],
    ['TENSORFLOW ml_eia2', '{"in:put":[1]}'],
    ['ONNX ml_c5', '{"input:0":[1]}'],
  ])('has nothing to say of %s %s', (job, text) => {
    expect(check(job, text)).toEqual([]);
  });

  it('says nothing where there is no text, and leaves its length to the constraint', () => {
    expect(checkDataInputConfig(requestOf('ONNX', undefined))).toEqual([]);
    expect(check('ONNX', '')).toEqual([]);
    expect(check('ONNX', `{"a":[${'0,'.repeat(9000)}0]}`)).toEqual([]);
    expect(checkDataInputConfig({ ...requestOf('ONNX', undefined), InputConfig: undefined })).toEqual([]);
  });

  it('judges only the JSON of frameworks that it does not know', () => {
    expect(check('JAX', '{"a":[null]}')).toEqual([]);
    expect(check('JAX', '7')).toEqual([]);
    expect(check('JAX', "{'a':1}").map(({ rule }) => rule)).toEqual(['dataInputConfig.json']);
  });

  const job = fc
    .tuple(
      fc.constantFrom(...frameworks.map(({ id }) => id), 'JAX'),
      fc.constantFrom('coreml', 'ml_eia2', 'ml_c5', 'none', 'platform', 'ml_m9'),
    )
    .map((parts) => parts.join(' '));

  it('never throws, and each of its fixes makes its finding go away', () => {
    const dimension = fc.constantFrom(
      1,
      3,
      8,
      224,
      0,
      -1,
      null,
      2.5,
      '1..4',
      '4..1',
      '0..9',
      '1-3',
      '?',
      '7',
      true,
      [1],
    );
    const dimensions = fc.array(dimension, { maxLength: 5 });
    const shape = fc.oneof({ weight: 3, arbitrary: dimensions }, fc.array(dimensions), fc.constantFrom('1,3', 4, null));
    const member = fc.constantFrom('shape', 'Shape', 'default_shape', 'type', 'bias', 'scale', 'x');
    const value = fc.oneof(shape, fc.constantFrom<unknown>('Image', 'image', 'Tensor', [-1, 2], 0.5, '0.5', [1]));
    const object = fc
      .array(fc.tuple(member, value), { maxLength: 6 })
      .map((entries) => `{${entries.map(([key, given]) => `"${key}":${JSON.stringify(given)}`).join(',')}}`);
    const input = fc.oneof(
      shape.map((given) => JSON.stringify(given)),
      object,
    );
    const text = fc.oneof(
      fc.array(input, { maxLength: 3 }).map((inputs) => `[${inputs.join(',')}]`),
      fc
        .array(fc.tuple(fc.constantFrom('b', 'a', 'x:0', '1', ''), input), { maxLength: 4 })
        .map((inputs) => `{${inputs.map(([name, given]) => `"${name}":${given}`).join(',')}}`),
      fc.json(),
      fc.string({ unit: fc.constantFrom(...`{}[]"':,.1-an `.split('')) }),
    );
    fc.assert(
      fc.property(job, text, (ofJob, given) => {
        const request = requestOf(ofJob, given);
        for (const { rule, fix } of checkDataInputConfig(request)) {
          const repaired = fix ? applyEdits(request, fix.edits) : null;
          expect(repaired ? checkDataInputConfig(repaired).map((finding) => finding.rule) : []).not.toContain(rule);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    '['.repeat(16_384),
    `{"a":${'['.repeat(8000)}${']'.repeat(8000)}}`,
    `[${'[null],'.repeat(2300)}[1]]`,
    `{${'"a":[1],'.repeat(1800)}"a":[1]}`,
    `{"a":[${'"1..9",'.repeat(2000)}1]}`,
    `{"a":["1${' '.repeat(16_000)}x"]}`,
    `{"a":"1${','.repeat(16_000)}"}`,
    `${'\n'.repeat(16_000)}{"a":[0]}`,
    '\\"'.repeat(8000),
  ])('answers the longest texts within bounded time (case %#)', (text) => {
    const start = performance.now();
    for (const { id } of frameworks) check(`${id} coreml`, text);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
