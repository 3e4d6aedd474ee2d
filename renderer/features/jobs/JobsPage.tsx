import AddOutlined from '@mui/icons-material/AddOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { jobsQuery } from '../../api/queries.ts';
import { focusPageHeading } from '../../app/pageHeading.ts';
import { jobPath, JOBS_PATH, NEW_JOB_PATH } from '../../app/paths.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { EmptyJobs } from './EmptyJobs.tsx';
import { COMPACT_ROW_HEIGHT, HEAD_HEIGHT, ROW_HEIGHT } from './jobColumns.ts';
import { FailedEndpoints } from './FailedEndpoints.tsx';
import { JobDetail } from './JobDetail.tsx';
import { JobFilters } from './JobFilters.tsx';
import { JobList } from './JobList.tsx';
import { JobListSkeleton } from './JobListSkeleton.tsx';
import { JobQuestions } from './JobQuestions.tsx';
import { countByStatus, filterRows, jobRow, sortRows } from './jobRows.ts';
import { useJobsView } from './jobsView.ts';
import { NothingFound } from './NothingFound.tsx';
import { useJobActions } from './useJobActions.ts';
import { useJobListKeyboard } from './useJobListKeyboard.ts';

/** All jobs, and beside them the one that is open. */
export function JobsPage() {
  const { id: openId = null } = useParams();
  const navigate = useNavigate();
  const { data: jobs, error, isFetching, refetch } = useQuery(jobsQuery);
  const view = useJobsView();
  const isSplit = openId !== null;

  const allRows = useMemo(() => (jobs ?? []).map(jobRow), [jobs]);
  const counts = useMemo(() => countByStatus(allRows), [allRows]);
  const rows = useMemo(
    () => sortRows(filterRows(allRows, view.text, view.status), view.sort.key, view.sort.isAscending),
    [allRows, view],
  );

  const isDetailFocusWanted = useRef(false);
  const open = useCallback(
    (id: string) => {
      isDetailFocusWanted.current = true;
      void navigate(jobPath(id));
    },
    [navigate],
  );
  useEffect(() => {
    if (isDetailFocusWanted.current) focusPageHeading();
    isDetailFocusWanted.current = false;
  }, [openId]);

  const keyboard = useJobListKeyboard({
    rows,
    openId,
    rowHeight: isSplit ? COMPACT_ROW_HEIGHT : ROW_HEIGHT,
    headHeight: isSplit ? 0 : HEAD_HEIGHT,
    onOpen: (id, how) => (how === 'opened' ? open(id) : void navigate(jobPath(id), { replace: true })),
  });
  const close = () => {
    void navigate(JOBS_PATH);
    if (openId !== null) keyboard.focusRow(openId);
  };
  const actions = useJobActions(({ id }) => {
    if (id === openId) close();
  });

  return (
    <Box
      sx={{ display: 'flex', height: '100%' }}
      onKeyDown={(event) => {
        // Dialogs and menus take their Escape themselves.
        if (event.key === 'Escape' && isSplit && !event.defaultPrevented) close();
      }}
    >
      <Box
        sx={{
          display: 'flex',
          flexDirection: 'column',
          minWidth: 0,
          ...(isSplit
            ? { flex: 'none', width: 'clamp(340px, 30vw, 480px)', borderRight: 1, borderColor: 'divider' }
            : { flex: 1 }),
        }}
      >
        <PageHeader
          title="Jobs"
          isCurrent={!isSplit}
          actions={
            <Button
              component={Link}
              to={NEW_JOB_PATH}
              variant={isSplit || jobs?.length === 0 ? 'outlined' : 'contained'}
              startIcon={<AddOutlined />}
            >
              New job
            </Button>
          }
        />
        {actions.failure && (
          <Box sx={{ p: 2, pb: 1 }}>
            <ErrorPanel {...actions.failure} onDismiss={actions.dismissFailure} />
          </Box>
        )}
        <FailedEndpoints />
        {error && !jobs && (
          <Box sx={{ p: 2, maxWidth: 720 }}>
            <ErrorPanel error={error} title="The jobs could not be loaded" onRetry={() => void refetch()} />
          </Box>
        )}
        {!jobs && isFetching && <JobListSkeleton />}
        {jobs?.length === 0 && <EmptyJobs />}
        {allRows.length > 0 && <JobFilters view={view} counts={counts} isCompact={isSplit} />}
        {allRows.length > 0 && rows.length === 0 && <NothingFound view={view} />}
        {rows.length > 0 && (
          <JobList rows={rows} keyboard={keyboard} openId={openId} sort={view.sort} actions={actions} onOpen={open} />
        )}
      </Box>
      {openId !== null && jobs && (
        <JobDetail
          key={openId}
          id={openId}
          job={jobs.find(({ id }) => id === openId)}
          actions={actions}
          onClose={close}
        />
      )}
      <JobQuestions actions={actions} />
    </Box>
  );
}
