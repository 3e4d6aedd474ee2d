import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { boto3Pythons, runProgram } from './programs.ts';
import {
  BLAZEFACE_FRONT,
  blazefaceRequest,
  packModel,
  removeTemporaryDirectories,
  startRunnerWithNpm,
  temporaryDirectory,
  type NpmRunner,
} from './runnerWithNpm.ts';

let runner: NpmRunner;

beforeAll(async () => {
  runner = await startRunnerWithNpm(temporaryDirectory());
});
afterAll(async () => {
  await runner.end('SIGTERM');
  removeTemporaryDirectories();
});

/** Prints one JSON object; boto3 before 1.28 has no DeleteCompilationJob, and says null there. */
const SCRIPT = `
import boto3, json, sys, time
from botocore.exceptions import ClientError

endpoint, request = sys.argv[1], json.loads(sys.argv[2])
client = boto3.client("sagemaker", endpoint_url=endpoint)
name = request["CompilationJobName"]
seen = {"arn": client.create_compilation_job(**request)["CompilationJobArn"]}
for _ in range(300):
    job = client.describe_compilation_job(CompilationJobName=name)
    if job["CompilationJobStatus"] in ("COMPLETED", "FAILED"):
        break
    time.sleep(0.1)
seen["status"] = job["CompilationJobStatus"]
seen["artifact"] = job["ModelArtifacts"]["S3ModelArtifacts"]
seen["times"] = [job[key].timestamp() for key in ("CreationTime", "CompilationStartTime", "CompilationEndTime")]
pages = client.get_paginator("list_compilation_jobs").paginate(PaginationConfig={"PageSize": 1})
seen["listed"] = name in [job["CompilationJobName"] for page in pages for job in page["CompilationJobSummaries"]]
seen["deleted"] = None
if hasattr(client, "delete_compilation_job"):
    client.delete_compilation_job(CompilationJobName=name)
    try:
        client.describe_compilation_job(CompilationJobName=name)
    except client.exceptions.ResourceNotFound as error:
        seen["deleted"] = error.response["Error"]["Code"]
try:
    client.create_compilation_job(**{**request, "CompilationJobName": "not_a_name"})
except ClientError as error:
    seen["refused"] = error.response["Error"]
print(json.dumps(seen))
`;

test.skipIf(boto3Pythons.length === 0)('this machine has boto3 (else: apt-get install python3-boto3)', () => {
  expect(boto3Pythons).not.toEqual([]);
});

describe.each(boto3Pythons)('$version ($program)', ({ program, version }) => {
  test('creates, describes, lists and deletes', async () => {
    const script = join(runner.dataDirectory, 'drive.py');
    writeFileSync(script, SCRIPT);
    const name = version.replaceAll(/[^a-z0-9]+/gu, '-');
    const archiveUri = packModel(runner.objectsDir, BLAZEFACE_FRONT, `models/${name}.tar.gz`);
    const request = JSON.stringify(blazefaceRequest(name, archiveUri));
    const { code, stdout, stderr } = await runProgram(runner, program, [script, runner.endpoint, request]);
    expect([code, stderr]).toEqual([0, '']);
    const seen = JSON.parse(stdout) as { times: number[]; deleted: string | null };
    expect(seen).toMatchObject({
      arn: expect.stringMatching(new RegExp(`:compilation-job/${name}$`)) as unknown,
      status: 'COMPLETED',
      artifact: `s3://artifacts/${name}-ml_m5.tar.gz`,
      listed: true,
      refused: {
        Code: 'ValidationException',
        Message: expect.stringContaining("Value 'not_a_name' at 'compilationJobName'") as unknown,
      },
    });
    expect(seen.times.toSorted((a, b) => a - b)).toEqual(seen.times);
    expect(['ResourceNotFound', null]).toContain(seen.deleted);
  });
});
