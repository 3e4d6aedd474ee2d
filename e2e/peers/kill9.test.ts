import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import {
  CreateCompilationJobCommand,
  DescribeCompilationJobCommand,
  SageMakerClient,
  type CreateCompilationJobCommandInput,
  type DescribeCompilationJobCommandOutput,
} from '@aws-sdk/client-sagemaker';
import { afterAll, expect, test } from 'vitest';
import {
  BLAZEFACE_FRONT,
  blazefaceRequest,
  eventually,
  packModel,
  removeTemporaryDirectories,
  startRunnerWithNpm,
  temporaryDirectory,
  type NpmRunner,
} from './runnerWithNpm.ts';

afterAll(removeTemporaryDirectories);

const ROUNDS = 15;
const MAX_ROUND_MS = 2_500;

const connect = ({ endpoint, region, accessKeyId, secretAccessKey }: NpmRunner) =>
  new SageMakerClient({ endpoint, region, credentials: { accessKeyId, secretAccessKey }, maxAttempts: 1 });

/** `completed` with the very artifact that the digest names, `given up` after three interruptions, or what is wrong. */
function endOf(job: DescribeCompilationJobCommandOutput, artifact: string): string {
  const { CompilationJobStatus: status, FailureReason: reason } = job;
  if (status === 'FAILED' && reason?.includes('was interrupted 3 times by a restart')) return 'given up';
  if (status !== 'COMPLETED') return `${status}: ${reason}`;
  const digest = createHash('blake2b512').update(readFileSync(artifact)).digest('hex');
  return digest === job.ModelDigests?.ArtifactDigest ? 'completed' : 'another digest';
}

test(
  `${ROUNDS} kills at random moments lose no job and leave no half artifact`,
  async () => {
    const dataDirectory = temporaryDirectory();
    /** Jobs whose creation was answered: from then on they must not be lost. */
    const accepted: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const runner = await startRunnerWithNpm(dataDirectory);
      const client = connect(runner);
      const killed = delay(Math.random() * MAX_ROUND_MS).then(() => runner.end('SIGKILL'));
      for (let index = 0; index < 2; index += 1) {
        const name = `round-${round}-${index}`;
        const uri = packModel(runner.objectsDir, BLAZEFACE_FRONT, `models/${name}.tar.gz`);
        const request = blazefaceRequest(name, uri) as CreateCompilationJobCommandInput;
        const isAccepted = await client.send(new CreateCompilationJobCommand(request)).then(
          () => true,
          () => false,
        );
        if (isAccepted) accepted.push(name);
        await delay(Math.random() * 500);
      }
      await killed;
    }

    const runner = await startRunnerWithNpm(dataDirectory);
    const client = connect(runner);
    /** How each accepted job ended; anything else than these two words is a fault. */
    const ends: string[] = [];
    for (const name of accepted) {
      const job = await eventually(async () => {
        const answer = await client.send(new DescribeCompilationJobCommand({ CompilationJobName: name }));
        return answer.CompilationEndTime ? answer : undefined;
      });
      ends.push(endOf(job, join(runner.objectsDir, `artifacts/${name}-ml_m5.tar.gz`)));
    }
    const artifacts = join(runner.objectsDir, 'artifacts');
    for (const name of existsSync(artifacts) ? readdirSync(artifacts) : []) {
      const members = execFileSync('tar', ['tzf', join(artifacts, name)], { encoding: 'utf8' });
      expect(members.trim().split('\n').sort()).toEqual(['manifest.json', 'model.onnx']);
    }
    await runner.end('SIGTERM');
    expect(readdirSync(join(dataDirectory, 'work'))).toEqual([]);
    const given = ends.filter((end) => end === 'given up').length;
    console.log(`${accepted.length} jobs in ${ROUNDS} rounds: ${ends.length - given} completed, ${given} given up`);
    expect(ends.filter((end) => end !== 'given up' && end !== 'completed')).toEqual([]);
    expect(ends).toContain('completed');
  },
  5 * 60_000,
);
