import { AppError } from '../../shared/errors/appError.ts';
import { envelopeSchema } from '../../shared/ipc/contract.ts';
import type { RouteInput, RouteName, RouteOutput } from '../../shared/ipc/routes.ts';
import { bridge } from './transport.ts';

/** Routes without input are called with their name alone. */
type Input<Name extends RouteName> =
  undefined extends RouteInput<Name> ? [input?: undefined] : [input: RouteInput<Name>];

/**
 * Calls a route of main.
 * @throws {AppError} what main answered, or `internal` when it answered nothing that we understand
 */
export async function call<Name extends RouteName>(name: Name, ...[input]: Input<Name>): Promise<RouteOutput<Name>> {
  const envelope = envelopeSchema.safeParse(await bridge().invoke(name, input));
  if (!envelope.success) {
    throw new AppError(
      { kind: 'internal', message: 'The app gave an answer that this page does not understand.', details: name },
      { cause: envelope.error },
    );
  }
  if (!envelope.data.ok) throw new AppError(envelope.data.error);
  // Main validated the data with the route's own schema; 10,000 jobs are not worth parsing twice.
  return envelope.data.data as RouteOutput<Name>;
}
