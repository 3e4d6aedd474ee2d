import type { CreateCompilationJobRequest } from '../api/compilationJob.ts';
import { withoutAbsentMembers } from '../draft/draftToRequest.ts';

/** Where a command sends its request, without secrets: credentials are found by file or profile. */
export interface CliEndpoint {
  /** Absent for AWS itself. */
  endpointUrl?: string | undefined;
  region: string;
  /** A file in the shared-credentials format; absent when the shell's own credentials are meant. */
  credentialsFile?: string | undefined;
}

/** One word of a POSIX shell, quoted only where it must be. */
function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/u.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** The request as indented JSON, as it is shown and as `--cli-input-json` takes it. */
export function requestAsJson(request: CreateCompilationJobRequest): string {
  return JSON.stringify(withoutAbsentMembers(request), null, 2);
}

/**
 * `aws sagemaker create-compilation-job` for a POSIX shell. The whole request goes through `--cli-input-json`:
 * the shorthand forms of the API documents fail in the CLI (measured with 1.45.11 and 2.9.19).
 */
export function awsCliCommand(request: CreateCompilationJobRequest, endpoint: CliEndpoint): string {
  const variables = endpoint.credentialsFile
    ? [`AWS_SHARED_CREDENTIALS_FILE=${shellWord(endpoint.credentialsFile)}`, 'AWS_PROFILE=default']
    : [];
  const options = [
    ...(endpoint.endpointUrl ? [`--endpoint-url ${shellWord(endpoint.endpointUrl)}`] : []),
    `--region ${shellWord(endpoint.region)}`,
    `--cli-input-json ${shellWord(requestAsJson(request))}`,
  ];
  const command = ['aws sagemaker create-compilation-job', ...options].join(' \\\n  ');
  return [...variables, command].join(' ');
}
