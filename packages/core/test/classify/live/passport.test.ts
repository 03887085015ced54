import { sign } from 'jsonwebtoken';
import { Passport, type Strategy } from 'passport';
import { Strategy as BearerStrategy } from 'passport-http-bearer';
import { ExtractJwt, Strategy as JwtStrategy } from 'passport-jwt';
import { Strategy as LocalStrategy } from 'passport-local';
import { Strategy as OAuth2Strategy } from 'passport-oauth2';
import { categorizeAuthError } from '../../../src/classify/categorize-auth-error';
import { findClosedUrl, startLoopbackServer } from './loopback-server';
import { provoke } from './provoke';

interface Refusal {
  readonly error: unknown;
  readonly info: unknown;
}

/** Runs strategies as a host does with a callback of its own; yields what passport handed over. */
function authenticate(strategies: readonly Strategy[], request: object): Promise<Refusal> {
  const passport = new Passport();
  const names = strategies.map((strategy, index) => {
    passport.use(String(index), strategy);
    return String(index);
  });
  return new Promise((resolve) => {
    const middleware = passport.authenticate(
      names,
      (error: unknown, _user: unknown, info: unknown) => {
        resolve({ error: error ?? undefined, info });
      },
    ) as (request: object, response: object, next: (error: unknown) => void) => void;
    middleware({ headers: {}, query: {}, body: {}, ...request }, {}, (error) => {
      resolve({ error, info: undefined });
    });
  });
}

const bearer = (token: string): object => ({ headers: { authorization: `Bearer ${token}` } });
const jwt = (secretOrKey = 'secret'): Strategy =>
  new JwtStrategy(
    { jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey },
    (
      payload: { readonly sub?: string },
      done: (e: unknown, user: unknown, info?: object) => void,
    ) => {
      if (payload.sub === 'down') done(Object.assign(new Error(), { code: 'ECONNREFUSED' }), false);
      else done(null, false, { message: 'User not found' });
    },
  );
const local = new LocalStrategy((_user, _password, done) => {
  done(null, false, { message: 'Incorrect username or password.' });
});
const opaque = new BearerStrategy(
  (_token, done: (e: unknown, user: false, info?: string) => void) => {
    done(null, false, 'The access token expired');
  },
);

const oauth2 = (tokenURL: string): Strategy =>
  new OAuth2Strategy(
    {
      authorizationURL: 'http://127.0.0.1/authorize',
      tokenURL,
      clientID: 'client',
      clientSecret: 'secret',
      callbackURL: 'http://127.0.0.1/callback',
    },
    (
      _access: string,
      _refresh: string,
      _profile: unknown,
      done: (e: unknown, user: false) => void,
    ) => {
      done(null, false);
    },
  );

const CASES: readonly (readonly [string, readonly Strategy[], object, string])[] = [
  ['no token', [jwt()], {}, 'missing_auth'],
  ['an expired token', [jwt()], bearer(sign({ exp: 1 }, 'secret')), 'expired_token'],
  ['a forged token', [jwt()], bearer(sign({}, 'other')), 'invalid_signature'],
  ['a user who is gone', [jwt()], bearer(sign({}, 'secret')), 'user_not_found'],
  [
    'a user store that is down',
    [jwt()],
    bearer(sign({ sub: 'down' }, 'secret')),
    'dependency_error',
  ],
  ['a form without fields', [local], {}, 'missing_auth'],
  ['a wrong password', [local], { body: { username: 'a', password: 'b' } }, 'invalid_credentials'],
  ['no bearer token', [opaque], {}, 'missing_auth'],
  ['an opaque token that expired', [opaque], bearer('abc'), 'expired_token'],
  ['two strategies without input', [local, jwt()], {}, 'missing_auth'],
  [
    'two strategies, one of which knows why',
    [local, jwt()],
    bearer(sign({ exp: 1 }, 'secret')),
    'expired_token',
  ],
  [
    'an authorization that needs a login',
    [oauth2('http://127.0.0.1/')],
    { query: { error: 'login_required' } },
    'challenge_required',
  ],
  [
    'an authorization server in trouble',
    [oauth2('http://127.0.0.1/')],
    { query: { error: 'server_error' } },
    'dependency_error',
  ],
];

describe('what passport says about', () => {
  it.each(CASES)('%s', async (_what, strategies, request, errorType) => {
    const { error, info } = await authenticate(strategies, request);

    expect(categorizeAuthError(error, { info }).errorType).toBe(errorType);
  });

  it('a token endpoint that refuses the code, and one that is gone', async () => {
    const server = await startLoopbackServer((_request, response) => {
      response.writeHead(400, { 'content-type': 'application/json' });
      response.end('{"error":"invalid_grant","error_description":"Code not valid"}');
    });
    const callback = { query: { code: 'x' } };

    const refused = await authenticate([oauth2(server.url)], callback);
    await server.close();
    const unreachable = await authenticate([oauth2(await findClosedUrl())], callback);

    expect(categorizeAuthError(refused.error).errorType).toBe('invalid_credentials');
    expect(categorizeAuthError(unreachable.error).errorType).toBe('dependency_error');
  });

  it('a strategy that nobody registered, and one without a secret', async () => {
    const unknown = await authenticate([], {}).catch((error: unknown) => error);
    const passport = new Passport();
    const noStrategy = await new Promise((resolve) => {
      (passport.authenticate('nope') as (a: object, b: object, next: (e: unknown) => void) => void)(
        { headers: {} },
        {},
        resolve,
      );
    }).catch((error: unknown) => error);
    const noSecret = await provoke(() => jwt(''));

    expect(unknown).toBeDefined();
    expect(categorizeAuthError(noStrategy).errorType).toBe('configuration_error');
    expect(categorizeAuthError(noSecret).errorType).toBe('configuration_error');
  });
});
