import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { JobSnapshot } from '../../../shared/jobs/jobSnapshot.ts';
import { PAGE_HEADING } from '../../app/pageHeading.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { FailurePanel } from './detail/FailurePanel.tsx';
import { JobHeader } from './detail/JobHeader.tsx';
import { JobTimeline } from './detail/JobTimeline.tsx';
import { RequestSection } from './detail/RequestSection.tsx';
import { ResultSections } from './detail/ResultSections.tsx';
import type { JobActions } from './useJobActions.ts';

interface JobDetailProps {
  id: string;
  /** Undefined when there is no such job. */
  job: JobSnapshot | undefined;
  actions: JobActions;
  onClose: () => void;
}

/** Everything about one job, beside the list. */
export function JobDetail({ id, job, actions, onClose }: JobDetailProps) {
  return (
    <Box
      component="section"
      aria-labelledby="job-heading"
      sx={{
        display: 'flex',
        flexDirection: 'column',
        flex: 1,
        minWidth: 0,
        bgcolor: 'background.paper',
        containerType: 'inline-size',
      }}
    >
      {job ? (
        <>
          <JobHeader job={job} actions={actions} onClose={onClose} />
          <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto', scrollbarGutter: 'stable' }}>
            <JobTimeline job={job} />
            {job.status.toUpperCase() === 'FAILED' && (
              <FailurePanel job={job} isCloning={actions.pending.clone === id} onClone={() => actions.clone(job)} />
            )}
            {job.status.toUpperCase() === 'COMPLETED' && <ResultSections job={job} />}
            <RequestSection job={job} />
          </Box>
        </>
      ) : (
        <EmptyState
          title="This job is not here"
          heading={{ id: 'job-heading', tabIndex: -1, ...PAGE_HEADING }}
          actions={
            <Button variant="outlined" onClick={onClose}>
              Show all jobs
            </Button>
          }
        >
          It was deleted, or it belongs to an endpoint that is not connected.
        </EmptyState>
      )}
    </Box>
  );
}
