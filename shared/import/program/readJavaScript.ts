import { parser } from '@lezer/javascript';
import type { SyntaxNode } from '@lezer/common';
import { stringShapes } from '../../api/shapes.ts';
import {
  ImportError,
  plainValue,
  withOffsets,
  type Reading,
  type SourceEntry,
  type SourceNode,
} from '../sourceNode.ts';
import { javascriptText } from './javascriptStrings.ts';
import { ProgramReader } from './programReader.ts';
import { childrenOf, quotedCode } from './scope.ts';

const typescript = parser.configure({ dialect: 'ts' });

/** What a request is given to: the command's class, and the method of the aggregated client. */
const OPERATION = /(?:^|\.)(?:CreateCompilationJobCommand|createCompilationJob)$/u;
/** The expressions that `name++` and `--name` can be. */
const COUNTS = new Set(['PostfixExpression', 'UnaryExpression']);
const PUNCTUATION = new Set(['(', ')', '[', ']', ',', ';']);

/** The children that hold something. */
const partsOf = (node: SyntaxNode | null): SyntaxNode[] =>
  node ? childrenOf(node).filter(({ name }) => !PUNCTUATION.has(name)) : [];

class JavaScriptReader extends ProgramReader {
  constructor(text: string) {
    super(text, { name: 'JavaScript', parser: typescript, request: 'CreateCompilationJobCommand' });
  }

  protected override survey(top: SyntaxNode): SyntaxNode[] {
    const inputs: SyntaxNode[] = [];
    top.cursor().iterate(({ node, name }) => {
      if (name === 'VariableDeclaration') this.#declaration(node);
      else if (name === 'AssignmentExpression') this.#assignment(node);
      else if (name === 'VariableDefinition' && node.parent?.name !== 'VariableDeclaration') this.bindUnknown(node);
      else if (name === 'ForOfSpec' || name === 'ForInSpec') {
        // The first name is the loop's when it was declared before.
        const [first] = partsOf(node);
        if (first?.name === 'VariableName') this.bindUnknown(first);
      } else if (COUNTS.has(name) && childrenOf(node).some((each) => /^(?:\+\+|--)$/u.test(this.textOf(each)))) {
        childrenOf(node).forEach((each) => this.bindUnknown(each));
      } else if (name === 'UnaryExpression' && this.textOf(node).startsWith('delete ')) {
        childrenOf(node).forEach((each) => this.#unknownChange(each));
      } else if (name === 'NewExpression' || name === 'CallExpression') {
        const callee = node.getChild('VariableName') ?? node.getChild('MemberExpression');
        const [argument] = partsOf(node.getChild('ArgList'));
        if (callee && argument && OPERATION.test(this.textOf(callee))) inputs.push(argument);
        else if (callee && argument && this.textOf(callee) === 'Object.assign') this.#unknownChange(argument);
        else if (callee && node.parent?.name === 'ExpressionStatement') this.#unknownChange(callee);
      }
    });
    return inputs;
  }

  #declaration(node: SyntaxNode): void {
    const parts = childrenOf(node).filter(({ name }) => name !== 'TypeAnnotation');
    parts.forEach((part, index) => {
      const [equals, value] = parts.slice(index + 1, index + 3);
      if (part.name !== 'VariableDefinition') return;
      const isGiven = equals?.name === 'Equals' && value;
      this.scope.bind(this.textOf(part), { value: isGiven ? value : null, isDeclaration: !isGiven, node: part });
    });
  }

