import type { Latency, Parity } from '../../shared/compile/manifest.ts';
import { formatCount, formatMilliseconds } from './format.ts';
import { measureLatency } from './latency.ts';
import type { OptimizationLevel } from './onnxruntime.ts';
import { checkParity, describeOutputParity, type ParityCheck } from './parity.ts';
import type { CompileReport } from './report.ts';

/** Three sessions are open at once while latency is measured; larger models would crowd the machine's memory. */
const MAX_MEASURED_BYTES = 512 * 2 ** 20;

/** Operators that compute with quantised numbers, with or without a domain in front. */
const QUANTISED_OPERATOR = /Quantize|QLinear|QGemm|QAttention|Integer/u;

export interface VerificationSubject {
  /** The shape-fixed, un-optimised model. */
  originalPath: string;
  artifactPath: string;
  /** Its external data included. */
  artifactBytes: number;
  /** Level at which the artifact is meant to be loaded. */
  artifactLevel: OptimizationLevel;
  /** Operators of the original. */
  operators: readonly string[];
}

export interface Verification {
  parity: Parity;
  latency: Latency | null;
  /** What was done, one sentence each. */
  steps: string[];
}

/**
 * Loads the artifact as its profile says, proves that it computes what the original does, and measures it.
 * @throws {CompileFailure} `parity-failed`, or `compilation-failed` when the artifact does not load
 */
export async function verify(subject: VerificationSubject, report: CompileReport): Promise<Verification> {
  const check = await checkParity({
    ...subject,
    quantised: subject.operators.some((operator) => QUANTISED_OPERATOR.test(operator)),
  });
  const paritySteps = [describeParity(check.parity)];
  report.log(paritySteps[0] ?? '', check.parity.kind === 'compared' ? 'info' : 'warning');
  if (check.parity.kind === 'compared') {
    for (const output of check.parity.outputs) {
      report.log(describeOutputParity(output), output.verdict === 'pass' ? 'info' : 'warning');
    }
  }
  const { latency, step } = await latencyOf(subject, check);
  report.log(step);
  return { parity: check.parity, latency, steps: [...paritySteps, step] };
}

async function latencyOf(
  subject: VerificationSubject,
  { feeds }: ParityCheck,
): Promise<{ latency: Latency | null; step: string }> {
  const notMeasured = (reason: string) => ({ latency: null, step: `Latency was not measured: ${reason}.` });
  if (!feeds) return notMeasured('the original does not run on generated inputs');
  if (subject.artifactBytes > MAX_MEASURED_BYTES) return notMeasured('the model is larger than 512 MiB');
  const latency = await measureLatency({ ...subject, feeds });
  return latency ? { latency, step: describeLatency(latency) } : notMeasured('one inference takes more than a second');
}

function describeParity(parity: Parity): string {
  if (parity.kind === 'notCompared') return `Loaded the saved model again; not compared: ${parity.reason}`;
  const { outputs } = parity;
  const warnings = outputs.filter(({ verdict }) => verdict === 'warn').length;
  return `Loaded the saved model again and compared ${formatCount(outputs.length, 'output')} with the original on seeded inputs: ${warnings === 0 ? 'all pass' : `${warnings} with a warning`}.`;
}

function describeLatency(latency: Latency): string {
  return (
    `Measured on one thread, median of ${formatCount(latency.runs, 'run')}: ${formatMilliseconds(latency.artifactMs)} an inference ` +
    `(original ${formatMilliseconds(latency.originalDefaultMs)}, un-optimised ${formatMilliseconds(latency.originalUnoptimisedMs)}); ` +
    `session start ${formatMilliseconds(latency.artifactLoadMs)} (original ${formatMilliseconds(latency.originalLoadMs)}).`
  );
}
