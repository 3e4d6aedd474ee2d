import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMPILE_STAGES, type CompileTask } from '../../shared/compile/compileTask.ts';
import { manifestSchema, type Manifest } from '../../shared/compile/manifest.ts';
import { readArchive } from '../models/archive/readArchive.ts';
import { buildOnnx } from '../models/testing/onnxBuilder.ts';
import { buildAddModel, buildSymbolicModel } from '../models/testing/sampleModels.ts';
import { compile } from './compile.ts';
import { failureReasonOf } from './failureReasonOf.ts';
import { OnnxSession, toFeeds } from './onnxruntime.ts';
import { pathRedactor } from './redact.ts';
import {
  compileTask,
  listFolder,
  MODELS,
  RecordedReport,
  temporaryFolder,
  type TestInput,
} from './testing/compileFixture.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Unpacks an artifact as a user would, and reads its manifest. */
async function unpack(artifactPath: string): Promise<{ names: string[]; modelPath: string; manifest: Manifest }> {
  const folder = await temporaryFolder();
  const names: string[] = [];
  await readArchive(artifactPath, async ({ name, chunks }) => {
    names.push(name);
    const parts: Uint8Array[] = [];
    for await (const chunk of chunks) parts.push(new Uint8Array(chunk));
    await writeFile(join(folder, name), Buffer.concat(parts));
  });
  const manifest = manifestSchema.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')));
  return { names, modelPath: join(folder, 'model.onnx'), manifest };
}

/** The FailureReason with which a task ends. */
async function reasonOf(task: CompileTask): Promise<string> {
  const error: unknown = await compile(task, new RecordedReport()).then(
    () => new Error('The task does not fail'),
    (thrown: unknown) => thrown,
  );
  expect(await listFolder(task.workDirectory)).toEqual([]);
  const reason = failureReasonOf(error, pathRedactor(task));
  expect(reason.length).toBeLessThanOrEqual(1_024);
  expect(reason).not.toContain(task.workDirectory);
  return reason;
}

