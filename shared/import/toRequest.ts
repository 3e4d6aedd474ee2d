import { createCompilationJobRequestSchema, describeCompilationJobResponseSchema } from '../api/compilationJob.ts';
import type { FindingPath } from '../api/finding.ts';
import { pathText } from '../api/pathText.ts';
import { requestMembers, type Member } from '../api/requestMembers.ts';
import { normalizeCompilerOptions } from '../compilerOptions/normalizeCompilerOptions.ts';
import { normalizeJson } from '../json/normalizeJson.ts';
import { jsonText } from './jsonText.ts';
import {
  ImportError,
  memberOf,
  plainValue,
  type SourceEntry,
  type SourceNode,
  type SourceObject,
} from './sourceNode.ts';

/** A request in the API's own members, and what was changed to get it, in the user's words. */
export interface ReadRequest {
  request: Record<string, unknown>;
  changes: string[];
  /** The text was a Describe answer. */
  isAnswer: boolean;
}

/** Members that only answers have; SDKs add the last two. */
const ANSWER_MEMBERS = new Set([
  ...Object.keys(describeCompilationJobResponseSchema.shape).filter(
    (name) => !(name in createCompilationJobRequestSchema.shape),
  ),
  'ResponseMetadata',
  '$metadata',
]);

const plain = (name: string): string => name.replaceAll(/[^a-z0-9]/giu, '').toLowerCase();
const MEMBER_NAMES = new Set(Object.keys(requestMembers).map(plain));

class RequestReader {
  readonly changes: string[] = [];
  readonly #absent: string[] = [];

  read(root: SourceObject): Record<string, unknown> {
    const leftOut = root.entries.filter(({ key }) => ANSWER_MEMBERS.has(key)).map(({ key }) => key);
    const entries = root.entries.filter(({ key }) => !ANSWER_MEMBERS.has(key));
    if (leftOut.length > 0) this.changes.push(`Left out, because only answers have them: ${leftOut.join(', ')}.`);
    const members: Member = { kind: 'structure', members: requestMembers };
    const whole = this.#known({ ...root, entries }, members, []);
    if (this.#absent.length > 0) this.changes.push(`Left out, because they have no value: ${this.#absent.join(', ')}.`);
    return plainValue(this.#withJsonTexts(whole)) as Record<string, unknown>;
  }

  /** The members that have values, each once. */
  #known(node: SourceNode, member: Member | undefined, path: FindingPath): SourceNode {
    if (node.kind === 'foreign') {
      throw new ImportError('import.computed', `${pathText(path)} cannot be ${node.what}`, node.at);
    }
    if (node.kind === 'array') {
      const item = member?.kind === 'list' ? member.item : undefined;
      return { ...node, items: node.items.map((each, index) => this.#known(each, item, [...path, index])) };
    }
    if (node.kind !== 'object') return node;
    const last = new Map(node.entries.map((entry) => [entry.key, entry]));
    if (last.size < node.entries.length) this.#sayRepeated(node.entries, path);
    const entries = [...last.values()].filter(({ key, value }) => {
      // Null is absence for the service, but only members of structures can be absent.
      const isAbsent = value.kind === 'null' && (path.length === 0 || member?.kind === 'structure');
      if (isAbsent) this.#absent.push(pathText([...path, key]));
      return !isAbsent;
    });
    const members = member?.kind === 'structure' ? member.members : {};
    return {
      ...node,
      entries: entries.map(({ key, value }) => ({ key, value: this.#known(value, members[key], [...path, key]) })),
    };
  }

  #sayRepeated(entries: readonly SourceEntry[], path: FindingPath): void {
    const seen = new Set<string>();
    const isRepeated = ({ key }: SourceEntry): boolean => seen.size === seen.add(key).size;
    for (const key of new Set(entries.filter(isRepeated).map((entry) => entry.key))) {
      this.changes.push(`${pathText([...path, key])} is given more than once; the last one was taken.`);
    }
  }

  /** DataInputConfig and CompilerOptions are JSON inside of a text. */
  #withJsonTexts(root: SourceNode): SourceNode {
    const output = memberOf(root, 'OutputConfig');
    const target = plainTarget(output);
    const withInput = this.#replaced(root, 'InputConfig', 'DataInputConfig', normalizeJson);
    return this.#replaced(withInput, 'OutputConfig', 'CompilerOptions', (text) =>
      normalizeCompilerOptions(text, target),
    );
  }

  #replaced(
    root: SourceNode,
    structure: string,
    name: string,
    normalize: (text: string) => { text: string; changes: string[] },
  ): SourceNode {
    const outer = memberOf(root, structure);
    const value = outer && memberOf(outer, name);
    if (root.kind !== 'object' || outer?.kind !== 'object' || !value) return root;
    const text = this.#textOf(value, name);
    if (text === null) return root;
    const normalized = normalize(text);
    this.changes.push(...normalized.changes.map((change) => `${name}: ${change}`));
    const node: SourceNode = { kind: 'string', value: normalized.text, at: value.at };
    return withEntry(root, structure, withEntry(outer, name, node));
  }

  #textOf(value: SourceNode, name: string): string | null {
    if (value.kind === 'string') return value.value;
    if (value.kind !== 'object' && value.kind !== 'array') return null;
    this.changes.push(`${name} was given as a structure; it became the JSON text that the API takes.`);
    return jsonText(value);
  }
}

function withEntry(node: SourceObject, key: string, value: SourceNode): SourceObject {
  return { ...node, entries: node.entries.map((entry) => (entry.key === key ? { key, value } : entry)) };
}

/** What says which compiler options there are, where it is given as texts. */
function plainTarget(output: SourceNode | undefined): Parameters<typeof normalizeCompilerOptions>[1] {
  const textAt = (node: SourceNode | undefined, key: string): string | undefined => {
    const value = node && memberOf(node, key);
    return value?.kind === 'string' ? value.value : undefined;
  };
  const platform = output && memberOf(output, 'TargetPlatform');
  const [Os, Arch, Accelerator] = ['Os', 'Arch', 'Accelerator'].map((key) => textAt(platform, key));
  return {
    TargetDevice: textAt(output, 'TargetDevice'),
    TargetPlatform: Os !== undefined && Arch !== undefined ? { Os, Arch, Accelerator } : undefined,
  };
}

/**
 * The request that a tree holds. Members with unknown names stay as they are: the check of the request names them.
 * @throws {ImportError} when the tree holds no request
 */
export function toRequest(root: SourceNode): ReadRequest {
  const isRequest = root.kind === 'object' && root.entries.some(({ key }) => MEMBER_NAMES.has(plain(key)));
  if (!isRequest) {
    const message = 'The text has none of the members of a CreateCompilationJob request, such as CompilationJobName';
    throw new ImportError('import.format', message, null);
  }
  const reader = new RequestReader();
  const request = reader.read(root);
  const isAnswer = root.entries.some(({ key }) => key === 'CompilationJobArn' || key === 'CompilationJobStatus');
  return { request, changes: reader.changes, isAnswer };
}
