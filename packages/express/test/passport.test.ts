import {
  EXPIRED,
  FORGED,
  get,
  observeApp,
  SECRET,
  tokenWith,
  VALID,
} from '@authmeter/adapter-contract';
import type { AuthMeter } from '@authmeter/core';
import { ATTEMPTS, ERRORS, LOGINS, TOKEN_VALIDATIONS } from '@authmeter/core/conventions';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { Passport } from 'passport';
import { ExtractJwt, Strategy as JwtStrategy } from 'passport-jwt';
import { Strategy as LocalStrategy } from 'passport-local';
import { authMetrics, observeAuth, observeStrategy } from '../src';
import { EXPRESS_VERSIONS, type CreateExpressApp } from './express-versions';

type Headers = Record<string, string>;
const ACCOUNTS: Readonly<Record<string, unknown>> = { alice: { id: 'alice' } };
const databaseDown = () => Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
const as = (sub: string): Headers => ({ authorization: `Bearer ${tokenWith({ sub })}` });

function jwtStrategy(): JwtStrategy {
  const jwtFromRequest = ExtractJwt.fromAuthHeaderAsBearerToken();
  return new JwtStrategy({ jwtFromRequest, secretOrKey: SECRET }, ({ sub }, done) => {
    if (sub === 'outage') done(databaseDown());
    else if (sub === 'unverified') done(new Error('Please confirm your address first'));
    else done(null, ACCOUNTS[sub] ?? false);
  });
}

function localStrategy(): LocalStrategy {
  return new LocalStrategy((username, password, done) => {
    if (username === 'outage') done(databaseDown());
    else if (password === 'right') done(null, { id: username });
    else done(null, false, { message: 'no' });
  });
}

const answerError: ErrorRequestHandler = (_error, _request, response, _next) => {
  response.status(401).end();
};
const serve: RequestHandler = (_request, response) => {
  response.end();
};

/** An app on passport: strategies and middleware observed or not, as each test says. */
function appWith(createApp: CreateExpressApp, meter: AuthMeter, isStrategyObserved: boolean) {
  const passport = new Passport();
  const jwt = jwtStrategy();
  const local = localStrategy();
  passport.use(isStrategyObserved ? observeStrategy(jwt, meter) : jwt);
  passport.use(isStrategyObserved ? observeStrategy(local, meter) : local);
  const app = createApp();
  app.use(authMetrics(meter, { operations: { 'POST /login': 'login' } }));
  app.use(createApp.urlencoded({ extended: false }));
  const guard = passport.authenticate('jwt', { session: false }) as RequestHandler;
  app.get('/plain', guard, serve);
  app.get('/wrapped', observeAuth(guard, { meter }), serve);
  app.post('/login', passport.authenticate('local', { session: false }) as RequestHandler, serve);
  app.use(answerError);
  return app;
}

function failure(method: string, errorType: string, reason: string) {
  const attributes = { outcome: 'failure', 'error.type': errorType, reason, method };
  return [{ attributes, value: 1 }];
}

const TOLD: readonly (readonly [string, Headers, string, string])[] = [
  ['an expired token', EXPIRED, 'expired_token', 'expired_token'],
  ['a forged token', FORGED, 'invalid_signature', 'invalid_credentials'],
  ['no token', {}, 'missing_auth', 'missing_auth'],
  ['a database that is down', as('outage'), 'dependency_error', 'dependency_error'],
  ["the app's own rejection through err", as('unverified'), 'unknown', 'unknown'],
];

describe.each(EXPRESS_VERSIONS)('passport on %s', (_name, createApp) => {
  it.each(['/plain', '/wrapped'])(
    'counts an accepted token once with an observed strategy: %s',
    async (path) => {
      const { result, points } = await observeApp(
        (meter) => appWith(createApp, meter, true),
        get(VALID, path),
      );

      expect(result).toEqual([200]);
      expect(points(ATTEMPTS)).toEqual([
        { attributes: { outcome: 'success', method: 'jwt' }, value: 1 },
      ]);
      expect(points(TOKEN_VALIDATIONS)).toEqual([
        { attributes: { outcome: 'success', token_type: 'access' }, value: 1 },
      ]);
    },
  );

  it.each(TOLD.flatMap((row) => ['/plain', '/wrapped'].map((path) => [...row, path] as const)))(
    'tells %s from an observed strategy, and counts it once (%#)',
    async (_what, headers, errorType, reason, path) => {
      const { result, points } = await observeApp(
        (meter) => appWith(createApp, meter, true),
        get(headers, path),
      );

      expect(result).toEqual([401]);
      expect(points(ATTEMPTS)).toEqual(failure('jwt', errorType, reason));
      expect(points(ERRORS)).toEqual([
        { attributes: { 'error.type': errorType, operation: 'authenticate' }, value: 1 },
      ]);
    },
  );

  it.each([
    ['a refused token, whose cause passport keeps to itself', EXPIRED, 'unknown', 'unknown'],
    ['no token', {}, 'missing_auth', 'missing_auth'],
    ['a database that is down', as('outage'), 'dependency_error', 'dependency_error'],
  ])('tells %s from the wrapped middleware alone', async (_what, headers, errorType, reason) => {
    const { points } = await observeApp(
      (meter) => appWith(createApp, meter, false),
      get(headers as Headers, '/wrapped'),
    );

    expect(points(ATTEMPTS)).toEqual(failure('jwt', errorType, reason));
  });

  it.each([
    ['the right password', 'alice', 'right', undefined],
    ['a wrong password', 'alice', 'wrong', ['invalid_credentials', 'invalid_credentials']],
    ['a database that is down', 'outage', 'right', ['dependency_error', 'dependency_error']],
  ])('counts a login through an observed strategy: %s', async (_what, username, password, why) => {
    const { points } = await observeApp(
      (meter) => appWith(createApp, meter, true),
      async (url) => {
        const body = new URLSearchParams({ username, password });
        return (await fetch(`${url}/login`, { method: 'POST', body })).status;
      },
    );

    const [errorType = '', reason = ''] = why ?? [];
    expect(points(LOGINS)).toEqual(
      why === undefined
        ? [{ attributes: { outcome: 'success', method: 'password' }, value: 1 }]
        : failure('password', errorType, reason),
    );
    expect(points(ATTEMPTS)).toEqual(points(LOGINS));
  });

  it('reads a strategy that passes as no attempt', async () => {
    const { result, points } = await observeApp(
      (meter) => {
        const passport = new Passport();
        const session = passport.authenticate('session') as RequestHandler;
        const app = createApp();
        app.use((request, _response, next) => {
          Object.assign(request, { session: {} });
          next();
        });
        app.get('/', observeAuth(session, { meter }), serve);
        return app;
      },
      get({}, '/'),
    );

    expect(result).toEqual([200]);
    expect(points(ATTEMPTS)).toEqual([]);
  });
});
