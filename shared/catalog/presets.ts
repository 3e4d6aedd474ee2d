import { z } from 'zod';
import presetsJson from './presets.json' with { type: 'json' };
import { targetDevices, targetPlatformJsonSchema, type RequestTarget, type TargetDeviceEntry } from './targets.ts';

const presetSchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  platform: targetPlatformJsonSchema,
  compilerOptions: z.string().nullable(),
  note: z.string().nullable(),
});
/** A popular platform with its options. */
export type TargetPreset = z.infer<typeof presetSchema>;

/** The popular platforms of the API documents. */
export const targetPresets: readonly TargetPreset[] = z.array(presetSchema).parse(presetsJson);

/** A complete choice of target for one device: what the request names, and the options that AWS prints with it. */
export interface DevicePreset {
  id: string;
  label: string;
  group: TargetDeviceEntry['group'];
  target: RequestTarget;
  /** CompilerOptions as the JSON text of the request. */
  compilerOptions: string | null;
  note: string | null;
}

/** Every device of the API as AWS prints it; what else fits an NVIDIA board is in `compilerOptions/nvidiaTriples.ts`. */
export const devicePresets: readonly DevicePreset[] = targetDevices.map(
  ({ id, label, group, compilerOptions, note }) => ({
    id: `device-${id}`,
    label,
    group,
    target: { TargetDevice: id },
    compilerOptions,
    note,
  }),
);

/** The preset of a device; undefined when the catalogue does not know it. */
export function presetOfDevice(device: string): DevicePreset | undefined {
  return devicePresets.find(({ target }) => target.TargetDevice === device);
}
