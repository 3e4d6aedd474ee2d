import type { CreateCompilationJobRequest } from '../api/compilationJob.ts';
import { requestAsJson, type CliEndpoint } from './awsCliCommand.ts';

/** A text of PowerShell, where typographic single quotes close a string as well. Quoted only where it must be. */
function powershellWord(text: string): string {
  return /^[\w:/.-]+$/u.test(text) ? text : `'${text.replaceAll(/['‘’‚‛]/gu, '$&$&')}'`;
}

/** The same JSON in ASCII: Windows PowerShell reads a script without byte order mark in the machine's code page. */
function asciiJson(json: string): string {
  return json.replaceAll(/[\u007F-\uFFFF]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The lines that run the command with the runner's credentials, and those that put the shell's own ones back. */
function credentialLines(credentialsFile: string | null): { before: string[]; after: string[] } {
  if (!credentialsFile) return { before: [], after: [] };
  return {
    before: [
      '$savedFile, $savedProfile = $env:AWS_SHARED_CREDENTIALS_FILE, $env:AWS_PROFILE',
      `$env:AWS_SHARED_CREDENTIALS_FILE = ${powershellWord(credentialsFile)}`,
      "$env:AWS_PROFILE = 'default'",
    ],
    after: ['  $env:AWS_SHARED_CREDENTIALS_FILE, $env:AWS_PROFILE = $savedFile, $savedProfile'],
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
