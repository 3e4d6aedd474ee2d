import { describe, expect, it } from 'vitest';
import { AppError } from '../../shared/errors/appError.ts';
import { routes } from '../../shared/ipc/routes.ts';
import { silentLogging } from './logging/logger.ts';
import { createRouter, type Handlers } from './router.ts';

function router(overrides: Partial<Handlers> = {}) {
  const handlers = Object.fromEntries(
    Object.keys(routes).map((name) => [name, () => Promise.reject(new Error(`${name} is not part of this test`))]),
  ) as unknown as Handlers;
  return createRouter({ ...handlers, ...overrides }, silentLogging('test'));
}

describe('createRouter', () => {
  it.each(['jobs.explode', '__proto__', 'constructor', 7, null])('refuses the unknown route %s', async (name) => {
    expect(await router()(name, undefined)).toMatchObject({ ok: false, error: { kind: 'internal' } });
  });

  it('refuses input that does not fit the schema before the handler sees it', async () => {
    const answer = await router({ 'jobs.stop': () => Promise.reject(new Error('must not be called')) })('jobs.stop', {
      id: 7,
    });
    expect(answer).toMatchObject({ ok: false, error: { kind: 'validation' } });
  });

  it('drops members that the schema does not know', async () => {
    let seen: unknown;
    await router({
      'jobs.stop': (input) => {
        seen = input;
      },
    })('jobs.stop', { id: 'local/a', extra: 'x' });
    expect(seen).toEqual({ id: 'local/a' });
  });

  it('answers an expected error as data', async () => {
    const thrown = new AppError({ kind: 'notFound', message: 'Gone.', hint: 'Look elsewhere.' });
    expect(await router({ 'jobs.stop': () => Promise.reject(thrown) })('jobs.stop', { id: 'a' })).toEqual({
      ok: false,
      error: { kind: 'notFound', message: 'Gone.', hint: 'Look elsewhere.', details: undefined, code: undefined },
    });
  });

  it('answers an unexpected error without its stack', async () => {
    const answer = await router({ 'jobs.stop': () => Promise.reject(new TypeError('x is not a function')) })(
      'jobs.stop',
      {
        id: 'a',
      },
    );
    expect(answer).toMatchObject({ ok: false, error: { kind: 'internal', details: 'x is not a function' } });
    expect(JSON.stringify(answer)).not.toContain('.ts:');
  });
});
