import { announce, runScript } from './console.ts';
import { countVitest, formatCounts, ONE_FAILURE, readCounts, sumCounts } from './testCounts.ts';
import { readReport, REPORTS } from './testResults.ts';

// The last line of .ci/run: the tests of `npm test` and `npm run test:peers` together.
// Arguments: the two commands' exit codes, so that a command that failed without a count is still a failure.
await runScript(async () => {
  const [testCode = '1', peersCode = '1'] = process.argv.slice(2);
  const runs = [
    { exitCode: testCode, counts: await readReport(REPORTS.summary, readCounts) },
    { exitCode: peersCode, counts: await readReport(REPORTS.peers, countVitest) },
  ];
  const counts = runs.flatMap((run) => {
    const found = run.counts ? [run.counts] : [];
    return run.exitCode !== '0' && (run.counts?.failed ?? 0) === 0 ? [...found, ONE_FAILURE] : found;
  });
  const total = sumCounts(counts);
  announce(formatCounts(total));
  return total.failed > 0 ? 1 : 0;
});
