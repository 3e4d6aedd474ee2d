import type Database from 'libsql';

/**
 * The store's schema, one entry per version, applied in order and never edited after a release.
 * `request` is last: SQLite then reads a list page without touching the long DataInputConfig texts. The indexes hold
 * the columns of all filters after those of the order, so that a filter that fits few jobs reads no table rows.
 */
const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

  CREATE TABLE jobs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    arn TEXT NOT NULL,
    status TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    created_ms INTEGER NOT NULL,
    started_s INTEGER,
    ended_s INTEGER,
    modified_s INTEGER NOT NULL,
    target_device TEXT,
    target_os TEXT,
    target_arch TEXT,
    target_accelerator TEXT,
    failure_reason TEXT,
    artifact_uri TEXT,
    artifact_digest TEXT,
    request TEXT NOT NULL
  );
  CREATE INDEX jobs_by_creation ON jobs (created_ms, id, name, status, modified_s);
  CREATE INDEX jobs_by_status ON jobs (status, created_ms, id, name, modified_s);
  `,
  'ALTER TABLE jobs ADD COLUMN derived_data_input_config TEXT',
];

/**
 * Brings a database to the newest schema, each step in a transaction of its own.
 * @throws {RangeError} when the database was written by a newer version of the program
 */
export function migrate(database: Database.Database): void {
  const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number };
  if (version > MIGRATIONS.length) {
    throw new RangeError(`The job store has schema ${version}; this version knows up to ${MIGRATIONS.length}`);
  }
  MIGRATIONS.forEach((sql, index) => {
    if (index < version) return;
    database.exec(`BEGIN IMMEDIATE; ${sql}; PRAGMA user_version = ${index + 1}; COMMIT;`);
  });
}
