import type { CreateCompilationJobRequest } from '../api/compilationJob.ts';
import { withoutAbsentMembers } from '../draft/draftToRequest.ts';
import { RUNNER_PROFILE } from '../runnerProfile.ts';

/** Where a command goes, without secrets: credentials are found by file. An endpoint's status is one. */
export interface CliEndpoint {
  /** Null for AWS itself. */
  endpointUrl: string | null;
  region: string | null;
  /** A runner's credentials file, with {@link RUNNER_PROFILE}; null when the shell's own credentials are meant. */
  credentialsFile: string | null;
}

/** One word of a POSIX shell, quoted only where it must be. */
function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/u.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** The request as indented JSON, as it is shown and as `--cli-input-json` takes it. */
export function requestAsJson(request: CreateCompilationJobRequest): string {
  return JSON.stringify(withoutAbsentMembers(request), null, 2);
}

function command(operation: string, options: string[], { endpointUrl, region, credentialsFile }: CliEndpoint): string {
  const variables = credentialsFile ? [`AWS_SHARED_CREDENTIALS_FILE=${shellWord(credentialsFile)}`] : [];
  const place = [
    ...(endpointUrl ? [`--endpoint-url ${shellWord(endpointUrl)}`] : []),
    ...(region ? [`--region ${shellWord(region)}`] : []),
    ...(credentialsFile ? [`--profile ${RUNNER_PROFILE}`] : []),
  ];
  return [...variables, `aws sagemaker ${operation}`, ...place, ...options].join(' \\\n  ');
}

/**
 * `aws sagemaker create-compilation-job` for a POSIX shell. The whole request goes through `--cli-input-json`:
 * the shorthand forms of the API documents fail in the CLI (measured with 1.45.11 and 2.9.19).
 */
export function awsCliCommand(request: CreateCompilationJobRequest, endpoint: CliEndpoint): string {
  return command('create-compilation-job', [`--cli-input-json ${shellWord(requestAsJson(request))}`], endpoint);
}

/** `aws sagemaker list-compilation-jobs` for a POSIX shell. */
export function awsCliListCommand(endpoint: CliEndpoint): string {
  return command('list-compilation-jobs', [], endpoint);
}
