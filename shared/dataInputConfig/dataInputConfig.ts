import { JsonSyntaxError, type TextPosition } from '../json/parseJson.ts';
import { CANNOT_LOAD, locatedMessage, type Complaint } from './complaint.ts';
import type { DataInputConfig, Dimension, InputSpec } from './inputSpec.ts';
import { readInputs, specOf, type ReadInputs } from './readInputs.ts';

export { fixedShapes, MAX_DIMENSION } from './inputSpec.ts';
export type { DataInputConfig, Dimension, InputShape, InputSpec, NamedShape } from './inputSpec.ts';

/** What is wrong with a DataInputConfig text, for the user and in the service's words (`failures.md` B). */
export interface DataInputConfigProblem {
  rule: string;
  message: string;
  awsMessage: string;
  at: TextPosition | null;
}

export type DataInputConfigReading =
  /** `isLossless` is false when the text says more than the structure can: members that Core ML does not know. */
  { ok: true; config: DataInputConfig; isLossless: boolean } | { ok: false; problem: DataInputConfigProblem };

/** The complaint about a text that is no JSON; its message names the place itself. */
export const notJson = (error: JsonSyntaxError): Complaint => ({
  rule: 'dataInputConfig.json',
  message: `The input configuration is not valid JSON: ${error.message}`,
  awsMessage: `${CANNOT_LOAD} ${error.message}`,
  at: null,
  repair: null,
});

const refused = (complaint: Complaint, at = complaint.at): DataInputConfigReading => {
  const { rule, awsMessage, message } = complaint;
  return { ok: false, problem: { rule, message: locatedMessage(complaint), awsMessage: awsMessage ?? message, at } };
};

function configOf({ form, inputs, complaints }: ReadInputs): DataInputConfigReading {
  const [first] = [...complaints, ...inputs.flatMap(({ members }) => members.complaints)];
  if (first) return refused(first);
  const isLossless = inputs.every(({ members }) => members.unknown.length === 0);
  return { ok: true, config: { form, inputs: inputs.flatMap((input) => specOf(input) ?? []) }, isLossless };
}

/**
 * Reads DataInputConfig in any of its forms, keeping the order of the inputs: `{"input":[1,3,224,224]}`, PyTorch's
 * `[[1,3,224,224]]`, and Core ML's objects in either. Which form a framework and target take, and whether the values
 * go together, is for `checkDataInputConfig` to say.
 */
export function readDataInputConfig(text: string): DataInputConfigReading {
  try {
    return configOf(readInputs(text, { mayLeaveFirstOpen: false, takesList: true }));
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    return refused(notJson(error), error.at);
  }
}

/** A size or a factor; null, which every check refuses, for what is no number yet. */
const numberText = (value: number) => (Number.isFinite(value) ? String(value) : 'null');

const dimensionText = (dimension: Dimension) =>
  typeof dimension === 'number' ? numberText(dimension) : `"${dimension.lower}..${dimension.upper}"`;

const listText = (texts: readonly string[]) => `[${texts.join(',')}]`;

const numbersText = (values: readonly number[]) => listText(values.map(numberText));

function inputText({ shape, defaultShape, type, bias, scale, isObject }: InputSpec): string {
  const shapeText =
    shape.kind === 'single' ? listText(shape.dimensions.map(dimensionText)) : listText(shape.shapes.map(numbersText));
  if (!isObject) return shapeText;
  const members = [
    `"shape":${shapeText}`,
    defaultShape && `"default_shape":${numbersText(defaultShape)}`,
    type && `"type":"${type}"`,
    bias && `"bias":${numbersText(bias)}`,
    scale !== null && `"scale":${numberText(scale)}`,
  ];
  return `{${members.filter((member) => typeof member === 'string').join(',')}}`;
}

/** Writes compact JSON with the double quotes that the loader's strict parser needs, in the order of the inputs. */
export function writeDataInputConfig({ form, inputs }: DataInputConfig): string {
  if (form === 'list') return listText(inputs.map(inputText));
  return `{${inputs.map((input) => `${JSON.stringify(input.name)}:${inputText(input)}`).join(',')}}`;
}
