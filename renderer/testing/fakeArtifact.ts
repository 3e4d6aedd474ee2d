import type { Manifest } from '../../shared/compile/manifest.ts';
import type { Artifact } from '../../shared/ipc/routes.ts';
import type { JobSnapshot } from '../../shared/jobs/jobSnapshot.ts';
import { targetOfJob } from '../../shared/jobs/jobSnapshot.ts';

/** The report of a fake compilation, with the numbers of a real one. */
export function fakeManifest(job: JobSnapshot): Manifest {
  return {
    manifestVersion: 1,
    producer: 'Edgewright local runner 0.1.0',
    compilationJobName: job.name,
    compiledAt: '2026-11-22T04:09:14.118Z',
    source: {
      uri: 's3://edgewright/models/9f2c41d07be6a358/blazeface-front.tar.gz',
      archiveSha256: '9f2c41d07be6a3589f2c41d07be6a3589f2c41d07be6a3589f2c41d07be6a358',
      archiveBytes: 406_113,
      modelEntry: 'blazeface-front.onnx',
      modelSha256: '41d07be6a3589f2c9f2c41d07be6a3589f2c41d07be6a3589f2c41d07be6a358',
      modelBytes: 435_882,
      opset: 9,
      nodeCount: 110,
    },
    request: {},
    target: { slug: 'ml_m5', label: targetOfJob(job), profile: 'x86-cpu' },
    tools: {
      onnxruntime: '1.30.0',
      node: 'v24.21.0',
      platform: 'linux/x64',
      cpu: 'AMD EPYC 7763 64-Core Processor',
    },
    steps: [
      'Read blazeface-front.onnx from the input archive: 436 kB, operator set 9, 110 nodes.',
      'The input input is [1, 128, 128, 3], as the model has it.',
      'Optimised with ONNX Runtime 1.30.0 at level all without NchwcTransformer: 110 → 71 nodes, 431 kB.',
      'Loaded the saved model again and compared 4 outputs with the original on seeded inputs: all pass.',
      'Measured on one thread, median of 101 runs: 1.42 ms an inference (original 1.44 ms, un-optimised 2.31 ms); session start 6.10 ms (original 19.4 ms).',
    ],
    result: {
      modelEntry: 'model.onnx',
      modelSha256: '7be6a35841d09f2c9f2c41d07be6a3589f2c41d07be6a3589f2c41d07be6a358',
      modelBytes: 430_914,
      nodeCount: 71,
      inputs: [{ name: 'input', dtype: 'float32', shape: [1, 128, 128, 3] }],
      outputs: [
        { name: 'regressors_1', dtype: 'float32', shape: [1, 512, 16] },
        { name: 'regressors_2', dtype: 'float32', shape: [1, 384, 16] },
        { name: 'classificators_1', dtype: 'float32', shape: [1, 512, 1] },
        { name: 'classificators_2', dtype: 'float32', shape: [1, 384, 1] },
      ],
    },
    parity: {
      kind: 'compared',
      seed: 20_240_229,
      outputs: [
        {
          output: 'regressors_1',
          dtype: 'float32',
          shape: [1, 512, 16],
          maxAbsoluteError: 3.1e-5,
          maxReference: 181.4,
          verdict: 'pass',
        },
        {
          output: 'regressors_2',
          dtype: 'float32',
          shape: [1, 384, 16],
          maxAbsoluteError: 2.7e-5,
          maxReference: 143.9,
          verdict: 'pass',
        },
        {
          output: 'classificators_1',
          dtype: 'float32',
          shape: [1, 512, 1],
          maxAbsoluteError: 1.2e-6,
          maxReference: 9.73,
          verdict: 'pass',
        },
        {
          output: 'classificators_2',
          dtype: 'float32',
          shape: [1, 384, 1],
          maxAbsoluteError: 0,
          maxReference: 8.51,
          verdict: 'pass',
        },
      ],
    },
    latency: {
      runs: 101,
      originalUnoptimisedMs: 2.31,
      originalDefaultMs: 1.44,
      artifactMs: 1.42,
      originalLoadMs: 19.4,
      artifactLoadMs: 6.1,
    },
    howToLoad: {
      runtime: 'ONNX Runtime 1.17 or newer for x86-64, CPU execution provider',
      python: 'InferenceSession("model.onnx", providers=["CPUExecutionProvider"])',
      verifiedBy: 'Run on this machine against the original model.',
    },
  };
}

/** The artifact of a completed fake job. */
export function fakeArtifact(job: JobSnapshot): Artifact {
  return {
    path: `/home/ada/.config/Edgewright/runner/objects/edgewright/compiled/${job.name}-ml_m5.tar.gz`,
    sizeBytes: 398_207,
    entries: [
      { name: 'model.onnx', sizeBytes: 430_914 },
      { name: 'manifest.json', sizeBytes: 4216 },
    ],
    manifest: fakeManifest(job),
  };
}
