import { TextPositions, type TextPosition } from './textPosition.ts';

export type { TextPosition } from './textPosition.ts';

/** JSON that keeps what `JSON.parse` loses: the order of keys (also of "0", "1"), repeated keys, and positions. */
export type JsonNode =
  | { kind: 'object'; entries: { key: string; keyAt: TextPosition; value: JsonNode }[]; at: TextPosition }
  | { kind: 'array'; items: JsonNode[]; at: TextPosition }
  | { kind: 'string'; value: string; at: TextPosition }
  | { kind: 'number'; value: number; text: string; at: TextPosition }
  | { kind: 'boolean'; value: boolean; at: TextPosition }
  | { kind: 'null'; at: TextPosition };

/** Thrown by {@link parseJson}: what was expected, and where. */
export class JsonSyntaxError extends Error {
  override readonly name = 'JsonSyntaxError';
  readonly at: TextPosition;

  constructor(problem: string, at: TextPosition) {
    super(`${problem} (line ${at.line}, column ${at.column})`);
    this.at = at;
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /[ \t\r\n]*/y;
/** Deep enough for every documented value; keeps hostile text from exhausting the stack. */
const MAX_DEPTH = 64;

class JsonReader {
  #offset = 0;
  readonly #text: string;
  readonly #positions: TextPositions;

  constructor(text: string) {
    this.#text = text;
    this.#positions = new TextPositions(text);
  }

  read(): JsonNode {
    const value = this.#value(0);
    this.#space();
    if (this.#offset < this.#text.length) this.#fail('Nothing may follow the value');
    return value;
  }

  #position(offset = this.#offset): TextPosition {
    return this.#positions.at(offset);
  }

  #fail(problem: string, offset = this.#offset): never {
    throw new JsonSyntaxError(problem, this.#position(offset));
  }

  #space(): void {
    SPACE.lastIndex = this.#offset;
    SPACE.exec(this.#text);
    this.#offset = SPACE.lastIndex;
  }

  #take(character: string): boolean {
    if (this.#text[this.#offset] !== character) return false;
    this.#offset += 1;
    return true;
  }

  #value(depth: number): JsonNode {
    if (depth > MAX_DEPTH) this.#fail('Nested too deeply');
    this.#space();
    const at = this.#position();
    const next = this.#text[this.#offset];
    if (next === '{') return this.#object(at, depth);
    if (next === '[') return this.#array(at, depth);
    if (next === '"') return { kind: 'string', value: this.#string(), at };
    for (const [word, node] of [
      ['true', { kind: 'boolean', value: true, at }],
      ['false', { kind: 'boolean', value: false, at }],
      ['null', { kind: 'null', at }],
    ] as const) {
      if (this.#text.startsWith(word, this.#offset)) {
        this.#offset += word.length;
        return node;
      }
    }
    NUMBER.lastIndex = this.#offset;
    const number = NUMBER.exec(this.#text);
    if (!number) this.#fail(next === undefined ? 'The text ends where a value should be' : `Unexpected ${next}`);
    this.#offset = NUMBER.lastIndex;
    return { kind: 'number', value: Number(number[0]), text: number[0], at };
  }

  #object(at: TextPosition, depth: number): JsonNode {
    const entries: Extract<JsonNode, { kind: 'object' }>['entries'] = [];
    this.#take('{');
    this.#space();
    if (this.#take('}')) return { kind: 'object', entries, at };
    do {
      this.#space();
      const keyAt = this.#position();
      if (this.#text[this.#offset] !== '"') this.#fail('A name in double quotes is expected');
      const key = this.#string();
      this.#space();
      if (!this.#take(':')) this.#fail('A colon is expected after the name');
      entries.push({ key, keyAt, value: this.#value(depth + 1) });
      this.#space();
    } while (this.#take(','));
    if (!this.#take('}')) this.#fail('A comma or } is expected');
    return { kind: 'object', entries, at };
  }

  #array(at: TextPosition, depth: number): JsonNode {
    const items: JsonNode[] = [];
    this.#take('[');
    this.#space();
    if (this.#take(']')) return { kind: 'array', items, at };
    do {
      items.push(this.#value(depth + 1));
      this.#space();
    } while (this.#take(','));
    if (!this.#take(']')) this.#fail('A comma or ] is expected');
    return { kind: 'array', items, at };
  }

  #string(): string {
    const start = this.#offset;
    this.#offset += 1;
    while (this.#offset < this.#text.length) {
      const character = this.#text[this.#offset];
      if (character === '\\') this.#offset += 1;
      this.#offset += 1;
      if (character === '"') {
        const literal = this.#text.slice(start, this.#offset);
        try {
          return JSON.parse(literal) as string;
        } catch {
          this.#fail('The text in quotes holds a character that must be escaped', start);
        }
      }
    }
    return this.#fail('The closing double quote is missing', start);
  }
}

/**
 * Reads strict JSON text.
 * @throws {JsonSyntaxError} with the position of the first mistake
 */
export function parseJson(text: string): JsonNode {
  return new JsonReader(text).read();
}
