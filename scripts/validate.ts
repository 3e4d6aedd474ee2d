import { findingsOf } from './requestFindings.ts';
import { readInput, readOptions, runCommand } from './requestInput.ts';

const USAGE = `Usage: npm run --silent validate -- [FILE]

Checks a CreateCompilationJob request in any form that Edgewright imports (JSON, YAML, an AWS CLI command, boto3 or
JavaScript code, a Describe answer); without FILE, or for -, on standard input. Prints one JSON object for each finding:
{"rule", "severity", "path", "message", "line", "column", "awsMessage", "fix"}; nothing when all is well.
Exit code: 0, or 1 when a finding is an error, or 2 when the command line cannot be used.
`;

await runCommand(async (args) => {
  const options = { help: { type: 'boolean', short: 'h' } } as const;
  const { values, positionals } = readOptions({ args, allowPositionals: true, options });
  if (values.help) return { stdout: USAGE, stderr: '', code: 0 };
  const { findings } = findingsOf(await readInput(positionals));
  const stdout = findings.map((finding) => `${JSON.stringify(finding)}\n`).join('');
  return { stdout, stderr: '', code: findings.some(({ severity }) => severity === 'error') ? 1 : 0 };
});