describe('compile', () => {
  it('packs an optimised, proven and measured model with a manifest that tells it all', async () => {
    const request = { CompilationJobName: 'test-job', Anything: ['goes', 'through'] };
    const task = await compileTask({ path: MODELS.faceFront }, { request });
    const report = new RecordedReport();
    const { artifactDigest, artifactBytes } = await compile(task, report);

    const artifact = await readFile(task.artifactPath);
    expect(artifactBytes).toBe(artifact.length);
    expect(artifactDigest).toBe(createHash('blake2b512').update(artifact).digest('hex'));
    expect(await listFolder(task.workDirectory)).toEqual(['artifact.tar.gz']);
    expect(report.stages).toEqual(COMPILE_STAGES);

    const { names, modelPath, manifest } = await unpack(task.artifactPath);
    expect(names).toEqual(['model.onnx', 'manifest.json']);
    const model = await readFile(modelPath);
    const source = await readFile(MODELS.faceFront);
    expect(manifest).toMatchObject({
      producer: 'Edgewright local runner 0.1.0',
      compilationJobName: 'test-job',
      source: {
        uri: 's3://local/input/model.tar.gz',
        archiveSha256: sha256(await readFile(task.archivePath)),
        modelEntry: 'face_detection_front_128x128_barracuda.onnx',
        modelSha256: sha256(source),
        modelBytes: source.length,
        opset: 12,
        nodeCount: 104,
      },
      request,
      target: { slug: 'ml_m5', profile: 'x86-cpu' },
      result: {
        modelSha256: sha256(model),
        modelBytes: model.length,
        nodeCount: 60,
        inputs: [{ name: 'input:0', dtype: 'float32', shape: [1, 128, 128, 3] }],
      },
      parity: { kind: 'compared', outputs: Array.from({ length: 4 }, () => ({ verdict: 'pass' })) },
      howToLoad: { verifiedBy: 'Run on this machine against the original model.' },
    });
    expect(manifest.latency?.runs).toBeGreaterThan(0);
    expect(Math.abs(Date.now() - Date.parse(manifest.compiledAt))).toBeLessThan(60_000);
    expect(manifest.steps.join(' ')).toMatch(/104 → 60 nodes/u);
    expect(JSON.stringify(manifest) + report.lines.join('\n')).not.toContain(task.workDirectory);
    expect(report.lines.filter((line) => line.startsWith('info: Output '))).toHaveLength(4);
  });

  it('fixes the shapes that DataInputConfig gives, and the artifact runs on its own', async () => {
    const task = await compileTask(
      { path: MODELS.textDirection },
      { dataInputConfig: '{"x":[1,3,48,192]}', target: { TargetPlatform: { Os: 'LINUX', Arch: 'ARM64' } } },
    );
    const report = new RecordedReport();
    await compile(task, report);
    const { modelPath, manifest } = await unpack(task.artifactPath);
    expect(manifest.result.inputs).toEqual([{ name: 'x', dtype: 'float32', shape: [1, 3, 48, 192] }]);
    expect(manifest.target).toMatchObject({ slug: 'LINUX_ARM64', profile: 'arm64-cpu' });
    expect(report.lines.join('\n')).toMatch(/Fixed the input x from \[.*\] to \[1, 3, 48, 192\]/u);

    const session = await OnnxSession.open(modelPath, 'all');
    const data = new Float32Array(3 * 48 * 192);
    const outputs = await session.run(toFeeds(new Map([['x', { dtype: 'float32', shape: [1, 3, 48, 192], data }]])));
    await session.release();
    expect([...outputs.values()].map(({ shape }) => shape)).toEqual([[1, 2]]);
  });

  it('packs large weights of a model with external data beside the model', async () => {
    const folder = await temporaryFolder();
    const edge = 128;
    const weights = Float32Array.from({ length: edge * edge }, (_, at) => Math.sin(at));
    await mkdir(join(folder, 'weights'));
    await writeFile(join(folder, 'weights', 'w.bin'), new Uint8Array(weights.buffer));
    await writeFile(
      join(folder, 'net.onnx'),
      buildOnnx({
        inputs: [{ name: 'x', shape: ['batch', edge] }],
        outputs: [{ name: 'y', shape: ['batch', edge] }],
        initializers: [
          { name: 'w', dims: [edge, edge], external: { location: 'weights/w.bin', length: weights.byteLength } },
        ],
        nodes: [{ op: 'MatMul', inputs: ['x', 'w'], outputs: ['y'] }],
      }),
    );
    const files = ['net.onnx', 'weights/w.bin'].map((name) => ({ name, path: join(folder, name) }));
    const task = await compileTask({ files }, { dataInputConfig: `{"x":[2,${edge}]}` });
    await compile(task, new RecordedReport());
    const { names, modelPath, manifest } = await unpack(task.artifactPath);
    expect(names).toEqual(['model.onnx', 'model.onnx.data', 'manifest.json']);
    expect(manifest.parity.kind).toBe('compared');
    const session = await OnnxSession.open(modelPath, 'all');
    await session.release();
  });

  it('does not claim a comparison that could not be made', async () => {
    const noise = buildOnnx({
      inputs: [{ name: 'x', shape: [8] }],
      outputs: [{ name: 'y', shape: [8] }],
      nodes: [{ op: 'RandomNormalLike', inputs: ['x'], outputs: ['y'] }],
    });
    const task = await compileTask({ bytes: noise });
    const report = new RecordedReport();
    await compile(task, report);
    const { manifest } = await unpack(task.artifactPath);
    expect(manifest.parity.kind).toBe('notCompared');
    expect(manifest.howToLoad.verifiedBy).toMatch(/^Loaded on this machine, but not compared\. .*random operators/u);
    expect(report.lines.join('\n')).toMatch(/warning: .*not compared/u);
  });

  it('refuses to write an artifact outside of its work directory', async () => {
    const task = await compileTask({ bytes: buildAddModel() });
    const outside = join(task.workDirectory, '..', 'elsewhere.tar.gz');
    await expect(compile({ ...task, artifactPath: outside }, new RecordedReport())).rejects.toThrow(RangeError);
  });
});

