import { describe, expect, it } from 'vitest';
import { checkCreateCompilationJob } from '../request/requestRules.ts';
import { validationExceptionMessage } from './finding.ts';

const ROLE = 'arn:aws:iam::123456789012:role/NeoCompilation';
const request = {
  CompilationJobName: 'blazeface-1',
  RoleArn: ROLE,
  InputConfig: {
    S3Uri: 's3://bucket/model.tar.gz',
    DataInputConfig: '{"input":[1,3,224,224]}',
    Framework: 'ONNX',
  },
  OutputConfig: { S3OutputLocation: 's3://bucket/out', TargetDevice: 'ml_m5' },
  StoppingCondition: { MaxRuntimeInSeconds: 900 },
};

type Change = Record<string, unknown>;
const changed = (change: Change) => ({ ...request, ...change });
const output = (change: Change) => changed({ OutputConfig: { ...request.OutputConfig, ...change } });
const input = (change: Change) => changed({ InputConfig: { ...request.InputConfig, ...change } });
const platform = (TargetPlatform: Change, more: Change = {}) =>
  output({ TargetDevice: undefined, TargetPlatform, ...more });

function errorsOf(value: unknown) {
  const check = checkCreateCompilationJob(value, { service: 'local' });
  return check.ok ? [] : check.findings.filter(({ severity }) => severity === 'error');
}

