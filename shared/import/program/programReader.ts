import type { Parser, SyntaxNode } from '@lezer/common';
import { ImportError, MAX_DEPTH, severalValues, type SourceNode } from '../sourceNode.ts';
import { parseProgram } from './parseProgram.ts';
import { Budget, childrenOf, firstMistake, quotedCode, Scope, withMember } from './scope.ts';

const ARITHMETIC = new Map<string, (left: number, right: number) => number>([
  ['+', (left, right) => left + right],
  ['-', (left, right) => left - right],
  ['*', (left, right) => left * right],
]);
const isWhole = (text: string): boolean => /^-?\d[\d_]*$/u.test(text);

/** What two programming languages have in common for a reader of values that are written down. Nothing is run. */
export abstract class ProgramReader {
  protected readonly text: string;
  protected readonly scope = new Scope();
  readonly #budget = new Budget();
  readonly #language: { name: string; parser: Parser; request: string };

  /**
   * @param language the language's name and parser, and what the request is given to in it, both for messages
   */
  constructor(text: string, language: { name: string; parser: Parser; request: string }) {
    this.text = text;
    this.#language = language;
  }

  /** Notes in the scope what each name stands for. Returns what is given to the operation: one node for each call. */
  protected abstract survey(top: SyntaxNode): SyntaxNode[];
  /** The request in one of those nodes. */
  protected abstract request(node: SyntaxNode): SourceNode;
  /** Without a call: the expressions that are statements by themselves, and the literals that could be a request. */
  protected abstract standalone(top: SyntaxNode): SyntaxNode[];
  protected abstract isLiteral(node: SyntaxNode): boolean;
  protected abstract literal(node: SyntaxNode, depth: number): SourceNode;

  /**
   * What the program asks for: its call, or the literal that is the request.
   * @throws {ImportError}
   */
  read(): SourceNode {
    const { name, parser, request } = this.#language;
    const { topNode } = parseProgram(parser, this.text);
    const [call, second] = this.survey(topNode);
    if (second) {
      throw new ImportError(
        'import.format',
        'The text starts more than one compilation job; give one at a time',
        second.from,
      );
    }
    if (call) {
      this.#refuseMistakes(call);
      return this.request(call);
    }
    const literal = this.#onlyLiteral(topNode) ?? this.#namedRequest();
    if (literal) return this.checked(literal, 0);
    this.#refuseMistakes(topNode);
    throw new ImportError('import.format', `The ${name} code has no ${request} and no value that is a request`, null);
  }

