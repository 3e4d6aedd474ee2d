import type { ListedVersions } from './frameworks.ts';

/**
 * Compares framework versions number by number, as far as both go: 1.15 equals 1.15.3, 1.12 is above 1.8.
 * The service goes by major and minor number, and AWS prints some versions with a patch number and some without.
 * @returns below 0, 0 or above 0; null when one of them has a part that is no number
 */
export function compareVersions(a: string, b: string): number | null {
  const [left, right] = [a, b].map((version) => version.split('.'));
  if (!left || !right || ![...left, ...right].every((part) => /^\d+$/u.test(part))) return null;
  for (const [index, part] of left.entries()) {
    const difference = Number(part) - Number(right[index] ?? part);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** True when AWS lists the version, or a later one with "or earlier", or lists the framework without versions. */
export function isListedVersion(version: string, { listed, isOrEarlier }: ListedVersions): boolean {
  if (listed.length === 0) return true;
  return listed.some((one) => {
    const order = compareVersions(version, one);
    return order === 0 || (isOrEarlier && order !== null && order < 0);
  });
}

/** The newest listed version that is not above the given one, else the oldest; the newest when it cannot be compared. */
export function nearestVersion(version: string, listed: readonly string[]): string | undefined {
  const sorted = [...listed].sort((a, b) => compareVersions(a, b) ?? 0);
  if (sorted.every((one) => compareVersions(one, version) === null)) return sorted.at(-1);
  return sorted.findLast((one) => (compareVersions(one, version) ?? 1) <= 0) ?? sorted[0];
}

const listOf = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** `1.7, 1.8 or earlier`, `1.15 and 2.4`; empty when no version is printed. */
export function versionsInWords({ listed, isOrEarlier }: ListedVersions): string {
  return isOrEarlier ? `${listed.join(', ')} or earlier` : listOf.format(listed);
}