  #assignment(node: SyntaxNode): void {
    const [target, operator, value] = childrenOf(node);
    if (!target || !operator || !value) return;
    const isPlain = operator.name === 'Equals';
    if (target.name === 'VariableName') {
      this.scope.bind(this.textOf(target), { value: isPlain ? value : null, node: target });
      return;
    }
    const { root, path } = this.#memberPath(target);
    if (root) this.scope.change(root, { path: isPlain ? path : null, value, node: target });
  }

  #unknownChange(node: SyntaxNode): void {
    const { root } = this.#memberPath(node);
    if (root) this.scope.change(root, { path: null, value: null, node });
  }

  /** The name that `name.a["b"]` begins with, and its keys; the path is null when a key is not written down. */
  #memberPath(node: SyntaxNode): { root: string | null; path: string[] | null } {
    let path: string[] | null = [];
    let inner: SyntaxNode | null = node;
    while (inner?.name === 'MemberExpression') {
      const property: SyntaxNode | null = inner.getChild('PropertyName');
      const quoted: SyntaxNode | null = inner.getChild('String');
      const key: string | null = property ? this.textOf(property) : quoted ? this.#quoted(quoted) : null;
      path = path && key !== null ? [key, ...path] : null;
      inner = inner.firstChild;
    }
    return { root: inner?.name === 'VariableName' ? this.textOf(inner) : null, path };
  }

  protected override request(input: SyntaxNode): SourceNode {
    return this.value(input, 0);
  }

  protected override standalone(top: SyntaxNode): SyntaxNode[] {
    return [...top.getChildren('ExpressionStatement'), ...top.getChildren('ExportDeclaration')].flatMap(partsOf);
  }

  protected override isLiteral(node: SyntaxNode): boolean {
    return this.#withoutWrapping(node).name === 'ObjectExpression';
  }

  /** Without parentheses, and without what TypeScript says about a value's type. */
  #withoutWrapping(node: SyntaxNode): SyntaxNode {
    let inner = node;
    for (;;) {
      const [first, second] = childrenOf(inner);
      const isTyped = inner.name === 'BinaryExpression' && (second?.name === 'as' || second?.name === 'satisfies');
      const next =
        inner.name === 'ParenthesizedExpression'
          ? second
          : isTyped || inner.name === 'PostfixExpression'
            ? first
            : null;
      if (!next) return inner;
      inner = next;
    }
  }

  protected override literal(wrapped: SyntaxNode, depth: number): SourceNode {
    const node = this.#withoutWrapping(wrapped);
    const at = node.from;
    switch (node.name) {
      case 'ObjectExpression':
        return {
          kind: 'object',
          entries: node.getChildren('Property').flatMap((each) => this.#property(each, depth)),
          at,
        };
      case 'ArrayExpression':
        return { kind: 'array', items: partsOf(node).map((item) => this.value(item, depth + 1)), at };
      case 'String':
        return { kind: 'string', value: this.#quoted(node), at };
      case 'TemplateString':
        return { kind: 'string', value: this.#template(node, depth), at };
      case 'Number':
        return this.number(node);
      case 'UnaryExpression':
        return this.signedNumber(node);
      case 'BooleanLiteral':
        return { kind: 'boolean', value: this.textOf(node) === 'true', text: this.textOf(node), at };
      case 'null':
        return { kind: 'null', at };
      case 'BinaryExpression':
        return this.operation(node, depth);
      case 'VariableName':
        return this.textOf(node) === 'undefined' ? { kind: 'null', at } : this.variable(node, depth);
      case 'MemberExpression':
        return this.#enumValue(node);
      case 'CallExpression':
        return this.#stringified(node, depth);
      case 'NewExpression':
        if (!this.textOf(node).startsWith('new Date(')) throw this.computed(node);
        return { kind: 'foreign', what: quotedCode(this.textOf(node)), at };
      default:
        throw this.computed(node);
    }
  }

  #property(node: SyntaxNode, depth: number): SourceEntry[] {
    const [first, second, third] = partsOf(node);
    if (!first) throw this.computed(node);
    if (first.name === 'Spread' && second) {
      const spread = this.value(second, depth + 1);
      if (spread.kind !== 'object') throw this.computed(node);
      return spread.entries;
    }
    // `{ InputConfig }` is a member with the name's value.
    if (first.name === 'PropertyDefinition' && !second) {
      return [{ key: this.#key(first, depth), value: this.variable(first, depth) }];
    }
    if (second?.name !== ':' || !third) throw this.computed(node);
    return [{ key: this.#key(first, depth), value: this.value(third, depth + 1) }];
  }

  #key(node: SyntaxNode, depth: number): string {
    if (node.name === 'PropertyDefinition') return this.#identifier(node);
    const key = this.value(node, depth + 1);
    if (key.kind !== 'string' && key.kind !== 'number') throw this.computed(node);
    return String(key.value);
  }

  /** The parser takes any character that is not ASCII for a letter, also curly quotes. */
  #identifier(node: SyntaxNode): string {
    const name = this.textOf(node);
    if (/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name)) return name;
    throw new ImportError('import.syntax', `${quotedCode(name)} is no name`, node.from);
  }

  #quoted(node: SyntaxNode): string {
    return javascriptText(this.text.slice(node.from + 1, node.to - 1), node.from);
  }

  #template(node: SyntaxNode, depth: number): string {
    const literal = (from: number, to: number) =>
      javascriptText(this.text.slice(from, to).replaceAll(/\r\n?/gu, '\n'), node.from);
    let text = '';
    let start = node.from + 1;
    for (const interpolation of node.getChildren('Interpolation')) {
      const [, expression, end] = childrenOf(interpolation);
      const value = expression && end?.name === 'InterpolationEnd' ? this.value(expression, depth + 1) : null;
      if (value?.kind !== 'string' && value?.kind !== 'number') throw this.computed(interpolation);
      text += literal(start, interpolation.from) + String(value.value);
      start = interpolation.to;
    }
    return text + literal(start, node.to - 1);
  }

  /** `TargetDevice.ML_C5`: the SDK's constants are the API's values in capitals. */
  #enumValue(node: SyntaxNode): SourceNode {
    const [shapeName = '', constant] = this.textOf(node).split('.');
    const shape = Object.hasOwn(stringShapes, shapeName) ? stringShapes[shapeName as keyof typeof stringShapes] : null;
    const values: readonly string[] = shape && 'values' in shape ? shape.values : [];
    const value = values.find((each) => each.toUpperCase() === constant);
    if (value === undefined) throw this.computed(node);
    return { kind: 'string', value, at: node.from };
  }

  #stringified(node: SyntaxNode, depth: number): SourceNode {
    if (!node.firstChild || this.textOf(node.firstChild) !== 'JSON.stringify') throw this.computed(node);
    const [value, replacer, space] = partsOf(node.getChild('ArgList')).map((each) => this.value(each, depth + 1));
    if (!value || (replacer && replacer.kind !== 'null')) throw this.computed(node);
    const indent = space?.kind === 'number' || space?.kind === 'string' ? space.value : undefined;
    return { kind: 'string', value: JSON.stringify(plainValue(value), null, indent), at: node.from };
  }
}

