import { existsSync } from 'node:fs';
import {
  DeleteCompilationJobCommand,
  DescribeCompilationJobCommand,
  ListCompilationJobsCommand,
  StopCompilationJobCommand,
} from '@aws-sdk/client-sagemaker';
import { afterEach, describe, expect, test } from 'vitest';
import { describeCompilationJobResponseSchema } from '../../shared/api/compilationJob.ts';
import { DIGEST, hang, scriptedFork, succeed, type Play } from './testing/scriptedFork.ts';
import { sendSigned } from './testing/signedRequest.ts';
import { cleanUp, createRequest, eventually, startTestRunner, type TestRunner } from './testing/testRunner.ts';

afterEach(cleanUp);

const fail: Play = (_, child) => child.tell({ kind: 'failed', reason: 'ClientError: InputConfiguration: no.' });

/** What the wire carries, not what the SDK makes of it. */
async function wireDescribe({ runner }: TestRunner, name: string): Promise<Record<string, unknown>> {
  const body = JSON.stringify({ CompilationJobName: name });
  return (await sendSigned({ ...runner, operation: 'DescribeCompilationJob', body })).json;
}

const ALWAYS = [
  'CompilationJobArn',
  'CompilationJobName',
  'CompilationJobStatus',
  'CreationTime',
  'InputConfig',
  'LastModifiedTime',
  'OutputConfig',
  'RoleArn',
  'StoppingCondition',
];

describe('DescribeCompilationJob has exactly the members that were recorded from the service, but for the image', () => {
  test.each<[string, Play, string[]]>([
    ['INPROGRESS', hang, ['CompilationStartTime']],
    ['COMPLETED', succeed(), ['CompilationStartTime', 'CompilationEndTime', 'ModelArtifacts', 'ModelDigests']],
    ['FAILED', fail, ['CompilationStartTime', 'CompilationEndTime', 'FailureReason']],
  ])('in status %s', async (status, play, members) => {
    const local = await startTestRunner({ fork: scriptedFork(play) });
    await local.create('job');
    await local.until('job', status);
    const answer = await wireDescribe(local, 'job');
    expect(Object.keys(answer).sort()).toEqual([...ALWAYS, ...members].sort());
    expect(describeCompilationJobResponseSchema.parse(answer)).toEqual(answer);
  });

  test('in status STARTING, and STOPPED before it began', async () => {
    const local = await startTestRunner({ fork: scriptedFork(hang) });
    await local.create('first');
    await local.until('first', 'INPROGRESS');
    await local.create('waiting');
    expect(Object.keys(await wireDescribe(local, 'waiting')).sort()).toEqual(ALWAYS);
    await local.stop('waiting');
    const stopped = await wireDescribe(local, 'waiting');
    expect(Object.keys(stopped).sort()).toEqual([...ALWAYS, 'CompilationEndTime'].sort());
    expect(stopped['CompilationJobStatus']).toBe('STOPPED');
  });

  test('with the platform where there is one', async () => {
    const local = await startTestRunner();
    const S3OutputLocation = 's3://models/out';
    await local.create('edge', { OutputConfig: { S3OutputLocation, TargetDevice: 'jetson_nano' } });
    const TargetPlatform = { Os: 'LINUX', Arch: 'ARM64' } as const;
    await local.create('platform', { OutputConfig: { S3OutputLocation, TargetPlatform } });
    expect((await wireDescribe(local, 'edge'))['OutputConfig']).not.toHaveProperty('TargetPlatform');
    const platform = await wireDescribe(local, 'platform');
    expect(platform['OutputConfig']).toEqual({ S3OutputLocation, TargetPlatform });
  });
});

