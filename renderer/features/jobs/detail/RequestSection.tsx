import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { EndpointStatus } from '../../../../shared/ipc/routes.ts';
import type { JobSnapshot } from '../../../../shared/jobs/jobSnapshot.ts';
import { endpointsQuery } from '../../../api/queries.ts';
import { CodeBlock } from '../../../components/CodeBlock.tsx';
import { KeyValueList } from '../../../components/KeyValueList.tsx';
import { Section } from '../../../components/Section.tsx';
import { requestAsCommand, requestFacts, requestJson } from './requestFacts.ts';

const VIEWS = [
  { id: 'fields', label: 'Fields' },
  { id: 'json', label: 'JSON' },
  { id: 'cli', label: 'AWS CLI' },
] as const;
type View = (typeof VIEWS)[number]['id'];

function RequestBody({ job, view, endpoint }: { job: JobSnapshot; view: View; endpoint: EndpointStatus | undefined }) {
  if (view === 'fields') return <KeyValueList items={requestFacts(job)} labelWidth={160} />;
  if (view === 'json') return <CodeBlock code={requestJson(job)} label="request as JSON" maxHeight={480} />;
  const command = requestAsCommand(job, endpoint);
  return command === null ? (
    <p>The command can be shown once the endpoint is ready and the job has a role.</p>
  ) : (
    <CodeBlock code={command} label="AWS CLI command" maxHeight={480} />
  );
}

/** What was asked for: every field, and the request as JSON and as a command. */
export function RequestSection({ job }: { job: JobSnapshot }) {
  const [view, setView] = useState<View>('fields');
  const { data: endpoints } = useQuery(endpointsQuery);
  return (
    <Section
      title="Request"
      level="h3"
      actions={
        <ToggleButtonGroup
          exclusive
          aria-label="Show the request as"
          value={view}
          onChange={(_, next: View | null) => next && setView(next)}
        >
          {VIEWS.map(({ id, label }) => (
            <ToggleButton key={id} value={id}>
              {label}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      }
    >
      <RequestBody job={job} view={view} endpoint={endpoints?.find(({ id }) => id === job.endpointId)} />
    </Section>
  );
}
