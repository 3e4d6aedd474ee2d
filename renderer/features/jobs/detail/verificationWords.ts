import type { OutputParity, Parity } from '../../../../shared/compile/manifest.ts';
import { plural } from '../../../components/formatNumber.ts';

export type Verdict = OutputParity['verdict'] | 'notCompared';

/** A verdict on one output, as a word. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  pass: 'Same',
  warn: 'Close',
  fail: 'Different',
  notCompared: 'Not compared',
};

/** The worst of the outputs' verdicts. */
export function overallVerdict(parity: Parity): Verdict {
  if (parity.kind === 'notCompared' || parity.outputs.length === 0) return 'notCompared';
  const verdicts = parity.outputs.map(({ verdict }) => verdict);
  if (verdicts.includes('fail')) return 'fail';
  return verdicts.includes('warn') ? 'warn' : 'pass';
}

/** What was compared, as half a sentence. */
export function comparisonInWords(parity: Parity): string {
  if (parity.kind === 'notCompared') return parity.reason;
  return `${plural(parity.outputs.length, 'output')}, same seeded inputs`;
}

/** Differences below this are noise of the measurement. */
const NOISE = 0.03;

/** How fast the artifact is, measured by something else: `1.20× as fast`, `as fast`, `0.91× as fast`. */
export function speedRatio(baselineMs: number, artifactMs: number): string {
  if (artifactMs <= 0 || baselineMs <= 0) return '–';
  const ratio = baselineMs / artifactMs;
  return Math.abs(ratio - 1) < NOISE ? 'as fast' : `${ratio.toPrecision(3)}× as fast`;
}

/** How a size changed: `unchanged`, `12% smaller`, `3% larger`. */
export function sizeChange(before: number, after: number): string {
  if (before <= 0) return '';
  const percent = Math.round((after / before - 1) * 100);
  if (percent === 0) return 'size unchanged';
  return `${Math.abs(percent)}% ${percent < 0 ? 'smaller' : 'larger'}`;
}
