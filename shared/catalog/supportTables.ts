import { z } from 'zod';
import type { FrameworkEntry, ListedVersions } from './frameworks.ts';
import supportTablesJson from './supportTables.json' with { type: 'json' };
import { findTargetDevice, findTargetPlatform, type RequestTarget } from './targets.ts';

const supportTableSchema = z.strictObject({
  id: z.string(),
  /** What the table is about, as the end of "AWS lists … for …". */
  words: z.string(),
  source: z.string(),
  /** Says of a listed framework what "AWS lists …" would overstate; `{framework}` as below, without a full stop. */
  listedReason: z.string().nullable(),
  /** What it means when a framework is not in the table: documented as impossible, or just not listed. */
  absent: z.enum(['notListed', 'notSupported']),
  /** The same as a sentence; `{framework}` stands for the framework's label. */
  absentReason: z.string(),
  /** Frameworks that AWS names as impossible, with the reason. */
  exclusions: z.record(z.string(), z.string()),
});
/** A support table of AWS: which frameworks it compiles for a kind of target. */
export type SupportTable = z.infer<typeof supportTableSchema>;

/** Every support table; frameworks and targets name them by id. */
export const supportTables: readonly SupportTable[] = z.array(supportTableSchema).parse(supportTablesJson);

const tablesById = new Map(supportTables.map((table) => [table.id, table]));

/** The accelerator that the API has and no document describes: any system and architecture may come with it. */
const UNDOCUMENTED_ACCELERATOR = 'NNA';

/**
 * The tables that speak about a target; empty when it is in the API, but in no table (ml_m6g, the accelerator NNA).
 * Undefined for targets that the catalogue does not know or that Neo does not offer, and when none is named.
 */
export function tablesOfTarget(target: RequestTarget): SupportTable[] | undefined {
  const { TargetDevice, TargetPlatform } = target;
  if (!TargetDevice && TargetPlatform?.Accelerator === UNDOCUMENTED_ACCELERATOR) return [];
  const entry = TargetDevice ? findTargetDevice(TargetDevice) : TargetPlatform && findTargetPlatform(TargetPlatform);
  return entry?.supportTables.flatMap((id) => tablesById.get(id) ?? []);
}

/** A table that lists a framework, with the versions in it. */
export interface Listing {
  table: SupportTable;
  versions: ListedVersions;
}

/** Where AWS lists a framework among the tables of a target. */
export function listingsOf(framework: FrameworkEntry, tables: readonly SupportTable[]): Listing[] {
  return tables.flatMap((table) => {
    const versions = framework.versions[table.id];
    return versions ? [{ table, versions }] : [];
  });
}
