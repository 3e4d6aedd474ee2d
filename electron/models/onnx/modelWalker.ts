import type { WireField, WireReader } from '../protobuf/wireReader.ts';
import { ProtobufError, WIRE_BYTES, WIRE_VARINT } from '../protobuf/wireTypes.ts';
import { ExternalDataFinder } from './externalDataFinder.ts';
import type { ByteRange, OnnxHeader, OnnxValue, ValueRange, ValueRole } from './onnxHeader.ts';
import { MAX_NAME_BYTES, readOnnxValue } from './onnxValueReader.ts';
import { FUNCTION, GRAPH, MODEL, NODE, OPSET, TRAINING } from './protoFields.ts';

/** ModelProto has these fields and no others: what tells ONNX from any other protobuf. */
const MODEL_WIRE_TYPES: ReadonlyMap<number, number> = new Map([
  [MODEL.irVersion, WIRE_VARINT],
  [MODEL.producerName, WIRE_BYTES],
  [MODEL.producerVersion, WIRE_BYTES],
  [MODEL.domain, WIRE_BYTES],
  [MODEL.modelVersion, WIRE_VARINT],
  [MODEL.docString, WIRE_BYTES],
  [MODEL.graph, WIRE_BYTES],
  [MODEL.opsetImport, WIRE_BYTES],
  [MODEL.metadataProps, WIRE_BYTES],
  [MODEL.trainingInfo, WIRE_BYTES],
  [MODEL.functions, WIRE_BYTES],
  [MODEL.configuration, WIRE_BYTES],
]);

/** ONNX 1.19 writes 12; a number far beyond is no ONNX. */
const MAX_IR_VERSION = 99;
/** Bound the memory that names may take; the largest real graphs have some ten thousands. */
const MAX_VALUES = 1_000_000;
const MAX_OPERATORS = 10_000;

const ROLES: ReadonlyMap<number, ValueRole> = new Map([
  [GRAPH.input, 'input'],
  [GRAPH.output, 'output'],
  [GRAPH.valueInfo, 'valueInfo'],
]);

const DEFAULT_DOMAINS = ['', 'ai.onnx'];

/** Walks a ModelProto once and collects its {@link OnnxHeader}. */
export class ModelWalker {
  readonly #wire: WireReader;
  readonly #external: ExternalDataFinder;
  readonly #opsetImports = new Map<string, number>();
  readonly #operators = new Map<string, number>();
  readonly #initializers = new Set<string>();
  readonly #inputs: OnnxValue[] = [];
  readonly #outputs: OnnxValue[] = [];
  readonly #values: ValueRange[] = [];
  #irVersion: number | null = null;
  #producer = '';
  #producerVersion = '';
  #nodeCount = 0;
  #graph: { field: ByteRange; start: number } | null = null;

  constructor(wire: WireReader) {
    this.#wire = wire;
    this.#external = new ExternalDataFinder(wire);
  }

  /** Whether an error in the middle means a damaged model rather than some other file. */
  get isLikelyOnnx(): boolean {
    return this.#irVersion !== null && this.#graph !== null;
  }

