import Box from '@mui/material/Box';
import { Fragment, type ReactNode } from 'react';
import { hasEnded } from '../../../../shared/api/compilationJobStatus.ts';
import { timesOfJob, type JobSnapshot } from '../../../../shared/jobs/jobSnapshot.ts';
import { formatClock, formatDuration, formatExactly } from '../../../components/formatTime.ts';
import { statusLabel } from '../../../components/JobStatus.tsx';
import { Duration } from '../../../components/Time.tsx';
import { useNow } from '../../../components/useNow.ts';

const ENDED_COLORS: Readonly<Record<string, string>> = {
  COMPLETED: 'success.main',
  FAILED: 'error.main',
  STOPPED: 'text.secondary',
};

interface Point {
  label: string;
  /** Null while it has not come. */
  at: number | null;
  note: ReactNode;
  color: string;
}

function TimelinePoint({ label, at, note, color }: Point) {
  const isReached = at !== null;
  return (
    <Box component="li" sx={{ display: 'grid', gridTemplateColumns: '12px auto', columnGap: 1, alignItems: 'center' }}>
      <Box
        aria-hidden
        sx={{
          width: 10,
          height: 10,
          border: 2,
          borderColor: isReached ? color : 'action.outline',
          bgcolor: isReached ? color : 'transparent',
          borderRadius: '50%',
        }}
      />
      <Box sx={{ fontWeight: 500, color: isReached ? 'text.primary' : 'text.secondary', whiteSpace: 'nowrap' }}>
        {label}
      </Box>
      <Box sx={{ gridColumn: 2, fontSize: 12, lineHeight: '16px', color: 'text.secondary', whiteSpace: 'nowrap' }}>
        {isReached ? (
          <time dateTime={new Date(at).toISOString()} title={formatExactly(at)}>
            {note}
          </time>
        ) : (
          note
        )}
      </Box>
    </Box>
  );
}

function Span({ children, isReached }: { children: ReactNode; isReached: boolean }) {
  return (
    <Box component="li" sx={{ flex: 1, minWidth: 56, textAlign: 'center', fontSize: 12, lineHeight: '16px' }}>
      <Box
        aria-hidden
        sx={{
          mt: '9px',
          mb: '10px',
          borderTop: 2,
          borderTopStyle: isReached ? 'solid' : 'dashed',
          borderColor: 'divider',
        }}
      />
      <Box sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>{children}</Box>
    </Box>
  );
}

/** When a job was created, started and ended, how long that took, and what it may take at most. */
export function JobTimeline({ job }: { job: JobSnapshot }) {
  const { created, started, ended } = timesOfJob(job);
  const now = useNow('minute');
  const clock = (ms: number) => formatClock(ms, now);
  const isLive = !hasEnded(job.status);
  const limit = job.description.StoppingCondition?.MaxRuntimeInSeconds;
  const limitMs = limit === undefined ? null : limit * 1000;
  const points: Point[] = [
    { label: 'Created', at: created, note: clock(created), color: 'text.secondary' },
    {
      label: 'Started',
      at: started,
      note: started === null ? (isLive ? 'waiting' : 'never') : clock(started),
      color: 'text.secondary',
    },
    {
      label: isLive ? 'Ends' : statusLabel(job.status),
      at: ended,
      note:
        ended !== null
          ? clock(ended)
          : isLive && started !== null && limitMs !== null
            ? `by ${clock(started + limitMs)}`
            : isLive
              ? 'not yet'
              : 'time not given',
      color: ENDED_COLORS[job.status.toUpperCase()] ?? 'text.secondary',
    },
  ];
  const spans = [
    <Span key="wait" isReached={started !== null}>
      {started === null && !isLive ? '' : <Duration from={created} to={started} />}
    </Span>,
    <Span key="run" isReached={ended !== null}>
      {started === null || (ended === null && !isLive) ? '' : <Duration from={started} to={ended} />}
      {limitMs !== null && isLive && started !== null && ` of at most ${formatDuration(limitMs)}`}
    </Span>,
  ];
  return (
    <Box component="section" aria-label="Timeline" sx={{ px: 3, pt: 2, pb: 1.5 }}>
      <Box component="ol" sx={{ display: 'flex', gap: 1.5, m: 0, p: 0, listStyle: 'none', maxWidth: 880 }}>
        {points.map((point, index) => (
          <Fragment key={point.label}>
            <TimelinePoint {...point} />
            {spans[index]}
          </Fragment>
        ))}
      </Box>
      {limitMs !== null && !(isLive && started !== null) && (
        <Box sx={{ mt: 0.5, fontSize: 12, lineHeight: '16px', color: 'text.secondary' }}>
          Time limit {formatDuration(limitMs)} ({limit?.toLocaleString('en-US')} s)
        </Box>
      )}
    </Box>
  );
}
