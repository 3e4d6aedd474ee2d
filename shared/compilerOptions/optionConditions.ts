import { z } from 'zod';
import { stringShapes } from '../api/shapes.ts';
import { findTargetDevice, type RequestTarget } from '../catalog/catalog.ts';

/** What conditions look at. Null: the target has none of it, or (framework) the request does not say. */
export interface OptionFacts {
  framework: string | null;
  device: string | null;
  /** As in TargetPlatform: `LINUX`; for devices the catalogue's word in capitals. */
  os: string | null;
  arch: string | null;
  accelerator: string | null;
}

/** All members that are given must hold. `*` in a device stands for any characters. */
export const optionConditionSchema = z.strictObject({
  framework: z.array(z.string()).optional(),
  device: z.array(z.string()).optional(),
  notDevice: z.array(z.string()).optional(),
  /** True: the target is given as TargetPlatform. */
  isPlatform: z.boolean().optional(),
  os: z.array(z.string()).optional(),
  arch: z.array(z.string()).optional(),
  /** Null in the list: targets without accelerator. */
  accelerator: z.array(z.string().nullable()).optional(),
});
export type OptionCondition = z.infer<typeof optionConditionSchema>;

const isOf = (values: readonly string[], value: string) => values.includes(value);

/**
 * The facts of a request's framework and target; null when the catalogue does not know the target, or when the
 * request names none or two: nothing can then be said about its options.
 */
export function optionFacts(framework: string | undefined, target: RequestTarget): OptionFacts | null {
  const { TargetDevice, TargetPlatform } = target;
  const known = { framework: framework || null };
  if (TargetDevice && TargetPlatform) return null;
  if (TargetDevice) {
    const device = findTargetDevice(TargetDevice);
    if (!device) return null;
    const { os, arch, accelerator } = device;
    return { ...known, device: TargetDevice, os: os?.toUpperCase() ?? null, arch, accelerator };
  }
  if (!TargetPlatform) return null;
  const { Os, Arch, Accelerator } = TargetPlatform;
  const { TargetPlatformOs, TargetPlatformArch, TargetPlatformAccelerator } = stringShapes;
  if (!isOf(TargetPlatformOs.values, Os) || !isOf(TargetPlatformArch.values, Arch)) return null;
  if (Accelerator && !isOf(TargetPlatformAccelerator.values, Accelerator)) return null;
  return { ...known, device: null, os: Os, arch: Arch, accelerator: Accelerator || null };
}

const matchesPattern = (device: string, pattern: string) =>
  pattern.endsWith('*') ? device.startsWith(pattern.slice(0, -1)) : device === pattern;

function matches(facts: OptionFacts, condition: OptionCondition): boolean {
  const { framework, device, notDevice, isPlatform, os, arch, accelerator } = condition;
  const isDevice = (patterns: readonly string[]) =>
    facts.device !== null && patterns.some((pattern) => matchesPattern(facts.device ?? '', pattern));
  return (
    // A model package does not tell its framework in the request: its options get the benefit of the doubt.
    (!framework || facts.framework === null || framework.includes(facts.framework)) &&
    (!device || isDevice(device)) &&
    (!notDevice || !isDevice(notDevice)) &&
    (isPlatform === undefined || isPlatform === (facts.device === null)) &&
    (!os || (facts.os !== null && os.includes(facts.os))) &&
    (!arch || (facts.arch !== null && arch.includes(facts.arch))) &&
    (!accelerator || accelerator.includes(facts.accelerator))
  );
}

/** True when one of the conditions holds. */
export function matchesAny(facts: OptionFacts, conditions: readonly OptionCondition[]): boolean {
  return conditions.some((condition) => matches(facts, condition));
}