describe('checkCreateCompilationJob', () => {
  it('accepts a plain request and gives it back without unknown members', () => {
    expect(checkCreateCompilationJob({ ...request, Surprise: 1, Tags: null }, { service: 'local' })).toEqual({
      ok: true,
      request,
      warnings: [expect.objectContaining({ rule: 'request.unknownMember', path: ['Surprise'] })],
    });
  });

  it.each<[rule: string, value: unknown]>([
    ['EntityName.pattern', changed({ CompilationJobName: 'under_score' })],
    ['EntityName.pattern', changed({ CompilationJobName: '-a' })],
    ['EntityName.pattern', changed({ CompilationJobName: 'a-' })],
    ['EntityName.pattern', changed({ CompilationJobName: 'a\n' })],
    ['EntityName.minLength', changed({ CompilationJobName: '' })],
    ['EntityName.maxLength', changed({ CompilationJobName: 'a'.repeat(64) })],
    ['required', changed({ CompilationJobName: undefined })],
    ['type', changed({ CompilationJobName: 7 })],
    ['RoleArn.pattern', changed({ RoleArn: 'arn:aws:iam::12345:role/NeoCompilation' })],
    ['RoleArn.minLength', changed({ RoleArn: 'arn:aws:iam::1' })],
    ['S3Uri.pattern', input({ S3Uri: '/home/me/model.tar.gz' })],
    ['S3Uri.maxLength', input({ S3Uri: `s3://bucket/${'a'.repeat(1024)}` })],
    ['Framework.enum', input({ Framework: 'onnx' })],
    ['FrameworkVersion.pattern', input({ FrameworkVersion: '10.0' })],
    ['FrameworkVersion.maxLength', input({ FrameworkVersion: '1.123456789' })],
    ['DataInputConfig.maxLength', input({ DataInputConfig: `{"a":[${'1,'.repeat(9000)}1]}` })],
    ['dataInputConfig.json', input({ DataInputConfig: "{'input':[1,3,224,224]}" })],
    ['dataInputConfig.json', input({ DataInputConfig: '{"input":[1,3,224,224],}' })],
    ['dataInputConfig.dimensionOpen', input({ DataInputConfig: '{"input":[-1,3,224,224]}' })],
    ['dataInputConfig.dimensionOpen', input({ DataInputConfig: '{"input":[1,3,null,null]}' })],
    ['dataInputConfig.dimensionSize', input({ DataInputConfig: '{"input":[1,3,0,224]}' })],
    ['dataInputConfig.dimensionSize', input({ DataInputConfig: '{"input":[99999999999,3,1,224]}' })],
    ['dataInputConfig.shape', input({ DataInputConfig: '{"input":"1,3,224,224"}' })],
    ['dataInputConfig.list', input({ DataInputConfig: '[[1,3,224,224]]' })],
    ['dataInputConfig.empty', input({ DataInputConfig: '{}' })],
    ['dataInputConfig.duplicate', input({ DataInputConfig: '{"a":[1],"a":[2]}' })],
    ['model.none', changed({ InputConfig: undefined })],
    [
      'model.both',
      changed({ ModelPackageVersionArn: 'arn:aws:sagemaker:us-west-2:123456789012:model-package/name/1' }),
    ],
    ['ModelPackageArn.pattern', changed({ ModelPackageVersionArn: 'arn:aws:sagemaker:us:1:model-package/n' })],
    ['TargetDevice.enum', output({ TargetDevice: 'ml_m7' })],
    ['target.none', output({ TargetDevice: undefined })],
    ['target.both', output({ TargetPlatform: { Os: 'LINUX', Arch: 'ARM64' } })],
    ['target.platform', platform({ Os: 'ANDROID', Arch: 'ARM_EABIHF' })],
    ['target.platform', platform({ Os: 'LINUX', Arch: 'X86_64', Accelerator: 'MALI' })],
    ['TargetPlatformOs.enum', platform({ Os: 'WINDOWS', Arch: 'X86_64' })],
    ['required', platform({ Os: 'LINUX' })],
    ['compilerOptions.nvidia', platform({ Os: 'LINUX', Arch: 'ARM64', Accelerator: 'NVIDIA' })],
    [
      'compilerOptions.nvidia',
      platform({ Os: 'LINUX', Arch: 'ARM64', Accelerator: 'NVIDIA' }, { CompilerOptions: '{"gpu-code":"sm_62"}' }),
    ],
    ['compilerOptions.json', output({ CompilerOptions: "{'mcpu': 'skylake-avx512'}" })],
    ['compilerOptions.json', output({ CompilerOptions: '[1, 2]' })],
    ['CompilerOptions.minLength', output({ CompilerOptions: '{}' })],
    ['CompilerOptions.pattern', output({ CompilerOptions: '{\n"mcpu":"core-avx2"}' })],
    ['KmsKeyId.pattern', output({ KmsKeyId: 'key with spaces' })],
    ['MaxRuntimeInSeconds.minValue', changed({ StoppingCondition: { MaxRuntimeInSeconds: 0 } })],
    ['MaxPendingTimeInSeconds.minValue', changed({ StoppingCondition: { MaxPendingTimeInSeconds: 60 } })],
    ['type', changed({ StoppingCondition: { MaxRuntimeInSeconds: 1.5 } })],
    ['type', changed({ StoppingCondition: { MaxRuntimeInSeconds: '900' } })],
    ['required', changed({ StoppingCondition: undefined })],
    ['NeoVpcSecurityGroupIds.minLength', changed({ VpcConfig: { SecurityGroupIds: [], Subnets: ['subnet-1'] } })],
    [
      'NeoVpcSecurityGroupIds.maxLength',
      changed({ VpcConfig: { SecurityGroupIds: Array(6).fill('sg-1'), Subnets: ['subnet-1'] } }),
    ],
    ['NeoVpcSubnetId.pattern', changed({ VpcConfig: { SecurityGroupIds: ['sg-1'], Subnets: ['subnet_1'] } })],
    ['TagKey.minLength', changed({ Tags: [{ Key: '', Value: 'x' }] })],
    ['TagList.maxLength', changed({ Tags: Array(51).fill({ Key: 'a', Value: 'b' }) })],
    ['required', changed({ Tags: [{ Key: 'a' }] })],
  ])('refuses with %s', (rule, value) => {
    const errors = errorsOf(value);
    expect(errors.map((finding) => finding.rule)).toContain(rule);
    for (const { message, awsMessage } of errors) {
      expect(message).toMatch(/[.)]$/u);
      expect(awsMessage).toBeTruthy();
    }
  });

  it.each<[what: string, value: unknown]>([
    ['a scalar input', input({ DataInputConfig: '{"sr":[],"x":[1,2]}' })],
    [
      'Inferentia options, which are a JSON string',
      {
        ...output({ TargetDevice: 'ml_inf1', CompilerOptions: '"-O2"' }),
        InputConfig: { ...request.InputConfig, Framework: 'PYTORCH' },
      },
    ],
    [
      'NVIDIA with its options, in either spelling',
      platform(
        { Os: 'LINUX', Arch: 'ARM64', Accelerator: 'NVIDIA' },
        { CompilerOptions: '{"gpu_code":"sm_62","trt-ver":"6.0.1","cuda-ver":"10.0"}' },
      ),
    ],
    ['an accelerator that no table lists', platform({ Os: 'LINUX', Arch: 'ARM64', Accelerator: 'NNA' })],
    ['a job name of one letter', changed({ CompilationJobName: 'a' })],
    ['hyphens in a row', changed({ CompilationJobName: 'a--b' })],
    ['a PyTorch list form', input({ Framework: 'PYTORCH', DataInputConfig: '[[1,3,224,224]]' })],
  ])('accepts %s', (_, value) => {
    expect(errorsOf(value)).toEqual([]);
  });

  it("warns about the API document's own m5 example, which gives CPU options with NVIDIA", () => {
    const check = checkCreateCompilationJob(
      platform(
        { Os: 'LINUX', Arch: 'X86_64', Accelerator: 'NVIDIA' },
        { CompilerOptions: '{"mcpu":"skylake-avx512"}' },
      ),
      { service: 'local' },
    );
    expect(check.ok && check.warnings.map(({ rule }) => rule)).toEqual(['compilerOptions.nvidiaCpu']);
  });

  it('words constraints as the service does', () => {
    const findings = errorsOf({
      ...changed({ CompilationJobName: 'bad_name' }),
      StoppingCondition: { MaxRuntimeInSeconds: 0 },
    });
    expect(validationExceptionMessage(findings)).toBe(
      "2 validation errors detected: Value 'bad_name' at 'compilationJobName' failed to satisfy constraint: " +
        'Member must satisfy regular expression pattern: [a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}; ' +
        "Value '0' at 'stoppingCondition.maxRuntimeInSeconds' failed to satisfy constraint: " +
        'Member must have value greater than or equal to 1',
    );
  });
});
