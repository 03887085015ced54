import {
  ACCOUNT_FAILURES,
  ATTEMPTS,
  INSTRUMENTATION_FAILURES,
  TOKEN_AGE,
  TOKEN_REMAINING_LIFETIME,
  USERS_ACTIVE,
} from '@authmeter/core/conventions';
import { VALID } from '../play/bearer-headers';
import { get, observeApp } from '../play/observe-app';
import type { AdapterUnderTest } from './adapter-under-test';
import { succeededPoint } from './failed-point';

const NOW_SECONDS = 1_750_000_000;
const clock = {
  epochMilliseconds: () => NOW_SECONDS * 1000,
  monotonicMilliseconds: () => 0,
};
const CLAIMS = { sub: 'alice', iat: NOW_SECONDS - 120, exp: NOW_SECONDS + 900 };

/** Describes that account and token are read where auth libraries leave them, or by a callback of the host's. */
export function describeIdentity<Middleware>({
  functions,
  listenerOf,
  answer,
  leave,
}: AdapterUnderTest<Middleware>): void {
  /** Plays a request to a guard that leaves these properties and passes. */
  const play = (properties: object, options: object = {}) =>
    observeApp(
      (meter) => {
        const guard = functions.observeAuth(leave(properties), { meter, ...options });
        return listenerOf(guard, answer(200));
      },
      get(VALID, '/'),
      { meter: { clock } },
    );

  describe('observeAuth and whom it let pass', () => {
    it.each([
      ['claims in auth', { auth: CLAIMS }],
      ['claims in auth.payload', { auth: { payload: CLAIMS } }],
      ['claims in user', { user: CLAIMS }],
      ['claims in auth and an account in user', { auth: CLAIMS, user: { id: 7 } }],
    ])('reads account and token where a library leaves %s', async (_where, properties) => {
      const { points, distributions } = await play(properties);

      expect(points(USERS_ACTIVE)).toEqual([{ attributes: {}, value: 1 }]);
      expect(
        distributions(TOKEN_AGE).map(({ attributes, value }) => [attributes, value.sum]),
      ).toEqual([[{ method: 'jwt' }, 120]]);
      expect(distributions(TOKEN_REMAINING_LIFETIME).map(({ value }) => value.sum)).toEqual([900]);
    });

    it('lets a callback of the host tell it instead', async () => {
      const { points, distributions } = await play(
        { auth: CLAIMS },
        {
          identify: () => ({ method: 'api_key', token: { issuedAtEpochSeconds: NOW_SECONDS - 7 } }),
        },
      );

      expect(points(ATTEMPTS)).toEqual(succeededPoint('api_key'));
      expect(
        distributions(TOKEN_AGE).map(({ attributes, value }) => [attributes, value.sum]),
      ).toEqual([[{ method: 'api_key' }, 7]]);
    });

    it('survives a callback that throws, counts that it did, and reads the usual places', async () => {
      const { points, distributions } = await play(
        { auth: CLAIMS },
        {
          identify: () => {
            throw new Error('the callback threw');
          },
        },
      );

      expect(points(INSTRUMENTATION_FAILURES)[0]?.attributes).toEqual({ component: 'adapter' });
      expect(points(ATTEMPTS)).toEqual(succeededPoint('jwt'));
      expect(distributions(TOKEN_AGE).map(({ value }) => value.sum)).toEqual([120]);
    });

    it('measures no age of a token that tells nothing of its time', async () => {
      const { points, distributions } = await play({ auth: { sub: 'alice' } });

      expect(points(ATTEMPTS)).toEqual(succeededPoint('jwt'));
      expect(distributions(TOKEN_AGE)).toEqual([]);
    });

    it('names the account of a refusal where a guard before it left one', async () => {
      const { points } = await observeApp(
        (meter) => {
          const known = functions.observeAuth(leave({ user: { id: 42 } }), { meter });
          const locked = functions.observeAuth(answer(423), { meter });
          return listenerOf(functions.authMetrics(meter), known, locked);
        },
        get(VALID, '/'),
        { meter: { unsafeRawUserIds: true } },
      );

      expect(points(ACCOUNT_FAILURES)).toEqual([{ attributes: { user_id: '42' }, value: 1 }]);
    });
  });
}
