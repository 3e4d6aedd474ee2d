import type { FrameworkEntry } from '../catalog/frameworks.ts';
import type { JsonNode } from '../json/parseJson.ts';
import { shortened, type Complaint, type Repair } from './complaint.ts';
import type { ReadInput, ReadInputs } from './readInputs.ts';

/** What a rule about DataInputConfig looks at: the inputs that can be read, and for whom they are meant. */
export interface InputFacts extends Pick<ReadInputs, 'root' | 'form' | 'inputs'> {
  framework: FrameworkEntry;
  /** OutputConfig's TargetDevice; undefined for a platform, and while none is chosen. */
  device: string | undefined;
  /** True for Core ML, and while no target is chosen: objects and flexible shapes may stand. */
  mayBeCoreMl: boolean;
  /** CompilerOptions; '' when there are none. */
  compilerOptions: string;
}

/** A rule about one DataInputConfig; pure, never throws. */
export type InputRule = (facts: InputFacts) => Complaint[];

type Words = Pick<Complaint, 'message'> & { rule: string; repair?: Repair | null };

/** Something that the service refuses, at a place of the text. Without words of AWS it says it as we do. */
export const refusal = (
  { rule, message, repair = null }: Words,
  node: JsonNode,
  awsMessage: string = message,
): Complaint => ({ rule: `dataInputConfig.${rule}`, message, awsMessage, at: node.at, repair });

/** Something that the service takes, but that is probably not meant. */
export const advice = ({ rule, message, repair = null }: Words): Complaint => ({
  rule: `dataInputConfig.${rule}`,
  message,
  awsMessage: null,
  at: null,
  repair,
});

/** The name of an input as messages say it. */
export const named = ({ name }: ReadInput): string => `"${shortened(name)}"`;

/** JSON text for one value in the place of another. */
export const replacing = (label: string, node: JsonNode, text: string | null): Repair => ({
  label,
  changes: new Map([[node, text]]),
});
