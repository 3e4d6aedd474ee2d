import { parser } from '@lezer/python';
import type { SyntaxNode } from '@lezer/common';
import { JsonSyntaxError } from '../../json/parseJson.ts';
import { ImportError, jsonTree, withOffsets, type Reading, type SourceEntry, type SourceNode } from '../sourceNode.ts';
import { DEFAULT_DUMPS, jsonDumps, type DumpsStyle } from './jsonDumps.ts';
import { ProgramReader } from './programReader.ts';
import { withoutPrompts } from './pythonPrompts.ts';
import { pythonText, takeApart } from './pythonStrings.ts';
import { childrenOf, quotedCode } from './scope.ts';

const OPERATION = 'create_compilation_job';
/** Methods that change a dict or list and return something. */
const MUTATION = /\.(?:pop|popitem|setdefault)$/u;
const PUNCTUATION = new Set(['(', ')', '[', ']', '{', '}', ',', ':']);

/** The arguments of a call, by position and by name; `spread` are those behind `**`. */
interface Arguments {
  positional: SyntaxNode[];
  named: { name: string; value: SyntaxNode }[];
  spread: SyntaxNode[];
}

/** The children that hold something. */
const partsOf = (node: SyntaxNode | null): SyntaxNode[] =>
  node ? childrenOf(node).filter(({ name }) => !PUNCTUATION.has(name)) : [];

class PythonReader extends ProgramReader {
  constructor(text: string) {
    super(text, { name: 'Python', parser, request: `${OPERATION}(…)` });
  }

  protected override survey(top: SyntaxNode): SyntaxNode[] {
    const calls: SyntaxNode[] = [];
    top.cursor().iterate(({ node, name }) => {
      if (name === 'AssignStatement') this.#assignment(node);
      else if (name === 'UpdateStatement' || name === 'DeleteStatement') this.#rebinding(node);
      else if (name === 'CallExpression') {
        const callee = node.firstChild;
        if (callee && this.textOf(callee).endsWith(OPERATION)) calls.push(node);
        // `request.update(…)` as a statement changes what the name stands for.
        else if (callee && (node.parent?.name === 'ExpressionStatement' || MUTATION.test(this.textOf(callee)))) {
          this.#unknownChange(callee);
        }
      } else this.#otherBinding(node);
    });
    return calls;
  }

