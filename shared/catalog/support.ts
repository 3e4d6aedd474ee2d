import { findFramework, type FrameworkEntry } from './frameworks.ts';
import { listingsOf, tablesOfTarget, type Listing, type SupportTable } from './supportTables.ts';
import { targetDevices, targetInWords, type RequestTarget, type TargetDeviceEntry } from './targets.ts';
import { testedColumnOf, testedModelsOf } from './testedModels.ts';
import { isListedVersion, versionsInWords } from './versions.ts';

/** From best to worst: AWS tested models, lists it, says nothing, says that it cannot be. */
export const SUPPORT_STATES = ['tested', 'listed', 'notListed', 'notSupported'] as const;
/** What AWS says about a framework on a target, in one word. */
export type SupportState = (typeof SUPPORT_STATES)[number];

/** What AWS says about a framework on a target. */
export interface Support {
  state: SupportState;
  /** Why, as a sentence. */
  reason: string;
  /** The models that AWS tested; empty unless the state is `tested`. */
  testedModels: string[];
}

/** What is asked of the catalogue; unknown values are answered as not listed. */
export interface SupportQuestion {
  framework: string;
  /** As in FrameworkVersion; left out: any version. */
  frameworkVersion?: string | undefined;
  target: RequestTarget;
}

const plain = (state: SupportState, reason: string): Support => ({ state, reason, testedModels: [] });

/** What AWS says about a framework (in a version) on a target. Sources: its support tables and its tested models. */
export function supportOf({ framework, frameworkVersion, target }: SupportQuestion): Support {
  const entry = findFramework(framework);
  if (!entry) return plain('notListed', `The catalogue does not know the framework ${framework}.`);
  const tables = tablesOfTarget(target);
  if (!tables) return supportOfUnknownTarget(target);
  const [firstTable] = tables;
  if (!firstTable)
    return plain('notListed', `${undocumentedPart(target)} is in the API, but in no support table of AWS.`);
  const listings = listingsOf(entry, tables);
  if (listings.length === 0) return supportOfAbsent(entry, firstTable);
  if (frameworkVersion && !listings.some(({ versions }) => isListedVersion(frameworkVersion, versions))) {
    return plain('notListed', `${listedInWords(entry, listings)}, not ${frameworkVersion}.`);
  }
  const tested = testedModelsOf(framework, target);
  if (tested.length === 0) return plain('listed', `${listedInWords(entry, listings)}.`);
  const models = tested.length === 1 ? 'model' : 'models';
  const column = testedColumnOf(target)?.name ?? '';
  const reason = `AWS tested ${tested.length} ${entry.label} ${models} on “${column}”.`;
  return { state: 'tested', reason, testedModels: tested };
}

function supportOfUnknownTarget(target: RequestTarget): Support {
  if (!target.TargetDevice && !target.TargetPlatform) return plain('notListed', 'No target is chosen.');
  if (target.TargetDevice) return plain('notListed', `The catalogue does not know the device ${target.TargetDevice}.`);
  return plain('notSupported', `Neo does not offer the platform ${targetInWords(target)}.`);
}

function undocumentedPart(target: RequestTarget): string {
  return target.TargetDevice ? targetInWords(target) : `The accelerator ${target.TargetPlatform?.Accelerator}`;
}

function supportOfAbsent({ id, label }: FrameworkEntry, table: SupportTable): Support {
  const exclusion = table.exclusions[id];
  return exclusion
    ? plain('notSupported', exclusion)
    : plain(table.absent, table.absentReason.replace('{framework}', label));
}

/** `AWS lists MXNet 1.8 or earlier for edge targets and 1.8.0 or earlier for cloud instances`, without a full stop. */
export function listedInWords({ label }: FrameworkEntry, listings: readonly Listing[]): string {
  const reason = listings.find(({ table }) => table.listedReason)?.table.listedReason;
  if (reason) return reason.replace('{framework}', label);
  const parts = listings.map(({ table, versions }) =>
    [versionsInWords(versions), `for ${table.words}`].filter(Boolean),
  );
  return `AWS lists ${label} ${parts.map((part) => part.join(' ')).join(' and ')}`;
}

/** A device in the order in which it suits a framework. */
export interface RankedTarget {
  device: TargetDeviceEntry;
  support: Support;
  /** Why the device is recommended for the framework; null when it is not. */
  recommended: string | null;
}

/**
 * All devices for a framework, best first: by state, then by the number of tested models; legacy devices end their state.
 * Recommended are those on which AWS tested models of the framework.
 */
export function rankTargets(framework: string, frameworkVersion?: string): RankedTarget[] {
  const ranked = targetDevices.map((device): RankedTarget => {
    const support = supportOf({ framework, frameworkVersion, target: { TargetDevice: device.id } });
    return { device, support, recommended: support.state === 'tested' && !device.legacy ? support.reason : null };
  });
  const rank = ({ support }: RankedTarget) => SUPPORT_STATES.indexOf(support.state);
  return ranked.sort(
    (a, b) =>
      rank(a) - rank(b) ||
      Number(a.device.legacy !== null) - Number(b.device.legacy !== null) ||
      b.support.testedModels.length - a.support.testedModels.length,
  );
}