describe('compile, when the job cannot work', () => {
  const symbolic: TestInput = { bytes: buildSymbolicModel() };
  const fixed: TestInput = { bytes: buildAddModel() };
  const oldOperator: TestInput = {
    bytes: buildOnnx({
      irVersion: 3,
      opset: 6,
      inputs: ['a', 'b', 'c'].map((name) => ({ name, shape: [2, 2] })),
      outputs: [{ name: 'y', shape: [2, 2] }],
      nodes: [{ op: 'Gemm', name: 'fc', inputs: ['a', 'b', 'c'], outputs: ['y'] }],
    }),
  };
  const config = (text: string) => ({ dataInputConfig: text });

  it.each<[string, TestInput, Partial<CompileTask>, RegExp]>([
    [
      'a framework that needs another compiler',
      fixed,
      { framework: 'TENSORFLOW' },
      /^ClientError: InputConfiguration: The local runner does not compile TensorFlow models\. .*tf2onnx/u,
    ],
    [
      'a target whose compiler is closed',
      fixed,
      { target: { TargetDevice: 'ml_inf1' } },
      /^ClientError: InputConfiguration: The local runner does not compile for EC2 inf1 instance\. .*Neuron/u,
    ],
    [
      'a target that is not in the catalogue',
      fixed,
      { target: { TargetPlatform: { Os: 'LINUX', Arch: 'X86' } } },
      /does not compile for LINUX · X86\. The catalogue does not know this target/u,
    ],
    ['an archive that is no tar', { archive: Buffer.from('hello') }, {}, /Unable to untar input model/u],
    ['no shapes for open dimensions', symbolic, {}, /\(left, right\) not specified in data_shape.*left \[batch, 4\]/u],
    [
      'shapes that are no JSON',
      symbolic,
      config("{'left':[1,4]}"),
      /Cannot load DataInputConfig\. Incorrect json format/u,
    ],
    ['a missing input', symbolic, config('{"left":[1,4]}'), /input layer \(right\) not specified in data_shape/u],
    ['an unknown input', fixed, config('{"x":[1]}'), /Check 1\. Input names.*“x” is no input/u],
    [
      'a wrong rank',
      symbolic,
      config('{"left":[4],"right":[1,4]}'),
      /Input left has wrong shape.*2 dimensions are needed, not 1/u,
    ],
    ['a wrong fixed dimension', fixed, config('{"a":[2,3],"b":[2,4]}'), /Input b has wrong shape.*fixed to 3/u],
    [
      'an operator older than opset 7',
      oldOperator,
      {},
      /OperatorNotImplemented: .*: Gemm \(operator set 6, node 'fc'\).*opset 11/u,
    ],
    ['a cut-off model', { bytes: buildAddModel().subarray(0, -9) }, {}, /Framework cannot load ONNX model/u],
    ['a model that is none', { bytes: Buffer.from('not a protobuf') }, {}, /Framework cannot load ONNX model/u],
  ])('refuses %s', async (_, input, changes, expected) => {
    expect(await reasonOf(await compileTask(input, changes))).toMatch(expected);
  });

  it('refuses two models in one archive', async () => {
    const files = ['a.onnx', 'b.onnx'].map((name) => ({ name, path: MODELS.faceFront }));
    expect(await reasonOf(await compileTask({ files }))).toMatch(/Exactly one \.onnx file is allowed/u);
  });

  it('explains shapes with which the graph does not work, without paths of this machine', async () => {
    const model = buildOnnx({
      inputs: [
        { name: 'a', shape: ['rows', 'columns'] },
        { name: 'b', shape: ['inner', 'outer'] },
      ],
      outputs: [{ name: 'y', shape: null }],
      nodes: [{ op: 'MatMul', name: '/net/MatMul', inputs: ['a', 'b'], outputs: ['y'] }],
    });
    const reason = await reasonOf(await compileTask({ bytes: model }, config('{"a":[2,3],"b":[4,5]}')));
    expect(reason).toBe(
      'ClientError: CompilationError: Failed to compile ONNX model: Node (/net/MatMul) Op (MatMul) [ShapeInferenceError] Incompatible dimensions for matrix multiplication',
    );
  });
});
