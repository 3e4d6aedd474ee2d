import type { EventName, EventPayload } from '../../shared/ipc/routes.ts';

/** Sends what main tells the renderer unasked. */
export interface EventSink {
  send<Name extends EventName>(name: Name, payload: EventPayload<Name>): void;
}
