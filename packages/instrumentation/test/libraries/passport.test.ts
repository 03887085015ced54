import { createRequire } from 'node:module';
import { EXPIRED, FORGED, SECRET, tokenWith, VALID } from '@authmeter/adapter-contract';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import jsonwebtoken from 'jsonwebtoken';
import Koa from 'koa';
import { KoaPassport } from 'koa-passport';
import passportModule, { type AuthenticateCallback } from 'passport';
import { ExtractJwt, Strategy as JwtStrategy } from 'passport-jwt';
import { Strategy as LocalStrategy } from 'passport-local';
import { get, observeZeroCode, serve } from '../observe-zero-code';
import { patched } from '../patched';

patched('jsonwebtoken', jsonwebtoken);
patched('passport', passportModule);
// koa-passport brings a passport of its own.
const ofKoaPassport = createRequire(require.resolve('koa-passport')).resolve('passport');
// eslint-disable-next-line @typescript-eslint/no-require-imports -- Its path is only known now.
patched('passport', require(ofKoaPassport));

type Headers = Record<string, string>;
const databaseDown = () => Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
const as = (sub: string): Headers => ({ authorization: `Bearer ${tokenWith({ sub })}` });
const jwtFromRequest = ExtractJwt.fromAuthHeaderAsBearerToken();

const ACCEPTED = 'auth.attempts method=jwt outcome=success 1';
const GOOD = 'auth.token.validations outcome=success token_type=access 1';
const validation = (errorType: string, reason = errorType): string =>
  `auth.token.validations error.type=${errorType} outcome=failure reason=${reason} token_type=access 1`;
const refused = (method: string, errorType: string, reason = errorType): readonly string[] => [
  `auth.attempts error.type=${errorType} method=${method} outcome=failure reason=${reason} 1`,
  `auth.errors error.type=${errorType} operation=authenticate 1`,
];

/** Lets somebody pass who presented nothing, as passport-anonymous does. */
class GuestStrategy extends passportModule.Strategy {
  override readonly name = 'guest';

  override authenticate(): void {
    this.pass();
  }
}

/** Knows callers by a header. */
class KeyStrategy extends passportModule.Strategy {
  override readonly name = 'key';

  override authenticate(request: express.Request): void {
    if (request.get('x-key') === 'right') this.success({ id: 'robot' });
    else this.fail('no key');
  }
}

function createPassport<
  Kind extends passportModule.PassportStatic | InstanceType<typeof KoaPassport>,
>(passport: Kind): Kind {
  passport.use(
    new JwtStrategy({ jwtFromRequest, secretOrKey: SECRET }, ({ sub }, done) => {
      if (sub === 'outage') done(databaseDown());
      else done(null, sub === 'stranger' ? false : { id: sub });
    }),
  );
  passport.use(
    new LocalStrategy((username, password, done) => {
      if (username === 'outage') done(databaseDown());
      else done(null, password === 'right' ? { id: username } : false, { message: 'no' });
    }),
  );
  passport.use(new GuestStrategy());
  passport.use(new KeyStrategy());
  return passport;
}

const serveIt: RequestHandler = (_request, response) => {
  response.send('served');
};
const answerError: ErrorRequestHandler = (_error, _request, response, _next) => {
  response.sendStatus(500);
};

function createApp(): express.Express {
  const passport = createPassport(new passportModule.Passport() as typeof passportModule);
  const options = { session: false };
  const guard = (name: string | string[], more = {}): RequestHandler =>
    passport.authenticate(name, { ...options, ...more }) as RequestHandler;
  const asking =
    (
      name: string,
      decide: (
        request: express.Request,
        response: express.Response,
        next: () => void,
      ) => AuthenticateCallback,
    ): RequestHandler =>
    (request, response, next) => {
      const callback = decide(request, response, next);
      const ask = passport.authenticate(name, options, callback) as RequestHandler;
      void ask(request, response, next);
    };
  const app = express();
  app.use(express.urlencoded({ extended: false }));
  app.use((request, _response, next) => {
    Object.assign(request, { session: {} });
    next();
  });
  app.get('/session', guard('session'), serveIt);
  app.get('/me', guard('jwt'), serveIt);
  app.get('/with-error', guard('jwt', { failWithError: true }), serveIt);
  app.get('/key-or-jwt', guard(['key', 'jwt']), serveIt);
  app.get('/jwt-or-guest', guard(['jwt', 'guest']), serveIt);
  app.get(
    '/optional',
    asking('jwt', (_request, _response, next) => () => {
      next();
    }),
    serveIt,
  );
  app.get(
    '/own-answer',
    asking('jwt', (_request, response, next) => (error, user) => {
      if (error !== null || user === false) response.sendStatus(401);
      else next();
    }),
    serveIt,
  );
  app.get('/linked', passport.authorize('key', options) as RequestHandler, serveIt);
  app.post('/login', guard('local', { failureRedirect: '/login' }), serveIt);
  app.post(
    '/own-login',
    asking('local', (_request, response, next) => (_error, user) => {
      if (user === false) response.redirect('/login');
      else next();
    }),
    serveIt,
  );
  app.use(answerError);
  return app;
}

const observe = (headers: Headers, path: string) =>
  observeZeroCode(() => serve(createApp(), get(headers, path)));

async function logIn(path: string, username: string, password: string) {
  return observeZeroCode(() =>
    serve(createApp(), async (url) => {
      const body = new URLSearchParams({ username, password });
      return (await fetch(url + path, { method: 'POST', body, redirect: 'manual' })).status;
    }),
  );
}

