import Database from 'libsql';
import { z } from 'zod';
import type { CreateCompilationJobRequest } from '../../shared/api/compilationJob.ts';
import { stringShapes, type CompilationJobStatus } from '../../shared/api/shapes.ts';
import { failureReason } from '../../shared/failures/failureCatalog.ts';
import { JOB_EDGES, MAX_ATTEMPTS, wholeSeconds } from './jobLifecycle.ts';
import { migrate } from './migrations.ts';

const nullable = z.string().nullable();

/** A job as a list shows it. Times as stored: creation in epoch milliseconds, the others in epoch seconds. */
const jobSummaryRowSchema = z.object({
  id: z.number(),
  name: z.string(),
  arn: z.string(),
  status: z.enum(stringShapes.CompilationJobStatus.values),
  attempts: z.number(),
  createdMs: z.number(),
  startedS: z.number().nullable(),
  endedS: z.number().nullable(),
  modifiedS: z.number(),
  targetDevice: nullable,
  targetOs: nullable,
  targetArch: nullable,
  targetAccelerator: nullable,
});
export type JobSummaryRow = z.infer<typeof jobSummaryRowSchema>;

const jobRowSchema = jobSummaryRowSchema.extend({
  failureReason: nullable,
  artifactUri: nullable,
  artifactDigest: nullable,
  derivedDataInputConfig: nullable,
  // Checked when it was stored, and not again: tighter constraints of a newer version must not hide an older job.
  request: z.string().transform((text) => JSON.parse(text) as CreateCompilationJobRequest),
});
/** A whole job, with its CreateCompilationJob request. */
export type JobRow = z.infer<typeof jobRowSchema>;

const NO_LIMIT = -1;

export const SUMMARY_COLUMNS = `id, name, arn, status, attempts, created_ms AS createdMs, started_s AS startedS,
  ended_s AS endedS, modified_s AS modifiedS, target_device AS targetDevice, target_os AS targetOs,
  target_arch AS targetArch, target_accelerator AS targetAccelerator`;
const ALL_COLUMNS = `${SUMMARY_COLUMNS}, failure_reason AS failureReason, artifact_uri AS artifactUri,
  artifact_digest AS artifactDigest, derived_data_input_config AS derivedDataInputConfig, request`;

/** What the last change of a job brings with it. */
export type JobOutcome =
  | { status: 'COMPLETED'; artifactUri: string; artifactDigest: string; derivedDataInputConfig: string | null }
  | { status: 'FAILED'; failureReason: string }
  | { status: 'STOPPED' };

/** A statement with `?` placeholders and what goes there; never a boolean, which ends the process inside libsql. */
export interface Query {
  sql: string;
  values: (string | number)[];
}

export interface JobStoreOptions {
  /** Epoch milliseconds. */
  clock: () => number;
  /** Called with the job's name after every committed change. */
  onChanged: (name: string) => void;
}

/**
 * The runner's jobs in SQLite: WAL, synchronous FULL, every change one transaction along {@link JOB_EDGES}.
 * Statements are synchronous; each touches a few rows through an index.
 */
export class JobStore {
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();
  readonly #clock: () => number;
  readonly #onChanged: (name: string) => void;

  /** Opens or creates the store; migrates it. */
  constructor(file: string, { clock, onChanged }: JobStoreOptions) {
    this.#clock = clock;
    this.#onChanged = onChanged;
    this.#database = new Database(file);
    this.#database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    migrate(this.#database);
  }

  #prepared(sql: string): Database.Statement {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  /** A named fact of the data directory, such as its account id; null when it was never kept. */
  fact(name: string): string | null {
    const row = this.#prepared('SELECT value FROM facts WHERE name = ?').get(name);
    return row === undefined ? null : z.object({ value: z.string() }).parse(row).value;
  }

  keepFact(name: string, value: string): void {
    this.#prepared('INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)').run(name, value);
  }