  #assignment(node: SyntaxNode): void {
    const parts = childrenOf(node).filter(({ name }) => name !== 'TypeDef');
    const last = parts.findLastIndex(({ name }) => name === 'AssignOp');
    const targets = parts.slice(0, Math.max(0, last)).filter(({ name }) => name !== 'AssignOp');
    const [value, second] = parts.slice(last + 1);
    // `a = b = 1` gives both the value; `a, b = 1, 2` and `a = 1, 2` are not taken apart.
    const isPlain = !second && !parts.some(({ name }) => name === ',' || name === '*');
    for (const target of targets) {
      if (!isPlain || !value) this.bindUnknown(target);
      else if (target.name === 'VariableName') this.scope.bind(this.textOf(target), { value, node: target });
      else this.#memberAssignment(target, value);
    }
  }

  #memberAssignment(target: SyntaxNode, value: SyntaxNode): void {
    const { root, path } = this.#memberPath(target);
    if (root) this.scope.change(root, { path, value, node: target });
    else this.bindUnknown(target);
  }

  /** `name += …` and `del name`, also of members. */
  #rebinding(node: SyntaxNode): void {
    const [first] = partsOf(node);
    const targets = node.name === 'DeleteStatement' ? partsOf(node) : first ? [first] : [];
    for (const target of targets) {
      if (target.name === 'MemberExpression') this.#unknownChange(target);
      else this.bindUnknown(target);
    }
  }

  /** Names that are bound without `=`: their values are not written down. */
  #otherBinding(node: SyntaxNode): void {
    switch (node.name) {
      case 'FunctionDefinition':
      case 'ClassDefinition':
      case 'ImportStatement':
        node.getChildren('VariableName').forEach((each) => this.bindUnknown(each));
        break;
      case 'CapturePattern':
        this.bindUnknown(node);
        break;
      case 'NamedExpression':
        if (node.firstChild) this.bindUnknown(node.firstChild);
        break;
      case 'ParamList':
        // What stands behind `=` is a default.
        node
          .getChildren('VariableName')
          .filter((each) => each.prevSibling?.name !== 'AssignOp')
          .forEach((each) => this.bindUnknown(each));
        break;
      case 'as':
        if (node.nextSibling) this.bindUnknown(node.nextSibling);
        break;
      case 'for':
        for (let next = node.nextSibling; next && next.name !== 'in'; next = next.nextSibling) this.bindUnknown(next);
    }
  }

  #unknownChange(node: SyntaxNode): void {
    const { root } = this.#memberPath(node);
    if (root) this.scope.change(root, { path: null, value: null, node });
  }

  /** The name that `name["a"]["b"]` begins with, and its keys; the path is null when a key is not written down. */
  #memberPath(node: SyntaxNode): { root: string | null; path: string[] | null } {
    let path: string[] | null = [];
    let inner: SyntaxNode | null = node;
    while (inner?.name === 'MemberExpression') {
      const key: SyntaxNode | null = inner.getChild('String');
      path = path && key ? [this.#string(key, 0), ...path] : null;
      inner = inner.firstChild;
    }
    return { root: inner?.name === 'VariableName' ? this.textOf(inner) : null, path };
  }

  protected override request(call: SyntaxNode): SourceNode {
    const { positional, named, spread } = this.#argumentsOf(call);
    const [unnamed] = positional;
    if (unnamed) throw this.computed(unnamed, `${OPERATION} takes named arguments only`);
    return { kind: 'object', entries: this.#entriesOfArguments({ named, spread }, 0), at: call.from };
  }

  protected override standalone(top: SyntaxNode): SyntaxNode[] {
    return top.getChildren('ExpressionStatement').flatMap(partsOf);
  }

  protected override isLiteral(node: SyntaxNode): boolean {
    return node.name === 'DictionaryExpression' || (node.name === 'CallExpression' && this.#calleeOf(node) === 'dict');
  }

  #calleeOf(call: SyntaxNode): string {
    return call.firstChild ? this.textOf(call.firstChild) : '';
  }

  #argumentsOf(call: SyntaxNode): Arguments {
    const found: Arguments = { positional: [], named: [], spread: [] };
    const parts = partsOf(call.getChild('ArgList'));
    for (let index = 0; index < parts.length; index += 1) {
      const [part, next, value] = parts.slice(index, index + 3);
      if (part?.name === '**' && next) {
        found.spread.push(next);
        index += 1;
      } else if (part?.name === 'VariableName' && next?.name === 'AssignOp' && value) {
        found.named.push({ name: this.textOf(part), value });
        index += 2;
      } else if (part) {
        found.positional.push(part);
      }
    }
    return found;
  }

  #entriesOfArguments({ named, spread }: Pick<Arguments, 'named' | 'spread'>, depth: number): SourceEntry[] {
    return [
      ...spread.flatMap((node) => this.#entriesOf(node, depth + 1)),
      ...named.map(({ name, value }) => ({ key: name, value: this.value(value, depth + 1) })),
    ];
  }

  /** What `**` takes apart. */
  #entriesOf(node: SyntaxNode, depth: number): SourceEntry[] {
    const value = this.value(node, depth);
    if (value.kind !== 'object') throw this.computed(node, 'Only a dict can stand behind **');
    return value.entries;
  }

  protected override literal(node: SyntaxNode, depth: number): SourceNode {
    const at = node.from;
    switch (node.name) {
      case 'DictionaryExpression':
        return { kind: 'object', entries: this.#dictEntries(node, depth), at };
      case 'ArrayExpression':
      case 'TupleExpression':
        return { kind: 'array', items: partsOf(node).map((item) => this.value(item, depth + 1)), at };
      case 'String':
      case 'FormatString':
      case 'ContinuedString':
        return { kind: 'string', value: this.#string(node, depth), at };
      case 'Number':
        return this.number(node);
      case 'UnaryExpression':
        return this.signedNumber(node);
      case 'Boolean':
        return { kind: 'boolean', value: this.textOf(node) === 'True', text: this.textOf(node), at };
      case 'None':
        return { kind: 'null', at };
      case 'ParenthesizedExpression':
        return this.#inParentheses(node, depth);
      case 'BinaryExpression':
        return this.#percentFormatted(node, depth) ?? this.operation(node, depth);
      case 'VariableName':
        return this.variable(node, depth);
      case 'CallExpression':
        return this.#callValue(node, depth);
      default:
        throw this.computed(node);
    }
  }

  #dictEntries(node: SyntaxNode, depth: number): SourceEntry[] {
    const parts = partsOf(node);
    const entries: SourceEntry[] = [];
    for (let index = 0; index < parts.length; index += 2) {
      const [key, value] = parts.slice(index, index + 2);
      // A set or a comprehension has no pairs.
      if (!key || !value) throw this.computed(node);
      if (key.name === '**') entries.push(...this.#entriesOf(value, depth + 1));
      else entries.push({ key: this.#key(key, depth), value: this.value(value, depth + 1) });
    }
    return entries;
  }

  #key(node: SyntaxNode, depth: number): string {
    const key = this.value(node, depth + 1);
    if (key.kind !== 'string') throw this.computed(node, 'A name in quotes is expected');
    return key.value;
  }

  #string(node: SyntaxNode, depth: number): string {
    if (node.name === 'ContinuedString') {
      return childrenOf(node)
        .map((part) => this.#string(part, depth))
        .join('');
    }
    const { prefix, from, to } = takeApart(this.textOf(node));
    let text = '';
    let start = node.from + from;
    for (const replacement of node.getChildren('FormatReplacement')) {
      text += pythonText(this.text.slice(start, replacement.from), prefix, node.from);
      text += this.#replacement(replacement, depth);
      start = replacement.to;
    }
    return text + pythonText(this.text.slice(start, node.from + to), prefix, node.from);
  }

  /** `{name}` in an f-string. */
  #replacement(node: SyntaxNode, depth: number): string {
    const [, expression, end] = childrenOf(node);
    const value = expression && end?.name === '}' ? this.value(expression, depth + 1) : null;
    if (value?.kind === 'string') return value.value;
    if (value?.kind === 'number') return value.text;
    throw this.computed(node);
  }

  #inParentheses(node: SyntaxNode, depth: number): SourceNode {
    const [inner] = partsOf(node);
    if (!inner) throw this.computed(node);
    return this.value(inner, depth + 1);
  }

  #callValue(node: SyntaxNode, depth: number): SourceNode {
    const callee = this.#calleeOf(node);
    const call = this.#argumentsOf(node);
    const [first] = call.positional;
    if (callee === 'dict' && !first) {
      return { kind: 'object', entries: this.#entriesOfArguments(call, depth), at: node.from };
    }
    if (/^(?:json\.)?dumps$/u.test(callee) && first && call.positional.length === 1) {
      const value = jsonDumps(this.value(first, depth + 1), this.#dumpsStyle(call));
      return { kind: 'string', value, at: node.from };
    }
    if (/^(?:json\.)?loads$/u.test(callee) && first && call.named.length === 0) return this.#loaded(first, depth);
    // A printed answer has its times like this.
    if (/^(?:datetime\.)*(?:datetime|date)$/u.test(callee)) {
      return { kind: 'foreign', what: quotedCode(this.textOf(node)), at: node.from };
    }
    return this.#formatted(node, call, depth);
  }

  /** `"…%s…" % name`, with as many values as there are signs; null for other operations. */
  #percentFormatted(node: SyntaxNode, depth: number): SourceNode | null {
    const [template, operator, given] = childrenOf(node);
    if (!template || !given || !operator || this.textOf(operator) !== '%') return null;
    const text = this.value(template, depth + 1);
    if (text.kind !== 'string') throw this.computed(node);
    const values = given.name === 'TupleExpression' ? partsOf(given) : [given];
    let used = 0;
    const value = text.value.replaceAll(/%(.?)/gsu, (_, sign: string) => {
      if (sign === '%') return '%';
      const next = values[used];
      used += 1;
      if (sign !== 's' || !next) throw this.computed(node);
      return this.#inserted(next, depth);
    });
    if (used !== values.length) throw this.computed(node);
    return { kind: 'string', value, at: node.from };
  }

  /** `"…{}…{name}…".format(…)`; any other call is computed. */
  #formatted(node: SyntaxNode, { positional, named, spread }: Arguments, depth: number): SourceNode {
    const [template, , method] = node.firstChild?.name === 'MemberExpression' ? childrenOf(node.firstChild) : [];
    if (!template || !method || this.textOf(method) !== 'format' || spread.length > 0) throw this.computed(node);
    const text = this.value(template, depth + 1);
    if (text.kind !== 'string') throw this.computed(node);
    let used = 0;
    const value = text.value.replaceAll(/\{\{|\}\}|\{(\w*)\}|[{}]/gu, (mark, field?: string) => {
      if (mark === '{{' || mark === '}}') return mark.charAt(0);
      if (field === undefined) throw this.computed(node);
      const place = field === '' ? used++ : Number(field);
      const given = Number.isNaN(place) ? named.findLast(({ name }) => name === field)?.value : positional[place];
      if (!given) throw this.computed(node);
      return this.#inserted(given, depth);
    });
    return { kind: 'string', value, at: node.from };
  }

  /** A value as Python puts it into a text; a number only where it is written as Python would write it. */
  #inserted(node: SyntaxNode, depth: number): string {
    const value = this.value(node, depth + 1);
    if (value.kind === 'string') return value.value;
    if (value.kind === 'number' && /^-?\d+$/u.test(value.text)) return value.text;
    throw this.computed(node);
  }

  #loaded(node: SyntaxNode, depth: number): SourceNode {
    const json = this.value(node, depth + 1);
    if (json.kind !== 'string') throw this.computed(node);
    try {
      return withOffsets(jsonTree(json.value), () => node.from);
    } catch (error) {
      if (!(error instanceof JsonSyntaxError)) throw error;
      throw new ImportError('import.syntax', 'The text in json.loads is not JSON', node.from);
    }
  }

  #dumpsStyle({ named }: Arguments): DumpsStyle {
    return named.reduce<DumpsStyle>((style, { name, value }) => {
      const given = this.value(value, 0);
      if (name === 'separators' && given.kind === 'array') {
        const [item, key] = given.items;
        if (item?.kind === 'string' && key?.kind === 'string') {
          return { ...style, itemSeparator: item.value, keySeparator: key.value };
        }
      }
      if (name === 'indent' && given.kind === 'null') return style;
      if (name === 'indent' && given.kind === 'number' && given.value >= 0 && given.value <= 8) {
        return { ...style, indent: given.value };
      }
      if (name === 'ensure_ascii' && given.kind === 'boolean') return { ...style, isAscii: given.value };
      if (name === 'sort_keys' && given.kind === 'boolean') return { ...style, isSorted: given.value };
      throw this.computed(value);
    }, DEFAULT_DUMPS);
  }
}

/**
 * Reads a `create_compilation_job(…)` call with the lines around it, or a dict, without running anything: literals,
 * names that stand for literals, `json.dumps` and `json.loads` of literals.
 * @throws {ImportError}
 */
export function readPython(text: string): Reading {
  const typed = withoutPrompts(text);
  if (!typed) return { value: new PythonReader(text).read(), changes: [] };
  try {
    return { value: withOffsets(new PythonReader(typed.text).read(), typed.offsetOf), changes: [] };
  } catch (error) {
    if (!(error instanceof ImportError) || error.at === null) throw error;
    throw new ImportError(error.rule, error.message, typed.offsetOf(error.at));
  }
}
