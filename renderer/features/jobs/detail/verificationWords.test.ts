import { describe, expect, it } from 'vitest';
import type { OutputParity, Parity } from '../../../../shared/compile/manifest.ts';
import { overallVerdict, sizeChange, speedRatio } from './verificationWords.ts';

const compared = (...verdicts: OutputParity['verdict'][]): Parity => ({
  kind: 'compared',
  seed: 1,
  outputs: verdicts.map((verdict, index) => ({
    output: `out${index}`,
    dtype: 'float32',
    shape: [1],
    maxAbsoluteError: 0,
    maxReference: 1,
    verdict,
  })),
});

describe('overallVerdict', () => {
  it('is the worst of the outputs', () => {
    expect(overallVerdict(compared('pass', 'pass'))).toBe('pass');
    expect(overallVerdict(compared('pass', 'warn'))).toBe('warn');
    expect(overallVerdict(compared('fail', 'warn'))).toBe('fail');
  });

  it('claims nothing when nothing was compared', () => {
    expect(overallVerdict({ kind: 'notCompared', reason: 'x' })).toBe('notCompared');
    expect(overallVerdict(compared())).toBe('notCompared');
  });
});

describe('speedRatio', () => {
  it.each([
    [2.31, 1.42, '1.63× as fast'],
    [1.44, 1.42, 'as fast'],
    [1, 1.25, '0.800× as fast'],
    [0, 1, '–'],
  ])('%d ms against %d ms reads %s', (baseline, artifact, words) => expect(speedRatio(baseline, artifact)).toBe(words));
});

describe('sizeChange', () => {
  it.each([
    [100, 88, '12% smaller'],
    [100, 100.2, 'size unchanged'],
    [100, 103, '3% larger'],
  ])('%d to %d reads %s', (before, after, words) => expect(sizeChange(before, after)).toBe(words));
});
