import Button from '@mui/material/Button';
import { EmptyState } from '../../components/EmptyState.tsx';
import { resetJobsView, type JobsView } from './jobsView.ts';

/** There are jobs, but none that the filters let through. */
export function NothingFound({ view }: { view: JobsView }) {
  return (
    <EmptyState
      title="No job fits the filter"
      actions={
        <Button variant="outlined" onClick={resetJobsView}>
          Show all jobs
        </Button>
      }
    >
      {view.text.trim()
        ? `Nothing has “${view.text.trim()}” in its name, target, framework or status.`
        : 'No job has this status at the moment.'}
    </EmptyState>
  );
}