describe('patched passport', () => {
  it.each(['/me', '/with-error', '/key-or-jwt', '/jwt-or-guest', '/optional', '/own-answer'])(
    'counts an accepted token once: %s',
    async (path) => {
      const { result, counted } = await observe(VALID, path);

      expect(result).toEqual([200]);
      expect(counted).toEqual([ACCEPTED, GOOD]);
    },
  );

  it.each([
    ['/me', 401],
    ['/with-error', 500],
    ['/own-answer', 401],
  ])('tells why a token was refused, whoever answers: %s', async (path, status) => {
    const { result, counted } = await observe(EXPIRED, path);

    expect(result).toEqual([status]);
    expect(counted).toEqual([...refused('jwt', 'expired_token'), validation('expired_token')]);
  });

  it.each([
    ['no token', {}, refused('jwt', 'missing_auth')],
    [
      'a forged token',
      FORGED,
      [
        ...refused('jwt', 'invalid_signature', 'invalid_credentials'),
        validation('invalid_signature', 'invalid_credentials'),
      ],
    ],
  ])('tells %s', async (_what, headers, expected) => {
    const { counted } = await observe(headers, '/me');

    expect(counted).toEqual(expected);
  });

  it('reads a fault of the service out of err, and blames nobody else', async () => {
    const { result, counted } = await observe(as('outage'), '/me');

    expect(result).toEqual([500]);
    expect(counted).toEqual([...refused('jwt', 'dependency_error'), GOOD]);
  });

  it('reads a refusal out of info', async () => {
    const { counted } = await observe(as('stranger'), '/me');

    expect(counted).toEqual([...refused('jwt', 'unknown'), GOOD]);
  });

  it('takes the first strategy that accepts for the answer, and those before it for nothing', async () => {
    const { result, counted } = await observe({ 'x-key': 'right' }, '/key-or-jwt');

    expect(result).toEqual([200]);
    expect(counted).toEqual([ACCEPTED]);
  });

  it('refuses only when the last strategy has refused', async () => {
    const { result, counted } = await observe(EXPIRED, '/key-or-jwt');

    expect(result).toEqual([401]);
    expect(counted).toEqual([...refused('jwt', 'expired_token'), validation('expired_token')]);
  });

  it.each(['/jwt-or-guest', '/optional'])(
    'sees no attempt when a guest is served in spite of a bad token: %s',
    async (path) => {
      const { result, counted } = await observe(EXPIRED, path);

      expect(result).toEqual([200]);
      expect(counted).toEqual([
        'auth.errors error.type=expired_token operation=token_validate 1',
        validation('expired_token'),
      ]);
    },
  );

  it.each(['/session', '/linked'])(
    'sees no attempt in what authenticates nobody: %s',
    async (path) => {
      const { result, counted } = await observe({ 'x-key': 'right' }, path);

      expect(result).toEqual([200]);
      expect(counted).toEqual([]);
    },
  );

  it.each(['/login', '/own-login'])(
    'counts a password by the method of its strategy, and one that is refused by a redirect: %s',
    async (path) => {
      const right = await logIn(path, 'alice', 'right');
      const wrong = await logIn(path, 'alice', 'wrong');

      expect([right.result, wrong.result]).toEqual([200, 302]);
      expect(right.counted).toEqual(['auth.attempts method=password outcome=success 1']);
      expect(wrong.counted).toEqual(refused('password', 'invalid_credentials'));
    },
  );

  it('counts a login where the route was declared to be one', async () => {
    const { counted } = await observeZeroCode(
      () =>
        serve(createApp(), async (url) => {
          const body = new URLSearchParams({ username: 'alice', password: 'wrong' });
          return (await fetch(`${url}/login`, { method: 'POST', body, redirect: 'manual' })).status;
        }),
      { config: { http: { operations: { 'POST /login': 'login' } } } },
    );

    expect(counted).toEqual([
      'auth.attempts error.type=invalid_credentials method=password outcome=failure reason=invalid_credentials 1',
      'auth.errors error.type=invalid_credentials operation=login 1',
      'auth.logins error.type=invalid_credentials method=password outcome=failure reason=invalid_credentials 1',
    ]);
  });

  it('does nothing while it is switched off', async () => {
    const { result, counted } = await observeZeroCode(
      () => serve(createApp(), get({ 'x-key': 'right' }, '/key-or-jwt')),
      { config: { libraries: { passport: false } } },
    );

    expect(result).toEqual([200]);
    expect(counted).toEqual([]);
  });
});

describe('patched passport under koa-passport', () => {
  function createKoa(): Koa {
    const passport = createPassport(new KoaPassport());
    const app = new Koa();
    app.use(async (context, next) => {
      await next().catch(() => {
        context.status = 500;
      });
    });
    app.use(passport.authenticate('jwt', { session: false }));
    app.use((context) => {
      context.body = 'served';
    });
    return app;
  }

  it.each([
    ['an accepted token', VALID, 200, [ACCEPTED, GOOD]],
    ['no token', {}, 401, refused('jwt', 'missing_auth')],
    [
      'an expired token',
      EXPIRED,
      401,
      [...refused('jwt', 'expired_token'), validation('expired_token')],
    ],
    ['a database that is down', as('outage'), 500, [...refused('jwt', 'dependency_error'), GOOD]],
  ] as const)('tells %s', async (_what, headers, status, expected) => {
    const { result, counted } = await observeZeroCode(() =>
      serve(createKoa().callback(), get(headers, '/')),
    );

    expect(result).toEqual([status]);
    expect(counted).toEqual(expected);
  });
});
