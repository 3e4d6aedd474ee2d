import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest, formatCounts, readCounts, sumCounts } from './testCounts.ts';

describe('formatCounts', () => {
  it('says nothing about skipped tests when there are none', () => {
    expect(formatCounts({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
  });

  it('counts skipped tests', () => {
    expect(formatCounts({ passed: 1, failed: 2, skipped: 3 })).toBe('1 passed, 2 failed, 3 skipped');
  });
});

describe('sumCounts', () => {
  it('adds up, and nothing adds up to nothing', () => {
    const sum = sumCounts([
      { passed: 1, failed: 2, skipped: 3 },
      { passed: 10, failed: 20, skipped: 30 },
    ]);
    expect(sum).toEqual({ passed: 11, failed: 22, skipped: 33 });
    expect(sumCounts([])).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });
});

describe('countVitest', () => {
  const report = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults: [] };

  it('counts pending and todo tests as skipped', () => {
    expect(countVitest(report)).toEqual({ passed: 5, failed: 1, skipped: 3 });
  });

  it('counts a test file that could not be loaded as a failure', () => {
    const broken = { status: 'failed', assertionResults: [] };
    const failedTest = { status: 'failed', assertionResults: [{ status: 'failed' }] };
    expect(countVitest({ ...report, testResults: [broken, failedTest] })?.failed).toBe(2);
  });

  it('knows no counts in anything else', () => {
    expect(countVitest({})).toBeNull();
    expect(countVitest('text')).toBeNull();
  });
});

describe('countPlaywright', () => {
  it('counts a test that passed at the second try as passed', () => {
    const report = { stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 }, errors: [] };
    expect(countPlaywright(report)).toEqual({ passed: 4, failed: 1, skipped: 2 });
  });

  it('counts errors outside of tests as failures', () => {
    const report = {
      stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 },
      errors: [{ message: 'no tests found' }],
    };
    expect(countPlaywright(report)?.failed).toBe(1);
  });

  it('knows no counts in anything else', () => {
    expect(countPlaywright({ stats: 1 })).toBeNull();
  });
});

describe('readCounts', () => {
  it('reads what npm test wrote', () => {
    expect(readCounts({ passed: 1, failed: 0, skipped: 0 })).toEqual({ passed: 1, failed: 0, skipped: 0 });
    expect(readCounts({ passed: 1 })).toBeNull();
  });
});
