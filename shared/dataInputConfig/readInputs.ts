import { isJson, normalizeJson } from '../json/normalizeJson.ts';
import { parseJson, type JsonNode } from '../json/parseJson.ts';
import { rewriteJson, type JsonEntry } from '../json/rewriteJson.ts';
import { CANNOT_LOAD, shortened, wrongShape, type Complaint, type Repair } from './complaint.ts';
import { readMembers, type ReadMembers } from './coreMlMembers.ts';
import { nameInList, type DataInputConfig, type InputShape, type InputSpec } from './inputSpec.ts';
import { readShape, type ShapeOwner } from './readShape.ts';

/** One input as the text gives it, with the places that a repair changes. */
export interface ReadInput {
  name: string;
  /** The member that names it; null in the list form. */
  entry: JsonEntry | null;
  /** Its value: a list, or Core ML's object. */
  value: JsonNode;
  /** The value of the shape; null where an object has none. */
  shapeNode: JsonNode | null;
  shape: InputShape | null;
  /** What an object says besides the shape; empty for a plain list. */
  members: ReadMembers;
  isObject: boolean;
}

/** The inputs of a text, as far as they can be read. */
export interface ReadInputs {
  root: JsonNode;
  form: DataInputConfig['form'];
  /** None where the text gives none, of which there is a complaint then. */
  inputs: ReadInput[];
  /** What is wrong whatever the target is, in the text's order; Core ML's members have their own complaints. */
  complaints: Complaint[];
}

/** What the framework decides about the reading. */
export interface ReadingOptions extends Pick<ShapeOwner, 'mayLeaveFirstOpen'> {
  /** Whether inputs may stand in a list, without names. */
  takesList: boolean;
}

function readInput(name: string, entry: JsonEntry | null, value: JsonNode, { mayLeaveFirstOpen }: ReadingOptions) {
  const owner: ShapeOwner = { name, mayLeaveFirstOpen };
  const isObject = value.kind === 'object';
  const members = readMembers(name, value);
  const shapeNode = isObject ? (members.entries.get('shape')?.value ?? null) : value;
  const { shape, complaints } = shapeNode ? readShape(shapeNode, owner) : { shape: null, complaints: [] };
  return { input: { name, entry, value, shapeNode, shape, members, isObject }, complaints };
}

function duplicates(entries: readonly JsonEntry[]): Complaint[] {
  const first = new Map<string, JsonEntry>();
  return entries.flatMap((entry) => {
    const known = first.get(entry.key);
    if (!known) {
      first.set(entry.key, entry);
      return [];
    }
    const isSame = rewriteJson(known.value) === rewriteJson(entry.value);
    const name = shortened(entry.key);
    return [
      {
        rule: 'dataInputConfig.duplicate',
        message: `The input "${name}" is given twice${isSame ? '' : ', with different values'}.`,
        awsMessage: `${CANNOT_LOAD} Duplicate key: ${name}`,
        at: entry.keyAt,
        repair: isSame ? { label: 'Keep one of them', changes: new Map([[entry.value, null]]) } : null,
      },
    ];
  });
}

const nameless = ({ keyAt }: JsonEntry): Complaint => ({
  rule: 'dataInputConfig.name',
  message: 'An input has no name; give each input the name that the model has for it.',
  awsMessage: wrongShape(''),
  at: keyAt,
  repair: null,
});

const nothing = (
  root: JsonNode,
  rule: string,
  message: string,
  awsMessage: string,
  repair: Repair | null = null,
): ReadInputs => ({
  root,
  form: 'dictionary',
  inputs: [],
  complaints: [{ rule, message, awsMessage, at: root.at, repair }],
});

/** JSON that stands in a JSON string, `"{\\"input\\":[1]}"`: one level of quoting too many. */
function unquoted(root: JsonNode): Repair | null {
  if (root.kind !== 'string') return null;
  const { text } = normalizeJson(root.value.trim());
  if (!/^[[{]/u.test(text) || !isJson(text)) return null;
  return { label: 'Remove the quotes around it', changes: new Map([[root, text]]) };
}

const noForm = (root: JsonNode) =>
  nothing(
    root,
    'dataInputConfig.form',
    'The input configuration must be an object that gives each input its shape, such as {"input":[1,3,224,224]}.',
    'DataInputConfig is not dictionary or list.',
    unquoted(root),
  );

const noInput = (root: JsonNode) =>
  nothing(root, 'dataInputConfig.empty', 'The input configuration names no input.', 'DataInputConfig is empty.');

/** `[1,3,224,224]` where `[[1,3,224,224]]` is meant: one shape in the place of the list of shapes. */
const bareShape = (root: JsonNode) =>
  nothing(
    root,
    'dataInputConfig.shape',
    'Without names the input configuration is a list of shapes, one for each input, such as [[1,3,224,224]].',
    wrongShape(nameInList(0)),
    { label: 'Make it a list of one shape', changes: new Map([[root, `[${rewriteJson(root)}]`]]) },
  );

const byPlace = (left: Complaint, right: Complaint) => (left.at?.offset ?? 0) - (right.at?.offset ?? 0);

/**
 * Reads a DataInputConfig text in any of its forms, keeping the order of the inputs and every mistake with its place.
 * Source of the rules: InputConfig$DataInputConfig and the loader's texts (`failures.md` B).
 * @throws {JsonSyntaxError} when the text is not JSON
 */
export function readInputs(text: string, options: ReadingOptions): ReadInputs {
  const root = parseJson(text);
  if (root.kind !== 'object' && root.kind !== 'array') return noForm(root);
  const values = root.kind === 'object' ? root.entries.map(({ value }) => value) : root.items;
  if (values.length === 0) return noInput(root);
  if (root.kind === 'array' && values.every(({ kind }) => kind === 'number')) {
    return options.takesList ? bareShape(root) : noForm(root);
  }
  const entries = root.kind === 'object' ? root.entries : [];
  const readings = values.map((value, index) => {
    const entry = entries[index] ?? null;
    return readInput(entry ? entry.key : nameInList(index), entry, value, options);
  });
  const complaints = [
    ...duplicates(entries),
    ...entries.filter(({ key }) => key === '').map(nameless),
    ...readings.flatMap(({ complaints: ofInput }) => ofInput),
  ];
  return {
    root,
    form: root.kind === 'object' ? 'dictionary' : 'list',
    inputs: readings.map(({ input }) => input),
    complaints: complaints.sort(byPlace),
  };
}

/** The input as a specification; null where something of it cannot be read. */
export function specOf({ name, shape, members, isObject }: ReadInput): InputSpec | null {
  if (!shape || members.complaints.length > 0) return null;
  const { defaultShape, type, bias, scale } = members;
  return { name, shape, defaultShape, type, bias, scale, isObject };
}
