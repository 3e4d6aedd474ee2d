import type { SyntaxNode } from '@lezer/common';
import { ImportError, type SourceNode } from '../sourceNode.ts';

/** A place in a program that gives a name a value. */
export interface Binding {
  /** The value as it is written down; null for one that is not, such as a parameter, a loop's name or an import. */
  value: SyntaxNode | null;
  /** JavaScript's `let name;`: the name is there, and another place gives it its value. */
  isDeclaration?: boolean;
  /** The name at this place. */
  node: SyntaxNode;
}

/** `name["a"].b = value`; without a value or a path it is a change that cannot be followed, such as `name.update(…)`. */
export interface MemberChange {
  path: string[] | null;
  value: SyntaxNode | null;
  node: SyntaxNode;
}

function addTo<Value>(lists: Map<string, Value[]>, name: string, value: Value): void {
  const list = lists.get(name);
  if (list) list.push(value);
  else lists.set(name, [value]);
}

/** Lines that always run one after the other; all other places depend on a condition, a loop or a call. */
const BLOCKS = new Set(['Script', 'Body', 'Block']);
/** What may stand between a name and the block of its statement. */
const STATEMENT_PARTS = new Set([
  'ArgList',
  'AssignmentExpression',
  'AssignStatement',
  'CallExpression',
  'DeleteStatement',
  'ExportDeclaration',
  'ExpressionStatement',
  'MemberExpression',
  'StatementGroup',
  'UnaryExpression',
  'UpdateStatement',
  'VariableDeclaration',
]);
const FUNCTIONS = new Set([
  'ArrowFunction',
  'FunctionDeclaration',
  'FunctionDefinition',
  'FunctionExpression',
  'LambdaExpression',
  'MethodDeclaration',
]);

/** The block whose lines a statement is one of; null for one that is only a part of another statement, or a class's. */
function blockOf(node: SyntaxNode): SyntaxNode | null {
  let block = node.parent;
  while (block && STATEMENT_PARTS.has(block.name)) block = block.parent;
  return block && BLOCKS.has(block.name) && block.parent?.name !== 'ClassDefinition' ? block : null;
}

/** The offset of the function that a node stands in; -1 outside of all functions. */
function functionAt(node: SyntaxNode): number {
  let outer: SyntaxNode | null = node;
  while (outer && !FUNCTIONS.has(outer.name)) outer = outer.parent;
  return outer?.from ?? -1;
}

const isInside = (node: SyntaxNode, block: SyntaxNode): boolean => node.from >= block.from && node.to <= block.to;
const isSame = (one: SyntaxNode, other: SyntaxNode): boolean => one.from === other.from && one.to === other.to;

/** What a program's names stand for: only what is written down in it, in the order of the text. Nothing is run. */
export class Scope {
  readonly #bindings = new Map<string, Binding[]>();
  readonly #changes = new Map<string, MemberChange[]>();
  readonly #blocks = new Map<string, SyntaxNode | null>();

  bind(name: string, binding: Binding): void {
    addTo(this.#bindings, name, binding);
  }

  change(name: string, change: MemberChange): void {
    addTo(this.#changes, name, change);
  }

  /**
   * What gives a name its value where it is used: `ambiguous` when the text has more than one answer. Which of several
   * bindings holds is certain only when they are lines of one block around the use.
   */
  bindingOf(name: string, use: SyntaxNode): Binding | 'ambiguous' | undefined {
    const bindings = this.#bindings.get(name) ?? [];
    const last = bindings.findLast(({ node }) => node.from < use.from);
    if (bindings.length < 2) return last;
    const block = this.#commonBlock(name, bindings);
    const isCertain =
      block &&
      isInside(use, block) &&
      // A function may run later than the lines behind it.
      (functionAt(use) === functionAt(block) || last === bindings.at(-1));
    return isCertain ? last : 'ambiguous';
  }

  /** The block that all bindings of a name are lines of, when all of them have values; found once for each name. */
  #commonBlock(name: string, bindings: readonly Binding[]): SyntaxNode | null {
    const known = this.#blocks.get(name);
    if (known !== undefined) return known;
    const block = bindings[0] ? blockOf(bindings[0].node) : null;
    const isCommon = bindings.every(({ node, value, isDeclaration }) => {
      const own = blockOf(node);
      return (value ?? isDeclaration) && own && block && isSame(own, block);
    });
    const common = isCommon ? block : null;
    this.#blocks.set(name, common);
    return common;
  }

  /** What happens to the members of a name's value from its binding to its use; without a path what cannot be followed. */
  changesOf(name: string, binding: Binding, use: SyntaxNode): MemberChange[] {
    return (this.#changes.get(name) ?? []).flatMap((change) => {
      const block = blockOf(change.node);
      const isBefore = change.node.from < use.from;
      // Elsewhere a condition, or the time of a call, decides whether it happens.
      const isCertain = block && isInside(use, block) && (isBefore || functionAt(use) === functionAt(block));
      if (!isCertain) return [{ ...change, path: null }];
      return isBefore && change.node.from > binding.node.from ? [change] : [];
    });
  }

  /** Every value with a name, in the order of the text. */
  values(): SyntaxNode[] {
    return [...this.#bindings.values()].flat().flatMap(({ value }) => value ?? []);
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
