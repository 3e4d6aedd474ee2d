import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildOnnx, type NodeSpec } from '../models/testing/onnxBuilder.ts';
import { CompileFailure } from './compileFailure.ts';
import { checkParity } from './parity.ts';
import { temporaryFolder } from './testing/compileFixture.ts';

/** So many numbers that two random draws never come out alike, not even of single bits. */
const LENGTH = 512;
const modelOf = (...nodes: NodeSpec[]) =>
  buildOnnx({ inputs: [{ name: 'x', shape: [LENGTH] }], outputs: [{ name: 'y', shape: [LENGTH] }], nodes });
const unary = (op: string) => modelOf({ op, inputs: ['x'], outputs: ['y'] });

/** Loads, but its eight numbers never become nine. */
const RESHAPE_TO_NINE = buildOnnx({
  inputs: [{ name: 'x', shape: [8] }],
  outputs: [{ name: 'y', shape: null }],
  initializers: [{ name: 'shape', dtype: 'int64', dims: [1], data: [9] }],
  nodes: [{ op: 'Reshape', inputs: ['x', 'shape'], outputs: ['y'] }],
});

/** One operator from x to y, with types that the builder does not write: made with the onnx package of Python. */
const FLOAT16_EXP = Buffer.from(
  'CAcSADoyCgsKAXgSAXkiA0V4cBIBZ1oPCgF4EgoKCAgKEgQKAggEYg8KAXkSCgoICAoSBAoCCARCBAoAEA0=',
  'base64',
);
const STRING_IDENTITY = Buffer.from(
  'CAcSADo3ChAKAXgSAXkiCElkZW50aXR5EgFnWg8KAXgSCgoICAgSBAoCCAJiDwoBeRIKCggICBIECgIIAkIECgAQDQ==',
  'base64',
);
const SEQUENCE_OUTPUT = Buffer.from(
  'CAcSADo+ChkKAXgSAXkiEVNlcXVlbmNlQ29uc3RydWN0EgFnWg8KAXgSCgoICAESBAoCCAJiDQoBeRIIIgYKBAoCCAFCBAoAEA0=',
  'base64',
);

async function check(original: Uint8Array, artifact: Uint8Array = original, quantised = false) {
  const folder = await temporaryFolder();
  const originalPath = join(folder, 'original.onnx');
  const artifactPath = join(folder, 'artifact.onnx');
  await writeFile(originalPath, original);
  await writeFile(artifactPath, artifact);
  return checkParity({ originalPath, artifactPath, artifactLevel: 'all', quantised });
}

async function failureOf(checking: Promise<unknown>): Promise<CompileFailure> {
  const error: unknown = await checking.catch((thrown: unknown) => thrown);
  if (!(error instanceof CompileFailure)) throw new Error('The check does not fail as it should', { cause: error });
  return error;
}

