import { get, observeApp, VALID } from '@authmeter/adapter-contract';
import { ACCOUNT_FAILURES, ATTEMPTS, TOKEN_AGE, USERS_ACTIVE } from '@authmeter/core/conventions';
import { INSTRUMENTATION_FAILURES, TOKEN_REMAINING_LIFETIME } from '@authmeter/core/conventions';
import type { RequestHandler } from 'express';
import { observeAuth, type ObserveAuthOptions } from '../src';
import { express5 } from './express-versions';

const NOW_SECONDS = 1_800_000_000;
const clock = {
  epochMilliseconds: () => NOW_SECONDS * 1000,
  monotonicMilliseconds: () => 0,
};

/** Plays a request to a guard that leaves these properties on the request, and then passes or refuses. */
function leave(properties: object, options: ObserveAuthOptions = {}, refusal?: Error) {
  return observeApp(
    (meter) => {
      const app = express5();
      const guard: RequestHandler = (request, _response, next) => {
        Object.assign(request, properties);
        next(refusal);
      };
      app.get('/', observeAuth(guard, { meter, ...options }), (_request, response) => {
        response.end();
      });
      return app;
    },
    get(VALID, '/'),
    { meter: { clock, unsafeRawUserIds: true } },
  );
}

const CLAIMS = { sub: 'alice', iat: NOW_SECONDS - 120, exp: NOW_SECONDS + 900 };

describe('observeAuth and who was accepted', () => {
  it.each([
    ['express-jwt leaves claims in auth', { auth: CLAIMS }],
    ['express-oauth2-jwt-bearer leaves claims in auth.payload', { auth: { payload: CLAIMS } }],
    ['passport leaves claims in user', { user: CLAIMS }],
  ])('reads account and token where %s', async (_where, properties) => {
    const { points, distributions } = await leave(properties);

    expect(points(USERS_ACTIVE)).toEqual([{ attributes: {}, value: 1 }]);
    expect(
      distributions(TOKEN_AGE).map(({ attributes, value }) => [attributes, value.sum]),
    ).toEqual([[{ method: 'jwt' }, 120]]);
    expect(distributions(TOKEN_REMAINING_LIFETIME).map(({ value }) => value.sum)).toEqual([900]);
  });

  it('lets a callback of the host tell it instead', async () => {
    const { points, distributions } = await leave(
      { auth: CLAIMS },
      { identify: () => ({ method: 'api_key', token: { issuedAtEpochSeconds: NOW_SECONDS - 7 } }) },
    );

    expect(points(ATTEMPTS)).toEqual([
      { attributes: { outcome: 'success', method: 'api_key' }, value: 1 },
    ]);
    expect(
      distributions(TOKEN_AGE).map(({ attributes, value }) => [attributes, value.sum]),
    ).toEqual([[{ method: 'api_key' }, 7]]);
  });

  it('survives a callback that throws, counts that it did, and reads the usual places', async () => {
    const { result, points } = await leave(
      { auth: CLAIMS },
      {
        identify: () => {
          throw new Error('the callback threw');
        },
      },
    );

    expect(result).toEqual([200]);
    expect(points(ATTEMPTS)).toEqual([
      { attributes: { outcome: 'success', method: 'jwt' }, value: 1 },
    ]);
    expect(points(USERS_ACTIVE)).toEqual([{ attributes: {}, value: 1 }]);
    expect(points(INSTRUMENTATION_FAILURES)).toEqual([
      { attributes: { component: 'adapter' }, value: 2 },
    ]);
  });

  it('names the account of a refusal where the guard left one', async () => {
    const { points } = await leave(
      { user: { id: 42 } },
      {},
      Object.assign(new Error('locked'), { status: 423 }),
    );

    expect(points(ACCOUNT_FAILURES)).toEqual([{ attributes: { user_id: '42' }, value: 1 }]);
  });

  it('measures no age of a token that tells nothing of its time', async () => {
    const { points, distributions } = await leave({ auth: { sub: 'alice' } });

    expect(points(ATTEMPTS)).toEqual([
      { attributes: { outcome: 'success', method: 'jwt' }, value: 1 },
    ]);
    expect(distributions(TOKEN_AGE)).toEqual([]);
  });
});
