import fc, { type Arbitrary } from 'fast-check';
import { compilerOptionsFor, type CompilerOption } from '../compilerOptions/compilerOptions.ts';
import { NVIDIA_KEYS, nvidiaTriplesFor } from '../compilerOptions/nvidiaTriples.ts';
import { everySubject, type Subject } from './subject.ts';

/** Options that exclude each other; see `compilerOptions/optionRules.ts`. */
const EXCLUSIVE = ['signature_def_key', 'output_names'];
/** Options that the API does not document pass through; this one is hard to quote. */
const UNKNOWN = { 'my-option': 'it\'s "x" \\ $y `z` ü 🚀' };

const isTriple = ({ key }: CompilerOption): boolean => (NVIDIA_KEYS as readonly string[]).includes(key);

const neuronFlag = ({ name, isJoined }: { name: string; isJoined: boolean }, value: string): string =>
  isJoined ? `${name}${value}` : `${name} ${value}`;

/** CompilerOptions texts for a subject: some of its options with the catalogue's examples, as objects or flags; null for none. */
export function compilerOptionsArbitrary({ framework, target }: Subject): Arbitrary<string | null> {
  const form = compilerOptionsFor(framework, target);
  if (form.form === 'string') {
    const flags = form.flags.flatMap((flag) => flag.examples.map((value) => neuronFlag(flag, value)));
    const some = fc.subarray(flags, { minLength: 1 }).map((chosen) => JSON.stringify(chosen.join(' ')));
    return fc.option(some, { nil: null });
  }
  const single = form.options.filter((option) => !isTriple(option) && option.examples.length > 0);
  const chosen = fc.subarray(single).map((options) => withoutExclusive(options));
  const values = chosen.chain((options) =>
    fc.tuple(...options.map(({ key, examples }) => fc.constantFrom(...examples).map((value) => [key, value] as const))),
  );
  const triples = form.options.some(isTriple) ? nvidiaTriplesFor(target) : [];
  const triple = triples.length > 0 ? fc.constantFrom(...triples) : fc.constant(null);
  return fc
    .tuple(values, triple, fc.boolean(), fc.constantFrom(undefined, 1))
    .map(([pairs, nvidia, hasUnknown, indent]) => {
      const options = {
        ...(nvidia && Object.fromEntries(NVIDIA_KEYS.map((key) => [key, nvidia[key]]))),
        ...Object.fromEntries(pairs),
        ...(hasUnknown && UNKNOWN),
      };
      if (Object.keys(options).length === 0) return null;
      // No line breaks: the pattern of CompilerOptions is `.*`. Python's default has a space after each mark.
      return indent === undefined
        ? JSON.stringify(options)
        : JSON.stringify(options, null, 1).replaceAll(/\n */gu, ' ');
    });
}

function withoutExclusive(options: readonly CompilerOption[]): CompilerOption[] {
  const first = options.find(({ key }) => EXCLUSIVE.includes(key));
  return options.filter((option) => option === first || !EXCLUSIVE.includes(option.key));
}

/** One use of each documented option with each of the catalogue's examples, on a subject that has it. */
export function everyOptionUse(): { subject: Subject; compilerOptions: string }[] {
  const uses = new Map<string, { subject: Subject; compilerOptions: string }>();
  for (const subject of everySubject) {
    const form = compilerOptionsFor(subject.framework, subject.target);
    const add = (id: string, compilerOptions: string) => {
      if (!uses.has(id)) uses.set(id, { subject, compilerOptions });
    };
    if (form.form === 'string') {
      for (const flag of form.flags) {
        for (const value of flag.examples) add(`${flag.name} ${value}`, JSON.stringify(neuronFlag(flag, value)));
      }
      continue;
    }
    const triples = form.options.some(isTriple) ? nvidiaTriplesFor(subject.target) : [];
    const asOptions = (triple: (typeof triples)[number] | undefined) =>
      triple ? Object.fromEntries(NVIDIA_KEYS.map((key) => [key, triple[key]])) : {};
    for (const triple of triples) {
      const options = asOptions(triple);
      add(JSON.stringify(options), JSON.stringify(options));
    }
    for (const { key, examples } of form.options.filter((option) => !isTriple(option))) {
      for (const value of examples) {
        add(`${key} ${JSON.stringify(value)}`, JSON.stringify({ ...asOptions(triples[0]), [key]: value }));
      }
    }
  }
  return [...uses.values()];
}
