import type { JsonNode } from '../json/parseJson.ts';
import { rewriteJson } from '../json/rewriteJson.ts';
import { shortened, wrongShape, type Complaint, type Repair } from './complaint.ts';
import { MAX_DIMENSION, type Dimension, type InputShape } from './inputSpec.ts';

/** A shape, or what keeps a value from being one. */
export interface ShapeReading {
  shape: InputShape | null;
  complaints: Complaint[];
}

/** Whose shape is read. */
export interface ShapeOwner {
  name: string;
  /** True where the first dimension may be -1, as scikit-learn's rows. Source: neo-loader, support matrix §4. */
  mayLeaveFirstOpen: boolean;
}

/** Why a value is no dimension. */
interface DimensionFault {
  rule: 'shape' | 'dimensionOpen' | 'dimensionSize' | 'range';
  /** Follows "Dimension 1 of "input" is …". */
  reason: string;
  /** JSON text that was probably meant. */
  meant: string | null;
}

const RANGE = /^\s*(\d+)\s*\.\.\s*(\d+)\s*$/u;
/** Ranges as people write them elsewhere: `1-10`, `1:10`, `1...10`. */
const OTHER_RANGE = /^\s*(\d+)\s*(?:\.{3,4}|[-–:]|to)\s*(\d+)\s*$/u;

const OPEN = 'a dimension cannot stay open, the compiler needs a fixed number';

const isSize = (value: number) => Number.isInteger(value) && value >= 1 && value <= MAX_DIMENSION;

function readNumber(value: number): Dimension | DimensionFault {
  if (isSize(value)) return value;
  const reason = sizeFault(value);
  return { rule: value === -1 ? 'dimensionOpen' : 'dimensionSize', reason, meant: null };
}

function sizeFault(value: number): string {
  if (value === -1) return OPEN;
  if (value > MAX_DIMENSION) return `a dimension has at most ${MAX_DIMENSION.toLocaleString('en-US')} elements`;
  if (!Number.isInteger(value)) return 'a dimension must be a whole number';
  return value === 0 ? 'a dimension has at least 1 element' : 'a dimension cannot be negative';
}

const RANGE_FORM = 'a range has two ends with two dots between them, such as "1..10"';

function readRange(lower: number, upper: number): Dimension | DimensionFault {
  const largest = Math.max(lower, upper);
  if (largest > MAX_DIMENSION) return { rule: 'dimensionSize', reason: sizeFault(largest), meant: null };
  if (lower >= 1 && lower <= upper) return { lower, upper };
  const reason = 'a range starts at 1 or more and does not end below its start';
  return { rule: 'range', reason, meant: rangeText(lower, upper) };
}

/** The range that was meant, in the right order and without 0; null when nothing is left of it. */
function rangeText(one: number, other: number): string | null {
  const [lower, upper] = [Math.max(Math.min(one, other), 1), Math.max(one, other)];
  return lower <= upper && upper <= MAX_DIMENSION ? `"${lower}..${upper}"` : null;
}

function readText(text: string): Dimension | DimensionFault {
  const range = RANGE.exec(text);
  if (range) return readRange(Number(range[1]), Number(range[2]));
  const other = OTHER_RANGE.exec(text);
  if (other) return { rule: 'range', reason: RANGE_FORM, meant: rangeText(Number(other[1]), Number(other[2])) };
  if (text.includes('..')) return { rule: 'range', reason: RANGE_FORM, meant: null };
  const size = text.trim() === '' ? Number.NaN : Number(text);
  if (isSize(size)) return { rule: 'shape', reason: 'a dimension is a number, without quotes', meant: String(size) };
  return Number.isFinite(size) ? readNumber(size) : { rule: 'dimensionOpen', reason: OPEN, meant: null };
}

function readDimension(node: JsonNode): Dimension | DimensionFault {
  if (node.kind === 'number') return readNumber(node.value);
  if (node.kind === 'string') return readText(node.value);
  if (node.kind === 'null') return { rule: 'dimensionOpen', reason: OPEN, meant: null };
  return { rule: 'shape', reason: 'a dimension must be a whole number', meant: null };
}

