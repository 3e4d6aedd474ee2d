import type { EndpointStatus } from '../../../shared/ipc/routes.ts';

/** AWS, to which nothing is connected yet: requests are built for it and exported, not sent. */
export const AWS_ENDPOINT: EndpointStatus = {
  id: 'aws',
  label: 'AWS',
  kind: 'aws',
  state: 'disconnected',
  error: null,
  endpointUrl: null,
  region: null,
  accountId: null,
  objectsDirectory: null,
  credentialsFile: null,
  bucket: '',
  roleArn: '',
};
