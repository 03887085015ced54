import { EXPIRED, observeApp } from '@authmeter/adapter-contract';
import { ACCOUNT_FAILURES, ATTEMPTS, ERRORS, LOGINS } from '@authmeter/core/conventions';
import { INSTRUMENTATION_FAILURES } from '@authmeter/core/conventions';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { authMetrics, observeLogin, type ObserveLoginOptions } from '../src';
import { EXPRESS_VERSIONS, express5, type CreateExpressApp } from './express-versions';

const answerError: ErrorRequestHandler = (_error, _request, response, _next) => {
  response.status(401).end();
};
const databaseDown = () => Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });

/** Posts one login to an app with this handler. */
function play(
  createApp: CreateExpressApp,
  handler: RequestHandler,
  options: ObserveLoginOptions = {},
) {
  return observeApp(
    (meter) => {
      const app = createApp();
      if (options.meter === undefined) app.use(authMetrics(meter));
      app.post('/login', observeLogin(handler, { meter, ...options }));
      app.use(answerError);
      return app;
    },
    async (url) => {
      const request = { method: 'POST', headers: EXPIRED, redirect: 'manual' } as const;
      return (await fetch(`${url}/login`, request)).status;
    },
    { meter: { unsafeRawUserIds: true } },
  );
}

function answer(status: number): RequestHandler {
  return (_request, response) => {
    response.status(status).end();
  };
}

function failure(errorType: string, reason: string, method = 'password') {
  const attributes = { outcome: 'failure', 'error.type': errorType, reason, method };
  return [{ attributes, value: 1 }];
}

const SUCCESS = [{ attributes: { outcome: 'success', method: 'password' }, value: 1 }];

describe.each(EXPRESS_VERSIONS)('observeLogin on %s', (_name, createApp) => {
  it('counts a login that is served, whatever token came along', async () => {
    const { result, points } = await play(createApp, answer(200));

    expect(result).toBe(200);
    expect(points(LOGINS)).toEqual(SUCCESS);
    expect(points(ATTEMPTS)).toEqual(SUCCESS);
    expect(points(ERRORS)).toEqual([]);
  });

  it.each([400, 401, 403, 404, 422])('counts a login that refuses with %i', async (status) => {
    const { points } = await play(createApp, answer(status));

    expect(points(LOGINS)).toEqual(failure('invalid_credentials', 'invalid_credentials'));
  });

  it.each<readonly [string, RequestHandler]>([
    [
      'passes on',
      (_request, _response, next) => {
        next(databaseDown());
      },
    ],
    [
      'throws',
      () => {
        throw databaseDown();
      },
    ],
  ])('takes the cause from the error that the handler %s', async (_how, handler) => {
    const { result, points } = await play(createApp, handler);

    expect(result).toBe(401);
    expect(points(LOGINS)).toEqual(failure('dependency_error', 'dependency_error'));
    expect(points(ERRORS)).toEqual([
      { attributes: { 'error.type': 'dependency_error', operation: 'login' }, value: 1 },
    ]);
  });
});

describe('observeLogin', () => {
  it('takes the cause from a rejected promise on Express 5', async () => {
    const { points } = await play(express5, () => Promise.reject(databaseDown()));

    expect(points(LOGINS)).toEqual(failure('dependency_error', 'dependency_error'));
  });

  it('counts a login with the method that it is told', async () => {
    const { points } = await play(express5, answer(401), { method: 'passkey' });

    expect(points(LOGINS)).toEqual(
      failure('invalid_credentials', 'invalid_credentials', 'passkey'),
    );
  });

  it.each([
    ['/home', SUCCESS],
    ['/login?error', failure('account_locked', 'account_restricted')],
  ])('lets the outcome callback judge a redirect to %s', async (location, expected) => {
    const { result, points } = await play(
      express5,
      (_request, response) => {
        response.redirect(location);
      },
      {
        outcome: (_request, response) =>
          response.getHeader('location') === '/home'
            ? 'success'
            : { outcome: 'failure', errorType: 'account_locked' },
      },
    );

    expect(result).toBe(302);
    expect(points(LOGINS)).toEqual(expected);
  });

  it('survives an outcome callback that throws, counts that it did, and takes the status', async () => {
    const { result, points } = await play(express5, answer(401), {
      outcome: () => {
        throw new Error('the callback threw');
      },
    });

    expect(result).toBe(401);
    expect(points(LOGINS)).toEqual(failure('invalid_credentials', 'invalid_credentials'));
    expect(points(INSTRUMENTATION_FAILURES)).toEqual([
      { attributes: { component: 'adapter' }, value: 1 },
    ]);
  });

  it('names the account of a failed login', async () => {
    const { points } = await play(express5, answer(401), {
      identify: () => ({ accountId: 'alice' }),
    });

    expect(points(ACCOUNT_FAILURES)).toEqual([{ attributes: { user_id: 'alice' }, value: 1 }]);
  });

  it('counts the login in an app without authMetrics all the same', async () => {
    const { points } = await observeApp(
      (meter) => express5().post('/login', observeLogin(answer(401), { meter })),
      async (url) => (await fetch(`${url}/login`, { method: 'POST' })).status,
    );

    expect(points(LOGINS)).toEqual(failure('invalid_credentials', 'invalid_credentials'));
  });

  it('counts once where the route table declares the login too', async () => {
    const { points } = await observeApp(
      (meter) => {
        const app = express5();
        app.use(authMetrics(meter, { operations: { 'POST /login': 'login' } }));
        app.post('/login', observeLogin(answer(200), { meter }));
        return app;
      },
      async (url) => (await fetch(`${url}/login`, { method: 'POST' })).status,
    );

    expect(points(LOGINS)).toEqual(SUCCESS);
    expect(points(ATTEMPTS)).toEqual(SUCCESS);
  });
});
