import type { CreateCompilationJobRequest } from '../api/compilationJob.ts';
import type { Finding } from '../api/finding.ts';
import { stringShapes } from '../api/shapes.ts';
import type { RequestTarget } from '../catalog/catalog.ts';
import { errorFinding, warningFinding } from '../request/rules/rule.ts';
import { canonicalOptionKey, findFlagForm, neuronFlags, type FlagForm } from './compilerOptions.ts';
import { withNeuronFlag } from './neuronFlags.ts';
import { normalizeCompilerOptions } from './normalizeCompilerOptions.ts';
import { nvidiaFindings } from './nvidiaRules.ts';
import { optionFacts } from './optionConditions.ts';
import { OPTIONS_PATH, setText, type OptionsContext } from './optionsContext.ts';
import { optionFindings } from './optionRules.ts';
import { parseOptions, withFlags, withKeyRenamed, withoutRepeatedKeys, type ParsedOptions } from './optionsText.ts';

const REMOVE = setText('Remove the options', '');

/** The text without members is no text: `{ }` says nothing. */
function textOf(normalized: string): string {
  const parsed = parseOptions(normalized);
  return parsed.kind === 'object' && parsed.entries.length === 0 ? '' : normalized;
}

/** Source: CompilerOptions is "in JSON format"; the service reads strict JSON. */
function jsonFindings(text: string, parsed: ParsedOptions, target: RequestTarget): Finding[] {
  const isBlank = parsed.kind === 'none' && text !== '';
  if (parsed.kind !== 'broken' && !isBlank) return [];
  const message = parsed.kind === 'broken' ? parsed.problem.message : 'The compiler options are blank.';
  const normalized = normalizeCompilerOptions(text, target).text;
  const isRight = parseOptions(normalized).kind !== 'broken' && !isBlank;
  const isWrongKind = parsed.kind === 'broken' && parsed.problem.isJson;
  const fix = isRight ? setText('Use strict JSON', textOf(normalized)) : isBlank || isWrongKind ? REMOVE : undefined;
  return [errorFinding('compilerOptions.json', OPTIONS_PATH, message, 'CompilerOptions is not valid JSON.', fix)];
}

/** The text of flags that an object or a string quoted twice was meant to be; '' when there is no telling. */
function meantFlags(text: string, target: RequestTarget): string {
  const parsed = parseOptions(normalizeCompilerOptions(text, target).text);
  if (parsed.kind === 'flags') return withFlags(parsed.flags.trim());
  if (parsed.kind !== 'object') return '';
  const flags = parsed.entries.reduce<string | null>((current, { key, value }) => {
    const flag = neuronFlags.find(({ name }) => name.replace(/^-+/u, '') === key.replace(/^-+/u, ''));
    const isValue = typeof value === 'number' || (typeof value === 'string' && /^[^\s-]\S*$/u.test(value));
    return current !== null && flag && isValue ? withNeuronFlag(current, flag, String(value)) : null;
  }, '');
  return withFlags(flags ?? '');
}

