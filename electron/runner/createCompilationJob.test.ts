import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { targetDevices } from '../../shared/catalog/catalog.ts';
import { sendSigned, type SignedRequestOptions } from './testing/signedRequest.ts';
import { cleanUp, startTestRunner } from './testing/testRunner.ts';

let keys: Pick<SignedRequestOptions, 'endpoint' | 'accessKeyId' | 'secretAccessKey'>;
let accountId: string;

beforeAll(async () => {
  const { runner } = await startTestRunner();
  keys = runner;
  accountId = runner.accountId;
});
afterAll(cleanUp);

type Json = Record<string, unknown>;

const BASE = {
  CompilationJobName: 'job',
  RoleArn: 'arn:aws:iam::123456789012:role/NeoCompilation',
  InputConfig: { S3Uri: 's3://models/model.tar.gz', DataInputConfig: '{"data":[1,3,8,8]}', Framework: 'ONNX' },
  OutputConfig: { S3OutputLocation: 's3://models/out', TargetDevice: 'ml_m5' },
  StoppingCondition: { MaxRuntimeInSeconds: 900 },
};

const create = (request: Json) =>
  sendSigned({ ...keys, operation: 'CreateCompilationJob', body: JSON.stringify(request) });

const input = (change: Json): Json => ({ InputConfig: { ...BASE.InputConfig, ...change } });
const output = (change: Json): Json => ({ OutputConfig: { ...BASE.OutputConfig, ...change } });
const platform = (TargetPlatform: Json, rest: Json = {}): Json =>
  output({ TargetDevice: undefined, TargetPlatform, ...rest });
const NVIDIA = { Os: 'LINUX', Arch: 'ARM64', Accelerator: 'NVIDIA' };
const repeat = (length: number) => 'x'.repeat(length);
const tags = (count: number) => Array.from({ length: count }, (_, index) => ({ Key: `k${index}`, Value: 'v' }));

