import type { EndpointStatus } from '../../../shared/ipc/routes.ts';

/** One word of a POSIX shell, quoted only where it must be. */
function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/u.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** The AWS CLI line that lists an endpoint's jobs; null while the endpoint cannot be reached. */
export function listJobsCommand({ endpointUrl, region, credentialsFile }: EndpointStatus): string | null {
  if (!endpointUrl || !region) return null;
  const variables = credentialsFile
    ? `AWS_SHARED_CREDENTIALS_FILE=${shellWord(credentialsFile)} AWS_PROFILE=default \\\n  `
    : '';
  return `${variables}aws sagemaker list-compilation-jobs \\\n  --endpoint-url ${shellWord(endpointUrl)} --region ${shellWord(region)}`;
}