/** Answers that `console.log` prints have times without quotes, and those are no JavaScript. */
const PRINTED_TIME = /^([ \t]*\w+Time: )\d(\d{3}-\d\d-\d\dT[\d:.]+)Z(?=,?[ \t\r]*$)/gmu;
const BLANK_OR_COMMENT = /\s+|\/\/.*|\/\*(?:[^*]|\*(?!\/))*\*\//uy;

function startsWithBrace(text: string): boolean {
  BLANK_OR_COMMENT.lastIndex = 0;
  let offset = 0;
  while (BLANK_OR_COMMENT.test(text)) offset = BLANK_OR_COMMENT.lastIndex;
  return text[offset] === '{';
}

const withoutWrap = (offset: number): number => Math.max(0, offset - 1);

/**
 * Reads what is given to `new CreateCompilationJobCommand(…)` or `createCompilationJob(…)` with the lines around it, or
 * an object literal, without running anything: literals, names that stand for literals, `JSON.stringify` of literals.
 * JavaScript and TypeScript.
 * @throws {ImportError}
 */
export function readJavaScript(text: string): Reading {
  // Each replacement is as long as what it replaces: offsets stay.
  const readable = text.replaceAll(PRINTED_TIME, "$1'$2'");
  if (!startsWithBrace(readable)) return { value: new JavaScriptReader(readable).read(), changes: [] };
  // At the start of a statement, a brace would open a block; the line break ends a comment.
  const wrapped = `(${readable.replace(/[\s;]+$/u, '')}\n)`;
  try {
    return { value: withOffsets(new JavaScriptReader(wrapped).read(), withoutWrap), changes: [] };
  } catch (error) {
    if (!(error instanceof ImportError) || error.at === null) throw error;
    throw new ImportError(error.rule, error.message, withoutWrap(error.at));
  }
}