  /** The literal that is a statement by itself; nothing else may stand behind it. */
  #onlyLiteral(top: SyntaxNode): SyntaxNode | undefined {
    const statements = this.standalone(top);
    const index = statements.findIndex((node) => this.isLiteral(node));
    const [literal, next] = index === -1 ? [] : statements.slice(index);
    if (next && this.isLiteral(next)) throw severalValues(next.from);
    if (literal) this.#refuseMistakes(top);
    if (next) {
      const message = `Nothing may follow the value, but ${quotedCode(this.textOf(next))} does`;
      throw new ImportError('import.syntax', message, next.from);
    }
    return literal;
  }

  /** The last literal with a name that has members of a request; two that name a job are two requests. */
  #namedRequest(): SyntaxNode | undefined {
    const literals = this.scope.values().filter((node) => this.isLiteral(node));
    const [, second] = literals.filter((node) => /\bCompilationJobName\b/u.test(this.textOf(node)));
    if (second) throw severalValues(second.from);
    return literals.findLast((node) => /\b(?:CompilationJobName|InputConfig|OutputConfig)\b/u.test(this.textOf(node)));
  }

  #refuseMistakes(node: SyntaxNode): void {
    const at = firstMistake(node);
    if (at === null) return;
    const rest =
      this.text
        .slice(at, at + 20)
        .split('\n')[0]
        ?.trim() ?? '';
    const place = rest ? ` from ${quotedCode(rest)} on` : ' here';
    throw new ImportError('import.syntax', `The ${this.#language.name} code cannot be read${place}`, at);
  }

  /** The value of an expression that stands elsewhere: first it must be code at all. */
  protected checked(node: SyntaxNode, depth: number): SourceNode {
    this.#refuseMistakes(node);
    return this.value(node, depth);
  }

  protected value(node: SyntaxNode, depth: number): SourceNode {
    if (depth > MAX_DEPTH) throw new ImportError('import.syntax', 'The values are nested too deeply', node.from);
    return this.#budget.spend(this.literal(node, depth));
  }

  /** The value that a name stands for at this place. */
  protected variable(node: SyntaxNode, depth: number): SourceNode {
    const name = this.textOf(node);
    const binding = this.scope.bindingOf(name, node);
    if (binding === 'ambiguous') {
      const message = `${name} is given more than one value in the text; put the value itself in its place`;
      throw new ImportError('import.computed', message, node.from);
    }
    if (!binding?.value) throw this.computed(node);
    let value = this.checked(binding.value, depth + 1);
    for (const change of this.scope.changesOf(name, binding, node)) {
      if (!change.path || !change.value) {
        const message = `What is done to ${name} here cannot be followed; write the whole value down in one place`;
        throw new ImportError('import.computed', message, change.node.from);
      }
      value = withMember(value, change.path, this.checked(change.value, depth + 1));
    }
    return value;
  }

  /** `"a" + "b"`, and sums, differences and products of whole numbers such as `15 * 60`. */
  protected operation(node: SyntaxNode, depth: number): SourceNode {
    const [left, operator, right] = childrenOf(node);
    const calculate = operator && ARITHMETIC.get(this.textOf(operator));
    if (!left || !right || !calculate) throw this.computed(node);
    const [before, after] = [this.value(left, depth + 1), this.value(right, depth + 1)];
    if (before.kind === 'number' && after.kind === 'number' && isWhole(before.text) && isWhole(after.text)) {
      const value = calculate(before.value, after.value);
      if (Number.isSafeInteger(value)) return { kind: 'number', value, text: String(value), at: node.from };
    }
    if (this.textOf(operator) === '+' && before.kind === 'string' && after.kind === 'string') {
      return { kind: 'string', value: before.value + after.value, at: node.from };
    }
    throw this.computed(node);
  }

  protected number(node: SyntaxNode, text = this.textOf(node)): SourceNode {
    // Of several languages some refuse this, and others count by eights.
    if (/^-?0\d/u.test(text)) throw new ImportError('import.syntax', `${text} begins with a zero too many`, node.from);
    const value = Number(text.replaceAll('_', '').replace(/n$/u, ''));
    if (Number.isNaN(value)) throw this.computed(node);
    return { kind: 'number', value, text, at: node.from };
  }

  protected signedNumber(node: SyntaxNode): SourceNode {
    const [sign, operand] = childrenOf(node);
    if (sign?.name !== 'ArithOp' || operand?.name !== 'Number') throw this.computed(node);
    return this.number(node, `${this.textOf(sign) === '-' ? '-' : ''}${this.textOf(operand)}`);
  }

  /** Notes that a place gives the names in a pattern values that are not written down. */
  protected bindUnknown(pattern: SyntaxNode): void {
    // What `name.member` and `name[0]` change is the value, not the name.
    if (pattern.name === 'MemberExpression') return;
    if (pattern.name === 'VariableName' || pattern.name === 'VariableDefinition') {
      this.scope.bind(this.textOf(pattern), { value: null, node: pattern });
    }
    childrenOf(pattern).forEach((each) => this.bindUnknown(each));
  }

  protected textOf(node: SyntaxNode): string {
    return this.text.slice(node.from, node.to);
  }

  /** The error for a value that only a run of the program would show. */
  protected computed(node: SyntaxNode, reason = 'The value is computed'): ImportError {
    const message = `${reason}: ${quotedCode(this.textOf(node))}. Put the value itself in its place`;
    return new ImportError('import.computed', message, node.from);
  }
}
