import { readRange, withInputFile, type InputFile } from '../bytes/inputFile.ts';
import { writeFileAtomically } from '../bytes/writeFileAtomically.ts';
import { ArchiveError } from '../archive/archiveError.ts';
import { bytesFieldHead, joinBytes, parseMessage } from '../protobuf/message.ts';
import { ProtobufError } from '../protobuf/wireTypes.ts';
import type { ByteRange, OnnxHeader } from './onnxHeader.ts';
import { GRAPH, MODEL } from './protoFields.ts';
import { readOnnxHeaderFromInputFile } from './readOnnxHeader.ts';
import { rewriteValueInfo, valueInfoName, type DimensionValues } from './rewriteValueInfo.ts';
import { planShapes, type FixedDimension, type ShapePlan } from './shapePlan.ts';

export { ShapeMismatchError, type FixedDimension } from './shapePlan.ts';

export interface FixShapesRequest {
  /** An .onnx file; read only. */
  modelPath: string;
  /** Input name → whole shape; `[]` is a scalar. */
  shapes: ReadonlyMap<string, readonly number[]>;
  /**
   * Where the new model is written. Weights outside the model are named relative to its folder and are not copied:
   * a model with external data has to stay in the folder it is in.
   */
  destinationPath: string;
  signal?: AbortSignal | undefined;
}

/** Bytes of the file that are replaced by others. */
interface Splice extends ByteRange {
  bytes: Uint8Array;
}

/** A name and a shape with a documentation text fits easily; only what is rewritten is held in memory. */
const MAX_VALUE_INFO_BYTES = 4 * 1024 ** 2;

async function readValueInfo({ handle }: InputFile, { start, end }: ByteRange): Promise<Uint8Array> {
  if (end - start > MAX_VALUE_INFO_BYTES) throw new ProtobufError(`The value at offset ${start} is too large to edit`);
  const parts: Uint8Array[] = [];
  for await (const chunk of readRange(handle, start, end)) parts.push(new Uint8Array(chunk));
  const field = joinBytes(parts);
  if (field.length !== end - start) throw new ProtobufError('The file became shorter while it was read');
  return field;
}

const GRAPH_FIELDS = { input: GRAPH.input, output: GRAPH.output, valueInfo: GRAPH.valueInfo } as const;

async function collectSplices(
  file: InputFile,
  header: OnnxHeader,
  plan: ShapePlan,
  shapes: FixShapesRequest['shapes'],
) {
  const splices: Splice[] = [];
  for (const range of header.layout.values) {
    const isInput = range.role === 'input';
    if (!isInput && plan.symbols.size === 0) continue;
    const field = await readValueInfo(file, range);
    const old = parseMessage(field)[0]?.payload ?? field;
    const values: DimensionValues = {
      shape: isInput ? (shapes.get(valueInfoName(old)) ?? null) : null,
      symbols: plan.symbols,
    };
    const rewritten = rewriteValueInfo(old, values);
    const bytes = joinBytes([bytesFieldHead(GRAPH_FIELDS[range.role], rewritten.length), rewritten]);
    splices.push({ start: range.start, end: range.end, bytes });
  }
  return splices;
}

/** The splices, and the head of the graph whose length they change. */
function withGraphHead(splices: readonly Splice[], { layout }: OnnxHeader): Splice[] {
  const grown = splices.reduce((sum, { start, end, bytes }) => sum + bytes.length - (end - start), 0);
  const length = layout.graphField.end - layout.graphStart + grown;
  const head = { start: layout.graphField.start, end: layout.graphStart, bytes: bytesFieldHead(MODEL.graph, length) };
  return [head, ...splices];
}

async function writeSpliced(
  file: InputFile,
  splices: readonly Splice[],
  { destinationPath, signal }: FixShapesRequest,
) {
  await writeFileAtomically(destinationPath, async (append) => {
    const copy = async (start: number, end: number) => {
      let copied = 0;
      for await (const chunk of readRange(file.handle, start, end, signal)) {
        await append(chunk);
        copied += chunk.length;
      }
      if (copied !== end - start) throw new ProtobufError('The file became shorter while it was read');
    };
    let position = 0;
    for (const { start, end, bytes } of splices) {
      await copy(position, start);
      await append(bytes);
      position = end;
    }
    await copy(position, file.sizeBytes);
    signal?.throwIfAborted();
  });
}

/**
 * Writes a copy of a model in which the open dimensions of the inputs have the values given. ONNX Runtime's own
 * `freeDimensionOverrides` is ignored by its Node binding, so the file is edited: the few bytes that describe values
 * are replaced, everything else, weights first of all, is copied as it stands. A symbol gets its value wherever the
 * main graph uses it. When nothing is open, the copy is byte-identical.
 * @returns the input dimensions that were fixed
 * @throws {ShapeMismatchError} when the shapes do not fit the model
 * @throws {ArchiveError} `onnx-unreadable`
 */
export function fixShapes(request: FixShapesRequest): Promise<{ fixedDimensions: FixedDimension[] }> {
  return withInputFile(request.modelPath, async (file) => {
    const header = await readOnnxHeaderFromInputFile(file);
    const plan = planShapes(header.inputs, request.shapes);
    try {
      const isUnchanged = plan.fixedDimensions.length === 0;
      const splices = isUnchanged ? [] : await collectSplices(file, header, plan, request.shapes);
      await writeSpliced(file, isUnchanged ? [] : withGraphHead(splices, header), request);
    } catch (error) {
      if (!(error instanceof ProtobufError)) throw error;
      throw new ArchiveError('onnx-unreadable', `The ONNX model cannot be edited: ${error.message}.`, { cause: error });
    }
    return { fixedDimensions: plan.fixedDimensions };
  });
}
