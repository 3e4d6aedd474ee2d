import { toAppErrorData } from '../../shared/errors/appError.ts';
import type { Envelope } from '../../shared/ipc/contract.ts';
import { routes, type RouteInput, type RouteName, type RouteOutput } from '../../shared/ipc/routes.ts';
import type { Logger } from './logging/logger.ts';

/** One handler for every route. */
export type Handlers = {
  [Name in RouteName]: (input: RouteInput<Name>) => Promise<RouteOutput<Name>> | RouteOutput<Name>;
};

/** Takes a call from the renderer: looks the route up, checks the input against its schema, answers an envelope. */
export type Dispatch = (name: unknown, input: unknown) => Promise<Envelope>;

function isRouteName(name: unknown): name is RouteName {
  return typeof name === 'string' && Object.prototype.hasOwnProperty.call(routes, name);
}

export function createRouter(handlers: Handlers, logger: Logger): Dispatch {
  return async (name, input) => {
    if (!isRouteName(name)) {
      logger.warn('refused: unknown route');
      return {
        ok: false,
        error: { kind: 'internal', message: 'Edgewright was asked for something it does not know.' },
      };
    }
    const parsed = routes[name].input.safeParse(input);
    if (!parsed.success) {
      logger.warn(`refused: input of ${name}`);
      return {
        ok: false,
        error: {
          kind: 'validation',
          message: 'The values sent to Edgewright do not have the expected form.',
          details: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'),
        },
      };
    }
    try {
      const handler = handlers[name] as (value: unknown) => unknown;
      return { ok: true, data: await handler(parsed.data) };
    } catch (error) {
      const data = toAppErrorData(error);
      if (data.kind === 'internal') logger.error(`failed: ${name}`, error);
      return { ok: false, error: data };
    }
  };
}
