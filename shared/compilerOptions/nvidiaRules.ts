import type { Finding, Fix } from '../api/finding.ts';
import { errorFinding, warningFinding } from '../request/rules/rule.ts';
import { findCompilerOption } from './compilerOptions.ts';
import { lastEntryOf, OPTIONS_PATH, setOptions, type OptionsContext } from './optionsContext.ts';
import { matchesAny } from './optionConditions.ts';
import {
  isKnownNvidiaTriple,
  MAX_CUDA_MAJOR,
  nearestNvidiaTriples,
  NVIDIA_KEYS,
  nvidiaTripleInWords,
  type GivenTriple,
  type NvidiaKey,
  type NvidiaTriple,
} from './nvidiaTriples.ts';
import { valueMistake } from './optionValues.ts';

/** The NVIDIA options that are given and well-formed. */
function givenTriple({ entries }: OptionsContext): GivenTriple {
  const given: Partial<Record<NvidiaKey, string>> = {};
  for (const key of NVIDIA_KEYS) {
    const option = findCompilerOption(key);
    const value = lastEntryOf(entries, key)?.value;
    if (option && typeof value === 'string' && valueMistake(option, value) === null) given[key] = value;
  }
  return given;
}

const labelOf = ({ label, jetPack }: NvidiaTriple) => (jetPack ? `${label}, JetPack ${jetPack}` : label);

/** The known triple that agrees best with what is given. */
export function bestNvidiaTriple(context: OptionsContext): NvidiaTriple | undefined {
  return nearestNvidiaTriples(givenTriple(context), context.target)[0];
}

/** Sets `keys` to the triple's values. */
function setTriple(context: OptionsContext, triple: NvidiaTriple, keys: readonly NvidiaKey[]): Fix {
  const values = keys.map((key) => [key, triple[key]] as const);
  const result = { ...triple, ...givenTriple(context), ...Object.fromEntries(values) };
  return setOptions(context, `Use ${nvidiaTripleInWords(result)}`, values);
}

const WITHOUT_ACCELERATOR: Fix = {
  label: 'Remove the accelerator',
  edits: [{ path: ['OutputConfig', 'TargetPlatform', 'Accelerator'] }],
};

/**
 * Source: TargetPlatform$Accelerator, "NVIDIA … requires gpu-code, trt-ver, cuda-ver". The API's own m5 example breaks
 * the rule by giving `mcpu` with NVIDIA, so options for the CPU turn the error into a warning.
 */
function missingOptions(context: OptionsContext): Finding[] {
  const { entries, facts } = context;
  const missing = NVIDIA_KEYS.filter((key) => {
    const option = findCompilerOption(key);
    return option && matchesAny(facts, option.requiredWhen) && !lastEntryOf(entries, key);
  });
  const best = bestNvidiaTriple(context);
  if (missing.length === 0 || !best) return [];
  const fix = setTriple(context, best, missing);
  if (lastEntryOf(entries, 'mcpu')) {
    const message = `The accelerator is NVIDIA, but the options are for a CPU; ${missing.join(', ')} are missing.`;
    // Without any option for the GPU the CPU is what was meant.
    const isForCpu = missing.length === NVIDIA_KEYS.length;
    return [warningFinding('compilerOptions.nvidiaCpu', OPTIONS_PATH, message, isForCpu ? WITHOUT_ACCELERATOR : fix)];
  }
  const example = NVIDIA_KEYS.map((key) => `"${key}":"${best[key]}"`).join(',');
  return [
    errorFinding(
      'compilerOptions.nvidia',
      OPTIONS_PATH,
      `An NVIDIA target needs the compiler options ${missing.join(', ')}, such as {${example}} (${labelOf(best)}).`,
      `CompilerOptions ${missing.join(', ')} are required for Accelerator NVIDIA.`,
      fix,
    ),
  ];
}

/** Source: support matrix, "NVIDIA triples": AWS publishes no table, so an unknown triple is a warning. */
function unknownTriple(context: OptionsContext): Finding[] {
  const given = givenTriple(context);
  const cuda = given['cuda-ver'];
  const nearest = nearestNvidiaTriples(given, context.target).slice(0, 2);
  const [best] = nearest;
  if (!best) return [];
  const fix = setTriple(context, best, NVIDIA_KEYS);
  const known = nearest.map((triple) => `${nvidiaTripleInWords(triple)} (${labelOf(triple)})`).join('; ');
  if (cuda !== undefined && Number.parseInt(cuda, 10) > MAX_CUDA_MAJOR) {
    const message = `Neo refuses CUDA versions above ${MAX_CUDA_MAJOR}. Known to work: ${known}.`;
    return [warningFinding('compilerOptions.cudaTooNew', OPTIONS_PATH, message, fix)];
  }
  if (NVIDIA_KEYS.some((key) => given[key] === undefined) || isKnownNvidiaTriple(given)) return [];
  const message = `These NVIDIA versions are not known to work together. Known to work: ${known}.`;
  return [warningFinding('compilerOptions.nvidiaTriple', OPTIONS_PATH, message, fix)];
}

/** What there is to say about the three NVIDIA options as a group; only for targets with an NVIDIA GPU. */
export function nvidiaFindings(context: OptionsContext): Finding[] {
  if (context.facts.accelerator !== 'NVIDIA') return [];
  return [...missingOptions(context), ...unknownTriple(context)];
}
