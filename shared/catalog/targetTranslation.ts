import type { TargetPlatform } from '../api/compilationJob.ts';
import { findTargetDevice, targetDevices, type TargetDeviceEntry } from './targets.ts';

/** A device said as a platform. */
export interface PlatformOfDevice {
  platform: TargetPlatform;
  /** CompilerOptions that go with the platform, as the JSON text of the request; null when none are known. */
  compilerOptions: string | null;
  /** What changes with the platform instead of the device; null when nothing does. */
  note: string | null;
}

/**
 * The platform that means the same as a device; null when there is none (the device's `noPlatformReason` says why)
 * or when the catalogue does not know the device. Source: the edge device table; for instances CPU and GPU of the type.
 */
export function platformOfDevice(id: string): PlatformOfDevice | null {
  const device = findTargetDevice(id);
  if (!device?.platform) return null;
  return {
    platform: device.platform,
    compilerOptions: device.platformCompilerOptions ?? device.compilerOptions,
    note: device.platformNote,
  };
}

/** True when both name the same system, architecture and accelerator; no accelerator equals an empty one. */
export function isSamePlatform(a: TargetPlatform, b: TargetPlatform): boolean {
  return a.Os === b.Os && a.Arch === b.Arch && (a.Accelerator ?? '') === (b.Accelerator ?? '');
}

/** The devices that mean the same as a platform, in the catalogue's order. */
export function devicesOfPlatform(platform: TargetPlatform): TargetDeviceEntry[] {
  return targetDevices.filter((device) => device.platform !== null && isSamePlatform(device.platform, platform));
}
