import {
  devicePresets,
  findTargetDevice,
  platformOfDevice,
  presetOfDevice,
  type DevicePreset,
  type RequestTarget,
} from '../../../../../shared/catalog/catalog.ts';
import { compilerOptionsFor } from '../../../../../shared/compilerOptions/compilerOptions.ts';
import { NVIDIA_KEYS, nvidiaTriples, type NvidiaTriple } from '../../../../../shared/compilerOptions/nvidiaTriples.ts';

/** A triple as the text of CompilerOptions. */
const optionsOf = (triple: NvidiaTriple): string =>
  JSON.stringify(Object.fromEntries(NVIDIA_KEYS.map((key) => [key, triple[key]])));

/** The board's name with the software that runs on it: what tells its triples apart. */
const boardOf = (triple: NvidiaTriple): string =>
  [triple.label, triple.jetPack ? `JetPack ${triple.jetPack}` : `TensorRT ${triple['trt-ver']}`].join(' · ');

/** The device itself where it takes the options, else the platform that means the same and does. */
function targetOf(device: string): RequestTarget | null {
  const form = compilerOptionsFor(undefined, { TargetDevice: device });
  if (form.form === 'object' && form.options.some(({ key }) => key === NVIDIA_KEYS[0])) return { TargetDevice: device };
  const platform = platformOfDevice(device)?.platform;
  return platform ? { TargetPlatform: platform } : null;
}

/** Boards and instances with an NVIDIA GPU, by the software that they run. */
const nvidiaPresets: readonly DevicePreset[] = nvidiaTriples.flatMap((triple) =>
  triple.devices.flatMap((device) => {
    const target = targetOf(device);
    const group = findTargetDevice(device)?.group;
    if (!target || !group) return [];
    const compilerOptions = optionsOf(triple);
    const id = `nvidia-${device}-${compilerOptions}`;
    return [{ id, label: boardOf(triple), group, target, compilerOptions, note: triple.source }];
  }),
);

/** The same choice under a better name is in the list once. */
const isRepeated = ({ target, compilerOptions }: DevicePreset) =>
  nvidiaPresets.some(
    (preset) => preset.target.TargetDevice === target.TargetDevice && preset.compilerOptions === compilerOptions,
  );

/** Presets of every device: as AWS prints it, and those with an NVIDIA GPU by the software that they run. */
export const allPresets: readonly DevicePreset[] = [
  ...devicePresets.filter((preset) => !isRepeated(preset)),
  ...nvidiaPresets,
];

/** The texts of options that the catalogue has for a device. */
export function optionsOfDevice(device: string): string[] {
  const own = [presetOfDevice(device)?.compilerOptions, platformOfDevice(device)?.compilerOptions];
  const triples = nvidiaTriples.filter(({ devices }) => devices.includes(device)).map(optionsOf);
  return [...own.filter((text) => text !== null && text !== undefined), ...triples];
}
