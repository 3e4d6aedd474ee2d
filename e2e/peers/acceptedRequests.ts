import { join } from 'node:path';
import Database from 'libsql';
import type { NpmRunner } from './runnerWithNpm.ts';

/**
 * The CreateCompilationJob requests that the runner has accepted, by job name, as it keeps them: every member, Tags
 * too, which no answer of the compilation-job API has. Read beside the running runner, which is not disturbed by it.
 */
export class AcceptedRequests {
  readonly #database: Database.Database;
  readonly #find: Database.Statement;

  constructor({ dataDirectory }: NpmRunner) {
    this.#database = new Database(join(dataDirectory, 'jobs.db'), { readonly: true });
    this.#find = this.#database.prepare('SELECT request FROM jobs WHERE name = ?');
  }

  /** Null when no request of this name has arrived. */
  find(name: string): unknown {
    const row = this.#find.get(name) as { request: string } | undefined;
    return row ? JSON.parse(row.request) : null;
  }

  /** How many jobs are in each status. */
  statuses(): Record<string, number> {
    const rows = this.#database.prepare('SELECT status, count(*) AS jobs FROM jobs GROUP BY status').all();
    return Object.fromEntries((rows as { status: string; jobs: number }[]).map(({ status, jobs }) => [status, jobs]));
  }

  close(): void {
    this.#database.close();
  }
}
