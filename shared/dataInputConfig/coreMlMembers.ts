import type { JsonNode } from '../json/parseJson.ts';
import { rewriteJson, type JsonEntry } from '../json/rewriteJson.ts';
import { CANNOT_LOAD, shortened, wrongShape, type Complaint, type Repair } from './complaint.ts';
import { CORE_ML_TYPES, type CoreMlType } from './inputSpec.ts';
import { readSizes } from './readShape.ts';

/** The members that Core ML's object of an input has. Source: InputConfig$DataInputConfig. */
export const CORE_ML_KEYS = ['shape', 'default_shape', 'type', 'bias', 'scale'] as const;
type OtherKey = Exclude<(typeof CORE_ML_KEYS)[number], 'shape'>;

/** What Core ML's object says besides the shape; null where it does not say it, or not so that it can be read. */
export interface ReadMembers {
  /** The members that are known, by name. */
  entries: ReadonlyMap<string, JsonEntry>;
  unknown: JsonEntry[];
  defaultShape: number[] | null;
  type: CoreMlType | null;
  bias: number[] | null;
  scale: number | null;
  complaints: Complaint[];
}

/** How one member is read: its value, or what it must be, with what was probably meant. */
interface MemberReading<Value> {
  value: Value | null;
  expected: string;
  repair: Repair | null;
}

const replaced = (node: JsonNode, text: string): Repair => ({
  label: `Use ${shortened(text)}`,
  changes: new Map([[node, text]]),
});

function readNumber(node: JsonNode): number | null {
  return node.kind === 'number' && Number.isFinite(node.value) ? node.value : null;
}

function readDefaultShape(node: JsonNode): MemberReading<number[]> {
  return {
    value: readSizes(node),
    expected: 'a list of whole numbers, such as [1,3,224,224]',
    repair: { label: 'Remove the default shape', changes: new Map([[node, null]]) },
  };
}

function readType(node: JsonNode): MemberReading<CoreMlType> {
  const text = node.kind === 'string' ? node.value : '';
  // "image", "ImageType" and the like.
  const meant = CORE_ML_TYPES.find((type) => text.trim().toLowerCase().startsWith(type.toLowerCase()));
  return {
    value: CORE_ML_TYPES.find((type) => type === text) ?? null,
    expected: 'Image or Tensor',
    repair: meant ? replaced(node, JSON.stringify(meant)) : null,
  };
}

function readBias(node: JsonNode): MemberReading<number[]> {
  const numbers = node.kind === 'array' ? node.items.map(readNumber) : [];
  const bias = numbers.filter((number) => number !== null);
  return {
    value: bias.length > 0 && bias.length === numbers.length ? bias : null,
    expected: 'a list of numbers, one for each channel, such as [-1,-1,-1]',
    repair: null,
  };
}

function readScale(node: JsonNode): MemberReading<number> {
  const only = node.kind === 'array' && node.items.length === 1 ? node.items[0] : undefined;
  const inText = node.kind === 'string' && node.value.trim() !== '' ? Number(node.value) : Number.NaN;
  const meant = only?.kind === 'number' ? only.text : Number.isFinite(inText) ? String(inText) : null;
  return {
    value: readNumber(node),
    expected: 'a number, such as 0.007843137255',
    repair: meant === null ? null : replaced(node, meant),
  };
}

const WORDS: Readonly<Record<OtherKey, { rule: string; subject: string }>> = {
  default_shape: { rule: 'dataInputConfig.defaultShape', subject: 'default shape' },
  type: { rule: 'dataInputConfig.type', subject: 'type' },
  bias: { rule: 'dataInputConfig.bias', subject: 'bias' },
  scale: { rule: 'dataInputConfig.scale', subject: 'scale' },
};

const NO_MEMBERS: ReadMembers = {
  entries: new Map(),
  unknown: [],
  defaultShape: null,
  type: null,
  bias: null,
  scale: null,
  complaints: [],
};

const isKnown = ({ key }: JsonEntry) => CORE_ML_KEYS.some((known) => known === key);

/** Reads the members of Core ML's object of one input; a plain list has none. */
export function readMembers(input: string, node: JsonNode): ReadMembers {
  if (node.kind !== 'object') return NO_MEMBERS;
  const name = shortened(input);
  const complaints: Complaint[] = [];
  const entries = new Map<string, JsonEntry>();
  for (const entry of node.entries) {
    const first = entries.get(entry.key);
    if (first) complaints.push(givenTwice(name, entry, first));
    else if (isKnown(entry)) entries.set(entry.key, entry);
  }
  // Which of the two counts is not certain: nothing else is said of such an object.
  if (complaints.length > 0) return { ...NO_MEMBERS, complaints };
  if (!entries.has('shape')) complaints.push(shapeMissing(name, node, entries.get('default_shape')?.value));
  const member = <Value>(key: OtherKey, read: (value: JsonNode) => MemberReading<Value>): Value | null => {
    const given = entries.get(key)?.value;
    if (!given) return null;
    const { value, expected, repair } = read(given);
    if (value === null) {
      const { rule, subject } = WORDS[key];
      const message = `The ${subject} of "${name}" must be ${expected}.`;
      complaints.push({ rule, message, awsMessage: `Input ${name} has wrong ${key}.`, at: given.at, repair });
    }
    return value;
  };
  return {
    entries,
    unknown: node.entries.filter((entry) => !isKnown(entry)),
    defaultShape: member('default_shape', readDefaultShape),
    type: member('type', readType),
    bias: member('bias', readBias),
    scale: member('scale', readScale),
    complaints,
  };
}

function shapeMissing(name: string, node: JsonNode, defaultShape: JsonNode | undefined): Complaint {
  const sizes = defaultShape && readSizes(defaultShape);
  const text = `{"shape":${JSON.stringify(sizes)},${rewriteJson(node).slice(1)}`;
  return {
    rule: 'dataInputConfig.shapeMissing',
    message: `"${name}" has no shape; give it one, such as {"shape":[1,3,224,224]}.`,
    awsMessage: wrongShape(name),
    at: node.at,
    repair: sizes ? { label: 'Use the default shape as the shape', changes: new Map([[node, text]]) } : null,
  };
}

function givenTwice(name: string, entry: JsonEntry, first: JsonEntry): Complaint {
  const isSame = rewriteJson(first.value) === rewriteJson(entry.value);
  return {
    rule: 'dataInputConfig.duplicateMember',
    message: `"${shortened(entry.key)}" of "${name}" is given twice${isSame ? '' : ', with different values'}.`,
    awsMessage: `${CANNOT_LOAD} Duplicate key: ${shortened(entry.key)}`,
    at: entry.keyAt,
    repair: isSame ? { label: 'Keep one of them', changes: new Map([[entry.value, null]]) } : null,
  };
}
