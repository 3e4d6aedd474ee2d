/** JSON text made from a loose spelling, and what had to be changed, one sentence each. */
export interface LooseReading {
  text: string;
  changes: string[];
}

/** Deep enough for every documented value, and the limit of `parseJson`. */
const MAX_DEPTH = 64;

/** What closes a text that opened with the key; curly quotes are often typed the wrong way round. */
const CLOSERS: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '“': '“”',
  '”': '“”',
  '„': '“”',
  '‘': '‘’',
  '’': '‘’',
};
const WORDS: Readonly<Record<string, string>> = {
  null: 'null',
  true: 'true',
  false: 'false',
  None: 'null',
  True: 'true',
  False: 'false',
};
const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const SAME_WHEN_ESCAPED = new Set(['"', "'", '\\', '/', ...Object.keys(CLOSERS)]);

const SPACE = /[\s\u200B\uFEFF]*/uy;
const PLAIN_SPACE = /^[ \t\r\n]*$/u;
const WORD = /[A-Za-z]+/uy;
const NUMBER = /[+-]?(?:0|[1-9]\d*)?(?:\.\d*)?(?:[eE][+-]?\d+)?(?![\w.])/uy;
const RANGE = /\d+\.\.\d+(?![\w.])/uy;
/** Names as people write them without quotes; `:0` is TensorFlow's tensor suffix when the colon of the pair follows. */
const BARE_NAME = /[\p{L}\p{N}_$][\p{L}\p{N}_$./-]*(?::\d+(?=\s*:))?/uy;
const HEX_ESCAPE = /u[\dA-Fa-f]{4}|x[\dA-Fa-f]{2}|U[\dA-Fa-f]{8}/uy;

const CHANGES = {
  blanks: 'Unusual blanks became plain blanks.',
  singleQuotes: 'Single quotes became double quotes.',
  curlyQuotes: 'Curly quotes became straight double quotes.',
  bareNames: 'Names without quotes got double quotes.',
  bareRanges: 'Ranges without quotes got double quotes.',
  python: "Python's None, True and False became null, true and false.",
  parentheses: 'Parentheses became square brackets.',
  trailingCommas: 'Trailing commas were removed.',
  numbers: 'Numbers got the digits that JSON wants before and after the point.',
  escapes: 'Characters that JSON does not allow in a text were escaped.',
} as const;

class NotLooseJson extends Error {}

/** Reads one value in Python's, JavaScript's or a word processor's spelling, and writes it as JSON. */
class LooseReader {
  #offset = 0;
  readonly #text: string;
  readonly #keepsLines: boolean;
  readonly #output: string[] = [];
  readonly #changes = new Set<string>();

  constructor(text: string) {
    this.#text = text;
    this.#keepsLines = text.includes('\n');
  }