/** Source: OutputConfig$CompilerOptions, "ml_inf1 uses compiler options passed in as a JSON string". */
function flagFindings(text: string, parsed: ParsedOptions, form: FlagForm, target: RequestTarget): Finding[] {
  if (parsed.kind === 'none' || parsed.kind === 'broken') return [];
  const example = withFlags(form.example);
  const meant = meantFlags(text, target);
  const fix = meant === '' ? REMOVE : setText('Use a string of flags', meant);
  const rule = 'compilerOptions.inferentia';
  const awsMessage = `CompilerOptions for ${form.device} must be a JSON string of compiler flags.`;
  if (parsed.kind === 'object') {
    const message = `${form.device} takes its compiler options as a JSON string of flags, such as ${example}, not as an object.`;
    return form.objectSeverity === 'error'
      ? [errorFinding(rule, OPTIONS_PATH, message, awsMessage, fix)]
      : [warningFinding(rule, OPTIONS_PATH, message, fix)];
  }
  if (parsed.flags.trim() === '') {
    const message = `The string of compiler flags is empty. Give flags, such as ${example}, or leave the options out.`;
    return [errorFinding(rule, OPTIONS_PATH, message, awsMessage, REMOVE)];
  }
  if (/^\s*(?:\\?["']|\{)/u.test(parsed.flags)) {
    const message = `The compiler flags are quoted twice. Give them as ${example}.`;
    return [errorFinding(rule, OPTIONS_PATH, message, awsMessage, fix)];
  }
  return [];
}

/** Only Inferentia takes a string. A string that holds the object was quoted once too often. */
function formFindings(text: string, parsed: ParsedOptions, target: RequestTarget): Finding[] {
  if (parsed.kind !== 'flags') return [];
  const normalized = normalizeCompilerOptions(text, target).text;
  const fix = parseOptions(normalized).kind === 'object' ? setText('Use a JSON object', textOf(normalized)) : REMOVE;
  const message =
    'The compiler options must be a JSON object here, such as {"mcpu":"skylake-avx512"}; a string is for Inferentia only.';
  return [errorFinding('compilerOptions.form', OPTIONS_PATH, message, 'CompilerOptions must be a JSON object.', fix)];
}

/** JSON readers differ in which value of a repeated key they take. */
function duplicates({ text, entries }: OptionsContext): Finding[] {
  const keys = entries.map(({ key }) => key);
  const repeated = [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))];
  if (repeated.length === 0) return [];
  const names = repeated.join(', ');
  return [
    errorFinding(
      'compilerOptions.duplicate',
      OPTIONS_PATH,
      `The compiler options give ${names} more than once; each option may be given once.`,
      `CompilerOptions has duplicate keys: ${names}.`,
      setText('Keep the last of each', withoutRepeatedKeys(text)),
    ),
  ];
}

/** Source: the documents spell gpu_code and DTYPE in their lists, and gpu-code and dtype in every example. */
function spellings({ text, entries }: OptionsContext): Finding[] {
  return [...new Set(entries.map(({ key }) => key))].flatMap((key) => {
    const canonical = canonicalOptionKey(key);
    if (canonical === key) return [];
    const fix = setText(`Use ${canonical}`, withKeyRenamed(text, key, canonical));
    const message = `The compiler option ${key} is spelled ${canonical} in every example of AWS.`;
    return [warningFinding('compilerOptions.spelling', OPTIONS_PATH, message, fix)];
  });
}

/**
 * What there is to say about the compiler options of a request: their form, and each documented option. Options that
 * are not known pass. Where the target is not known only the JSON is judged; lengths and line breaks are the shape's.
 */
export function checkCompilerOptions({ InputConfig, OutputConfig }: CreateCompilationJobRequest): Finding[] {
  const text = OutputConfig.CompilerOptions ?? '';
  // The shape has said it already, and reading a text of any length is not free.
  if (text.length > stringShapes.CompilerOptions.max) return [];
  const parsed = parseOptions(text);
  const ofJson = jsonFindings(text, parsed, OutputConfig);
  const facts = optionFacts(InputConfig?.Framework, OutputConfig);
  if (ofJson.length > 0 || parsed.kind === 'broken' || !facts) return ofJson;
  const flagForm = findFlagForm(OutputConfig);
  if (flagForm) return flagFindings(text, parsed, flagForm, OutputConfig);
  if (parsed.kind === 'flags') return formFindings(text, parsed, OutputConfig);
  const context: OptionsContext = {
    text,
    entries: parsed.kind === 'object' ? parsed.entries : [],
    target: OutputConfig,
    facts,
    dataInputConfig: InputConfig?.DataInputConfig ?? '',
  };
  return [duplicates, spellings, nvidiaFindings, optionFindings].flatMap((rule) => rule(context));
}