/** The repair of a dimension: what was meant, or a batch of one where the batch was left open. */
function dimensionRepair(node: JsonNode, fault: DimensionFault, isBatch: boolean): Repair | null {
  if (fault.meant !== null) return { label: `Write ${fault.meant}`, changes: new Map([[node, fault.meant]]) };
  if (fault.rule !== 'dimensionOpen' || !isBatch) return null;
  return { label: 'Use 1 as the batch size', changes: new Map([[node, '1']]) };
}

function readDimensions(items: readonly JsonNode[], owner: ShapeOwner) {
  const complaints: Complaint[] = [];
  const dimensions = items.flatMap((item, index): Dimension[] => {
    const read = readDimension(item);
    if (typeof read === 'number' || 'lower' in read) return [read];
    if (index === 0 && owner.mayLeaveFirstOpen && item.kind === 'number' && item.value === -1) return [-1];
    const name = shortened(owner.name);
    complaints.push({
      rule: `dataInputConfig.${read.rule}`,
      message: `Dimension ${index + 1} of "${name}" is ${shortened(rewriteJson(item))}: ${read.reason}.`,
      awsMessage: wrongShape(name),
      at: item.at,
      repair: dimensionRepair(item, read, index === 0 && items.length > 1),
    });
    return [];
  });
  return { dimensions, complaints };
}

const shapeComplaint = (node: JsonNode, name: string, message: string, repair: Repair | null = null): Complaint => ({
  rule: 'dataInputConfig.shape',
  message,
  awsMessage: wrongShape(name),
  at: node.at,
  repair,
});

/** `"1,3,224,224"` and `"1x3x224x224"`, with or without brackets. */
function sizesInText(text: string): string | null {
  const isList = /^\s*[[(]?\s*\d{1,10}(?:\s*[,x×]\s*\d{1,10})+\s*[\])]?\s*$/u.test(text);
  return isList ? `[${(text.match(/\d+/gu) ?? []).map(Number).join(',')}]` : null;
}

function notAList(node: JsonNode, name: string): Complaint {
  const meant = node.kind === 'string' ? sizesInText(node.value) : null;
  return shapeComplaint(
    node,
    name,
    `The shape of "${shortened(name)}" must be a list of whole numbers, such as [1,3,224,224].`,
    meant === null ? null : { label: `Write ${shortened(meant)}`, changes: new Map([[node, meant]]) },
  );
}

function readEnumerated(lists: readonly Extract<JsonNode, { kind: 'array' }>[], owner: ShapeOwner): ShapeReading {
  const readings = lists.map((list) => ({ list, ...readDimensions(list.items, owner) }));
  const complaints = readings.flatMap(({ list, dimensions, complaints: ofList }) => {
    if (dimensions.every((dimension) => typeof dimension === 'number')) return ofList;
    const message = `The shapes that "${shortened(owner.name)}" lists must be fixed: a range cannot stand in a list of shapes.`;
    return [...ofList, { ...shapeComplaint(list, owner.name, message), rule: 'dataInputConfig.enumeratedShapes' }];
  });
  const shapes = readings.map(({ dimensions }) => dimensions.filter((dimension) => typeof dimension === 'number'));
  return { shape: complaints.length === 0 ? { kind: 'enumerated', shapes } : null, complaints };
}

/** Reads a shape: a list of sizes (or Core ML's ranges), or a list of such lists. */
export function readShape(node: JsonNode, owner: ShapeOwner): ShapeReading {
  if (node.kind !== 'array') return { shape: null, complaints: [notAList(node, owner.name)] };
  const lists = node.items.filter((item) => item.kind === 'array');
  if (lists.length === 0) {
    const { dimensions, complaints } = readDimensions(node.items, owner);
    return { shape: complaints.length === 0 ? { kind: 'single', dimensions } : null, complaints };
  }
  if (lists.length === node.items.length) return readEnumerated(lists, owner);
  const message = `The shape of "${shortened(owner.name)}" mixes numbers and lists; it must be one list of whole numbers, or a list of such lists.`;
  return { shape: null, complaints: [shapeComplaint(node, owner.name, message)] };
}

/** Reads a list of sizes without ranges; null when the value is anything else. */
export function readSizes(node: JsonNode): number[] | null {
  if (node.kind !== 'array') return null;
  const sizes = node.items.map(readDimension).filter((size) => typeof size === 'number');
  return sizes.length === node.items.length ? sizes : null;
}