  read(): LooseReading {
    this.#space();
    this.#value(0);
    this.#space();
    if (this.#offset < this.#text.length) throw new NotLooseJson();
    return { text: this.#output.join('').trim(), changes: [...this.#changes] };
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#offset;
    const matched = pattern.exec(this.#text)?.[0];
    if (matched === undefined || matched === '') return null;
    this.#offset += matched.length;
    return matched;
  }

  #space(): void {
    const space = this.#match(SPACE);
    if (space === null) return;
    const isPlain = PLAIN_SPACE.test(space);
    if (!isPlain) this.#changes.add(CHANGES.blanks);
    if (this.#keepsLines) this.#output.push(isPlain ? space : space.replaceAll(/[^ \t\r\n]/gu, ' '));
  }

  #value(depth: number): void {
    if (depth > MAX_DEPTH) throw new NotLooseJson();
    const next = this.#text.charAt(this.#offset);
    if (next === '{') this.#members('{', '}', () => this.#entry(depth));
    else if (next === '[') this.#members('[', ']', () => this.#value(depth + 1));
    else if (next === '(') this.#members('(', ')', () => this.#value(depth + 1));
    else if (next in CLOSERS) this.#string();
    else if (/[A-Za-z]/u.test(next)) this.#word();
    else this.#number();
  }

  #members(open: string, close: string, readMember: () => void): void {
    this.#offset += 1;
    if (open === '(') this.#changes.add(CHANGES.parentheses);
    this.#output.push(open === '{' ? '{' : '[');
    this.#space();
    while (this.#text.charAt(this.#offset) !== close) {
      readMember();
      this.#space();
      if (this.#text.charAt(this.#offset) !== ',') break;
      this.#comma(close, open);
    }
    if (this.#text.charAt(this.#offset) !== close) throw new NotLooseJson();
    this.#offset += 1;
    this.#output.push(open === '{' ? '}' : ']');
  }

  #comma(close: string, open: string): void {
    this.#offset += 1;
    const place = this.#output.push(',') - 1;
    this.#space();
    if (this.#text.charAt(this.#offset) !== close) return;
    this.#output[place] = '';
    // Python's tuple of one, `(1,)`, has its comma by rule.
    if (open !== '(') this.#changes.add(CHANGES.trailingCommas);
  }

  #entry(depth: number): void {
    if (this.#text.charAt(this.#offset) in CLOSERS) this.#string();
    else this.#bare(BARE_NAME, CHANGES.bareNames);
    this.#space();
    if (this.#text.charAt(this.#offset) !== ':') throw new NotLooseJson();
    this.#offset += 1;
    this.#output.push(':');
    this.#space();
    this.#value(depth + 1);
  }

  #bare(pattern: RegExp, change: string): void {
    const name = this.#match(pattern);
    if (name === null) throw new NotLooseJson();
    this.#changes.add(change);
    this.#output.push(JSON.stringify(name));
  }

  #word(): void {
    const word = this.#match(WORD) ?? '';
    const written = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
    if (written === undefined) throw new NotLooseJson();
    if (written !== word) this.#changes.add(CHANGES.python);
    this.#output.push(written);
  }

  #number(): void {
    const number = this.#match(NUMBER);
    if (number === null) return this.#bare(RANGE, CHANGES.bareRanges);
    if (!/\d/u.test(number)) throw new NotLooseJson();
    // `.5`, `5.` and `+5` are numbers in Python and JavaScript; the digits stay as they are.
    const written = number
      .replace(/^\+/u, '')
      .replace(/^(-?)(?=\.)/u, '$10')
      .replace(/\.(?!\d)/u, '.0');
    if (written !== number) this.#changes.add(CHANGES.numbers);
    this.#output.push(written);
  }

  #string(): void {
    const open = this.#text.charAt(this.#offset);
    const closers = CLOSERS[open] ?? open;
    const start = this.#offset;
    this.#offset += 1;
    const content: string[] = [];
    while (this.#offset < this.#text.length && !closers.includes(this.#text.charAt(this.#offset))) {
      content.push(this.#character());
    }
    if (this.#offset >= this.#text.length) throw new NotLooseJson();
    this.#offset += 1;
    if (open === "'") this.#changes.add(CHANGES.singleQuotes);
    else if (open !== '"') this.#changes.add(CHANGES.curlyQuotes);
    this.#output.push(this.#written(this.#text.slice(start, this.#offset), content.join('')));
  }

  /** A literal that is JSON already keeps its escapes. */
  #written(literal: string, content: string): string {
    if (!literal.startsWith('"')) return JSON.stringify(content);
    try {
      JSON.parse(literal);
      return literal;
    } catch {
      this.#changes.add(CHANGES.escapes);
      return JSON.stringify(content);
    }
  }

  #character(): string {
    const character = this.#text.charAt(this.#offset);
    this.#offset += 1;
    if (character !== '\\') return character;
    const hex = this.#match(HEX_ESCAPE);
    if (hex !== null) return this.#codePoint(Number.parseInt(hex.slice(1), 16));
    const escaped = this.#text.charAt(this.#offset);
    this.#offset += 1;
    if (SAME_WHEN_ESCAPED.has(escaped)) return escaped;
    // Python keeps the backslash of an escape that it does not know.
    return ESCAPES[escaped] ?? `\\${escaped}`;
  }

  #codePoint(value: number): string {
    if (value > 0x10_ff_ff) throw new NotLooseJson();
    return String.fromCodePoint(value);
  }
}

/**
 * Reads text that is nearly JSON: single or curly quotes, names without quotes, Python's words and tuples, trailing
 * commas. What the texts say is kept to the letter; comments are not understood.
 * @returns null when no JSON can be made of it
 */
export function readLooseJson(text: string): LooseReading | null {
  try {
    return new LooseReader(text).read();
  } catch (error) {
    if (error instanceof NotLooseJson) return null;
    throw error;
  }
}
