import { isAlias, isMap, isPair, isScalar, isSeq, parseAllDocuments, type Document, type Node } from 'yaml';
import { refuseDeepBrackets, refuseDeepIndentation } from './nesting.ts';
import { scalarsAsText } from './scalarsAsText.ts';
import { ImportError, MAX_DEPTH, type Reading, type SourceEntry, type SourceNode } from './sourceNode.ts';

/** Aliases can be used twice, so a short text can make a huge value; no request comes near this. */
const MAX_VALUES = 100_000;

class YamlReader {
  readonly #document: Document;
  #values = 0;

  constructor(document: Document) {
    this.#document = document;
  }

  read(): SourceNode {
    return this.#node(this.#document.contents, 0, 0);
  }

  #node(node: unknown, depth: number, parentAt: number): SourceNode {
    const at = (node as Node | null)?.range?.[0] ?? parentAt;
    this.#values += 1;
    if (this.#values > MAX_VALUES) {
      throw new ImportError('import.size', 'The text makes more values than a request can have', at);
    }
    if (depth > MAX_DEPTH) throw new ImportError('import.syntax', 'The values are nested too deeply', at);
    if (isMap(node)) {
      const pairs = node.items.map((pair) => this.#pair(pair, depth, at));
      const own = pairs.filter(({ isMerge }) => !isMerge);
      // What is written beside `<<: *base` counts more, wherever it stands.
      const merged = pairs.filter(({ isMerge }) => isMerge).flatMap(({ value }) => mergedEntries(value));
      return {
        kind: 'object',
        entries: [...withoutKeysOf(own, merged), ...own.map(({ key, value }) => ({ key, value }))],
        at,
      };
    }
    if (isSeq(node)) return { kind: 'array', items: node.items.map((item) => this.#node(item, depth + 1, at)), at };
    if (isAlias(node)) {
      const target = node.resolve(this.#document);
      if (!target) throw new ImportError('import.syntax', `There is no anchor &${node.source}`, at);
      return this.#node(target, depth + 1, at);
    }
    return isScalar(node) ? scalar(node.value, node.source ?? String(node.value), at) : { kind: 'null', at };
  }

  #pair(pair: unknown, depth: number, parentAt: number): SourceEntry & { isMerge: boolean } {
    const { key, value } = isPair(pair) ? pair : { key: null, value: null };
    const keyAt = (key as Node | null)?.range?.[0] ?? parentAt;
    if (!isScalar(key)) throw new ImportError('import.syntax', 'A name is expected before the colon', keyAt);
    // Also `1: …` and `true: …`: names are texts, as they are written.
    const name = typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
    return { key: name, value: this.#node(value, depth + 1, keyAt), isMerge: name === '<<' && key.type === 'PLAIN' };
  }
}

/** The members that `<<` brings; of several sources the first counts most. */
function mergedEntries(value: SourceNode): SourceEntry[] {
  const sources = value.kind === 'array' ? [...value.items].reverse() : [value];
  return sources.reduce<SourceEntry[]>((entries, source) => {
    if (source.kind !== 'object') {
      throw new ImportError('import.syntax', 'Only a mapping can be merged with <<', source.at);
    }
    return [...withoutKeysOf(source.entries, entries), ...source.entries];
  }, []);
}

function withoutKeysOf(others: readonly SourceEntry[], entries: readonly SourceEntry[]): SourceEntry[] {
  const taken = new Set(others.map(({ key }) => key));
  return entries.filter(({ key }) => !taken.has(key));
}

function scalar(value: unknown, text: string, at: number): SourceNode {
  switch (typeof value) {
    case 'string':
      return { kind: 'string', value, at };
    case 'number':
    case 'bigint':
      return { kind: 'number', value: Number(value), text, at };
    case 'boolean':
      return { kind: 'boolean', value, text, at };
    default:
      return { kind: 'null', at };
  }
}

/**
 * Reads YAML as `--cli-input-yaml` takes it; scalars keep their own spelling.
 * @throws {ImportError}
 */
export function readYaml(text: string): Reading {
  // Repeated names are looked for later, in all languages alike; here the search would take quadratic time.
  const options = { uniqueKeys: false, prettyErrors: false, logLevel: 'silent', stringKeys: false } as const;
  refuseDeepBrackets(text);
  refuseDeepIndentation(text);
  const documents = [...parseAllDocuments(text, options)];
  const [first, second] = documents.filter(({ contents }) => contents !== null);
  const document = first ?? documents[0];
  const [error] = document?.errors ?? [];
  if (error) throw new ImportError('import.syntax', `The YAML cannot be read: ${inWords(error.message)}`, error.pos[0]);
  if (!document?.contents) throw new ImportError('import.format', 'The YAML holds no value', null);
  const { value, readAsText } = scalarsAsText(new YamlReader(document).read());
  const changes = second ? ['Only the first of several YAML documents was read.'] : [];
  if (readAsText.length > 0) changes.push(`Taken as text, as written: ${readAsText.join(', ')}.`);
  return { value, changes };
}

const inWords = (message: string): string => message.split('\n')[0]?.replace(/[.:]$/u, '') ?? '';
