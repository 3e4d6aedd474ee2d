import type { OutputParity, Parity } from '../../shared/compile/manifest.ts';
import { CompileFailure } from './compileFailure.ts';
import { generateInputs, INPUT_RECIPES, UnfillableInputError } from './generatedInputs.ts';
import { OnnxSession, toFeeds, type Feeds, type OptimizationLevel, type TensorValue } from './onnxruntime.ts';
import { readableOrtText } from './ortErrors.ts';
import { compareOutput } from './parityRule.ts';

const SEED = 1;
const REPEATS_BEFORE_FAILURE = 8;

export interface ParitySubject {
  /** The shape-fixed, un-optimised model. */
  originalPath: string;
  artifactPath: string;
  /** Level at which the artifact is meant to be loaded. */
  artifactLevel: OptimizationLevel;
  /** The model computes with quantised numbers: see {@link judgeQuantised}. */
  quantised: boolean;
}

export interface ParityCheck {
  parity: Parity;
  /** Inputs with which the original runs; null when there are none. */
  feeds: Feeds | null;
}

type Outputs = ReadonlyMap<string, TensorValue>;

/**
 * Runs artifact and original on the same seeded inputs and compares every output.
 * @throws {CompileFailure} `parity-failed` when the original runs and the artifact does not, or computes other numbers;
 *   `compilation-failed` when the artifact does not load
 */
export async function checkParity(subject: ParitySubject): Promise<ParityCheck> {
  const artifact = await openArtifact(subject);
  try {
    let original: OnnxSession;
    try {
      original = await OnnxSession.open(subject.originalPath, 'disabled');
    } catch (error) {
      return notCompared(`The original does not load without optimisation: ${messageOf(error)}`);
    }
    try {
      const reference = await runOnGeneratedInputs(original);
      if ('reason' in reference) return notCompared(reference.reason);
      const { feeds } = reference;
      const outputs = compareAll(reference.outputs, await runArtifact(artifact, feeds));
      if ([...reference.outputs.values()].every(hasNothingToCompare)) {
        return notCompared('Every value that the original computes from generated inputs is NaN.', feeds);
      }
      if (await differsFromItself(original, reference, outputs)) {
        return notCompared(
          'The original gives other numbers each time it runs on the same inputs, as models with random operators do.',
          feeds,
        );
      }
      const judged = subject.quantised ? await judgeQuantised(subject, feeds, artifact, outputs) : outputs;
      const failed = judged.filter(({ verdict }) => verdict === 'fail');
      if (failed.length > 0) {
        throw new CompileFailure('parity-failed', { detail: failed.map(describeOutputParity).join(' ') });
      }
      return compared(judged, feeds);
    } finally {
      await original.release();
    }
  } finally {
    await artifact.release();
  }
}

/** One sentence for the log and for the FailureReason. */
export function describeOutputParity({ output, maxAbsoluteError, maxReference, verdict }: OutputParity): string {
  const difference = Number.isFinite(maxAbsoluteError)
    ? `largest difference ${maxAbsoluteError.toExponential(1)}, largest value ${maxReference.toPrecision(3)}`
    : 'type, shape, or the places of NaN and infinities differ';
  return `Output ${output}: ${difference} (${verdict}).`;
}

const compared = (outputs: OutputParity[], feeds: Feeds): ParityCheck => ({
  parity: { kind: 'compared', seed: SEED, outputs },
  feeds,
});

const notCompared = (reason: string, feeds: Feeds | null = null): ParityCheck => ({
  parity: { kind: 'notCompared', reason },
  feeds,
});

const messageOf = (error: unknown): string => readableOrtText(error instanceof Error ? error.message : String(error));

async function openArtifact({ artifactPath, artifactLevel }: ParitySubject): Promise<OnnxSession> {
  try {
    return await OnnxSession.open(artifactPath, artifactLevel);
  } catch (error) {
    const detail = `The optimised model does not load: ${messageOf(error)}`;
    throw new CompileFailure('compilation-failed', { detail }, { cause: error });
  }
}

