import { z } from 'zod';
import type { TargetPlatform } from '../api/compilationJob.ts';
import targetDevicesJson from './targetDevices.json' with { type: 'json' };
import targetPlatformsJson from './targetPlatforms.json' with { type: 'json' };

const localSupportSchema = z.union([z.strictObject({ profile: z.string() }), z.strictObject({ refused: z.string() })]);
/** What the local runner does for a target: compiles with a profile, or refuses with the reason. */
export type LocalSupport = z.infer<typeof localSupportSchema>;

/** A TargetPlatform as the catalogue's data holds it. */
export const targetPlatformJsonSchema = z.strictObject({
  Os: z.string(),
  Arch: z.string(),
  Accelerator: z.string().optional(),
});

const targetDeviceSchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  group: z.enum(['cloud', 'edge']),
  soc: z.string().nullable(),
  os: z.string().nullable(),
  arch: z.string().nullable(),
  accelerator: z.string().nullable(),
  /** What AWS calls the kind of a cloud instance: "Standard", "Accelerated computing", "Inferentia". */
  computeType: z.string().nullable(),
  /** The only regions that offer the device; null when AWS names none. */
  regions: z.array(z.string()).nullable(),
  /** The TargetPlatform that means the same, where one exists; else `noPlatformReason` says why there is none. */
  platform: targetPlatformJsonSchema.nullable(),
  /** CompilerOptions that the platform needs and the device does not; null: those of the device. */
  platformCompilerOptions: z.string().nullable(),
  /** What changes with the platform instead of the device. */
  platformNote: z.string().nullable(),
  noPlatformReason: z.string().nullable(),
  /** CompilerOptions that AWS prints for the device, as the JSON text of the request. */
  compilerOptions: z.string().nullable(),
  /** Ids of the support tables (`supportTables.json`) that list the device; empty when none does. */
  supportTables: z.array(z.string()),
  /** Whether the service takes a FrameworkVersion for the device, and who says so. */
  frameworkVersion: z.strictObject({ isTaken: z.boolean(), source: z.string() }),
  /** Whether Neo can derive DataInputConfig for the device, for the frameworks that allow it. */
  derivesInputConfig: z.boolean(),
  /** What the device wants in model.tar.gz besides the framework's files. */
  archiveNote: z.string().nullable(),
  /** Why the device is only kept for old requests; null for the others. */
  legacy: z.string().nullable(),
  /** Where the entry knowingly differs from what AWS prints. */
  corrections: z.array(
    z.strictObject({ member: z.enum(['soc', 'os', 'arch', 'accelerator']), printed: z.string(), reason: z.string() }),
  ),
  sources: z.array(z.string()),
  local: localSupportSchema,
  note: z.string().nullable(),
});
/** A TargetDevice of the API. */
export type TargetDeviceEntry = z.infer<typeof targetDeviceSchema>;

const targetPlatformEntrySchema = z.strictObject({
  os: z.string(),
  arch: z.string(),
  accelerator: z.string().nullable(),
  /** Ids of the support tables that list what runs on the platform. */
  supportTables: z.array(z.string()),
  local: localSupportSchema,
});
/** A valid combination of system, architecture and accelerator. */
export type TargetPlatformEntry = z.infer<typeof targetPlatformEntrySchema>;

/** Every TargetDevice of the API. */
export const targetDevices: readonly TargetDeviceEntry[] = z.array(targetDeviceSchema).parse(targetDevicesJson);
/** Every valid Os × Arch × Accelerator; a combination that is not listed is not offered by Neo. */
export const targetPlatforms: readonly TargetPlatformEntry[] = z
  .array(targetPlatformEntrySchema)
  .parse(targetPlatformsJson);

/** The device of an id as the API spells it; undefined for those of the future. */
export function findTargetDevice(id: string): TargetDeviceEntry | undefined {
  return targetDevices.find((device) => device.id === id);
}

/** The entry of a platform; undefined when Neo does not offer the combination. */
export function findTargetPlatform(platform: TargetPlatform): TargetPlatformEntry | undefined {
  return targetPlatforms.find(
    ({ os, arch, accelerator }) =>
      os === platform.Os && arch === platform.Arch && accelerator === (platform.Accelerator ?? null),
  );
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
