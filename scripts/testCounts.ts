/** How many tests ended how. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** What a stage that ran no counted tests adds when it fails. */
export const ONE_FAILURE: TestCounts = { passed: 0, failed: 1, skipped: 0 };

/** Adds counts up. */
export function sumCounts(counts: readonly TestCounts[]): TestCounts {
  return counts.reduce(
    (sum, each) => ({
      passed: sum.passed + each.passed,
      failed: sum.failed + each.failed,
      skipped: sum.skipped + each.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** The last line of a test run: `N passed, N failed`, and `, N skipped` if any were. */
export function formatCounts(counts: TestCounts): string {
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  return `${counts.passed} passed, ${counts.failed} failed${skipped}`;
}

/** The counts in a report of vitest's JSON reporter; test files that could not run at all count as failures. */
export function countVitest(report: unknown): TestCounts | null {
  if (!isRecord(report)) return null;
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = report;
  if (typeof numPassedTests !== 'number' || typeof numFailedTests !== 'number') return null;
  const brokenFiles = Array.isArray(testResults) ? testResults.filter(isBrokenFile).length : 0;
  return {
    passed: numPassedTests,
    failed: numFailedTests + brokenFiles,
    skipped: asNumber(numPendingTests) + asNumber(numTodoTests),
  };
}

/** The counts in a report of Playwright's JSON reporter; a flaky test passed in the end, an error outside tests failed. */
export function countPlaywright(report: unknown): TestCounts | null {
  if (!isRecord(report) || !isRecord(report.stats)) return null;
  const { expected, unexpected, flaky, skipped } = report.stats;
  if (typeof expected !== 'number' || typeof unexpected !== 'number') return null;
  const errorsOutsideTests = Array.isArray(report.errors) && unexpected === 0 ? report.errors.length : 0;
  return {
    passed: expected + asNumber(flaky),
    failed: unexpected + errorsOutsideTests,
    skipped: asNumber(skipped),
  };
}

/** The counts that `npm test` wrote for others to add to. */
export function readCounts(summary: unknown): TestCounts | null {
  if (!isRecord(summary)) return null;
  const { passed, failed, skipped } = summary;
  if (typeof passed !== 'number' || typeof failed !== 'number' || typeof skipped !== 'number') return null;
  return { passed, failed, skipped };
}

function isBrokenFile(file: unknown): boolean {
  return (
    isRecord(file) &&
    file.status === 'failed' &&
    Array.isArray(file.assertionResults) &&
    file.assertionResults.length === 0
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function asNumber(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
