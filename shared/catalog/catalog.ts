import { z } from 'zod';
import type { TargetPlatform } from '../api/compilationJob.ts';
import compileProfilesJson from './compileProfiles.json' with { type: 'json' };
import frameworksJson from './frameworks.json' with { type: 'json' };
import presetsJson from './presets.json' with { type: 'json' };
import targetDevicesJson from './targetDevices.json' with { type: 'json' };
import targetPlatformsJson from './targetPlatforms.json' with { type: 'json' };

/** What the local runner does for a target: compiles with a profile, or refuses with the reason. */
const localSupportSchema = z.union([z.object({ profile: z.string() }), z.object({ refused: z.string() })]);
export type LocalSupport = z.infer<typeof localSupportSchema>;

const targetPlatformJsonSchema = z.object({
  Os: z.string(),
  Arch: z.string(),
  Accelerator: z.string().optional(),
});

const compileProfileSchema = z.object({
  id: z.string(),
  title: z.string(),
  /** Level at which ONNX Runtime optimises and saves the graph. */
  graphOptimizationLevel: z.enum(['basic', 'extended', 'all']),
  /** ONNX Runtime optimisers that are switched off while saving. */
  disabledOptimizers: z.array(z.string()),
  /** Level at which the artifact is meant to be loaded, and is loaded to verify it. */
  loadOptimizationLevel: z.enum(['disabled', 'basic', 'extended', 'all']),
  reason: z.string(),
  /** The runtime that the device needs. */
  runtime: z.string(),
  howToLoad: z.string(),
  verifiedBy: z.string(),
});
export type CompileProfile = z.infer<typeof compileProfileSchema>;

const targetDeviceSchema = z.object({
  id: z.string(),
  label: z.string(),
  group: z.enum(['cloud', 'edge']),
  soc: z.string().nullable(),
  os: z.string().nullable(),
  arch: z.string().nullable(),
  accelerator: z.string().nullable(),
  /** The TargetPlatform that means the same, where one exists. */
  platform: targetPlatformJsonSchema.nullable(),
  /** CompilerOptions that AWS prints for the device, as the JSON text of the request. */
  compilerOptions: z.string().nullable(),
  local: localSupportSchema,
  note: z.string().nullable(),
});
export type TargetDeviceEntry = z.infer<typeof targetDeviceSchema>;

const targetPlatformEntrySchema = z.object({
  os: z.string(),
  arch: z.string(),
  accelerator: z.string().nullable(),
  local: localSupportSchema,
});
export type TargetPlatformEntry = z.infer<typeof targetPlatformEntrySchema>;

const presetSchema = z.object({
  id: z.string(),
  label: z.string(),
  platform: targetPlatformJsonSchema,
  compilerOptions: z.string().nullable(),
  note: z.string().nullable(),
});
export type TargetPreset = z.infer<typeof presetSchema>;

const frameworkSchema = z.object({
  id: z.string(),
  label: z.string(),
  /** Layout in which DataInputConfig wants rank-4 shapes; null where shapes have no layout. */
  layout: z.enum(['NCHW', 'NHWC']).nullable(),
  /** Why the local runner does not compile it; null when it does. */
  localRefusal: z.string().nullable(),
});
export type FrameworkEntry = z.infer<typeof frameworkSchema>;

export const compileProfiles: readonly CompileProfile[] = z.array(compileProfileSchema).parse(compileProfilesJson);
export const targetDevices: readonly TargetDeviceEntry[] = z.array(targetDeviceSchema).parse(targetDevicesJson);
/** Every valid Os × Arch × Accelerator; a combination that is not listed is not offered by Neo. */
export const targetPlatforms: readonly TargetPlatformEntry[] = z
  .array(targetPlatformEntrySchema)
  .parse(targetPlatformsJson);
/** The popular platforms of the API documents. */
export const targetPresets: readonly TargetPreset[] = z.array(presetSchema).parse(presetsJson);
export const frameworks: readonly FrameworkEntry[] = z.array(frameworkSchema).parse(frameworksJson);

export function findTargetDevice(id: string): TargetDeviceEntry | undefined {
  return targetDevices.find((device) => device.id === id);
}

export function findTargetPlatform(platform: TargetPlatform): TargetPlatformEntry | undefined {
  return targetPlatforms.find(
    ({ os, arch, accelerator }) =>
      os === platform.Os && arch === platform.Arch && accelerator === (platform.Accelerator ?? null),
  );
}

export function findFramework(id: string): FrameworkEntry | undefined {
  return frameworks.find((framework) => framework.id === id);
}

export function findCompileProfile(id: string): CompileProfile | undefined {
  return compileProfiles.find((profile) => profile.id === id);
}

/** The part of OutputConfig that names the target: exactly one of the two. */
export interface RequestTarget {
  TargetDevice?: string | undefined;
  TargetPlatform?: TargetPlatform | undefined;
}

/** How the local runner treats the target of a request; undefined when the catalogue does not know the target. */
export function localSupportOf(target: RequestTarget): LocalSupport | undefined {
  if (target.TargetDevice) return findTargetDevice(target.TargetDevice)?.local;
  return target.TargetPlatform ? findTargetPlatform(target.TargetPlatform)?.local : undefined;
}

/** The target as it appears in artifact names: `ml_m5`, or `LINUX_ARM64_NVIDIA` for a platform. */
export function targetSlug(target: RequestTarget): string {
  if (target.TargetDevice) return target.TargetDevice;
  const { Os, Arch, Accelerator } = target.TargetPlatform ?? { Os: 'UNKNOWN', Arch: 'TARGET' };
  return [Os, Arch, Accelerator].filter(Boolean).join('_');
}

/** The target as people call it: the device's label, the preset's label is not used because it loses the platform. */
export function targetInWords(target: RequestTarget): string {
  if (target.TargetDevice) return findTargetDevice(target.TargetDevice)?.label ?? target.TargetDevice;
  const { Os, Arch, Accelerator } = target.TargetPlatform ?? { Os: 'unknown', Arch: 'target' };
  return [Os, Arch, Accelerator].filter(Boolean).join(' · ');
}
