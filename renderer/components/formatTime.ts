const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const timeOfDay = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const timeWithSeconds = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const dayAndMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const fullDate = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/** Whole calendar days from `ms` to `now`, in local time. */
function daysBetween(ms: number, now: number): number {
  const midnight = (time: number) => new Date(time).setHours(0, 0, 0, 0);
  return Math.round((midnight(now) - midnight(ms)) / DAY);
}

/** A moment as people say it: `just now`, `4 min ago`, `Today 14:03`, `Yesterday 14:03`, `3 Nov 14:03`, `3 Nov 2025`. */
export function formatMoment(ms: number, now: number): string {
  const age = now - ms;
  if (age >= -MINUTE && age < MINUTE) return 'just now';
  if (age > 0 && age < HOUR) return `${Math.floor(age / MINUTE)} min ago`;
  const days = daysBetween(ms, now);
  const time = timeOfDay.format(ms);
  if (days === 0) return `Today ${time}`;
  if (days === 1) return `Yesterday ${time}`;
  const isSameYear = new Date(ms).getFullYear() === new Date(now).getFullYear();
  return isSameYear ? `${dayAndMonth.format(ms)} ${time}` : fullDate.format(ms);
}

/** Date and time to the second. */
export function formatExactly(ms: number): string {
  return `${fullDate.format(ms)}, ${timeWithSeconds.format(ms)}`;
}

/** Time of day to the second, with the day when that is not the day of `now`. */
export function formatClock(ms: number, now: number): string {
  const clock = timeWithSeconds.format(ms);
  return daysBetween(ms, now) === 0 ? clock : `${dayAndMonth.format(ms)} ${clock}`;
}

const padded = (value: number) => String(value).padStart(2, '0');

/** A span of time: `412 ms`, `3.2 s`, `48 s`, `15 min`, `2 min 05 s`, `1 h 04 min`; live ones count whole seconds. */
export function formatDuration(ms: number, isLive = false): string {
  // Services give times in whole seconds: neither "0 ms" nor "3.0 s" was measured.
  const isWhole = ms % SECOND === 0;
  if (ms === 0 && !isLive) return '< 1 s';
  if (ms < SECOND && !isLive) return `${Math.round(ms)} ms`;
  if (ms < 10 * SECOND && !isLive && !isWhole) return `${(ms / SECOND).toFixed(1)} s`;
  const seconds = Math.floor(ms / SECOND);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  const isRound = isWhole && !isLive && seconds % 60 === 0;
  if (minutes < 60) return isRound ? `${minutes} min` : `${minutes} min ${padded(seconds % 60)} s`;
  return `${Math.floor(minutes / 60)} h ${padded(minutes % 60)} min`;
}