describe('requests that break a constraint', () => {
  test.each<[string, Json, RegExp]>([
    ['no name', { CompilationJobName: undefined }, /Value null at 'compilationJobName' .* must not be null/],
    ['a null name', { CompilationJobName: null }, /Value null at 'compilationJobName'/],
    ['an empty name', { CompilationJobName: '' }, /length greater than or equal to 1/],
    ['a name with an underscore', { CompilationJobName: 'a_b' }, /Value 'a_b' at 'compilationJobName' .* pattern/],
    ['a name with a dot', { CompilationJobName: 'a.b' }, /regular expression pattern/],
    ['a name with a space', { CompilationJobName: 'a b' }, /regular expression pattern/],
    ['a name with a line break at the end', { CompilationJobName: 'a\n' }, /regular expression pattern/],
    ['a name that begins with a hyphen', { CompilationJobName: '-a' }, /regular expression pattern/],
    ['a name that ends with a hyphen', { CompilationJobName: 'a-' }, /regular expression pattern/],
    ['a name that climbs', { CompilationJobName: '../../x' }, /regular expression pattern/],
    ['a name of 64 characters', { CompilationJobName: repeat(64) }, /length less than or equal to 63/],
    ['no role', { RoleArn: undefined }, /Value null at 'roleArn'/],
    ['a short role', { RoleArn: 'arn:aws:iam' }, /length greater than or equal to 20/],
    ['a role that is a user', { RoleArn: 'arn:aws:iam::123456789012:user/someone' }, /regular expression pattern/],
    ['a role of 2,049 characters', { RoleArn: `arn:aws:iam::123456789012:role/${repeat(2049)}` }, /equal to 2048/],
    ['a package that is none', { ModelPackageVersionArn: 'arn:aws:sagemaker:x' }, /modelPackageVersionArn.* pattern/],
    ['no model', { InputConfig: undefined }, /Either InputConfig or ModelPackageVersionArn must be specified/],
    [
      'two models',
      { ModelPackageVersionArn: 'arn:aws:sagemaker:us-west-2:123456789012:model-package/m/1' },
      /cannot be specified at the same time/,
    ],
    ['no S3Uri', input({ S3Uri: undefined }), /Value null at 'inputConfig.s3Uri'/],
    ['an S3Uri of another scheme', input({ S3Uri: 'file:///etc/passwd' }), /'inputConfig.s3Uri' .* pattern/],
    ['an S3Uri without a bucket', input({ S3Uri: 's3://' }), /regular expression pattern/],
    ['an S3Uri of 1,025 characters', input({ S3Uri: `s3://b/${repeat(1018)}` }), /less than or equal to 1024/],
    ['no framework', input({ Framework: undefined }), /Value null at 'inputConfig.framework'/],
    ['an unknown framework', input({ Framework: 'CAFFE' }), /enum value set: \[TENSORFLOW, KERAS/],
    ['a framework in lower case', input({ Framework: 'onnx' }), /enum value set/],
    ['an empty framework version', input({ FrameworkVersion: '' }), /greater than or equal to 3/],
    ['a framework version of 11 characters', input({ FrameworkVersion: '1.234567890' }), /less than or equal to 10/],
    ['a framework version without a dot', input({ FrameworkVersion: '123' }), /regular expression pattern/],
    ['an empty DataInputConfig', input({ DataInputConfig: '' }), /greater than or equal to 1/],
    [
      'a DataInputConfig of 16,385 characters',
      input({ DataInputConfig: repeat(16_385) }),
      /less than or equal to 16384/,
    ],
    ['a DataInputConfig that is no JSON', input({ DataInputConfig: "{'data':[1]}" }), /Cannot load DataInputConfig/],
    [
      'a DataInputConfig that is a number',
      input({ DataInputConfig: '7' }),
      /DataInputConfig is not dictionary or list/,
    ],
    ['no output', { OutputConfig: undefined }, /Value null at 'outputConfig'/],
    ['no output location', output({ S3OutputLocation: undefined }), /Value null at 'outputConfig.s3OutputLocation'/],
    ['an output location of another scheme', output({ S3OutputLocation: '/tmp' }), /regular expression pattern/],
    ['no target', output({ TargetDevice: undefined }), /Either TargetDevice or TargetPlatform/],
    ['two targets', output({ TargetPlatform: NVIDIA }), /mutually exclusive/],
    ['an unknown device', output({ TargetDevice: 'jetson_orin' }), /'outputConfig.targetDevice' .* enum/],
    [
      'a platform without an architecture',
      platform({ Os: 'LINUX' }),
      /Value null at 'outputConfig.targetPlatform.arch'/,
    ],
    ['a platform of another system', platform({ Os: 'WINDOWS', Arch: 'X86_64' }), /enum value set: \[ANDROID, LINUX\]/],
    ['an unknown accelerator', platform({ ...NVIDIA, Accelerator: 'TPU' }), /targetPlatform.accelerator/],
    [
      'a platform that Neo lacks',
      platform({ Os: 'ANDROID', Arch: 'ARM64', Accelerator: 'NVIDIA' }),
      /Unsupported TargetPlatform/,
    ],
    ['NVIDIA without its options', platform(NVIDIA), /gpu-code, trt-ver, cuda-ver are required/],
    ['options of 2 characters', output({ CompilerOptions: '{}' }), /greater than or equal to 3/],
    ['options of 1,025 characters', output({ CompilerOptions: repeat(1025) }), /less than or equal to 1024/],
    ['options that are no JSON', output({ CompilerOptions: '{mcpu:1}' }), /CompilerOptions is not valid JSON/],
    ['options on two lines', output({ CompilerOptions: '{"a":\n1}' }), /regular expression pattern/],
    ['a KMS key with a space', output({ KmsKeyId: 'a b' }), /kmsKeyId/],
    ['no stopping condition', { StoppingCondition: undefined }, /Value null at 'stoppingCondition'/],
    ['no time at all', { StoppingCondition: { MaxRuntimeInSeconds: 0 } }, /value greater than or equal to 1/],
    ['negative time', { StoppingCondition: { MaxRuntimeInSeconds: -5 } }, /maxRuntimeInSeconds.*equal to 1/],
    ['a short pending time', { StoppingCondition: { MaxPendingTimeInSeconds: 7199 } }, /greater than or equal to 7200/],
    [
      'a long pending time',
      { StoppingCondition: { MaxPendingTimeInSeconds: 2_419_201 } },
      /less than or equal to 2419200/,
    ],
    ['51 tags', { Tags: tags(51) }, /'tags' .* less than or equal to 50/],
    ['a tag without a value', { Tags: [{ Key: 'a' }] }, /Value null at 'tags.1.member.value'/],
    ['a tag with an empty key', { Tags: [{ Key: '', Value: '' }] }, /tags.1.member.key.*greater than or equal to 1/],
    ['a tag with a long value', { Tags: [{ Key: 'a', Value: repeat(257) }] }, /less than or equal to 256/],
    ['a tag with a semicolon', { Tags: [{ Key: 'a;b', Value: '' }] }, /regular expression pattern/],
    ['no subnet', { VpcConfig: { SecurityGroupIds: ['sg-1'], Subnets: [] } }, /'vpcConfig.subnets'/],
    ['six security groups', { VpcConfig: { SecurityGroupIds: Array(6).fill('sg-1'), Subnets: ['s-1'] } }, /equal to 5/],
    ['a subnet with a slash', { VpcConfig: { SecurityGroupIds: ['sg-1'], Subnets: ['a/b'] } }, /subnets.1.member/],
  ])('%s', async (_, change, message) => {
    const answer = await create({ ...BASE, ...change });
    expect([answer.status, answer.json.__type]).toEqual([400, 'ValidationException']);
    expect(answer.json.message).toMatch(message);
    expect(answer.json.Message).toBeUndefined();
  });

  test('several at once are counted', async () => {
    const { json } = await create({ ...BASE, CompilationJobName: '_', RoleArn: 'x' });
    expect(json.message).toMatch(/^2 validation errors detected: .*compilationJobName.*; .*roleArn/);
  });
});

describe('requests with a member of the wrong JSON type', () => {
  test.each<[string, Json]>([
    ['a number for the name', { CompilationJobName: 7 }],
    ['a list for the role', { RoleArn: [] }],
    ['a text for the input', { InputConfig: 's3://models/model.tar.gz' }],
    ['an object for DataInputConfig', input({ DataInputConfig: { data: [1] } })],
    ['a list for the output', { OutputConfig: [] }],
    ['a text for the platform', platform('LINUX' as unknown as Json)],
    ['a text for the time', { StoppingCondition: { MaxRuntimeInSeconds: '900' } }],
    ['a fraction for the time', { StoppingCondition: { MaxRuntimeInSeconds: 1.5 } }],
    ['an object for the tags', { Tags: { a: 'b' } }],
    ['a number for a tag', { Tags: [{ Key: 'a', Value: 1 }] }],
    ['a wrong type besides a broken constraint', { CompilationJobName: '_', RoleArn: 1 }],
  ])('%s', async (_, change) => {
    const answer = await create({ ...BASE, ...change });
    expect([answer.status, answer.json.__type]).toEqual([400, 'SerializationException']);
    expect(answer.json.message).toMatch(/can not be converted to/);
  });
});

describe('requests that the API allows', () => {
  test.each<[string, Json]>([
    ['the longest name', { CompilationJobName: `a${'-'.repeat(30)}${repeat(32)}` }],
    ['a name of one character', { CompilationJobName: '7' }],
    ['no DataInputConfig', { CompilationJobName: 'no-shapes', ...input({ DataInputConfig: undefined }) }],
    ['an archive that is no archive', { CompilationJobName: 'csv', ...input({ S3Uri: 's3://models/train.csv' }) }],
    ['a file that is not there', { CompilationJobName: 'absent', ...input({ S3Uri: 's3://nowhere/model.tar.gz' }) }],
    ['a path that climbs', { CompilationJobName: 'climbs', ...input({ S3Uri: 's3://models/../../../etc/passwd' }) }],
    [
      'a model package',
      {
        CompilationJobName: 'package',
        InputConfig: undefined,
        ModelPackageVersionArn: 'arn:aws:sagemaker:us-west-2:123456789012:model-package/m/1',
      },
    ],
    [
      'NVIDIA with its options',
      {
        CompilationJobName: 'nvidia',
        ...platform(NVIDIA, { CompilerOptions: '{"gpu-code":"sm_62","trt-ver":"6.0.1","cuda-ver":"10.0"}' }),
      },
    ],
    ['no limit of time', { CompilationJobName: 'no-limit', StoppingCondition: {} }],
    ['fifty tags', { CompilationJobName: 'tags', Tags: tags(50) }],
    ...targetDevices.map(({ id }): [string, Json] => [
      `the device ${id}`,
      { CompilationJobName: `device-${id.replaceAll('_', '-')}`, ...output({ TargetDevice: id }) },
    ]),
  ])('%s', async (_, change) => {
    const request = { ...BASE, ...change };
    const answer = await create(request);
    const arn = `arn:aws:sagemaker:us-west-2:${accountId}:compilation-job/${request.CompilationJobName}`;
    expect(answer.json).toEqual({ CompilationJobArn: arn });
  });

  test('a name is taken once', async () => {
    const request = { ...BASE, CompilationJobName: 'taken' };
    expect((await create(request)).status).toBe(200);
    const answer = await create(request);
    expect(answer.json).toEqual({
      __type: 'ResourceInUse',
      Message: 'Resource Already Exists: Compilation job with name taken already exists. Choose a different name.',
    });
    expect(answer.status).toBe(400);
  });
});
