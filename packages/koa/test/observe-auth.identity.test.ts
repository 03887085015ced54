import { get, observeApp, VALID } from '@authmeter/adapter-contract';
import { ATTEMPTS, INSTRUMENTATION_FAILURES, TOKEN_AGE } from '@authmeter/core/conventions';
import type Koa from 'koa';
import { observeAuth, type ObserveAuthOptions } from '../src';
import { Koa3, listenerOf, serve } from './koa-versions';

const NOW_SECONDS = 1_800_000_000;
const clock = { epochMilliseconds: () => NOW_SECONDS * 1000, monotonicMilliseconds: () => 0 };

/** Plays a request to a guard that leaves this state, and passes. */
function leave(state: unknown, options: ObserveAuthOptions = {}) {
  return observeApp(
    (meter) => {
      const guard: Koa.Middleware = (ctx, next) => {
        ctx.state = state;
        return next();
      };
      return listenerOf(Koa3, observeAuth(guard, { meter, ...options }), serve);
    },
    get(VALID, '/'),
    { meter: { clock } },
  );
}

describe('observeAuth and who was accepted', () => {
  it("gives a callback of the host's the context of its own types", async () => {
    const { points, distributions } = await leave(
      { session: { key: 'k', issuedAt: NOW_SECONDS - 7 } },
      {
        identify: (ctx) => ({
          method: 'api_key',
          accountId: ctx.state['session'].key,
          token: { issuedAtEpochSeconds: ctx.state['session'].issuedAt },
        }),
      },
    );

    expect(points(ATTEMPTS)).toEqual([
      { attributes: { outcome: 'success', method: 'api_key' }, value: 1 },
    ]);
    expect(
      distributions(TOKEN_AGE).map(({ attributes, value }) => [attributes, value.sum]),
    ).toEqual([[{ method: 'api_key' }, 7]]);
  });

  it('survives a state that was taken away', async () => {
    const { result, points } = await leave(null);

    expect(result).toEqual([200]);
    expect(points(ATTEMPTS)).toEqual([
      { attributes: { outcome: 'success', method: 'jwt' }, value: 1 },
    ]);
    expect(points(INSTRUMENTATION_FAILURES)).toEqual([]);
  });
});
