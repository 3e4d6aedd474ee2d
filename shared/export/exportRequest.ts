import type { CreateCompilationJobRequest } from '../api/compilationJob.ts';
import { withoutAbsentMembers } from '../draft/draftToRequest.ts';
import { awsCliCommand, requestAsJson, type CliEndpoint } from './awsCliCommand.ts';
import { boto3Script } from './boto3Script.ts';
import { javascriptModule } from './javascriptModule.ts';
import { powershellScript } from './powershellScript.ts';
import { skeletonJson, skeletonYaml } from './skeleton.ts';
import { yamlText } from './yamlText.ts';

/** The forms that a request can be written in; the skeletons hold no request, but every member that one can have. */
export const exportFormats = [
  { id: 'cli', label: 'AWS CLI', extension: 'sh', purpose: 'A command for bash, zsh and other POSIX shells.' },
  { id: 'powershell', label: 'PowerShell', extension: 'ps1', purpose: 'The same command for PowerShell on Windows.' },
  { id: 'json', label: 'JSON', extension: 'json', purpose: 'For aws … --cli-input-json file://job.json.' },
  { id: 'yaml', label: 'YAML', extension: 'yaml', purpose: 'For aws … --cli-input-yaml file://job.yaml (AWS CLI 2).' },
  { id: 'boto3', label: 'Python', extension: 'py', purpose: 'A script with boto3.' },
  { id: 'js', label: 'JavaScript', extension: 'mjs', purpose: 'A module for Node with @aws-sdk/client-sagemaker.' },
  { id: 'skeleton-json', label: 'Skeleton, JSON', extension: 'json', purpose: 'Every member, to be filled in.' },
  { id: 'skeleton-yaml', label: 'Skeleton, YAML', extension: 'yaml', purpose: 'Every member, with what is allowed.' },
] as const satisfies readonly { id: string; label: string; extension: string; purpose: string }[];
export type ExportFormat = (typeof exportFormats)[number]['id'];

/** AWS itself, with the region and the credentials that the shell has. */
const SHELL_DEFAULTS: CliEndpoint = { endpointUrl: null, region: null, credentialsFile: null };

const WRITERS: Readonly<Record<ExportFormat, (request: CreateCompilationJobRequest, endpoint: CliEndpoint) => string>> =
  {
    cli: awsCliCommand,
    powershell: powershellScript,
    json: requestAsJson,
    yaml: (request) => yamlText(withoutAbsentMembers(request)),
    boto3: boto3Script,
    js: javascriptModule,
    'skeleton-json': skeletonJson,
    'skeleton-yaml': skeletonYaml,
  };

/**
 * The request in a form that another program takes, without a line break at the end. What arrives when it is run is
 * the request, to the letter. Members that the API does not know are kept.
 * @param endpoint where it goes; without it, to AWS with what the shell or the SDK is set to
 */
export function exportRequest(
  request: CreateCompilationJobRequest,
  format: ExportFormat,
  endpoint: CliEndpoint = SHELL_DEFAULTS,
): string {
  return WRITERS[format](request, endpoint);
}