describe('checkParity', () => {
  it('passes a model against itself and gives back inputs with which it runs', async () => {
    const { parity, feeds } = await check(unary('Tanh'));
    expect(parity).toMatchObject({
      kind: 'compared',
      seed: 1,
      outputs: [{ output: 'y', dtype: 'float32', shape: [LENGTH], maxAbsoluteError: 0, verdict: 'pass' }],
    });
    expect(Object.keys(feeds ?? {})).toEqual(['x']);
  });

  it('fails an artifact that computes other numbers, and says how far off it is', async () => {
    const failure = await failureOf(check(unary('Relu'), unary('Abs')));
    expect(failure.failureId).toBe('parity-failed');
    expect(failure.message).toMatch(/Output y: largest difference \d\.\de[-+]\d+, largest value 0\.\d+ \(fail\)\.$/u);
  });

  it('does not excuse a wrong artifact because the model is quantised', async () => {
    expect((await failureOf(check(unary('Relu'), unary('Abs'), true))).failureId).toBe('parity-failed');
  });

  it('fails an artifact that misses an output', async () => {
    const other = buildOnnx({
      inputs: [{ name: 'x', shape: [LENGTH] }],
      outputs: [{ name: 'z', shape: [LENGTH] }],
      nodes: [{ op: 'Relu', inputs: ['x'], outputs: ['z'] }],
    });
    expect((await failureOf(check(unary('Relu'), other))).failureId).toBe('parity-failed');
  });

  it('fails an artifact that does not run although the original does', async () => {
    const failure = await failureOf(check(unary('Relu'), RESHAPE_TO_NINE));
    expect(failure.failureId).toBe('parity-failed');
    expect(failure.message).toContain('The original runs, the optimised model does not');
  });

  it('fails the compilation when the artifact does not load', async () => {
    const failure = await failureOf(check(unary('Relu'), unary('NoSuchOperator')));
    expect(failure.failureId).toBe('compilation-failed');
  });

  it('compares half-precision models', async () => {
    const { parity } = await check(FLOAT16_EXP);
    expect(parity).toMatchObject({ kind: 'compared', outputs: [{ dtype: 'float16', verdict: 'pass' }] });
    expect(parity.kind === 'compared' && parity.outputs[0]?.maxReference).toBeGreaterThan(0.3);
  });

  it('does not call it the same when there is nothing but NaN to compare', async () => {
    const { parity } = await check(
      modelOf(
        { op: 'Abs', inputs: ['x'], outputs: ['a'] },
        { op: 'Neg', inputs: ['a'], outputs: ['n'] },
        { op: 'Log', inputs: ['n'], outputs: ['y'] },
      ),
    );
    expect(parity).toEqual({
      kind: 'notCompared',
      reason: 'Every value that the original computes from generated inputs is NaN.',
    });
  });

  it('takes other inputs when signed noise gives NaN', async () => {
    const { parity } = await check(unary('Sqrt'));
    expect(parity).toMatchObject({ kind: 'compared', outputs: [{ verdict: 'pass' }] });
    expect(parity.kind === 'compared' && parity.outputs[0]?.maxReference).toBeGreaterThan(0);
  });

  it.each([
    [
      'noise',
      modelOf(
        { op: 'RandomNormalLike', inputs: ['x'], outputs: ['r'] },
        { op: 'Add', inputs: ['x', 'r'], outputs: ['y'] },
      ),
    ],
    [
      'seeded noise',
      modelOf({ op: 'RandomUniformLike', inputs: ['x'], outputs: ['y'], attributes: { seed: { float: 7 } } }),
    ],
    [
      'random bits',
      modelOf(
        { op: 'Clip', inputs: ['x'], outputs: ['p'] },
        { op: 'Abs', inputs: ['p'], outputs: ['q'] },
        { op: 'Bernoulli', inputs: ['q'], outputs: ['y'] },
      ),
    ],
  ])('does not compare a model with random operators: %s', async (_, model) => {
    const { parity, feeds } = await check(model);
    expect(parity).toMatchObject({ kind: 'notCompared' });
    expect(parity.kind === 'notCompared' && parity.reason).toContain('random operators');
    expect(feeds).not.toBeNull();
  });

  it('does not compare what it cannot feed or fetch, and says why', async () => {
    expect((await check(STRING_IDENTITY)).parity).toEqual({
      kind: 'notCompared',
      reason: 'The input x is of type string, which cannot be made up.',
    });
    // A run would crash the process: the binding cannot pass such outputs.
    expect((await check(SEQUENCE_OUTPUT)).parity).toEqual({
      kind: 'notCompared',
      reason: 'The output y is not a tensor.',
    });
  });

  it('does not compare a model that does not run itself', async () => {
    const { parity, feeds } = await check(RESHAPE_TO_NINE);
    expect(parity.kind === 'notCompared' && parity.reason).toMatch(
      /^The original does not run on generated inputs: .*Reshape/u,
    );
    expect(feeds).toBeNull();
  });
});
