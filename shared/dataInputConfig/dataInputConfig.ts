import { JsonSyntaxError, parseJson, type JsonNode, type TextPosition } from '../json/parseJson.ts';

/** One model input as DataInputConfig states it: its name and its fixed shape (empty for a scalar). */
export interface InputShape {
  name: string;
  /** Positive whole numbers, in the layout that the framework wants. */
  shape: number[];
}

/** What is wrong with a DataInputConfig text, for the user and in the service's words (`failures.md` B). */
export interface DataInputConfigProblem {
  rule: string;
  message: string;
  awsMessage: string;
  at: TextPosition | null;
}

export type DataInputConfigReading =
  { ok: true; inputs: InputShape[] } | { ok: false; problem: DataInputConfigProblem };

const refuse = (
  rule: string,
  message: string,
  awsMessage: string,
  at: TextPosition | null,
): DataInputConfigReading => ({
  ok: false,
  problem: { rule, message: at ? `${message} (line ${at.line}, column ${at.column})` : message, awsMessage, at },
});

const INCORRECT = 'Cannot load DataInputConfig. Incorrect json format.';

/**
 * Reads DataInputConfig in its dictionary form, `{"input":[1,3,224,224]}`, keeping the order of the inputs.
 * Source of the rules: InputConfig$DataInputConfig and the loader's texts.
 */
export function readDataInputConfig(text: string): DataInputConfigReading {
  let root: JsonNode;
  try {
    root = parseJson(text);
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    return refuse(
      'dataInputConfig.json',
      `The input configuration is not valid JSON: ${error.message}`,
      `${INCORRECT} ${error.message}`,
      null,
    );
  }
  if (root.kind !== 'object') {
    return refuse(
      'dataInputConfig.form',
      'The input configuration must be an object that gives each input its shape, such as {"input":[1,3,224,224]}.',
      'DataInputConfig is not dictionary or list.',
      root.at,
    );
  }
  if (root.entries.length === 0) {
    return refuse(
      'dataInputConfig.empty',
      'The input configuration names no input.',
      'DataInputConfig is empty.',
      root.at,
    );
  }
  const inputs: InputShape[] = [];
  for (const { key, keyAt, value } of root.entries) {
    if (inputs.some((input) => input.name === key)) {
      return refuse(
        'dataInputConfig.duplicate',
        `The input "${key}" is given twice.`,
        `${INCORRECT} Duplicate key: ${key}`,
        keyAt,
      );
    }
    const shape = readShape(value);
    if (!shape) {
      return refuse(
        'dataInputConfig.shape',
        `The shape of "${key}" must be a list of whole numbers from 1 to 2147483647, such as [1,3,224,224]; the compiler needs every dimension fixed.`,
        `Input ${key} has wrong shape in Input Shape dictionary.`,
        value.at,
      );
    }
    inputs.push({ name: key, shape });
  }
  return { ok: true, inputs };
}

/** Runtimes count the elements along a dimension in 32 bits; a larger size wraps around in silence. */
export const MAX_DIMENSION = 2 ** 31 - 1;

function readShape(node: JsonNode): number[] | null {
  if (node.kind !== 'array') return null;
  const shape = node.items.map((item) =>
    item.kind === 'number' && Number.isInteger(item.value) && item.value > 0 && item.value <= MAX_DIMENSION
      ? item.value
      : null,
  );
  return shape.every((dimension) => dimension !== null) ? shape : null;
}

/** Writes the dictionary form, in the order given, with the double quotes that the loader's strict parser needs. */
export function writeDataInputConfig(inputs: readonly InputShape[]): string {
  return `{${inputs.map(({ name, shape }) => `${JSON.stringify(name)}:[${shape.join(',')}]`).join(',')}}`;
}
