import { z } from 'zod';
import { appErrorDataSchema } from '../errors/appError.ts';

/** One call from the renderer to main: what goes in and what comes out. */
export interface Route<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly input: Input;
  readonly output: Output;
}

/** Declares a route; the name is its place in the route map. */
export function route<Input extends z.ZodType, Output extends z.ZodType>(input: Input, output: Output) {
  return { input, output } satisfies Route<Input, Output>;
}

/** The answer to every call: errors cross as data, because Electron keeps only an Error's message. */
export const envelopeSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), data: z.unknown() }),
  z.object({ ok: z.literal(false), error: appErrorDataSchema }),
]);
export type Envelope = z.infer<typeof envelopeSchema>;

/** The one channel for calls, and the one for events. */
export const INVOKE_CHANNEL = 'edgewright:invoke';
export const EVENT_CHANNEL = 'edgewright:event';

/** What the preload script gives to the page as `window.edgewright`. */
export interface EdgewrightBridge {
  /** Calls a route; never rejects for an error of main, which comes in the envelope. */
  invoke(route: string, input: unknown): Promise<unknown>;
  /** Listens to an event; returns the function that ends it. */
  on(event: string, listener: (payload: unknown) => void): () => void;
  /** The path of a file that was dropped on the window; empty when it has none. */
  pathForFile(file: unknown): string;
}
