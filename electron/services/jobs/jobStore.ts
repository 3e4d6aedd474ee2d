import Database from 'libsql';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { hasEnded } from '../../../shared/api/compilationJobStatus.ts';
import { jobSnapshotSchema, type JobSnapshot } from '../../../shared/jobs/jobSnapshot.ts';

/** What the app remembers of every job it has seen, so that the list is there before any endpoint answers. */
export interface JobStore {
  list(): JobSnapshot[];
  listOfEndpoint(endpointId: string): JobSnapshot[];
  /** Jobs of an endpoint that can still change. */
  live(endpointId: string): JobSnapshot[];
  get(id: string): JobSnapshot | null;
  put(snapshots: readonly JobSnapshot[]): void;
  remove(ids: readonly string[]): void;
  close(): void;
}

/** Ordered; the number of those that ran is kept in `user_version`. Never edit one, add one. */
const MIGRATIONS = [
  `CREATE TABLE jobs (
     id TEXT PRIMARY KEY,
     endpoint_id TEXT NOT NULL,
     creation_time REAL NOT NULL,
     is_live INTEGER NOT NULL,
     snapshot TEXT NOT NULL
   ) WITHOUT ROWID;
   CREATE INDEX jobs_by_creation ON jobs (creation_time DESC);
   CREATE INDEX jobs_live ON jobs (endpoint_id) WHERE is_live = 1;`,
];

interface Row {
  snapshot: string;
}

function migrate(database: Database.Database): void {
  const { user_version: done } = database.prepare('PRAGMA user_version').get() as { user_version: number };
  MIGRATIONS.slice(done).forEach((statements, index) => {
    database.exec(`BEGIN IMMEDIATE; ${statements} PRAGMA user_version = ${done + index + 1}; COMMIT;`);
  });
}

/** Opens the store, `jobs` of the app's own database. Synchronous, with small indexed statements only. */
export function openJobStore(path: string): JobStore {
  mkdirSync(dirname(path), { recursive: true });
  const database = new Database(path);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 2000;');
  migrate(database);
  const read = (rows: unknown): JobSnapshot[] =>
    (rows as Row[]).flatMap(({ snapshot }) => {
      const parsed = jobSnapshotSchema.safeParse(JSON.parse(snapshot));
      return parsed.success ? [parsed.data] : [];
    });
  const all = database.prepare('SELECT snapshot FROM jobs ORDER BY creation_time DESC');
  const ofEndpoint = database.prepare('SELECT snapshot FROM jobs WHERE endpoint_id = ? ORDER BY creation_time DESC');
  const live = database.prepare('SELECT snapshot FROM jobs WHERE endpoint_id = ? AND is_live = 1');
  const one = database.prepare('SELECT snapshot FROM jobs WHERE id = ?');
  const upsert = database.prepare(
    `INSERT INTO jobs (id, endpoint_id, creation_time, is_live, snapshot) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET creation_time = excluded.creation_time, is_live = excluded.is_live,
       snapshot = excluded.snapshot`,
  );
  const erase = database.prepare('DELETE FROM jobs WHERE id = ?');
  return {
    list: () => read(all.all()),
    listOfEndpoint: (endpointId) => read(ofEndpoint.all(endpointId)),
    live: (endpointId) => read(live.all(endpointId)),
    get: (id) => read(one.all(id))[0] ?? null,
    put: database.transaction((snapshots: readonly JobSnapshot[]) => {
      for (const job of snapshots) {
        upsert.run(
          job.id,
          job.endpointId,
          job.description.CreationTime,
          hasEnded(job.status) ? 0 : 1,
          JSON.stringify(job),
        );
      }
    }),
    remove: database.transaction((ids: readonly string[]) => {
      for (const id of ids) erase.run(id);
    }),
    close: () => void database.close(),
  };
}
