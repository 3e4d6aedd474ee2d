import type { NeuronFlag } from './compilerOptions.ts';

type FlagName = Pick<NeuronFlag, 'name' | 'isJoined'>;

const escaped = (text: string) => text.replaceAll(/[-+.*?^${}()|[\]\\]/g, String.raw`\$&`);

const VALUE = String.raw`=(?<equal>\S*)|\s+(?![-\s])(?<spaced>\S+)`;
const JOINED_VALUE = String.raw`(?<joined>\d+)|${VALUE}`;

/** Finds `--name value`, `--name=value` and, for joined flags, `-O2`. The last one counts, as for a compiler. */
function findFlag(flags: string, { name, isJoined }: FlagName) {
  const pattern = `(?<!\\S)${escaped(name)}(?:${isJoined ? JOINED_VALUE : VALUE})?(?!\\S)`;
  const match = [...flags.matchAll(new RegExp(pattern, 'g'))].at(-1);
  if (!match) return undefined;
  const { joined, equal, spaced } = match.groups ?? {};
  return { value: joined ?? equal ?? spaced ?? '', start: match.index, end: match.index + match[0].length };
}

/** The value of one flag in a string of Neuron compiler flags; '' for a flag without one, undefined when absent. */
export function neuronFlagValue(flags: string, flag: FlagName): string | undefined {
  return findFlag(flags, flag)?.value;
}

/**
 * The flags with one of them set (in its place, or at the end) or, with undefined, removed; the rest stays as it is.
 * `value` has no spaces and does not start with a hyphen; that of a joined flag is a whole number.
 */
export function withNeuronFlag(flags: string, flag: FlagName, value: string | undefined): string {
  const found = findFlag(flags, flag);
  const written = value === undefined ? '' : [flag.name, value].join(flag.isJoined || value === '' ? '' : ' ');
  if (!found) return written === '' ? flags : [flags.trimEnd(), written].filter(Boolean).join(' ');
  const before = flags.slice(0, found.start);
  const after = flags.slice(found.end);
  if (written !== '') return before + written + after;
  return before.trim() === '' ? after.trimStart() : before.trimEnd() + after;
}
