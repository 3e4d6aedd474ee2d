import {
  findTargetDevice,
  findTargetPlatform,
  targetDevices,
  type LocalSupport,
  type RequestTarget,
  type TargetDeviceEntry,
} from '../../../../../shared/catalog/catalog.ts';
import { rankTargets, supportOf, type Support } from '../../../../../shared/catalog/support.ts';
import type { JobDraft } from '../../../../../shared/draft/jobDraft.ts';
import type { Choice } from './targetChoices.ts';

/** For whom devices are judged. */
export interface Judge {
  /** The framework of the request; null for a model package, which does not say it. */
  framework: string | null;
  frameworkVersion: string;
  /** True when the job would run on the local runner. */
  isLocal: boolean;
}

export function judgeOf({ kind, framework, frameworkVersion }: JobDraft['model'], isLocal: boolean): Judge {
  if (kind === 'package') return { framework: null, frameworkVersion: '', isLocal };
  return { framework, frameworkVersion: frameworkVersion.trim(), isLocal };
}

/** A target with what AWS and the local runner say about it. */
export interface JudgedTarget {
  /** What AWS says about the framework there; null when the framework is not known. */
  support: Support | null;
  /** Why the local runner refuses; null when it compiles, or is not asked. */
  localRefusal: string | null;
  /** The one reason for which it cannot be chosen. */
  refusal: string | null;
}

const refusalOf = (local: LocalSupport | undefined): string | null =>
  local && 'refused' in local ? local.refused : null;

function judged(support: Support | null, local: LocalSupport | undefined, isLocal: boolean): JudgedTarget {
  const localRefusal = isLocal ? refusalOf(local) : null;
  return {
    support,
    localRefusal,
    refusal: localRefusal ?? (support?.state === 'notSupported' ? support.reason : null),
  };
}

/** What is said about one target of a request. */
export function judgeTarget(target: RequestTarget, { framework, frameworkVersion, isLocal }: Judge): JudgedTarget {
  const support = framework === null ? null : supportOf({ framework, frameworkVersion, target });
  const { TargetDevice, TargetPlatform } = target;
  const entry = TargetDevice ? findTargetDevice(TargetDevice) : TargetPlatform && findTargetPlatform(TargetPlatform);
  return judged(support, entry?.local, isLocal);
}

/** A device as a choice. */
export interface DeviceChoice extends Choice<TargetDeviceEntry>, JudgedTarget {
  /** Why it is recommended for the framework; null when it is not. */
  recommended: string | null;
}

/** All devices, best first for the framework; in the catalogue's order when there is none. */
export function judgedDevices({ framework, frameworkVersion, isLocal }: Judge): DeviceChoice[] {
  const ranked =
    framework === null
      ? targetDevices.map((device) => ({ device, support: null, recommended: null }))
      : rankTargets(framework, frameworkVersion);
  return ranked.map(({ device, support, recommended }) => {
    const verdict = judged(support, device.local, isLocal);
    return { value: device, ...verdict, recommended: verdict.refusal === null ? recommended : null };
  });
}

const GROUP_TITLES = { cloud: 'Cloud', edge: 'Edge' } as const;

export interface DeviceGroup {
  title: string;
  devices: DeviceChoice[];
}

const searchText = ({ id, label, group, soc, os, arch, accelerator }: TargetDeviceEntry) =>
  [label, id, GROUP_TITLES[group], soc, os, arch, accelerator].filter(Boolean).join(' ').toLowerCase();

/** True when a text has every word of a query, in any case and order. */
export function hasWords(text: string, query: string): boolean {
  const words = query.toLowerCase().split(/\s+/u).filter(Boolean);
  return words.every((word) => text.toLowerCase().includes(word));
}

/** Devices that contain every word of the query, grouped; in each group those that can be chosen come first. */
export function deviceGroups(query: string, devices: readonly DeviceChoice[]): DeviceGroup[] {
  const found = devices.filter(({ value }) => hasWords(searchText(value), query));
  return (['edge', 'cloud'] as const).flatMap((group) => {
    const ofGroup = found.filter(({ value }) => value.group === group);
    const sorted = [...ofGroup.filter(({ refusal }) => !refusal), ...ofGroup.filter(({ refusal }) => refusal)];
    return sorted.length > 0 ? [{ title: GROUP_TITLES[group], devices: sorted }] : [];
  });
}

/** What is worth a line in the list: where the device is offered, that it is history, what it needs in the archive. */
export function noteOf({ regions, legacy, archiveNote }: TargetDeviceEntry): string | null {
  const parts = [regions && `Only in ${regions.join(', ')}.`, legacy, archiveNote];
  return parts.filter(Boolean).join(' ') || null;
}
