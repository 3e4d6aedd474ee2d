import { awsCliListCommand } from '../../../shared/export/awsCliCommand.ts';
import type { EndpointStatus } from '../../../shared/ipc/routes.ts';

/** The AWS CLI line that lists an endpoint's jobs; null while the endpoint cannot be reached. */
export function listJobsCommand(endpoint: EndpointStatus): string | null {
  return endpoint.endpointUrl && endpoint.region ? awsCliListCommand(endpoint) : null;
}
