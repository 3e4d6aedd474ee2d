import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { CreateCompilationJobRequest } from '../api/compilationJob.ts';
import { awsCliCommand } from './awsCliCommand.ts';

const request: CreateCompilationJobRequest = {
  CompilationJobName: 'quoted',
  RoleArn: 'arn:aws:iam::000000000000:role/edgewright-local',
  InputConfig: {
    S3Uri: 's3://bucket/it\'s a $model `x` \\ "y".tar.gz',
    DataInputConfig: '{"input:0":[1,3,224,224]}',
    Framework: 'ONNX',
  },
  OutputConfig: {
    S3OutputLocation: 's3://bucket/out',
    TargetDevice: 'jetson_tx2',
    CompilerOptions: '{"gpu-code":"sm_62"}',
    KmsKeyId: undefined,
  },
  StoppingCondition: { MaxRuntimeInSeconds: 900 },
};

/** What a POSIX shell makes of a command: its environment and the words that `aws` would get. */
function wordsOf(command: string): { credentials: string; words: string[] } {
  const fakeAws = 'aws() { printf "%s\\0" "$AWS_SHARED_CREDENTIALS_FILE" "$@"; }\n';
  const output = execFileSync('sh', ['-c', fakeAws + command], { encoding: 'utf8', env: {} });
  const [credentials = '', ...words] = output.split('\0').slice(0, -1);
  return { credentials, words };
}

describe('awsCliCommand', () => {
  it('survives a shell: every quote, space and dollar arrives as it was', () => {
    const { credentials, words } = wordsOf(
      awsCliCommand(request, {
        endpointUrl: 'http://127.0.0.1:4000',
        region: 'us-west-2',
        credentialsFile: "/home/o'neil/my runner/aws-credentials",
      }),
    );
    expect(credentials).toBe("/home/o'neil/my runner/aws-credentials");
    expect(words.slice(0, 6)).toEqual([
      'sagemaker',
      'create-compilation-job',
      '--endpoint-url',
      'http://127.0.0.1:4000',
      '--region',
      'us-west-2',
    ]);
    expect(JSON.parse(words.at(-1) ?? '')).toEqual(JSON.parse(JSON.stringify(request)));
  });

  it('names neither endpoint nor credentials for AWS itself', () => {
    const command = awsCliCommand(request, { endpointUrl: null, region: 'eu-west-1', credentialsFile: null });
    expect(command).toMatch(/^aws sagemaker create-compilation-job/u);
    expect(command).not.toContain('--endpoint-url');
  });
});
