import type { TargetPlatform } from '../../../../../shared/api/compilationJob.ts';
import { stringShapes } from '../../../../../shared/api/shapes.ts';
import {
  devicesOfPlatform,
  findTargetDevice,
  isSamePlatform,
  platformOfDevice,
  targetPlatforms,
  targetPresets,
  type RequestTarget,
  type TargetDeviceEntry,
} from '../../../../../shared/catalog/catalog.ts';
import type { JobDraft } from '../../../../../shared/draft/jobDraft.ts';
import { optionsOfDevice } from './nvidiaPresets.ts';

type DraftTarget = JobDraft['target'];

/** A choice that may be closed; the reason is what the user reads beside it. */
export interface Choice<Value> {
  value: Value;
  /** Why it cannot be chosen; null when it can. */
  refusal: string | null;
  /** What else there is to know before it is chosen. */
  note?: string;
}

/** `LINUX · ARM64 · NVIDIA`. */
export const platformInWords = ({ Os, Arch, Accelerator }: TargetPlatform): string =>
  [Os, Arch, Accelerator].filter(Boolean).join(' · ');

/** The platform that the draft names; null while OS or architecture is missing, or while a device is chosen. */
export function chosenPlatform({ kind, os, arch, accelerator }: DraftTarget): TargetPlatform | null {
  if (kind !== 'platform' || !os || !arch) return null;
  return { Os: os, Arch: arch, ...(accelerator ? { Accelerator: accelerator } : {}) };
}

/** The target that the draft names, as a request does; empty while there is none. */
export function chosenTarget(target: DraftTarget): RequestTarget {
  if (target.kind === 'device') return target.device ? { TargetDevice: target.device } : {};
  const platform = chosenPlatform(target);
  return platform ? { TargetPlatform: platform } : {};
}

/** True when the draft names the target. */
export function isChosen(target: DraftTarget, { TargetDevice, TargetPlatform }: RequestTarget): boolean {
  const chosen = chosenTarget(target);
  if (TargetDevice) return chosen.TargetDevice === TargetDevice;
  return Boolean(TargetPlatform && chosen.TargetPlatform && isSamePlatform(TargetPlatform, chosen.TargetPlatform));
}

const anyOf = new Intl.ListFormat('en-GB', { type: 'disjunction' });
const join = (values: readonly string[]) => anyOf.format(values);
const unique = <Value>(values: readonly Value[]) => [...new Set(values)];

export const osChoices: readonly string[] = stringShapes.TargetPlatformOs.values;

/** Architectures; those that no platform combines with the OS are closed. */
export function archChoices(os: string): Choice<string>[] {
  return stringShapes.TargetPlatformArch.values.map((value) => {
    const systems = unique(targetPlatforms.filter(({ arch }) => arch === value).map((entry) => entry.os));
    const refusal = os !== '' && !systems.includes(os) ? `only with ${join(systems)}` : null;
    return { value, refusal };
  });
}

/** Accelerators, '' for none; those that no platform combines with OS and architecture are closed. */
export function acceleratorChoices(os: string, arch: string): Choice<string>[] {
  return ['', ...stringShapes.TargetPlatformAccelerator.values].map((value) => {
    const entries = targetPlatforms.filter(({ accelerator }) => (accelerator ?? '') === value);
    // The service takes it, and nobody says with what it goes.
    if (entries.length === 0) return { value, refusal: null, note: 'not listed: in no support table of AWS' };
    const fits = (entry: { os: string; arch: string }) => (!os || entry.os === os) && (!arch || entry.arch === arch);
    if (entries.some(fits)) return { value, refusal: null };
    const places = unique(entries.filter((entry) => entry.os === os).map((entry) => entry.arch));
    return { value, refusal: places.length > 0 ? `on ${os} only with ${join(places)}` : `not offered on ${os}` };
  });
}

/** Compiler options that the catalogue prints, and for what. */
export interface OptionsSuggestion {
  label: string;
  options: string;
}

/** What the catalogue suggests for a target: its own options, or those of devices that mean the same platform. */
export function optionSuggestions(target: DraftTarget): OptionsSuggestion[] {
  if (target.kind === 'device') {
    const device = findTargetDevice(target.device);
    return device?.compilerOptions ? [{ label: device.label, options: device.compilerOptions }] : [];
  }
  const platform = chosenPlatform(target);
  if (!platform) return [];
  const sources = [
    ...targetPresets.filter((preset) => isSamePlatform(preset.platform, platform)),
    ...devicesOfPlatform(platform).map(({ id, label }) => ({
      label,
      compilerOptions: platformOfDevice(id)?.compilerOptions ?? null,
    })),
  ];
  const suggestions = sources.flatMap(({ label, compilerOptions }): OptionsSuggestion[] =>
    compilerOptions ? [{ label, options: compilerOptions }] : [],
  );
  return suggestions.filter(({ options }, index) => suggestions.findIndex((one) => one.options === options) === index);
}

/** The texts of options that the catalogue has for a target, or for the devices that mean the same. */
function knownOptions(target: DraftTarget): string[] {
  const platform = chosenPlatform(target);
  const devices = platform ? devicesOfPlatform(platform).map(({ id }) => id) : [target.device];
  const suggested = optionSuggestions(target).map(({ options }) => options);
  return [...suggested, ...devices.flatMap(optionsOfDevice)];
}

/** True when the options were typed: not empty, and not what the catalogue has for the target. */
export function optionsAreTyped(target: DraftTarget): boolean {
  const text = target.compilerOptions.trim();
  return text !== '' && !knownOptions(target).includes(text);
}

/**
 * The target after a choice. Options that the user typed stay, others become the suggestion of the new choice.
 */
export function chooseTarget(
  current: DraftTarget,
  choice: Partial<DraftTarget>,
  suggested: string | null,
): DraftTarget {
  const compilerOptions = optionsAreTyped(current) ? current.compilerOptions : (suggested ?? '');
  return { ...current, ...choice, compilerOptions };
}

/** The same target said the other way; options that fit there as well stay, also when the catalogue suggested them. */
export function translateTarget(
  current: DraftTarget,
  choice: Partial<DraftTarget>,
  suggested: string | null,
): DraftTarget {
  const text = current.compilerOptions.trim();
  const fits = text !== '' && knownOptions({ ...current, ...choice }).includes(text);
  return fits ? { ...current, ...choice } : chooseTarget(current, choice, suggested);
}

export const deviceChoice = (device: Pick<TargetDeviceEntry, 'id'>): Partial<DraftTarget> => ({
  kind: 'device',
  device: device.id,
});

export const platformChoice = ({ Os, Arch, Accelerator }: TargetPlatform): Partial<DraftTarget> => ({
  kind: 'platform',
  os: Os,
  arch: Arch,
  accelerator: Accelerator ?? '',
});

/** OS, architecture and accelerator after one of them was picked; what the pick rules out is emptied. */
export function pickPlatformPart(
  { os, arch, accelerator }: DraftTarget,
  part: Partial<Pick<DraftTarget, 'os' | 'arch' | 'accelerator'>>,
): Partial<DraftTarget> {
  const next = { os, arch, accelerator, ...part };
  if (archChoices(next.os).find(({ value }) => value === next.arch)?.refusal) next.arch = '';
  if (acceleratorChoices(next.os, next.arch).find(({ value }) => value === next.accelerator)?.refusal) {
    next.accelerator = '';
  }
  return { kind: 'platform', ...next };
}