describe('values', () => {
  test('times are epoch seconds: milliseconds at creation, whole seconds after, in order', async () => {
    const local = await startTestRunner({ clock: () => 1_700_000_000_123 });
    // The SDK signs with the machine's clock, so the job is made with a request signed for the runner's.
    const signedAt = 1_700_000_000_000;
    const send = (operation: string, body: object) =>
      sendSigned({ ...local.runner, operation, signedAt, body: JSON.stringify(body) });
    await send('CreateCompilationJob', createRequest('job'));
    const json = await eventually(async () => {
      const answer = await send('DescribeCompilationJob', { CompilationJobName: 'job' });
      return answer.json['CompilationEndTime'] === undefined ? undefined : answer.json;
    });
    expect(json).toMatchObject({
      CompilationJobStatus: 'COMPLETED',
      CreationTime: 1_700_000_000.123,
      CompilationStartTime: 1_700_000_001,
      CompilationEndTime: 1_700_000_001,
      LastModifiedTime: 1_700_000_001,
    });
  });

  test('a completed job names its artifact and its digest; the SDK reads all of it', async () => {
    const local = await startTestRunner();
    const arn = await local.create('job');
    const job = await local.until('job', 'COMPLETED');
    expect(job).toMatchObject({
      CompilationJobArn: arn,
      ModelArtifacts: { S3ModelArtifacts: 's3://models/out/model-ml_m5.tar.gz' },
      ModelDigests: { ArtifactDigest: DIGEST },
      StoppingCondition: { MaxRuntimeInSeconds: 900 },
    });
    expect(job.CreationTime).toBeInstanceOf(Date);
    expect(job.CompilationStartTime?.getTime()).toBeGreaterThanOrEqual(job.CreationTime?.getTime() ?? Infinity);
  });

  test('what was given comes back: VPC, KMS key, version, package; tags do not', async () => {
    const local = await startTestRunner();
    const VpcConfig = { SecurityGroupIds: ['sg-1'], Subnets: ['subnet-1', 'subnet-2'] };
    const OutputConfig = { S3OutputLocation: 's3://o', TargetDevice: 'rasp3b', KmsKeyId: 'alias/k' } as const;
    await local.create('job', { VpcConfig, OutputConfig, Tags: [{ Key: 'a', Value: 'b' }] });
    const answer = await wireDescribe(local, 'job');
    expect(answer).toMatchObject({ VpcConfig, OutputConfig });
    expect(answer).not.toHaveProperty('Tags');
  });

  test('a summary names the device or the platform', async () => {
    const local = await startTestRunner();
    await local.create('device');
    const TargetPlatform = { Os: 'LINUX', Arch: 'X86_64', Accelerator: 'INTEL_GRAPHICS' } as const;
    await local.create('platform', { OutputConfig: { S3OutputLocation: 's3://o', TargetPlatform } });
    await local.until('platform', 'COMPLETED');
    const { CompilationJobSummaries: summaries } = await local.client.send(new ListCompilationJobsCommand({}));
    expect(summaries?.map((summary) => Object.keys(summary).sort())).toEqual([
      [
        'CompilationEndTime',
        'CompilationJobArn',
        'CompilationJobName',
        'CompilationJobStatus',
        'CompilationStartTime',
        'CompilationTargetDevice',
        'CreationTime',
        'LastModifiedTime',
      ],
      [
        'CompilationEndTime',
        'CompilationJobArn',
        'CompilationJobName',
        'CompilationJobStatus',
        'CompilationStartTime',
        'CompilationTargetPlatformAccelerator',
        'CompilationTargetPlatformArch',
        'CompilationTargetPlatformOs',
        'CreationTime',
        'LastModifiedTime',
      ],
    ]);
  });
});

describe('jobs that are not there', () => {
  test.each([DescribeCompilationJobCommand, StopCompilationJobCommand, DeleteCompilationJobCommand])(
    '%s answers ResourceNotFound',
    async (Command) => {
      const { client } = await startTestRunner();
      await expect(
        client.send(new Command({ CompilationJobName: 'none' }) as DescribeCompilationJobCommand),
      ).rejects.toMatchObject({
        name: 'ResourceNotFound',
        message: "Could not find compilation job 'none'.",
        $metadata: { httpStatusCode: 400 },
      });
    },
  );
});

describe('DeleteCompilationJob', () => {
  const remove = ({ client }: TestRunner, CompilationJobName: string) =>
    client.send(new DeleteCompilationJobCommand({ CompilationJobName }));

  test('removes an ended job, answers an empty body, and frees its name', async () => {
    const local = await startTestRunner();
    await local.create('job');
    await local.until('job', 'COMPLETED');
    const body = '{"CompilationJobName":"job"}';
    const answer = await sendSigned({ ...local.runner, operation: 'DeleteCompilationJob', body });
    expect([answer.status, answer.text, answer.headers['content-length']]).toEqual([200, '', '0']);
    await expect(local.describe('job')).rejects.toMatchObject({ name: 'ResourceNotFound' });
    await local.create('job');
    await local.until('job', 'COMPLETED');
  });

  test('refuses a job that has not ended', async () => {
    const local = await startTestRunner({ fork: scriptedFork(hang) });
    await local.create('running');
    await local.create('waiting');
    await local.until('running', 'INPROGRESS');
    const refusal = { name: 'ValidationException', $metadata: { httpStatusCode: 400 } };
    await expect(remove(local, 'running')).rejects.toMatchObject({
      ...refusal,
      message:
        'The request was rejected because the compilation job is in status InProgress. Only a job in status Completed, Failed or Stopped can be deleted.',
    });
    await expect(remove(local, 'waiting')).rejects.toMatchObject(refusal);
  });

  test('leaves the artifact and the log', async () => {
    const local = await startTestRunner();
    await local.create('job');
    await local.until('job', 'COMPLETED');
    await remove(local, 'job');
    expect(existsSync(`${local.runner.objectsDirectory}/models/out/model-ml_m5.tar.gz`)).toBe(true);
    expect(existsSync(`${local.runner.logsDirectory}/job.log`)).toBe(true);
  });
});