  /**
   * @throws {ProtobufError} for bytes that are no ONNX model, or a damaged one
   * @throws {UnexpectedEndError} for a model that is cut off
   */
  async walk(): Promise<OnnxHeader> {
    await this.#wire.fields(Infinity, (field) => {
      if (MODEL_WIRE_TYPES.get(field.number) !== field.wireType) {
        throw new ProtobufError(`The field ${field.number} at offset ${field.start} is none of an ONNX model`);
      }
      return this.#modelField(field);
    });
    if (this.#irVersion === null) throw new ProtobufError('The field ir_version is missing');
    if (this.#graph === null) throw new ProtobufError('The file holds no graph');
    return {
      irVersion: this.#irVersion,
      opset:
        DEFAULT_DOMAINS.map((domain) => this.#opsetImports.get(domain)).find((version) => version !== undefined) ??
        null,
      opsetImports: this.#opsetImports,
      producer: [this.#producer, this.#producerVersion].filter((text) => text !== '').join(' ') || null,
      inputs: this.#inputs.filter(({ name }) => !this.#initializers.has(name)),
      outputs: this.#outputs,
      nodeCount: this.#nodeCount,
      operators: this.#operators,
      externalData: [...this.#external.locations].sort(),
      layout: { graphField: this.#graph.field, graphStart: this.#graph.start, values: this.#values },
    };
  }

  #modelField(field: WireField): void | Promise<void> {
    switch (field.number) {
      case MODEL.irVersion:
        return this.#setIrVersion(field.value);
      case MODEL.producerName:
        return this.#wire.text(field, MAX_NAME_BYTES).then((text) => void (this.#producer = text));
      case MODEL.producerVersion:
        return this.#wire.text(field, MAX_NAME_BYTES).then((text) => void (this.#producerVersion = text));
      case MODEL.opsetImport:
        return this.#opsetImport(field);
      case MODEL.graph:
        return this.#mainGraph(field);
      case MODEL.trainingInfo:
        return this.#wire.fields(field.end, (part) =>
          part.number === TRAINING.initialization || part.number === TRAINING.algorithm
            ? this.#external.graph(part)
            : undefined,
        );
      case MODEL.functions:
        return this.#wire.fields(field.end, (part) => {
          if (part.number === FUNCTION.node) return this.#external.node(part);
          if (part.number === FUNCTION.attributeDefault) return this.#external.attribute(part);
        });
      default:
        return undefined;
    }
  }

  #setIrVersion(version: number): void {
    if (version < 1 || version > MAX_IR_VERSION) throw new ProtobufError(`There is no ONNX IR version ${version}`);
    this.#irVersion = version;
  }

  async #opsetImport(field: WireField): Promise<void> {
    let domain = '';
    let version = 0;
    await this.#wire.fields(field.end, async (part) => {
      if (part.number === OPSET.domain) domain = await this.#wire.text(part, MAX_NAME_BYTES);
      if (part.number === OPSET.version) version = part.value;
    });
    this.#opsetImports.set(domain, version);
    if (this.#opsetImports.size > MAX_OPERATORS) throw new ProtobufError('The model imports too many operator sets');
  }

  async #mainGraph(field: WireField): Promise<void> {
    // Protobuf would merge the two; no exporter writes that, and editing it by ranges would go wrong.
    if (this.#graph) throw new ProtobufError('The file holds two graphs');
    this.#graph = { field: { start: field.start, end: field.end }, start: field.payloadStart };
    await this.#wire.fields(field.end, (part) => {
      if (part.number === GRAPH.node) return this.#node(part);
      if (part.number === GRAPH.initializer) return this.#initializer(this.#external.tensor(part));
      if (part.number === GRAPH.sparseInitializer) return this.#initializer(this.#external.sparseTensor(part));
      const role = ROLES.get(part.number);
      if (role) return this.#value(part, role);
    });
  }

  async #node(field: WireField): Promise<void> {
    let operator = '';
    let domain = '';
    await this.#wire.fields(field.end, async (part) => {
      if (part.number === NODE.opType) operator = await this.#wire.text(part, MAX_NAME_BYTES);
      else if (part.number === NODE.domain) domain = await this.#wire.text(part, MAX_NAME_BYTES);
      else if (part.number === NODE.attribute) await this.#external.attribute(part);
    });
    const name = DEFAULT_DOMAINS.includes(domain) ? operator : `${domain}.${operator}`;
    this.#nodeCount += 1;
    this.#operators.set(name, (this.#operators.get(name) ?? 0) + 1);
    if (this.#operators.size > MAX_OPERATORS) throw new ProtobufError('The graph uses too many different operators');
  }

  async #initializer(tensor: Promise<{ name: string }>): Promise<void> {
    this.#initializers.add((await tensor).name);
    if (this.#initializers.size > MAX_VALUES) throw new ProtobufError('The graph has too many weights');
  }

  async #value(field: WireField, role: ValueRole): Promise<void> {
    this.#values.push({ role, start: field.start, end: field.end });
    if (this.#values.length > MAX_VALUES) throw new ProtobufError('The graph names too many values');
    if (role === 'input') this.#inputs.push(await readOnnxValue(this.#wire, field));
    if (role === 'output') this.#outputs.push(await readOnnxValue(this.#wire, field));
  }
}
