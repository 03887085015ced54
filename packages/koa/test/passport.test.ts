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
import { bodyParser } from '@koa/bodyparser';
import Router, { type RouterMiddleware } from '@koa/router';
import type Koa from 'koa';
import { KoaPassport } from 'koa-passport';
import { ExtractJwt, Strategy as JwtStrategy } from 'passport-jwt';
import { Strategy as LocalStrategy, type VerifyFunction } from 'passport-local';
import { authMetrics, observeAuth, observeStrategy } from '../src';
import { answerError, KOA_VERSIONS, Koa3, listenerOf, serve, type KoaClass } from './koa-versions';

type Headers = Record<string, string>;
const ACCOUNTS: Readonly<Record<string, unknown>> = { alice: { id: 'alice' } };
const databaseDown = () => Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
const as = (sub: string): Headers => ({ authorization: `Bearer ${tokenWith({ sub })}` });

function jwtStrategy(): JwtStrategy {
  const jwtFromRequest = ExtractJwt.fromAuthHeaderAsBearerToken();
  return new JwtStrategy({ jwtFromRequest, secretOrKey: SECRET }, ({ sub }, done) => {
    if (sub === 'outage') done(databaseDown());
    else done(null, ACCOUNTS[sub] ?? false);
  });
}

const verify: VerifyFunction = (username, password, done) => {
  if (username === 'outage') done(databaseDown());
  else if (password === 'right') done(null, { id: username });
  else done(null, false, { message: 'no' });
};

interface PassportApp {
  readonly isObserved: boolean;
  readonly verify?: VerifyFunction;
}

/** An app on koa-passport: its strategies are observed or not, as each test says. */
function appWith(App: KoaClass, meter: AuthMeter, { isObserved, ...own }: PassportApp) {
  const passport = new KoaPassport();
  const jwt = jwtStrategy();
  const local = new LocalStrategy(own.verify ?? verify);
  passport.use(isObserved ? observeStrategy(jwt, meter) : jwt);
  passport.use(isObserved ? observeStrategy(local, meter) : local);
  const guard: Koa.Middleware = passport.authenticate('jwt', { session: false });
  const logIn: Koa.Middleware = passport.authenticate('local', { session: false });
  const router = new Router()
    .get('/plain', ...([guard, serve] as RouterMiddleware[]))
    .get('/wrapped', ...([observeAuth(guard, { meter }), serve] as RouterMiddleware[]))
    .post('/login', ...([logIn, serve] as RouterMiddleware[]));
  const metrics = authMetrics(meter, { operations: { 'POST /login': 'login' } });
  const routes = router.routes() as Koa.Middleware;
  return listenerOf(App, metrics, answerError, bodyParser() as Koa.Middleware, routes);
}

async function logIn(url: string, username: string, password: string): Promise<number> {
  const body = new URLSearchParams({ username, password });
  return (await fetch(`${url}/login`, { method: 'POST', body })).status;
}

function failure(method: string, errorType: string, reason: string) {
  const attributes = { outcome: 'failure', 'error.type': errorType, reason, method };
  return { attributes, value: 1 };
}

const LOGGED_IN = { attributes: { outcome: 'success', method: 'password' }, value: 1 };
const TOLD: readonly (readonly [string, Headers, string, string])[] = [
  ['an expired token', EXPIRED, 'expired_token', 'expired_token'],
  ['a forged token', FORGED, 'invalid_signature', 'invalid_credentials'],
  ['no token', {}, 'missing_auth', 'missing_auth'],
  ['a database that is down', as('outage'), 'dependency_error', 'dependency_error'],
];

describe.each(KOA_VERSIONS)('koa-passport on %s', (_name, App) => {
  it.each(['/plain', '/wrapped'])(
    'counts an accepted token once with an observed strategy: %s',
    async (path) => {
      const { result, points } = await observeApp(
        (meter) => appWith(App, meter, { isObserved: true }),
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
        (meter) => appWith(App, meter, { isObserved: true }),
        get(headers, path),
      );

      expect(result).toEqual([401]);
      expect(points(ATTEMPTS)).toEqual([failure('jwt', errorType, reason)]);
      expect(points(ERRORS)).toEqual([
        { attributes: { 'error.type': errorType, operation: 'authenticate' }, value: 1 },
      ]);
    },
  );

  it.each<readonly [string, Headers, string, string]>([
    ['a refused token, whose cause passport keeps to itself', EXPIRED, 'unknown', 'unknown'],
    ['no token', {}, 'missing_auth', 'missing_auth'],
    ['a database that is down', as('outage'), 'dependency_error', 'dependency_error'],
  ])('tells %s from the wrapped middleware alone', async (_what, headers, errorType, reason) => {
    const { points } = await observeApp(
      (meter) => appWith(App, meter, { isObserved: false }),
      get(headers, '/wrapped'),
    );

    expect(points(ATTEMPTS)).toEqual([failure('jwt', errorType, reason)]);
  });

  it.each([
    ['the right password', 'alice', 'right', LOGGED_IN],
    [
      'a wrong password',
      'alice',
      'wrong',
      failure('password', 'invalid_credentials', 'invalid_credentials'),
    ],
    [
      'a database that is down',
      'outage',
      'right',
      failure('password', 'dependency_error', 'dependency_error'),
    ],
  ])('counts a login through an observed strategy: %s', async (_what, name, password, login) => {
    const { points } = await observeApp(
      (meter) => appWith(App, meter, { isObserved: true }),
      (url) => logIn(url, name, password),
    );

    expect(points(LOGINS)).toEqual([login]);
    expect(points(ATTEMPTS)).toEqual([login]);
  });
});

describe('observeStrategy with koa-passport', () => {
  it('keeps logins apart whose answers come back in the context of one another', async () => {
    let answerFirst = (): void => undefined;
    let arrive = (): void => undefined;
    const hasArrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const verifyBoth: VerifyFunction = (username, password, done) => {
      if (username === 'outage') {
        answerFirst = () => {
          verify(username, password, done);
        };
        arrive();
        return;
      }
      answerFirst();
      verify(username, password, done);
    };

    const { result, points } = await observeApp(
      (meter) => appWith(Koa3, meter, { isObserved: true, verify: verifyBoth }),
      async (url) => {
        const first = logIn(url, 'outage', 'right');
        await hasArrived;
        return Promise.all([first, logIn(url, 'alice', 'right')]);
      },
    );

    expect(result).toEqual([401, 200]);
    expect(points(LOGINS)).toEqual([
      failure('password', 'dependency_error', 'dependency_error'),
      LOGGED_IN,
    ]);
  });
});
