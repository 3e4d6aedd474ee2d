import type { CreateCompilationJobRequest } from '../shared/api/compilationJob.ts';
import { exportFormats, exportRequest, type ExportFormat } from '../shared/export/exportRequest.ts';
import { findingsOf, type PrintedFinding } from './requestFindings.ts';
import { readInput, readOptions, runCommand, UsageError } from './requestInput.ts';

const FORMATS = exportFormats.map(({ id }) => id).filter((id) => !id.startsWith('skeleton'));

const USAGE = `Usage: npm run --silent convert -- --to ${FORMATS.join('|')} [FILE]

Reads a CreateCompilationJob request in any form that Edgewright imports; without FILE, or for -, on standard input.
Prints it in the other form. What was changed, and what a check of the request finds, is said on standard error.
Exit code: 0, or 1 when the text cannot be read, or 2 when the command line cannot be used.
`;

function formatOf(to: string | undefined): ExportFormat {
  const format = FORMATS.find((id) => id === to);
  if (format) return format;
  const given = to === undefined ? '--to is missing' : `--to cannot be ${to}`;
  throw new UsageError(`${given}; give one of ${FORMATS.join(', ')}.`);
}

/** `Warning in line 3: …`, for people. */
function inWords({ severity, line, message }: PrintedFinding): string {
  // Problems of the import name their place themselves.
  const place = line === undefined || message.startsWith('Line ') ? '' : ` in line ${line}`;
  return `${severity === 'error' ? 'Error' : 'Warning'}${place}: ${message}\n`;
}

await runCommand(async (args) => {
  const options = { to: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;
  const { values, positionals } = readOptions({ args, allowPositionals: true, options });
  if (values.help) return { stdout: USAGE, stderr: '', code: 0 };
  const format = formatOf(values.to);
  const { outcome, findings } = findingsOf(await readInput(positionals));
  const stderr = findings.map((finding) => inWords(finding)).join('');
  if (!outcome.ok) return { stdout: '', stderr, code: 1 };
  // A request that breaks rules is written all the same: its author may want to mend it in the other form.
  return { stdout: `${exportRequest(outcome.request as CreateCompilationJobRequest, format)}\n`, stderr, code: 0 };
});
