import type { JsonChanges } from '../json/rewriteJson.ts';
import type { TextPosition } from '../json/parseJson.ts';

/** A way out of a complaint: changes to the parsed text. */
export interface Repair {
  label: string;
  changes: JsonChanges;
}

/** One thing that is wrong at one place of a DataInputConfig text. */
export interface Complaint {
  /** `dataInputConfig.…` */
  rule: string;
  message: string;
  /** The service's words (`failures.md` B); null where the service takes it, which makes it a warning. */
  awsMessage: string | null;
  at: TextPosition | null;
  repair: Repair | null;
}

/** Longest part of a text that a message repeats, in characters. */
const MAX_REPEATED = 80;

/** A name or value of the text as a message repeats it. */
export const shortened = (text: string): string =>
  text.length > MAX_REPEATED ? `${text.slice(0, MAX_REPEATED)}…` : text;

/** A complaint's message with its place in the text. */
export const locatedMessage = ({ message, at }: Pick<Complaint, 'message' | 'at'>): string =>
  at ? `${message} (line ${at.line}, column ${at.column})` : message;

/** The loader's text for a shape that it cannot take. */
export const wrongShape = (name: string): string =>
  `Input ${shortened(name)} has wrong shape in Input Shape dictionary.`;

/** The start of the loader's text for what it cannot read at all. */
export const CANNOT_LOAD = 'Cannot load DataInputConfig. Incorrect json format.';
