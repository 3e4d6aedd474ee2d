import type { Parser, SyntaxNode } from '@lezer/common';
import { ImportError, MAX_DEPTH, type SourceNode } from '../sourceNode.ts';
import { parseProgram } from './parseProgram.ts';
import { Budget, childrenOf, firstMistake, quotedCode, Scope, withMember } from './scope.ts';

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
    const literal = this.standalone(topNode).find((node) => this.isLiteral(node)) ?? this.#namedRequest();
    if (literal) return this.checked(literal, 0);
    this.#refuseMistakes(topNode);
    throw new ImportError('import.format', `The ${name} code has no ${request} and no value that is a request`, null);
  }

  /** The last literal with a name that has members of a request. */
  #namedRequest(): SyntaxNode | undefined {
    const values = [...this.scope.all()].map(([, { value }]) => value);
    return values.findLast(
      (node) => this.isLiteral(node) && /\b(?:CompilationJobName|InputConfig|OutputConfig)\b/u.test(this.textOf(node)),
    );
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
    const assignment = this.scope.assignmentOf(name, node.from);
    if (!assignment) throw this.computed(node);
    let value = this.checked(assignment.value, depth + 1);
    for (const change of this.scope.changesOf(name, assignment.at, node.from)) {
      if (!change.path || !change.value) {
        const message = `What is done to ${name} here cannot be followed; write the whole value down in one place`;
        throw new ImportError('import.computed', message, change.at);
      }
      value = withMember(value, change.path, this.checked(change.value, depth + 1));
    }
    return value;
  }

  /** `"a" + "b"`, and lists likewise. */
  protected concatenation(node: SyntaxNode, depth: number): SourceNode {
    const [left, operator, right] = childrenOf(node);
    if (!left || !right || !operator || this.textOf(operator) !== '+') throw this.computed(node);
    const [before, after] = [this.value(left, depth + 1), this.value(right, depth + 1)];
    if (before.kind === 'string' && after.kind === 'string') {
      return { kind: 'string', value: before.value + after.value, at: node.from };
    }
    throw this.computed(node);
  }

  protected number(node: SyntaxNode, text = this.textOf(node)): SourceNode {
    const value = Number(text.replaceAll('_', '').replace(/n$/u, ''));
    if (Number.isNaN(value)) throw this.computed(node);
    return { kind: 'number', value, text, at: node.from };
  }

  protected signedNumber(node: SyntaxNode): SourceNode {
    const [sign, operand] = childrenOf(node);
    if (sign?.name !== 'ArithOp' || operand?.name !== 'Number') throw this.computed(node);
    return this.number(node, `${this.textOf(sign) === '-' ? '-' : ''}${this.textOf(operand)}`);
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
