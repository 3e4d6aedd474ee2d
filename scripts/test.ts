import { buildIfNeeded } from './build.ts';
import { npmCommand, run } from './childProcess.ts';
import { announce, formatDuration, PlainError, runScript } from './console.ts';
import { runEndToEnd } from './e2e.ts';
import { PROJECT_ROOT, VITEST } from './projectPaths.ts';
import { countPlaywright, countVitest, formatCounts, ONE_FAILURE, sumCounts, type TestCounts } from './testCounts.ts';
import { forgetReport, readReport, REPORTS, writeSummary } from './testResults.ts';

interface Stage {
  readonly name: string;
  /** Returns whether the stage went well. */
  run(): Promise<boolean>;
  /** The tests that the stage counted; null when it left no report. Stages without tests have no counter. */
  count?(): Promise<TestCounts | null>;
}

const stages: readonly Stage[] = [
  { name: 'Types', run: () => npmScript('typecheck') },
  { name: 'Lint', run: () => npmScript('lint') },
  { name: 'Unit tests', run: runUnitTests, count: () => readReport(REPORTS.unit, countVitest) },
  { name: 'Build', run: buildApp },
  { name: 'End-to-end tests', run: runEndToEndTests, count: () => readReport(REPORTS.endToEnd, countPlaywright) },
];

// npm test: every stage runs, also after a failed one; the last line counts the tests.
await runScript(async () => {
  // A company's or a sandbox's extra certificate authority is for the real AWS: tests speak to servers of their own.
  delete process.env.AWS_CA_BUNDLE;
  await forgetReport(REPORTS.summary);

  const counts: TestCounts[] = [];
  const failedStages: string[] = [];
  for (const stage of stages) {
    announce(`\n── ${stage.name}`);
    const startedAt = performance.now();
    const isGood = await succeeds(stage);
    const counted = (await stage.count?.()) ?? null;
    if (counted) counts.push(counted);
    if (!isGood) failedStages.push(stage.name);
    if (!isGood && (counted?.failed ?? 0) === 0) counts.push(ONE_FAILURE);
    announce(`── ${stage.name}: ${isGood ? 'passed' : 'FAILED'} in ${formatDuration(startedAt)}`);
  }

  const total = sumCounts(counts);
  await writeSummary(total);
  announce(failedStages.length > 0 ? `\nFailed: ${failedStages.join(', ')}` : '');
  announce(formatCounts(total));
  return failedStages.length > 0 || total.failed > 0 ? 1 : 0;
});

async function succeeds(stage: Stage): Promise<boolean> {
  try {
    return await stage.run();
  } catch (error) {
    console.error(error instanceof PlainError ? error.message : error);
    return false;
  }
}

async function npmScript(name: string): Promise<boolean> {
  const npm = npmCommand();
  const result = await run(npm.command, [...npm.args, 'run', '--silent', name], {
    cwd: PROJECT_ROOT,
    inheritOutput: true,
  });
  return result.exitCode === 0;
}

async function runUnitTests(): Promise<boolean> {
  await forgetReport(REPORTS.unit);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORTS.unit}`];
  const result = await run(process.execPath, [VITEST, 'run', ...reporters], { cwd: PROJECT_ROOT, inheritOutput: true });
  return result.exitCode === 0;
}

async function buildApp(): Promise<boolean> {
  await buildIfNeeded();
  return true;
}

async function runEndToEndTests(): Promise<boolean> {
  await forgetReport(REPORTS.endToEnd);
  const exitCode = await runEndToEnd(['--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: REPORTS.endToEnd });
  return exitCode === 0;
}
