import type { CreateCompilationJobRequest } from '../api/compilationJob.ts';
import { RUNNER_PROFILE } from '../runnerProfile.ts';
import { requestAsJson, type CliEndpoint } from './awsCliCommand.ts';

/** A string of PowerShell, where typographic single quotes close one as well. */
const powershellText = (text: string): string => `'${text.replaceAll(/['‘’‚‛]/gu, '$&$&')}'`;
/** A word of a command, quoted only where it must be. */
const powershellWord = (text: string): string => (/^[\w:/.-]+$/u.test(text) ? text : powershellText(text));

/** The same JSON in ASCII: Windows PowerShell reads a script without byte order mark in the machine's code page. */
function asciiJson(json: string): string {
  return json.replaceAll(/[\u007F-\uFFFF]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The lines that run the command with the runner's credentials, and those that put the shell's own ones back. */
function credentialLines(credentialsFile: string | null): { before: string[]; after: string[] } {
  if (!credentialsFile) return { before: [], after: [] };
  return {
    before: [
      '$savedFile = $env:AWS_SHARED_CREDENTIALS_FILE',
      `$env:AWS_SHARED_CREDENTIALS_FILE = ${powershellText(credentialsFile)}`,
    ],
    after: ['  $env:AWS_SHARED_CREDENTIALS_FILE = $savedFile'],
  };
}

/**
 * `aws sagemaker create-compilation-job` for PowerShell. Windows PowerShell 5.1 loses double quotes on the way to a
 * program, so the request goes through a file, in UTF-8 without byte order mark, which is removed afterwards.
 */
export function powershellScript(
  request: CreateCompilationJobRequest,
  { endpointUrl, region, credentialsFile }: CliEndpoint,
): string {
  const { before, after } = credentialLines(credentialsFile);
  const words = [
    '  aws sagemaker create-compilation-job',
    ...(endpointUrl ? [`--endpoint-url ${powershellWord(endpointUrl)}`] : []),
    ...(region ? [`--region ${powershellWord(region)}`] : []),
    ...(credentialsFile ? [`--profile ${RUNNER_PROFILE}`] : []),
    '--cli-input-json "file://$file"',
  ];
  return [
    "$request = @'",
    asciiJson(requestAsJson(request)),
    "'@",
    '$file = [System.IO.Path]::GetTempFileName()',
    ...before,
    'try {',
    '  [System.IO.File]::WriteAllText($file, $request)',
    words.join(' `\n    '),
    '} finally {',
    ...after,
    '  Remove-Item -LiteralPath $file',
    '}',
  ].join('\n');
}
