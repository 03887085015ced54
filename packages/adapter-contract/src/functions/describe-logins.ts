import {
  ACCOUNT_FAILURES,
  ATTEMPTS,
  ERRORS,
  INSTRUMENTATION_FAILURES,
  LOGINS,
} from '@authmeter/core/conventions';
import { EXPIRED } from '../play/bearer-headers';
import { observeApp } from '../play/observe-app';
import type { AdapterUnderTest } from './adapter-under-test';
import { failedPoint, succeededPoint } from './failed-point';

const SUCCESS = succeededPoint('password');
const INVALID = failedPoint('invalid_credentials', 'invalid_credentials', 'password');
const databaseDown = () => Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });

async function post(url: string): Promise<number> {
  return (await fetch(url, { method: 'POST', headers: EXPIRED, redirect: 'manual' })).status;
}

/** Describes what a wrapped login counts, however it is refused. */
export function describeLogins<Middleware>({
  functions,
  listenerOf,
  answer,
  refusals,
  headerOf,
}: AdapterUnderTest<Middleware>): void {
  /** Posts one login, with a stale token, to an app with this handler. */
  const play = (handler: Middleware, options: object = {}) =>
    observeApp(
      (meter) =>
        listenerOf(
          functions.authMetrics(meter),
          functions.observeLogin(handler, { meter, ...options }),
        ),
      post,
      { meter: { unsafeRawUserIds: true } },
    );

  describe('observeLogin', () => {
    it('counts a login that is served, whatever token came along', async () => {
      const { result, points } = await play(answer(200));

      expect(result).toBe(200);
      expect(points(LOGINS)).toEqual(SUCCESS);
      expect(points(ATTEMPTS)).toEqual(SUCCESS);
      expect(points(ERRORS)).toEqual([]);
    });

    it.each([400, 401, 403, 404, 422])('counts a login that refuses with %i', async (status) => {
      const { points } = await play(answer(status));

      expect(points(LOGINS)).toEqual(INVALID);
    });

    it.each(Object.entries(refusals))(
      'takes the cause from the error that the handler %s',
      async (_how, refuse) => {
        const { result, points } = await play(refuse(databaseDown()));

        expect(result).toBe(401);
        expect(points(LOGINS)).toEqual(
          failedPoint('dependency_error', 'dependency_error', 'password'),
        );
        expect(points(ERRORS)).toEqual([
          { attributes: { 'error.type': 'dependency_error', operation: 'login' }, value: 1 },
        ]);
      },
    );

    it('counts a login with the method that it is told', async () => {
      const { points } = await play(answer(401), { method: 'passkey' });

      expect(points(LOGINS)).toEqual(
        failedPoint('invalid_credentials', 'invalid_credentials', 'passkey'),
      );
    });

    it.each([
      ['/home', SUCCESS],
      ['/login?error', failedPoint('account_locked', 'account_restricted', 'password')],
    ])('lets the outcome callback judge a redirect to %s', async (location, expected) => {
      const { result, points } = await play(answer(302, { location }), {
        outcome: (_request: unknown, response: unknown) =>
          headerOf(response, 'location') === '/home'
            ? 'success'
            : { outcome: 'failure', errorType: 'account_locked' },
      });

      expect(result).toBe(302);
      expect(points(LOGINS)).toEqual(expected);
    });

    it('survives an outcome callback that throws, counts that it did, and takes the status', async () => {
      const { result, points } = await play(answer(401), {
        outcome: () => {
          throw new Error('the callback threw');
        },
      });

      expect(result).toBe(401);
      expect(points(LOGINS)).toEqual(INVALID);
      expect(points(INSTRUMENTATION_FAILURES)).toEqual([
        { attributes: { component: 'adapter' }, value: 1 },
      ]);
    });

    it('names the account of a failed login', async () => {
      const { points } = await play(answer(401), { identify: () => ({ accountId: 'alice' }) });

      expect(points(ACCOUNT_FAILURES)).toEqual([{ attributes: { user_id: 'alice' }, value: 1 }]);
    });

    it('counts the login in an app without authMetrics all the same', async () => {
      const { points } = await observeApp(
        (meter) => listenerOf(functions.observeLogin(answer(401), { meter })),
        post,
      );

      expect(points(LOGINS)).toEqual(INVALID);
    });

    it('counts once where the route table declares the login too', async () => {
      const { points } = await observeApp((meter) => {
        const operations = { 'POST /': 'login' };
        const metrics = functions.authMetrics(meter, { operations });
        return listenerOf(metrics, functions.observeLogin(answer(200), { meter }));
      }, post);

      expect(points(LOGINS)).toEqual(SUCCESS);
      expect(points(ATTEMPTS)).toEqual(SUCCESS);
    });
  });
}
