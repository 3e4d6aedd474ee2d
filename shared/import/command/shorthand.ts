import type { Member } from '../../api/requestMembers.ts';
import { ImportError, MAX_DEPTH, type SourceEntry, type SourceNode } from '../sourceNode.ts';

/** The value of a shorthand text, and what had to be understood that the AWS CLI itself refuses. */
export interface ShorthandReading {
  value: SourceNode;
  changes: string[];
}

const KEY = /[A-Za-z0-9\-_.#/:]*/y;
/** What the AWS CLI takes as a value in a list without brackets: it has no `=`, or it would be the next key. */
const NEXT_IN_LIST = /\s*(?:"|'|[^=,\]{}[\s"'](?:\\,|[^=,])*(?:,|$))/y;
const SPACE = /\s*/y;
const CLOSERS: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/** The AWS CLI's shorthand syntax (awscli/shorthand.py), read with the API's members at hand. */
class ShorthandReader {
  #offset = 0;
  readonly #text: string;
  readonly #changes = new Set<string>();

  constructor(text: string) {
    this.#text = text;
  }

  read(member: Member): ShorthandReading {
    const value = this.#pairs(member, null, 0);
    return { value, changes: [...this.#changes] };
  }

  /** `Key=value,Key=value` up to the end, or up to the brace that closes. */
  #pairs(member: Member, close: '}' | null, depth: number): SourceNode {
    const at = this.#offset;
    if (depth > MAX_DEPTH) throw new ImportError('import.syntax', 'The values are nested too deeply', at);
    const entries: SourceEntry[] = [];
    while (this.#peek() !== (close ?? undefined)) {
      if (entries.length > 0) this.#expect(',');
      // A comma before the end is forgiven.
      if (this.#peek() === (close ?? undefined)) break;
      const key = this.#match(KEY);
      if (key === '') throw this.#unexpected('A name is expected');
      if (this.#peek() === '@')
        throw new ImportError('import.file', `${key} is in a file; paste its content here`, this.#offset);
      this.#expect('=');
      const inner = member.kind === 'structure' ? member.members[key] : undefined;
      entries.push({ key, value: this.#value(inner, key, close !== null, depth + 1) });
    }
    if (close) this.#expect(close);
    return { kind: 'object', entries, at };
  }

  #value(member: Member | undefined, key: string, isNested: boolean, depth: number): SourceNode {
    const next = this.#peek();
    const isText = member?.kind === 'string' || member?.kind === 'integer';
    // Unquoted JSON, as the documents print it: the CLI itself would read a structure or a list here, and fail.
    if (isText && (next === '{' || next === '[')) return this.#json(key);
    if (next === '{') return this.#braces(member, depth);
    if (next === '[') return this.#list(member, depth);
    const first = this.#scalar(member, isNested);
    if (isNested || isText || member?.kind === 'structure') return first;
    const items = [first];
    while (this.#peek() === ',' && this.#continuesList()) {
      this.#expect(',');
      items.push(this.#scalar(undefined, false));
    }
    return member?.kind === 'list' || items.length > 1 ? { kind: 'array', items, at: first.at } : first;
  }

  #braces(member: Member | undefined, depth: number): SourceNode {
    this.#expect('{');
    return this.#pairs(member ?? { kind: 'structure', members: {} }, '}', depth);
  }

  /** Whether a value follows the comma, and not the next `Key=`. */
  #continuesList(): boolean {
    NEXT_IN_LIST.lastIndex = this.#offset + 1;
    return NEXT_IN_LIST.test(this.#text);
  }

  #list(member: Member | undefined, depth: number): SourceNode {
    const at = this.#offset;
    if (depth > MAX_DEPTH) throw new ImportError('import.syntax', 'The values are nested too deeply', at);
    const item = member?.kind === 'list' ? member.item : undefined;
    const items: SourceNode[] = [];
    this.#expect('[');
    while (this.#peek() !== ']') {
      if (items.length > 0) this.#expect(',');
      if (this.#peek() === ']') break;
      if (this.#peek() === '{') items.push(this.#braces(item, depth + 1));
      else if (this.#peek() === '[') items.push(this.#list(item, depth + 1));
      else items.push(this.#scalar(item, true));
    }
    this.#expect(']');
    return { kind: 'array', items, at };
  }

  /** JSON up to the bracket that closes it, taken as it stands. */
  #json(key: string): SourceNode {
    const at = this.#offset;
    const open: string[] = [];
    let quote: string | null = null;
    do {
      const next = this.#text[this.#offset];
      if (next === undefined) throw new ImportError('import.syntax', `A bracket in ${key} is not closed`, at);
      if (next === '\\') this.#offset += 1;
      else if (quote) quote = next === quote ? null : quote;
      else if (next === '"' || next === "'") quote = next;
      else if (next in CLOSERS) open.push(CLOSERS[next] ?? '');
      else if (next === open.at(-1)) open.pop();
      this.#offset += 1;
    } while (open.length > 0);
    this.#changes.add(
      `The JSON in ${key} was read although the AWS CLI would refuse it here: it needs quotes around it.`,
    );
    return { kind: 'string', value: this.#text.slice(at, this.#offset), at };
  }

  #scalar(member: Member | undefined, isNested: boolean): SourceNode {
    this.#match(SPACE);
    const at = this.#offset;
    const quote = this.#text[at];
    const value = quote === '"' || quote === "'" ? this.#quoted(quote) : this.#bare(isNested);
    if (member?.kind === 'integer' && /^-?\d{1,15}$/u.test(value))
      return { kind: 'number', value: Number(value), text: value, at };
    return { kind: 'string', value, at };
  }

  /** A backslash takes itself away before the quote and before a backslash. */
  #quoted(quote: string): string {
    const start = this.#offset;
    const content: string[] = [];
    this.#offset += 1;
    while (this.#text[this.#offset] !== quote) {
      let next = this.#text[this.#offset];
      const after = this.#text[this.#offset + 1];
      if (next === '\\' && (after === quote || after === '\\')) {
        this.#offset += 1;
        next = after;
      }
      if (next === undefined) throw new ImportError('import.syntax', `The closing quote ${quote} is missing`, start);
      content.push(next);
      this.#offset += 1;
    }
    this.#offset += 1;
    return content.join('');
  }

  /** Text up to a comma that no backslash keeps, inside brackets also up to what closes them. */
  #bare(isNested: boolean): string {
    const pattern = isNested ? /(?:\\,|[^,\]}])*/y : /(?:\\,|[^,])*/y;
    return this.#match(pattern)
      .replaceAll(String.raw`\,`, ',')
      .trimEnd();
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#offset;
    const matched = pattern.exec(this.#text)?.[0] ?? '';
    this.#offset += matched.length;
    return matched;
  }

  #peek(): string | undefined {
    this.#match(SPACE);
    return this.#text[this.#offset];
  }

  #expect(character: string): void {
    if (this.#peek() !== character) throw this.#unexpected(`${character} is expected`);
    this.#offset += 1;
    this.#match(SPACE);
  }

  #unexpected(expected: string): ImportError {
    return new ImportError('import.syntax', expected, this.#offset);
  }
}

/**
 * Reads shorthand syntax: `Key=value,Key={Key=value},Key=a,b`. Also what the API documents print and the AWS CLI
 * refuses, JSON without quotes around it. Offsets are those of the text.
 * @throws {ImportError}
 */
export function readShorthand(text: string, member: Member): ShorthandReading {
  return new ShorthandReader(text).read(member);
}
