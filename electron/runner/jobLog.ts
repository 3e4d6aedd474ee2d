import { appendFile } from 'node:fs/promises';
import path from 'node:path';

/** A compile process that repeats itself must not fill the disk. */
const MAX_LOG_BYTES = 16 * 1024 * 1024;
/** Lines of one message that are kept. */
const MAX_MESSAGE_CHARACTERS = 64 * 1024;

export type LogLevel = 'info' | 'warning' | 'error';

/**
 * The log of one job, `logs/<job>.log`: a line each with time (ISO 8601) and level, appended in order without
 * making anyone wait. What cannot be written is dropped: a log never fails a job.
 */
export class JobLog {
  readonly #file: string;
  readonly #clock: () => number;
  #pending = '';
  #writing: Promise<void> | null = null;
  #bytes = 0;

  constructor(logsDirectory: string, jobName: string, clock: () => number) {
    this.#file = path.join(logsDirectory, `${jobName}.log`);
    this.#clock = clock;
  }

  write(level: LogLevel, text: string): void {
    if (this.#bytes > MAX_LOG_BYTES) return;
    const opening = `${new Date(this.#clock()).toISOString()} ${level.toUpperCase().padEnd(7)} `;
    const lines = text.slice(0, MAX_MESSAGE_CHARACTERS).trimEnd().split(/\r?\n/u);
    let entry = lines.map((line) => `${opening}${line}\n`).join('');
    this.#bytes += Buffer.byteLength(entry);
    if (this.#bytes > MAX_LOG_BYTES) entry += `${opening}The log is full; what follows is not kept.\n`;
    this.#pending += entry;
    this.#writing ??= this.#drain();
  }

  async #drain(): Promise<void> {
    while (this.#pending !== '') {
      const batch = this.#pending;
      this.#pending = '';
      await appendFile(this.#file, batch, { mode: 0o600 }).catch(() => {});
    }
    this.#writing = null;
  }

  /** Resolves when everything written so far is in the file. */
  async flush(): Promise<void> {
    await this.#writing;
  }
}
