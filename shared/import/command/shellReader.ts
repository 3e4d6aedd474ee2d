import { ImportError } from '../sourceNode.ts';

/** A word of a command as the shell hands it over, and where each of its characters came from in the text. */
export interface ShellWord {
  value: string;
  /** The offset in the text of each UTF-16 unit of the value, and behind them that of the word's end. */
  offsets: number[];
}

/** What a shell knows when it comes to a command: only what the text itself says. */
export interface ShellScope {
  variables: ReadonlyMap<string, ShellWord>;
  /** Contents of files that the text writes, by path; a path in a variable is `$NAME`. */
  files: ReadonlyMap<string, ShellWord>;
}

const ANSI_ESCAPES: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  e: '\u001b',
  E: '\u001b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
/** `\x41`, `\u00e9`, `\U0001f600`, `\101` inside of `$'…'`. */
const ANSI_CODE = /x([\da-fA-F]{1,2})|u([\da-fA-F]{1,4})|U([\da-fA-F]{1,8})|([0-7]{1,3})/y;
/** A line that goes on: backslash in bash and zsh, backtick in PowerShell, caret in cmd. */
const CONTINUATION = /[\\`^][ \t]*\r?\n/y;
/** Between double quotes PowerShell escapes with backticks. */
const POWERSHELL_ESCAPE = /`["$`]/y;
const VARIABLE = /\$(?:\{([A-Za-z_]\w*)\}|(?:env:)?([A-Za-z_]\w*))/y;
/** The next line is one of options all the same: its predecessor lost its continuation mark, or is a comment. */
const OPTIONS_ON_NEXT_LINE = /\r?\n[ \t]*(?=--[a-z])/y;
const FILE = /file:\/\/(\$?[\w./\\:-]+)/y;
/** Variables can be used twice, so a short text can make a huge word; no request comes near this. */
const MAX_LENGTH = 2 ** 18;
const COMMAND_END = new Set(['\n', '\r', ';', '&', '|', '<', '>', ')']);

/** Reads the words of one command, by bash's rules of quoting. */
export class ShellReader {
  #offset: number;
  readonly #text: string;
  readonly #scope: ShellScope;
  hasLostContinuation = false;
  #value: string[] = [];
  #offsets: number[] = [];
  #length = 0;

  constructor(text: string, offset: number, scope: ShellScope) {
    this.#text = text;
    this.#offset = offset;
    this.#scope = scope;
  }

  /** The offset behind what was read. */
  get end(): number {
    return this.#offset;
  }

  /** The words up to the end of the command. */
  words(): ShellWord[] {
    const words: ShellWord[] = [];
    for (;;) {
      this.#blanks();
      const next = this.#text[this.#offset];
      if (this.#match(OPTIONS_ON_NEXT_LINE)) this.hasLostContinuation = true;
      else if (next === undefined || COMMAND_END.has(next)) return words;
      else words.push(this.word());
    }
  }

  #blanks(): void {
    for (;;) {
      if (this.#match(CONTINUATION)) continue;
      const next = this.#text[this.#offset];
      if (next === '#') this.#offset = this.#endOfLine();
      else if (next === ' ' || next === '\t') this.#offset += 1;
      else return;
    }
  }

  #endOfLine(): number {
    const end = this.#text.indexOf('\n', this.#offset);
    return end === -1 ? this.#text.length : end;
  }

  /** The word that begins here. */
  word(): ShellWord {
    this.#value = [];
    this.#offsets = [];
    for (;;) {
      const next = this.#text[this.#offset];
      if (next === undefined || next === ' ' || next === '\t' || COMMAND_END.has(next)) break;
      if (this.#match(CONTINUATION)) continue;
      if (next === "'") this.#singleQuoted();
      else if (next === '"') this.#doubleQuoted();
      else if (this.#text.startsWith("$'", this.#offset)) this.#ansiQuoted();
      else if (next === '\\') this.#backslash(/[^]/u);
      else this.#plainOrExpansion();
    }
    this.#offsets.push(this.#offset);
    return { value: this.#value.join(''), offsets: this.#offsets };
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#offset;
    const match = pattern.exec(this.#text);
    if (match) this.#offset = pattern.lastIndex;
    return match;
  }

  #push(text: string, at: number): void {
    this.#value.push(text);
    for (let unit = 0; unit < text.length; unit += 1) this.#offsets.push(at);
  }

  #singleQuoted(): void {
    const start = this.#offset;
    const end = this.#text.indexOf("'", start + 1);
    if (end === -1) throw new ImportError('import.syntax', 'The closing single quote is missing', start);
    for (let at = start + 1; at < end; at += 1) this.#push(this.#text.charAt(at), at);
    this.#offset = end + 1;
  }

  #doubleQuoted(): void {
    const start = this.#offset;
    this.#offset += 1;
    while (this.#text[this.#offset] !== '"') {
      if (this.#offset >= this.#text.length) {
        throw new ImportError('import.syntax', 'The closing double quote is missing', start);
      }
      if (this.#text[this.#offset] === '\\') this.#backslash(/["\\$`\n]/u);
      else if (this.#match(POWERSHELL_ESCAPE)) this.#push(this.#text.charAt(this.#offset - 1), this.#offset - 1);
      else this.#plainOrExpansion();
    }
    this.#offset += 1;
  }

  /** A backslash takes itself away before these characters, and is a character like others before all else. */
  #backslash(escapable: RegExp): void {
    const at = this.#offset;
    const next = this.#text.charAt(at + 1);
    if (next === '' || !escapable.test(next)) {
      this.#push('\\', at);
      this.#offset += 1;
      return;
    }
    if (next !== '\n') this.#push(next, at + 1);
    this.#offset += 2;
  }

  #ansiQuoted(): void {
    const start = this.#offset;
    this.#offset += 2;
    for (;;) {
      const at = this.#offset;
      const next = this.#text[at];
      if (next === undefined) throw new ImportError('import.syntax', 'The closing single quote is missing', start);
      this.#offset += 1;
      if (next === "'") return;
      if (next === '\\') this.#push(this.#ansiEscape(), at);
      else this.#push(next, at);
    }
  }

  #ansiEscape(): string {
    const code = this.#match(ANSI_CODE);
    if (code) {
      const [, hex2, hex4, hex8, octal] = code;
      const value = octal === undefined ? Number.parseInt(hex2 ?? hex4 ?? hex8 ?? '', 16) : Number.parseInt(octal, 8);
      return value > 0x10_ff_ff ? '\ufffd' : String.fromCodePoint(value);
    }
    const escaped = this.#text.charAt(this.#offset);
    this.#offset += 1;
    return ANSI_ESCAPES[escaped] ?? (/["'\\?]/u.test(escaped) ? escaped : `\\${escaped}`);
  }

  #plainOrExpansion(): void {
    const at = this.#offset;
    const file = this.#match(FILE);
    const content = file && this.#scope.files.get(file[1] ?? '');
    if (content) {
      this.#pushWord(content);
      return;
    }
    this.#offset = at;
    const variable = this.#match(VARIABLE);
    if (variable) {
      this.#pushWord(this.#valueOf(variable[1] ?? variable[2] ?? '', at));
      return;
    }
    const next = this.#text.charAt(at);
    if (next === '`' || this.#text.startsWith('$(', at) || this.#text.startsWith('${', at)) {
      const message = 'The shell would compute a value here; put the value itself in its place';
      throw new ImportError('import.computed', message, at);
    }
    this.#push(next, at);
    this.#offset += 1;
  }

  #valueOf(name: string, at: number): ShellWord {
    const value = this.#scope.variables.get(name);
    if (value) return value;
    const message = `The text does not say what the shell variable ${name} holds; put its value in its place`;
    throw new ImportError('import.computed', message, at);
  }

  #pushWord({ value, offsets }: ShellWord): void {
    this.#value.push(value);
    for (const offset of offsets.slice(0, value.length)) this.#offsets.push(offset);
    this.#length += value.length;
    if (this.#length > MAX_LENGTH)
      throw new ImportError('import.size', 'The variables make a value that is too long', this.#offset);
  }
}
