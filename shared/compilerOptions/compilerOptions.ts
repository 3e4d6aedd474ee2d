import { z } from 'zod';
import type { RequestTarget } from '../catalog/catalog.ts';
import optionsJson from './compilerOptions.json' with { type: 'json' };
import { matchesAny, optionConditionSchema, optionFacts, type OptionFacts } from './optionConditions.ts';
import type { OptionValue } from './optionsText.ts';

const conditionsSchema = z.array(optionConditionSchema);

const optionEntrySchema = z.strictObject({
  key: z.string(),
  /** Other spellings of the key that people and documents use. */
  spellings: z.array(z.string()).default([]),
  /** Id of the finding for a value that the option does not take; null where values are not judged. */
  rule: z.string().nullable(),
  label: z.string(),
  hint: z.string(),
  group: z.string(),
  /** `list`: several flags; `names`: several names, at least one. */
  kind: z.enum(['choice', 'text', 'integer', 'list', 'names']),
  values: z.array(z.string()).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  /** Of the text, or of each item; matched whole. */
  pattern: z.string().optional(),
  /** The end of "… must …". */
  patternInWords: z.string().optional(),
  /** Ways to turn a frequent mistake into a value that fits. */
  repairs: z.array(z.strictObject({ match: z.string(), to: z.string() })).default([]),
  default: z.string().optional(),
  examples: z.array(
    z.strictObject({
      value: z.union([z.string(), z.number(), z.array(z.string())]),
      when: conditionsSchema.optional(),
    }),
  ),
  when: conditionsSchema,
  requiredWhen: conditionsSchema.default([]),
  recommendedWhen: conditionsSchema.default([]),
  switches: z
    .array(z.strictObject({ item: z.string(), label: z.string(), hint: z.string(), when: conditionsSchema }))
    .default([]),
  /** The warning where the option has no effect; `except` are targets that take it although it is not offered. */
  elsewhere: z
    .strictObject({ rule: z.string(), appliesTo: z.string(), except: conditionsSchema.default([]) })
    .optional(),
});
/** An option of the catalogue, with the conditions under which it applies. */
export type CompilerOptionEntry = z.infer<typeof optionEntrySchema>;

const neuronFlagSchema = z.strictObject({
  name: z.string(),
  label: z.string(),
  hint: z.string(),
  kind: z.enum(['choice', 'text', 'integer']),
  values: z.array(z.string()).optional(),
  min: z.number().optional(),
  /** True where the value follows the name without a space: `-O2`. */
  isJoined: z.boolean(),
  examples: z.array(z.string()),
  devices: z.array(z.string()),
});
export type NeuronFlag = z.infer<typeof neuronFlagSchema>;

const flagFormSchema = z.strictObject({
  device: z.string(),
  /** How serious an object in place of the string is: AWS documents the string for ml_inf1 only. */
  objectSeverity: z.enum(['error', 'warning']),
  example: z.string(),
});
export type FlagForm = z.infer<typeof flagFormSchema>;

const catalogue = z
  .strictObject({
    flagForms: z.array(flagFormSchema),
    flags: z.array(neuronFlagSchema),
    options: z.array(optionEntrySchema),
  })
  .parse(optionsJson);

/** The documented flags of the Neuron compiler. Source: OutputConfig$CompilerOptions, INFERENTIA; support matrix §5. */
export const neuronFlags: readonly NeuronFlag[] = catalogue.flags;

/** Every option that is known, in the order in which a form shows them. Source: OutputConfig$CompilerOptions. */
export const compilerOptions: readonly CompilerOptionEntry[] = catalogue.options;

/** The option with a key in the catalogue's spelling. */
export function findCompilerOption(key: string): CompilerOptionEntry | undefined {
  return compilerOptions.find((option) => option.key === key);
}

/** A switch of one item in a `list` option, such as NEON: `+neon` in `mattr`. */
export interface OptionSwitch {
  item: string;
  label: string;
  hint: string;
}

/** An option as a form shows it for one framework and target. */
export interface CompilerOption extends Pick<
  CompilerOptionEntry,
  'key' | 'rule' | 'label' | 'hint' | 'group' | 'kind' | 'values' | 'min' | 'max' | 'pattern' | 'patternInWords'
> {
  /** What the service takes when the option is left out. */
  default?: string | undefined;
  examples: OptionValue[];
  isRequired: boolean;
  isRecommended: boolean;
  switches: OptionSwitch[];
}

/** What CompilerOptions looks like for one framework and target. */
export type CompilerOptionsForm =
  /** A JSON object. No options: the target is not known, or takes none that are documented. */
  | { form: 'object'; isKnownTarget: boolean; options: CompilerOption[] }
  /** A JSON string of flags for the Neuron compiler. */
  | { form: 'string'; example: string; flags: NeuronFlag[] };

/** The form for a target that takes a string of flags (Inferentia, Trainium); undefined for all others. */
export function findFlagForm(target: RequestTarget): FlagForm | undefined {
  if (target.TargetPlatform) return undefined;
  return catalogue.flagForms.find(({ device }) => device === target.TargetDevice);
}

const canonicalKeys = new Map(compilerOptions.flatMap(({ key, spellings }) => spellings.map((other) => [other, key])));

/** The catalogue's name of a key: `gpu_code` is `gpu-code`; unknown keys keep their own. */
export function canonicalOptionKey(key: string): string {
  return canonicalKeys.get(key) ?? key;
}

function optionFor(facts: OptionFacts, entry: CompilerOptionEntry): CompilerOption {
  const { key, rule, label, hint, group, kind, values, min, max, pattern, patternInWords } = entry;
  return {
    key,
    rule,
    label,
    hint,
    group,
    kind,
    values,
    min,
    max,
    pattern,
    patternInWords,
    default: entry.default,
    examples: entry.examples.flatMap(({ value, when }) => (!when || matchesAny(facts, when) ? [value] : [])),
    isRequired: matchesAny(facts, entry.requiredWhen),
    isRecommended: matchesAny(facts, entry.recommendedWhen),
    switches: entry.switches.flatMap(({ when, ...rest }) => (matchesAny(facts, when) ? [rest] : [])),
  };
}

/**
 * Which form the compiler options of a framework and target have, and the options that apply, in a form's order.
 * `framework` is InputConfig's, undefined for a model package; `target` is a request's OutputConfig.
 */
export function compilerOptionsFor(framework: string | undefined, target: RequestTarget): CompilerOptionsForm {
  const flagForm = findFlagForm(target);
  if (flagForm) {
    const flags = catalogue.flags.filter(({ devices }) => devices.includes(flagForm.device));
    return { form: 'string', example: flagForm.example, flags };
  }
  const facts = optionFacts(framework, target);
  if (!facts) return { form: 'object', isKnownTarget: false, options: [] };
  const options = compilerOptions.filter(({ when }) => matchesAny(facts, when));
  return { form: 'object', isKnownTarget: true, options: options.map((entry) => optionFor(facts, entry)) };
}
