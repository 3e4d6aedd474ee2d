import type { Finding } from '../api/finding.ts';
import { errorFinding, warningFinding } from '../request/rules/rule.ts';
import { compilerOptions, type CompilerOptionEntry } from './compilerOptions.ts';
import { bestNvidiaTriple } from './nvidiaRules.ts';
import { NVIDIA_KEYS } from './nvidiaTriples.ts';
import { matchesAny } from './optionConditions.ts';
import { lastEntryOf, OPTIONS_PATH, setOptions, type OptionsContext } from './optionsContext.ts';
import type { OptionEntry, OptionValue } from './optionsText.ts';
import { correctedValue, valueMistake } from './optionValues.ts';

/** Longest value that fits on a button, in characters. */
const SHORT = 40;

function useLabel(value: OptionValue): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `Use ${text.length > SHORT ? `${text.slice(0, SHORT)}…` : text}`;
}

/** True where the option would be read, also where a form does not offer it. */
const hasEffect = ({ facts }: OptionsContext, { when, elsewhere }: CompilerOptionEntry) =>
  !elsewhere || matchesAny(facts, [...when, ...elsewhere.except]);

function fixedValue(context: OptionsContext, option: CompilerOptionEntry, entry: OptionEntry): OptionValue | undefined {
  const key = NVIDIA_KEYS.find((candidate) => candidate === option.key);
  return correctedValue(option, entry) ?? (key && bestNvidiaTriple(context)?.[key]);
}

/** Options whose value the service does not take. Source: OutputConfig$CompilerOptions, option by option. */
function wrongValues(context: OptionsContext): Finding[] {
  return compilerOptions.flatMap((option) => {
    const entry = lastEntryOf(context.entries, option.key);
    if (!entry || option.rule === null || !hasEffect(context, option)) return [];
    const mistake = valueMistake(option, entry.value);
    if (mistake === null) return [];
    const value = fixedValue(context, option, entry);
    const fix = setOptions(context, value === undefined ? `Remove ${entry.key}` : useLabel(value), [
      [option.key, value],
    ]);
    const awsMessage = `Invalid value ${entry.valueText} for CompilerOptions ${entry.key}: must ${mistake}.`;
    return [
      errorFinding(option.rule, OPTIONS_PATH, `The compiler option ${entry.key} must ${mistake}.`, awsMessage, fix),
    ];
  });
}

/** Options that the target or framework does not read; those of one rule are told together. */
function withoutEffect(context: OptionsContext): Finding[] {
  const idle = compilerOptions.flatMap((option) => {
    const entry = lastEntryOf(context.entries, option.key);
    return entry && option.elsewhere && !hasEffect(context, option)
      ? [{ option, entry, elsewhere: option.elsewhere }]
      : [];
  });
  return [...new Set(idle.map(({ elsewhere }) => elsewhere.rule))].map((rule) => {
    const group = idle.filter(({ elsewhere }) => elsewhere.rule === rule);
    const names = group.map(({ entry }) => entry.key).join(', ');
    const [has, is] = group.length === 1 ? ['has', 'it is'] : ['have', 'they are'];
    const message = `${names} ${has} no effect here: ${is} for ${group[0]?.elsewhere.appliesTo}.`;
    const fix = setOptions(
      context,
      `Remove ${names}`,
      group.map(({ option }) => [option.key, undefined]),
    );
    return warningFinding(rule, OPTIONS_PATH, message, fix);
  });
}

/** A tensor name, as a frozen graph's inputs have it: `input_tensor:0`. */
const TENSOR_NAME = /:\d+["']\s*:/u;

/** Options that name the same thing for two kinds of model (a SavedModel, a frozen graph): at most one is given. */
export const EIA_ALTERNATIVES = ['signature_def_key', 'output_names'] as const;

/** Source: OutputConfig$CompilerOptions, EIA: "Set at most one API field, either: signature_def_key or output_names". */
function eiaOneOf(context: OptionsContext): Finding[] {
  const { entries, facts, dataInputConfig } = context;
  const has = (key: string) => lastEntryOf(entries, key) !== undefined;
  if (facts.device !== 'ml_eia2' || !EIA_ALTERNATIVES.every(has)) return [];
  // Which of the two fits is decided by the model: tensors as inputs mean a frozen graph.
  const isFrozenGraph = TENSOR_NAME.test(dataInputConfig);
  const [kept, removed] = isFrozenGraph ? ['output_names', 'signature_def_key'] : ['signature_def_key', 'output_names'];
  return [
    errorFinding(
      'compilerOptions.eiaOneOf',
      OPTIONS_PATH,
      'Give signature_def_key (for a SavedModel) or output_names (for a frozen graph), not both.',
      'CompilerOptions: set at most one of signature_def_key and output_names.',
      setOptions(context, `Keep ${kept}`, [[removed, undefined]]),
    ),
  ];
}

/** What there is to say about each documented option by itself. */
export function optionFindings(context: OptionsContext): Finding[] {
  return [wrongValues, withoutEffect, eiaOneOf].flatMap((rule) => rule(context));
}