async function runArtifact(artifact: OnnxSession, feeds: Feeds): Promise<Outputs> {
  try {
    return await artifact.run(feeds);
  } catch (error) {
    const detail = `The original runs, the optimised model does not: ${messageOf(error)}`;
    throw new CompileFailure('parity-failed', { detail }, { cause: error });
  }
}

interface ReferenceRun {
  feeds: Feeds;
  outputs: Outputs;
}

/** Runs the original with the first recipe that gives finite numbers, or else the first with which it runs at all. */
async function runOnGeneratedInputs(original: OnnxSession): Promise<ReferenceRun | { reason: string }> {
  const [other] = original.nonTensorOutputs;
  if (other !== undefined) return { reason: `The output ${other} is not a tensor.` };
  let usable: ReferenceRun | undefined;
  let firstProblem: string | undefined;
  for (const recipe of INPUT_RECIPES) {
    try {
      const feeds = toFeeds(generateInputs(original.inputs, recipe, SEED));
      const run = { feeds, outputs: await original.run(feeds) };
      if ([...run.outputs.values()].every(hasFiniteNumbers)) return run;
      usable ??= run;
    } catch (error) {
      if (error instanceof UnfillableInputError) return { reason: error.message };
      firstProblem ??= messageOf(error);
    }
  }
  return usable ?? { reason: `The original does not run on generated inputs: ${firstProblem ?? ''}` };
}

function hasFiniteNumbers({ data }: TensorValue): boolean {
  return !(data instanceof Float32Array || data instanceof Float64Array) || data.every(Number.isFinite);
}

/** An output that is NaN throughout agrees with any other such output, so it proves nothing. */
function hasNothingToCompare({ data }: TensorValue): boolean {
  const isFloat = data instanceof Float32Array || data instanceof Float64Array;
  return isFloat && data.length > 0 && data.every((value) => Number.isNaN(value));
}

const compareAll = (reference: Outputs, candidate: Outputs): OutputParity[] =>
  [...reference].map(([name, value]) => compareOutput(name, value, candidate.get(name)));

/**
 * Random operators start from the same seed in every session of a process, so artifact and original may agree
 * on their first run; a second run in the same session draws other numbers.
 */
async function differsFromItself(
  original: OnnxSession,
  { feeds, outputs }: ReferenceRun,
  found: readonly OutputParity[],
): Promise<boolean> {
  // A short output of random bits often comes out the same twice; a failure must not hang on that.
  const repeats = found.some(({ verdict }) => verdict === 'fail') ? REPEATS_BEFORE_FAILURE : 1;
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    if (compareAll(outputs, await original.run(feeds)).some(({ verdict }) => verdict !== 'pass')) return true;
  }
  return false;
}

/**
 * The un-optimised graph of a quantised model emulates integers with floats and rounds a few values to the
 * neighbouring step, so it is no exact reference. An output that differs from it, but equals what ONNX Runtime
 * computes from the original at its own default level, becomes a warning with the difference.
 */
async function judgeQuantised(
  { originalPath }: ParitySubject,
  feeds: Feeds,
  artifact: OnnxSession,
  outputs: OutputParity[],
): Promise<OutputParity[]> {
  if (outputs.every(({ verdict }) => verdict !== 'fail')) return outputs;
  const defaultSession = await OnnxSession.open(originalPath, 'all');
  try {
    const againstDefault = compareAll(await defaultSession.run(feeds), await artifact.run(feeds));
    return outputs.map((output, at) =>
      output.verdict === 'fail' && againstDefault[at]?.verdict !== 'fail' && Number.isFinite(output.maxAbsoluteError)
        ? { ...output, verdict: 'warn' }
        : output,
    );
  } finally {
    await defaultSession.release();
  }
}
