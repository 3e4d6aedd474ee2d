import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CompileProfile } from '../../shared/catalog/catalog.ts';
import { MODEL_ENTRY } from '../../shared/compile/manifest.ts';
import { OnnxSession } from './onnxruntime.ts';
import { ortFailure } from './ortErrors.ts';

/** Name of the file that takes the weights of a large artifact, beside the model. */
export const EXTERNAL_DATA_ENTRY = `${MODEL_ENTRY}.data`;

export interface OptimiseOptions {
  modelPath: string;
  profile: CompileProfile;
  /** A folder that is made, and removed again when the optimisation fails. */
  directory: string;
  /** Keep the weights in a file of their own: the only way beyond protobuf's 2 GiB. */
  externalData: boolean;
}

export interface OptimisedModel {
  modelPath: string;
  /** Null when every weight is inside the model file. */
  externalDataPath: string | null;
  /** Of both files. */
  totalBytes: number;
}

/**
 * Optimises a model as its compile profile says and saves the graph.
 * @throws {CompileFailure} what ONNX Runtime refuses, as a failure of the catalogue
 */
export async function optimise(options: OptimiseOptions): Promise<OptimisedModel> {
  const { modelPath, profile, directory, externalData } = options;
  const optimisedPath = join(directory, MODEL_ENTRY);
  await mkdir(directory, { recursive: true });
  try {
    const session = await OnnxSession.open(modelPath, profile.graphOptimizationLevel, {
      modelPath: optimisedPath,
      externalDataName: externalData ? EXTERNAL_DATA_ENTRY : null,
      disabledOptimizers: profile.disabledOptimizers,
    });
    await session.release();
  } catch (error) {
    // ONNX Runtime may leave a file behind although it failed.
    await rm(directory, { recursive: true, force: true });
    throw ortFailure(error);
  }
  const externalDataPath = join(directory, EXTERNAL_DATA_ENTRY);
  // Small weights stay in the model file, so there may be no other file.
  const externalBytes = await sizeOf(externalDataPath);
  return {
    modelPath: optimisedPath,
    externalDataPath: externalBytes === null ? null : externalDataPath,
    totalBytes: ((await sizeOf(optimisedPath)) ?? 0) + (externalBytes ?? 0),
  };
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch {
    return null;
  }
}

/** How the profile's optimisation is told: `at level all, without NchwcTransformer`. */
export function describeOptimisation({ graphOptimizationLevel, disabledOptimizers }: CompileProfile): string {
  const without = disabledOptimizers.length > 0 ? `, without ${disabledOptimizers.join(' and ')}` : '';
  return `at level ${graphOptimizationLevel}${without}`;
}
