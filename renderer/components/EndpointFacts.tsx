import type { EndpointStatus } from '../../shared/ipc/routes.ts';
import { KeyValueList } from './KeyValueList.tsx';

/** What a client needs to know of an endpoint, each value copyable. */
export function EndpointFacts({ endpoint, labelWidth }: { endpoint: EndpointStatus; labelWidth?: number }) {
  return (
    <KeyValueList
      labelWidth={labelWidth}
      items={[
        { label: 'Endpoint URL', value: endpoint.endpointUrl },
        { label: 'Region', value: endpoint.region },
        { label: 'Account', value: endpoint.accountId },
        { label: 'Objects folder', value: endpoint.objectsDirectory },
        { label: 'Credentials file', value: endpoint.credentialsFile },
      ]}
    />
  );
}
