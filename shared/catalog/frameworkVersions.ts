import { findFramework, frameworks } from './frameworks.ts';
import { listedInWords } from './support.ts';
import { listingsOf, tablesOfTarget } from './supportTables.ts';
import { findTargetDevice, targetInWords, type RequestTarget } from './targets.ts';
import { compareVersions } from './versions.ts';

/** What FrameworkVersion may be for a framework on a target. */
export interface FrameworkVersions {
  /** Whether InputConfig may carry a FrameworkVersion. */
  isTaken: boolean;
  /** The versions that AWS lists, as it prints them; empty when it lists none or when none is taken. */
  versions: string[];
  /** Why, as a sentence. */
  reason: string;
}

/**
 * Whether a framework on a target takes FrameworkVersion, and the versions that AWS lists for the two.
 * Sources: InputConfig$FrameworkVersion for the frameworks, each device's `frameworkVersion.source` for the targets;
 * a TargetPlatform always takes it ("supported for Target Platform configuration").
 */
export function frameworkVersionsFor(framework: string, target: RequestTarget): FrameworkVersions {
  const entry = findFramework(framework);
  if (!entry) return { isTaken: true, versions: [], reason: `The catalogue does not know the framework ${framework}.` };
  if (!entry.takesFrameworkVersion) {
    const labels = frameworks.filter(({ takesFrameworkVersion }) => takesFrameworkVersion).map(({ label }) => label);
    const reason = `${entry.label} takes no framework version; only ${listOf.format(labels)} do.`;
    return { isTaken: false, versions: [], reason };
  }
  if (target.TargetDevice && findTargetDevice(target.TargetDevice)?.frameworkVersion.isTaken === false) {
    return { isTaken: false, versions: [], reason: `The target ${targetInWords(target)} takes no framework version.` };
  }
  const tables = tablesOfTarget(target);
  if (!tables) return { isTaken: true, versions: [], reason: 'The versions depend on the target; choose one first.' };
  const listings = listingsOf(entry, tables);
  const versions = unique(listings.flatMap(({ versions: { listed } }) => listed));
  const reason =
    versions.length > 0
      ? `${listedInWords(entry, listings)}.`
      : `AWS lists no versions of ${entry.label} for this target.`;
  return { isTaken: true, versions, reason };
}

/** Every version of a framework in any support table, oldest first: what there is to choose from before a target is. */
export function versionsOfFramework(framework: string): string[] {
  const entry = findFramework(framework);
  if (!entry?.takesFrameworkVersion) return [];
  const listed = unique(Object.values(entry.versions).flatMap((versions) => versions.listed));
  return listed.sort((a, b) => compareVersions(a, b) ?? 0);
}

/** Each version once; 1.15.3 of one table is the 1.15 of another. */
function unique(versions: readonly string[]): string[] {
  return versions.filter(
    (version, index) => versions.findIndex((one) => compareVersions(one, version) === 0) === index,
  );
}

const listOf = new Intl.ListFormat('en-GB', { type: 'conjunction' });
