import { requestMembers, type Member } from '../../api/requestMembers.ts';
import { readJson } from '../readJson.ts';
import { readYaml } from '../readYaml.ts';
import { ImportError, overlaid, withOffsets, type Reading, type SourceEntry, type SourceNode } from '../sourceNode.ts';
import { ShellReader, type ShellWord } from './shellReader.ts';
import { shellScope } from './shellScope.ts';
import { readShorthand } from './shorthand.ts';

/** `--compilation-job-name` for `CompilationJobName`. */
const optionOf = (member: string): string => `--${member.replaceAll(/(?<!^)(?=[A-Z])/gu, '-').toLowerCase()}`;
const MEMBER_OPTIONS = new Map(Object.keys(requestMembers).map((name) => [optionOf(name), name]));

/** Options of every AWS CLI command: they say where and how, and are no part of the request. Source: `aws help`. */
const GLOBAL_OPTIONS = new Set([
  '--region',
  '--profile',
  '--endpoint-url',
  '--output',
  '--query',
  '--color',
  '--ca-bundle',
  '--cli-read-timeout',
  '--cli-connect-timeout',
  '--cli-binary-format',
  '--cli-error-format',
]);
const GLOBAL_SWITCHES = new Set(['--debug', '--cli-auto-prompt', '--version', '--generate-cli-skeleton']);
const isSwitch = (option: string): boolean => option.startsWith('--no-') || GLOBAL_SWITCHES.has(option);

/** An option of the command and the words behind it. */
interface Option {
  name: string;
  at: number;
  values: ShellWord[];
}

const startOf = ({ offsets }: ShellWord): number => offsets[0] ?? 0;

/** `--name=value` is `--name value`. */
function splitAtEquals(word: ShellWord): ShellWord[] {
  const end = word.value.indexOf('=');
  if (end === -1) return [word];
  const { value, offsets } = word;
  return [
    { value: value.slice(0, end), offsets: offsets.slice(0, end + 1) },
    { value: value.slice(end + 1), offsets: offsets.slice(end + 1) },
  ];
}

function optionsOf(words: readonly ShellWord[]): Option[] {
  const options: Option[] = [];
  for (const word of words) {
    const [first = word, value] = /^--[a-z]/u.test(word.value) ? splitAtEquals(word) : [];
    const current = options.at(-1);
    if (/^--[a-z]/u.test(word.value)) {
      options.push({ name: first.value, at: startOf(word), values: value ? [value] : [] });
    } else if (current) {
      current.values.push(word);
    }
  }
  return options;
}

class CommandReader {
  readonly #changes: string[] = [];
  readonly #leftOut: string[] = [];

  read(words: readonly ShellWord[], at: number): Reading {
    let base: Extract<SourceNode, { kind: 'object' }> = { kind: 'object', entries: [], at };
    const entries: SourceEntry[] = [];
    for (const option of optionsOf(words)) {
      const member = MEMBER_OPTIONS.get(option.name);
      if (member) entries.push({ key: member, value: this.#member(option, member) });
      else if (option.name === '--cli-input-json' || option.name === '--cli-input-yaml') base = this.#base(option);
      else this.#globalOption(option);
    }
    if (this.#leftOut.length > 0) this.#changes.push(`Left out, not part of the request: ${this.#leftOut.join(', ')}.`);
    return { value: overlaid(base, entries), changes: this.#changes };
  }

  #globalOption({ name, at, values }: Option): void {
    if (!GLOBAL_OPTIONS.has(name) && !isSwitch(name)) {
      throw new ImportError('import.option', `create-compilation-job has no option ${name}`, at);
    }
    this.#leftOut.push([name, ...(isSwitch(name) ? [] : values.slice(0, 1)).map(({ value }) => value)].join(' '));
  }

  #word({ name, at, values }: Option): ShellWord {
    const [word, second] = values;
    if (!word) throw new ImportError('import.option', `${name} lacks its value`, at);
    if (second)
      throw new ImportError(
        'import.option',
        `${name} takes one value; quotes may be missing around it`,
        startOf(second),
      );
    this.#refuseFile(name, word);
    return word;
  }

  #refuseFile(name: string, word: ShellWord): void {
    if (!/^fileb?:\/\//u.test(word.value)) return;
    throw new ImportError(
      'import.file',
      `The value of ${name} is in the file ${word.value.replace(/^fileb?:\/\//u, '')}; paste its content here`,
      startOf(word),
    );
  }

  #base(option: Option): Extract<SourceNode, { kind: 'object' }> {
    const word = this.#word(option);
    const value = this.#inside(word, option.name === '--cli-input-yaml' ? readYaml : readJson);
    if (value.kind === 'object') return value;
    throw new ImportError('import.format', `The value of ${option.name} is no request`, startOf(word));
  }

  /** Reads a word's content; what is found in it stands where its characters stand in the text. */
  #inside(word: ShellWord, reader: (text: string) => Reading): SourceNode {
    const offsetOf = (offset: number): number => word.offsets[Math.min(offset, word.value.length)] ?? startOf(word);
    try {
      const { value, changes } = reader(word.value);
      this.#changes.push(...changes);
      return withOffsets(value, offsetOf);
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      throw new ImportError(error.rule, error.message, offsetOf(error.at ?? 0));
    }
  }

