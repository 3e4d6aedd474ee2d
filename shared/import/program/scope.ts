import type { SyntaxNode } from '@lezer/common';
import { ImportError, type SourceNode } from '../sourceNode.ts';

/** `name = value` somewhere in a program. */
interface Assignment {
  value: SyntaxNode;
  at: number;
}

/** `name["a"].b = value`; without a value or a path it is a change that cannot be followed, such as `name.update(…)`. */
export interface MemberChange {
  path: string[] | null;
  value: SyntaxNode | null;
  at: number;
}

function addTo<Value>(lists: Map<string, Value[]>, name: string, value: Value): void {
  const list = lists.get(name);
  if (list) list.push(value);
  else lists.set(name, [value]);
}

/** What a program's names stand for: only what is written down in it, in the order of the text. Nothing is run. */
export class Scope {
  readonly #assignments = new Map<string, Assignment[]>();
  readonly #changes = new Map<string, MemberChange[]>();

  assign(name: string, value: SyntaxNode, at: number): void {
    addTo(this.#assignments, name, { value, at });
  }

  change(name: string, change: MemberChange): void {
    addTo(this.#changes, name, change);
  }

  /** The last assignment of a name before an offset. */
  assignmentOf(name: string, before: number): Assignment | undefined {
    return this.#assignments.get(name)?.findLast(({ at }) => at < before);
  }

  /** What happens to the members of a name's value between two offsets. */
  changesOf(name: string, after: number, before: number): MemberChange[] {
    return (this.#changes.get(name) ?? []).filter(({ at }) => at > after && at < before);
  }

  /** Every assignment, by name, in the order of the text. */
  *all(): Generator<[name: string, assignment: Assignment]> {
    for (const [name, assignments] of this.#assignments) for (const each of assignments) yield [name, each];
  }
}

/** Names can be used twice, so a short program can make a huge value; no request comes near these. */
const MAX_VALUES = 100_000;
const MAX_CHARACTERS = 4_000_000;

/** Counts what a program's values would take, and stops a text that multiplies itself. */
export class Budget {
  #values = 0;
  #characters = 0;

  spend(node: SourceNode): SourceNode {
    this.#values += 1;
    if (node.kind === 'string') this.#characters += node.value.length;
    if (this.#values > MAX_VALUES || this.#characters > MAX_CHARACTERS) {
      throw new ImportError('import.size', 'The text makes more values than a request can have', node.at);
    }
    return node;
  }
}

/** A value with one of its members set; members on the way are created. */
export function withMember(node: SourceNode, path: readonly string[], value: SourceNode): SourceNode {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const entries = node.kind === 'object' ? node.entries : [];
  const old = entries.findLast((entry) => entry.key === key)?.value ?? { kind: 'object', entries: [], at: value.at };
  const entry = { key, value: withMember(old, rest, value) };
  return { kind: 'object', entries: [...entries.filter((each) => each.key !== key), entry], at: node.at };
}

/** The children of a node, without comments. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (!child.name.endsWith('Comment')) children.push(child);
  }
  return children;
}

/** Longest part of a program that a message repeats, in characters. */
const MAX_QUOTED = 60;

/** Code as a message repeats it: on one line, cut when it is long. */
export function quotedCode(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return `\`${line.length > MAX_QUOTED ? `${line.slice(0, MAX_QUOTED)}…` : line}\``;
}

/** The offset of the first place inside a node that the language's grammar does not know; null when all is well. */
export function firstMistake(node: SyntaxNode): number | null {
  let found: number | null = null;
  node.cursor().iterate(({ type, from }) => {
    if (type.isError) found ??= from;
  });
  return found;
}