  /** Adds a job in status STARTING; false when the name is taken. */
  create(arn: string, request: CreateCompilationJobRequest): boolean {
    const { CompilationJobName: name, OutputConfig } = request;
    const createdMs = this.#clock();
    const { TargetDevice, TargetPlatform } = OutputConfig;
    const { changes } = this.#prepared(
      `INSERT INTO jobs (name, arn, status, created_ms, modified_s, target_device, target_os, target_arch,
         target_accelerator, request) VALUES (?, ?, 'STARTING', ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO NOTHING`,
    ).run(
      name,
      arn,
      createdMs,
      wholeSeconds(createdMs),
      TargetDevice ?? null,
      TargetPlatform?.Os ?? null,
      TargetPlatform?.Arch ?? null,
      TargetPlatform?.Accelerator ?? null,
      JSON.stringify(request),
    );
    if (changes === 0) return false;
    this.#onChanged(name);
    return true;
  }

  find(name: string): JobRow | null {
    const row = this.#prepared(`SELECT ${ALL_COLUMNS} FROM jobs WHERE name = ?`).get(name);
    return row === undefined ? null : jobRowSchema.parse(row);
  }

  /** The job's status now; null when the job was deleted. */
  statusOf(id: number): CompilationJobStatus | null {
    const row = this.#prepared('SELECT status FROM jobs WHERE id = ?').get(id);
    return row === undefined ? null : jobSummaryRowSchema.pick({ status: true }).parse(row).status;
  }

  /** The oldest `limit` jobs in a status, oldest first. */
  oldest(status: CompilationJobStatus, limit: number): JobRow[] {
    return this.#prepared(`SELECT ${ALL_COLUMNS} FROM jobs WHERE status = ? ORDER BY created_ms, id LIMIT ?`)
      .all(status, limit)
      .map((row) => jobRowSchema.parse(row));
  }

  /** Runs a statement that `jobListing.ts` made; it must select {@link SUMMARY_COLUMNS}. */
  list({ sql, values }: Query): JobSummaryRow[] {
    return this.#database
      .prepare(sql)
      .all(...values)
      .map((row) => jobSummaryRowSchema.parse(row));
  }

  /** Counts an attempt and enters INPROGRESS; false when the job is not in `from` any more. */
  begin({ id, name }: JobSummaryRow, from: 'STARTING' | 'INPROGRESS'): boolean {
    const now = wholeSeconds(this.#clock());
    return this.#move(id, name, from, 'INPROGRESS', {
      sql: 'attempts = attempts + 1, started_s = ?, modified_s = max(modified_s, ?)',
      values: [now, now],
    });
  }

  /** Takes an attempt back that our own clean shutdown cut short: only crashes count towards giving a job up. */
  forgiveAttempt({ id }: JobSummaryRow): void {
    this.#prepared(
      "UPDATE jobs SET attempts = attempts - 1 WHERE id = ? AND status = 'INPROGRESS' AND attempts > 0",
    ).run(id);
  }

  /** Enters STOPPING; false when the job is not INPROGRESS any more. */
  requestStop({ id, name }: JobSummaryRow): boolean {
    return this.#move(id, name, 'INPROGRESS', 'STOPPING', {
      sql: 'modified_s = max(modified_s, ?)',
      values: [wholeSeconds(this.#clock())],
    });
  }

  /** Ends a job; false when it is not in `from` any more. */
  end({ id, name }: JobSummaryRow, from: CompilationJobStatus, outcome: JobOutcome): boolean {
    const sets = ['ended_s = max(modified_s, ?)', 'modified_s = max(modified_s, ?)'];
    const now = wholeSeconds(this.#clock());
    const values: (string | number)[] = [now, now];
    if (outcome.status === 'COMPLETED') {
      sets.push('artifact_uri = ?', 'artifact_digest = ?');
      values.push(outcome.artifactUri, outcome.artifactDigest);
      if (outcome.derivedDataInputConfig !== null) {
        sets.push('derived_data_input_config = ?');
        values.push(outcome.derivedDataInputConfig);
      }
    } else if (outcome.status === 'FAILED') {
      sets.push('failure_reason = ?');
      values.push(outcome.failureReason);
    }
    return this.#move(id, name, from, outcome.status, { sql: sets.join(', '), values });
  }

  /** Compare-and-set along one edge: a change that another one overtook does nothing and is told by `false`. */
  #move(id: number, name: string, from: CompilationJobStatus, to: CompilationJobStatus, set: Query): boolean {
    if (!JOB_EDGES[from].includes(to)) throw new RangeError(`A job cannot go from ${from} to ${to}`);
    const { changes } = this.#prepared(`UPDATE jobs SET status = ?, ${set.sql} WHERE id = ? AND status = ?`).run(
      to,
      ...set.values,
      id,
      from,
    );
    if (changes === 0) return false;
    this.#onChanged(name);
    return true;
  }

  /** Removes a job in the status that the caller has seen; false when it has changed or gone since. */
  delete({ id, name, status }: JobSummaryRow): boolean {
    const { changes } = this.#prepared('DELETE FROM jobs WHERE id = ? AND status = ?').run(id, status);
    if (changes === 0) return false;
    this.#onChanged(name);
    return true;
  }

  /**
   * Puts right what the end of the last runner left behind: STOPPING becomes STOPPED, and INPROGRESS jobs that were
   * tried {@link MAX_ATTEMPTS} times are given up.
   * @returns the INPROGRESS jobs that are to be run again, oldest first
   */
  recover(): JobRow[] {
    for (const job of this.#inStatus('STOPPING')) this.end(job, 'STOPPING', { status: 'STOPPED' });
    return this.#inStatus('INPROGRESS').filter((job) => {
      if (job.attempts < MAX_ATTEMPTS) return true;
      const reason = failureReason('interrupted', { count: job.attempts });
      this.end(job, 'INPROGRESS', { status: 'FAILED', failureReason: reason });
      return false;
    });
  }

  /** All jobs in a status that only running jobs have: at most as many as run at a time. */
  #inStatus(status: 'STOPPING' | 'INPROGRESS'): JobRow[] {
    return this.oldest(status, NO_LIMIT);
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }
}