  #member(option: Option, name: string): SourceNode {
    const member: Member | undefined = requestMembers[name];
    if (member?.kind === 'list') return this.#list(option, member.item);
    const word = this.#word(option);
    if (member?.kind !== 'structure') return { kind: 'string', value: word.value, at: startOf(word) };
    return this.#structured(word, member);
  }

  #structured(word: ShellWord, member: Member): SourceNode {
    const isJson = /^\s*[{[]/u.test(word.value);
    return this.#inside(word, (text) => (isJson ? readJson(text) : readShorthand(text, member)));
  }

  /** `--tags Key=a,Value=b Key=c,Value=d`, or one JSON list, or JSON objects. */
  #list(option: Option, item: Member): SourceNode {
    if (option.values.length === 0) return { kind: 'array', items: [], at: option.at };
    const items = option.values.flatMap((word) => {
      this.#refuseFile(option.name, word);
      const value = this.#structured(word, item);
      return value.kind === 'array' ? value.items : [value];
    });
    return { kind: 'array', items, at: option.at };
  }
}

/** The command from its program's name on; what stands before it sets variables, or does other things. */
const PROGRAM = /\baws(?:\.exe|\.cmd)?(?=[\s"'])/gu;
const OPERATION = 'create-compilation-job';
const LOST_CONTINUATION =
  'A line did not end in a continuation mark (\\); the options on the next line were read all the same.';

/** The offset of a further command of the same kind behind an offset; what a comment says does not count. */
function nextCommand(text: string, from: number): number | null {
  const rest = text.slice(from).replaceAll(/[\\`^][ \t]*\r?\n/gu, (mark) => ' '.repeat(mark.length));
  for (const { 0: line, index } of rest.matchAll(/[^\n;&|()]+/gu)) {
    const before = line.split('#', 1)[0]?.split(OPERATION) ?? [];
    const program = before.length > 1 ? before[0]?.matchAll(PROGRAM).next().value : undefined;
    if (program) return from + index + program.index;
  }
  return null;
}

/**
 * Reads an `aws sagemaker create-compilation-job …` command with the lines around it: JSON and shorthand values, and
 * `--cli-input-json` or `--cli-input-yaml` with the other options on top.
 * @throws {ImportError}
 */
export function readCommand(text: string): Reading {
  const operation = text.indexOf(OPERATION);
  if (operation === -1)
    throw new ImportError('import.format', `The text has no aws sagemaker ${OPERATION} command`, null);
  const start = [...text.slice(0, operation).matchAll(PROGRAM)].at(-1)?.index ?? operation;
  const shell = new ShellReader(text, start, shellScope(text.slice(0, start)));
  const words = shell.words();
  const second = nextCommand(text, shell.end);
  if (second !== null) {
    throw new ImportError('import.format', 'The text has more than one command; give one at a time', second);
  }
  const { value, changes } = new CommandReader().read(words, start);
  return { value, changes: shell.hasLostContinuation ? [LOST_CONTINUATION, ...changes] : changes };
}
