import type { WireField, WireReader } from '../protobuf/wireReader.ts';
import { ProtobufError, WIRE_BYTES } from '../protobuf/wireTypes.ts';
import { MAX_NAME_BYTES } from './onnxValueReader.ts';
import { ATTRIBUTE, DATA_LOCATION_EXTERNAL, GRAPH, NODE, SPARSE_TENSOR, STRING_ENTRY, TENSOR } from './protoFields.ts';

/** More files than any exporter writes: one per tensor of a large language model is a few thousand. */
const MAX_EXTERNAL_FILES = 50_000;

/** What a tensor says besides its numbers. */
export interface TensorFacts {
  name: string;
}

/**
 * Finds the files outside the model that its tensors name, wherever ONNX Runtime would load them from: initialisers,
 * attributes of nodes, and the graphs inside attributes.
 */
export class ExternalDataFinder {
  readonly locations = new Set<string>();
  readonly #wire: WireReader;

  constructor(wire: WireReader) {
    this.#wire = wire;
  }

  /** Walks a TensorProto; its numbers are skipped. */
  async tensor(field: WireField): Promise<TensorFacts> {
    let name = '';
    let location = '';
    let isExternal = false;
    await this.#wire.fields(field.end, async (part) => {
      if (part.number === TENSOR.name) name = await this.#wire.text(part, MAX_NAME_BYTES);
      else if (part.number === TENSOR.dataLocation) isExternal = part.value === DATA_LOCATION_EXTERNAL;
      else if (part.number === TENSOR.externalData) location = (await this.#location(part)) ?? location;
    });
    if (isExternal) this.#add(location, name);
    return { name };
  }

  /** Walks a SparseTensorProto: its name is that of its values. */
  async sparseTensor(field: WireField): Promise<TensorFacts> {
    let name = '';
    await this.#wire.fields(field.end, async (part) => {
      if (part.number === SPARSE_TENSOR.values) ({ name } = await this.tensor(part));
      else if (part.number === SPARSE_TENSOR.indices) await this.tensor(part);
    });
    return { name };
  }

  /** Walks an AttributeProto. */
  async attribute(field: WireField): Promise<void> {
    await this.#wire.fields(field.end, (part) => {
      // Attributes also have numbers and floats; only what can nest is walked.
      if (part.wireType !== WIRE_BYTES) return;
      if (part.number === ATTRIBUTE.tensor || part.number === ATTRIBUTE.tensors) return this.#ignoreFacts(part);
      if (part.number === ATTRIBUTE.graph || part.number === ATTRIBUTE.graphs) return this.graph(part);
      if (part.number === ATTRIBUTE.sparseTensor || part.number === ATTRIBUTE.sparseTensors) {
        return this.#ignoreSparseFacts(part);
      }
    });
  }

  /** Walks a NodeProto. */
  async node(field: WireField): Promise<void> {
    await this.#wire.fields(field.end, (part) => (part.number === NODE.attribute ? this.attribute(part) : undefined));
  }

  /** Walks a GraphProto other than the main one. */
  async graph(field: WireField): Promise<void> {
    await this.#wire.fields(field.end, (part) => {
      if (part.number === GRAPH.node) return this.node(part);
      if (part.number === GRAPH.initializer) return this.#ignoreFacts(part);
      if (part.number === GRAPH.sparseInitializer) return this.#ignoreSparseFacts(part);
    });
  }

  async #ignoreFacts(field: WireField): Promise<void> {
    await this.tensor(field);
  }

  async #ignoreSparseFacts(field: WireField): Promise<void> {
    await this.sparseTensor(field);
  }

  async #location(field: WireField): Promise<string | null> {
    let key = '';
    let value = '';
    await this.#wire.fields(field.end, async (part) => {
      if (part.number === STRING_ENTRY.key) key = await this.#wire.text(part, MAX_NAME_BYTES);
      if (part.number === STRING_ENTRY.value) value = await this.#wire.text(part, MAX_NAME_BYTES);
    });
    return key === 'location' ? value : null;
  }

  #add(location: string, tensorName: string): void {
    if (location === '') throw new ProtobufError(`The tensor “${tensorName}” lies outside the model, in no named file`);
    this.locations.add(location);
    if (this.locations.size > MAX_EXTERNAL_FILES) {
      throw new ProtobufError(`The model names more than ${MAX_EXTERNAL_FILES} external data files`);
    }
  }
}
