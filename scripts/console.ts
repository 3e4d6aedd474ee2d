/** A failure that the person at the console can understand and act on: printed as its sentence, without a stack. */
export class PlainError extends Error {
  override readonly name = 'PlainError';
}

/** Says on the console what is being done or what was found: one calm line. */
export function announce(line: string): void {
  console.log(line);
}

/** Seconds since `startedAt` (from `performance.now()`), for people: `0.4 s`, `12 s`, `3 min 5 s`. */
export function formatDuration(startedAt: number, now = performance.now()): string {
  const seconds = (now - startedAt) / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${seconds.toFixed(0)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** Runs a script's body and ends the process with the exit code it returns; a `PlainError` ends it with one sentence. */
export async function runScript(body: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await body();
  } catch (error) {
    console.error(error instanceof PlainError ? `edgewright: ${error.message}` : error);
    process.exitCode = 1;
  }
}
