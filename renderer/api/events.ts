import type { EventName, EventPayload } from '../../shared/ipc/routes.ts';
import { bridge } from './transport.ts';

/** Listens to an event of main; returns the function that ends it. */
export function listen<Name extends EventName>(
  name: Name,
  listener: (payload: EventPayload<Name>) => void,
): () => void {
  return bridge().on(name, (payload) => listener(payload as EventPayload<Name>));
}

/** The path of a file that was dropped or chosen in the page; empty when it has none. */
export function pathOfFile(file: File): string {
  return bridge().pathForFile(file);
}
