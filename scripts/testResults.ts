import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT_ROOT } from './projectPaths.ts';
import type { TestCounts } from './testCounts.ts';

/** Where test runs leave their reports. */
export const TEST_RESULTS = join(PROJECT_ROOT, 'test-results');

/** The report files: one per runner, and the sum that `npm test` writes. */
export const REPORTS = {
  unit: join(TEST_RESULTS, 'unit.json'),
  endToEnd: join(TEST_RESULTS, 'e2e.json'),
  peers: join(TEST_RESULTS, 'peers.json'),
  summary: join(TEST_RESULTS, 'summary.json'),
};

/** Removes an earlier run's report, so that it cannot be counted as this run's. */
export async function forgetReport(file: string): Promise<void> {
  await mkdir(TEST_RESULTS, { recursive: true });
  await rm(file, { force: true });
}

/** Reads a report with one of the counters; null when the run left none that can be read. */
export async function readReport(
  file: string,
  count: (report: unknown) => TestCounts | null,
): Promise<TestCounts | null> {
  try {
    return count(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null;
  }
}

/** Writes the sum of a whole run. */
export async function writeSummary(counts: TestCounts): Promise<void> {
  await mkdir(TEST_RESULTS, { recursive: true });
  await writeFile(REPORTS.summary, `${JSON.stringify(counts)}\n`);
}
