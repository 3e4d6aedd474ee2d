import { formatDuration, formatExactly, formatMoment } from './formatTime.ts';
import { useNow } from './useNow.ts';

/** A moment as people say it; the exact time is in the title. */
export function RelativeTime({ ms }: { ms: number }) {
  const now = useNow('minute');
  return (
    <time dateTime={new Date(ms).toISOString()} title={formatExactly(ms)}>
      {formatMoment(ms, Math.max(now, ms))}
    </time>
  );
}

interface DurationProps {
  /** Ms since the epoch. */
  from: number;
  /** Null while it goes on: then it counts the seconds. */
  to: number | null;
}

/** The time from one moment to another, or to now. */
export function Duration({ from, to }: DurationProps) {
  const now = useNow(to === null ? 'second' : 'still');
  return <span style={{ whiteSpace: 'nowrap' }}>{formatDuration(Math.max(0, (to ?? now) - from), to === null)}</span>;
}
