import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import {
  fixedShapes,
  readDataInputConfig,
  writeDataInputConfig,
  type InputSpec,
  type NamedShape,
} from '../../shared/dataInputConfig/dataInputConfig.ts';
import { fixShapes } from '../models/onnx/fixShapes.ts';
import type { OnnxValue } from '../models/onnx/onnxHeader.ts';
import { CompileFailure } from './compileFailure.ts';
import { formatShape } from './format.ts';

export interface SpecialisableModel {
  modelPath: string;
  header: { inputs: readonly OnnxValue[] };
}

export interface SpecialisedModel {
  modelPath: string;
  /** The DataInputConfig that the job left out, read off the model; null when the job gave one. */
  derivedDataInputConfig: string | null;
  /** What was done, one sentence each. */
  steps: string[];
}

/**
 * Fixes the model's shapes as DataInputConfig says. Without one, a model whose dimensions are all fixed stays as it is.
 * @throws {CompileFailure} `input-json` when the text cannot be read; `input-missing` when it is absent but needed
 * @throws {ShapeMismatchError} when it does not fit the model
 */
export async function specialise(
  { modelPath, header }: SpecialisableModel,
  dataInputConfig: string | null,
): Promise<SpecialisedModel> {
  if (dataInputConfig === null) {
    const open = header.inputs.filter(({ isTensor, shape }) => isTensor && !isFixed(shape));
    if (open.length > 0) throw shapesNeeded(open);
    return {
      modelPath,
      derivedDataInputConfig: deriveDataInputConfig(header.inputs),
      steps: ['The job gives no shapes; the model has every dimension fixed.'],
    };
  }
  const shapes = readShapes(dataInputConfig);
  // Beside the original, because a model names its external data relative to its own folder.
  const destinationPath = join(dirname(modelPath), `${randomUUID()}.onnx`);
  await fixShapes({
    modelPath,
    shapes: new Map(shapes.map(({ name, shape }) => [name, shape])),
    destinationPath,
  });
  return {
    modelPath: destinationPath,
    derivedDataInputConfig: null,
    steps: shapes.map((input) => describeFixing(input, header.inputs)),
  };
}

/** The fixed shapes of a model in the dictionary form; null for a model without inputs. */
function deriveDataInputConfig(inputs: readonly OnnxValue[]): string | null {
  const specs = inputs.flatMap(({ name, isTensor, shape }): InputSpec[] => {
    const dimensions = isTensor ? (shape ?? []).filter((dimension) => typeof dimension === 'number') : null;
    if (!dimensions) return [];
    const unsaid = { defaultShape: null, type: null, bias: null, scale: null, isObject: false };
    return [{ name, shape: { kind: 'single', dimensions }, ...unsaid }];
  });
  return specs.length === 0 ? null : writeDataInputConfig({ form: 'dictionary', inputs: specs });
}

function readShapes(dataInputConfig: string): NamedShape[] {
  const reading = readDataInputConfig(dataInputConfig);
  if (!reading.ok) {
    const { awsMessage, message } = reading.problem;
    throw new CompileFailure('input-json', { detail: `${awsMessage} ${message}` });
  }
  const shapes = fixedShapes(reading.config);
  if (!shapes) throw new CompileFailure('input-json', { detail: 'The compiler needs every dimension fixed.' });
  return shapes;
}

const isFixed = (shape: OnnxValue['shape']): boolean =>
  shape?.every((dimension) => typeof dimension === 'number') ?? false;

function shapesNeeded(open: readonly OnnxValue[]): CompileFailure {
  const listed = open.map(({ name, shape }) => `${name} ${formatShape(shape)}`).join(', ');
  return new CompileFailure('input-missing', {
    input: open.map(({ name }) => name).join(', '),
    detail: `The job has no DataInputConfig, and the model leaves dimensions open: ${listed}.`,
  });
}

function describeFixing({ name, shape }: NamedShape, modelInputs: readonly OnnxValue[]): string {
  const stated = modelInputs.find((input) => input.name === name)?.shape ?? null;
  return isFixed(stated)
    ? `The input ${name} is ${formatShape(shape)}, as the model has it.`
    : `Fixed the input ${name} from ${formatShape(stated)} to ${formatShape(shape)}.`;
}
