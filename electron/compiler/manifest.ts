import { cpus } from 'node:os';
import packageJson from '../../package.json' with { type: 'json' };
import type { CompileTask } from '../../shared/compile/compileTask.ts';
import { MODEL_ENTRY, type Latency, type Manifest, type Parity } from '../../shared/compile/manifest.ts';
import type { ModelTensor } from '../../shared/models/modelSummary.ts';
import { ONNX_RUNTIME_VERSION } from './onnxruntime.ts';
import type { CompilePlan } from './plan.ts';

export const PRODUCER = `Edgewright local runner ${packageJson.version}`;

type Tensor = Pick<ModelTensor, 'name' | 'dtype' | 'shape'>;

/** Everything that a finished compilation knows about itself. */
export interface CompilationFacts {
  task: CompileTask;
  plan: CompilePlan;
  source: Omit<Manifest['source'], 'uri'>;
  steps: readonly string[];
  result: {
    modelSha256: string;
    modelBytes: number;
    nodeCount: number;
    inputs: readonly Tensor[];
    outputs: readonly Tensor[];
  };
  parity: Parity;
  latency: Latency | null;
  compiledAt: Date;
}

/** The artifact's `manifest.json`. */
export function buildManifest(facts: CompilationFacts): Manifest {
  const { task, plan, source, result, parity } = facts;
  const { profile } = plan;
  return {
    manifestVersion: 1,
    producer: PRODUCER,
    compilationJobName: task.jobName,
    compiledAt: facts.compiledAt.toISOString(),
    source: { uri: task.archiveUri, ...source },
    request: task.request,
    target: { ...plan.target, profile: profile.id },
    tools: {
      onnxruntime: ONNX_RUNTIME_VERSION,
      node: process.version,
      platform: `${process.platform}/${process.arch}`,
      cpu: cpus()[0]?.model.trim() ?? 'unknown',
    },
    steps: [...facts.steps],
    result: {
      modelEntry: MODEL_ENTRY,
      modelSha256: result.modelSha256,
      modelBytes: result.modelBytes,
      nodeCount: result.nodeCount,
      inputs: result.inputs.map(toManifestTensor),
      outputs: result.outputs.map(toManifestTensor),
    },
    parity,
    latency: facts.latency,
    howToLoad: {
      runtime: profile.runtime,
      python: profile.howToLoad,
      // The profile's sentence claims a run, which must not be claimed without one.
      verifiedBy:
        parity.kind === 'compared' ? profile.verifiedBy : `Loaded on this machine, but not compared. ${parity.reason}`,
    },
  };
}

function toManifestTensor({ name, dtype, shape }: Tensor): Manifest['result']['inputs'][number] {
  return { name, dtype, shape: (shape ?? []).map((dimension) => (typeof dimension === 'number' ? dimension : null)) };
}
