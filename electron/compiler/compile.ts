import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { CompileTask } from '../../shared/compile/compileTask.ts';
import { MANIFEST_ENTRY, MODEL_ENTRY } from '../../shared/compile/manifest.ts';
import { extractOnnxModel } from '../models/archive/extractModel.ts';
import { packArchive } from '../models/archive/packArchive.ts';
import { readOnnxHeaderFromFile } from '../models/onnx/readOnnxHeader.ts';
import { blake2b512OfFile, sha256OfFile } from './digest.ts';
import { formatBytes, formatCount } from './format.ts';
import { buildManifest } from './manifest.ts';
import { ONNX_RUNTIME_VERSION } from './onnxruntime.ts';
import { describeOptimisation, EXTERNAL_DATA_ENTRY, optimise } from './optimise.ts';
import { planCompilation } from './plan.ts';
import type { CompileReport } from './report.ts';
import { specialise } from './specialise.ts';
import { verify } from './verify.ts';

/** Protobuf messages end at 2 GiB; folding constants can make a model grow by a third. */
const MAX_INLINE_BYTES = 1.5 * 2 ** 30;

export interface CompiledArtifact {
  /** Hex BLAKE2b-512 of the artifact. */
  artifactDigest: string;
  artifactBytes: number;
  /** DataInputConfig as read off the model, when the job left it out. */
  derivedDataInputConfig: string | null;
}

/**
 * Compiles the model of a job and packs it, with its manifest, into `task.artifactPath`. Works in
 * `task.workDirectory` only and leaves nothing there but the artifact, and nothing at all when it fails.
 * @throws {CompileFailure | ArchiveError | ShapeMismatchError} for the failures of the catalogue
 */
export async function compile(task: CompileTask, report: CompileReport): Promise<CompiledArtifact> {
  requireInside(task.workDirectory, task.artifactPath);
  const sourceFolder = join(task.workDirectory, 'source');
  const resultFolder = join(task.workDirectory, 'result');
  try {
    return await compileIn(sourceFolder, resultFolder, task, report);
  } catch (error) {
    await rm(task.artifactPath, { force: true });
    throw error;
  } finally {
    await rm(sourceFolder, { recursive: true, force: true });
    await rm(resultFolder, { recursive: true, force: true });
  }
}

async function compileIn(
  sourceFolder: string,
  resultFolder: string,
  task: CompileTask,
  report: CompileReport,
): Promise<CompiledArtifact> {
  const steps: string[] = [];
  const tell = (step: string) => {
    steps.push(step);
    report.log(step);
  };
  report.stage('reading');
  const plan = planCompilation(task);
  report.log(`Target: ${plan.target.label}. Compile profile: ${plan.profile.title}. ${plan.profile.reason}`);
  await mkdir(sourceFolder, { recursive: true });
  const source = await extractOnnxModel({ archivePath: task.archivePath, directory: sourceFolder });
  const { header } = source;
  tell(
    `Read ${source.modelEntry} from the input archive: ${formatBytes(source.modelBytes)}, operator set ${header.opset ?? 'unknown'}, ${formatCount(header.nodeCount, 'node')}.`,
  );

  report.stage('specialising');
  const specialised = await specialise(source, task.dataInputConfig);
  specialised.steps.forEach(tell);

  report.stage('optimising');
  const optimised = await optimise({
    modelPath: specialised.modelPath,
    profile: plan.profile,
    directory: resultFolder,
    externalData: header.externalData.length > 0 || source.modelBytes > MAX_INLINE_BYTES,
  });
  const result = await readOnnxHeaderFromFile(optimised.modelPath);
  const resultFile = await sha256OfFile(optimised.modelPath);
  tell(
    `Optimised with ONNX Runtime ${ONNX_RUNTIME_VERSION} ${describeOptimisation(plan.profile)}: ${header.nodeCount} → ${formatCount(result.nodeCount, 'node')}, ${formatBytes(optimised.totalBytes)}.`,
  );

  const addedCasts = (result.operators.get('Cast') ?? 0) - (header.operators.get('Cast') ?? 0);
  if (addedCasts > 0) {
    tell(
      `The saved graph has ${formatCount(addedCasts, 'Cast node')} more than the original: ONNX Runtime's CPU provider computes float16 in float32.`,
    );
  }

  report.stage('verifying');
  const { parity, latency, ...verification } = await verify(
    {
      originalPath: specialised.modelPath,
      artifactPath: optimised.modelPath,
      artifactBytes: optimised.totalBytes,
      artifactLevel: plan.profile.loadOptimizationLevel,
      operators: [...header.operators.keys()],
    },
    report,
  );
  steps.push(...verification.steps);

  report.stage('packing');
  const manifest = buildManifest({
    task,
    plan,
    source: {
      archiveSha256: source.archiveSha256,
      archiveBytes: source.archiveBytes,
      modelEntry: source.modelEntry,
      modelSha256: source.modelSha256,
      modelBytes: source.modelBytes,
      opset: header.opset,
      nodeCount: header.nodeCount,
    },
    steps,
    result: {
      modelSha256: resultFile.digest,
      modelBytes: resultFile.sizeBytes,
      nodeCount: result.nodeCount,
      inputs: result.inputs,
      outputs: result.outputs,
    },
    parity,
    latency,
    compiledAt: new Date(),
  });
  const manifestPath = join(resultFolder, MANIFEST_ENTRY);
  await writeFile(manifestPath, `${JSON.stringify(manifest, null, 2)}\n`);
  const files = [
    { name: MODEL_ENTRY, path: optimised.modelPath },
    ...(optimised.externalDataPath === null ? [] : [{ name: EXTERNAL_DATA_ENTRY, path: optimised.externalDataPath }]),
    { name: MANIFEST_ENTRY, path: manifestPath },
  ];
  await packArchive(files, task.artifactPath);
  const { digest, sizeBytes } = await blake2b512OfFile(task.artifactPath);
  report.log(
    `Packed ${files.map(({ name }) => name).join(', ')} into ${task.artifactName}: ${formatBytes(sizeBytes)}, BLAKE2b-512 ${digest.slice(0, 16)}….`,
  );
  return {
    artifactDigest: digest,
    artifactBytes: sizeBytes,
    derivedDataInputConfig: specialised.derivedDataInputConfig,
  };
}

/** @throws {RangeError} when the runner asks for an artifact outside the task's own folder */
function requireInside(directory: string, path: string): void {
  const inner = relative(directory, path);
  if (inner === '' || inner.split(sep)[0] === '..' || inner === path) {
    throw new RangeError('The artifact must lie inside the work directory.');
  }
}
