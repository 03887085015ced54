import { EXPIRED, FORGED, SECRET, VALID } from '@authmeter/adapter-contract';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import * as expressJwt from 'express-jwt';
import jsonwebtoken from 'jsonwebtoken';
import Koa from 'koa';
import koaJwtModule from 'koa-jwt';
import { get, observeZeroCode, serve } from '../observe-zero-code';
import { patched } from '../patched';

patched('jsonwebtoken', jsonwebtoken);
const { expressjwt } = patched('express-jwt', expressJwt);
const koaJwt = patched('koa-jwt', koaJwtModule);

// eslint-disable-next-line @typescript-eslint/no-require-imports -- An alias, and older than its types.
const lowestExpressJwt = require('lowest-express-jwt') as (options: object) => RequestHandler;
const expressJwt6 = patched('express-jwt', lowestExpressJwt, 1);

type Headers = Record<string, string>;
const ACCEPTED = 'auth.attempts method=jwt outcome=success 1';
const GOOD = 'auth.token.validations outcome=success token_type=access 1';
const validation = (errorType: string, reason = errorType): string =>
  `auth.token.validations error.type=${errorType} outcome=failure reason=${reason} token_type=access 1`;
const refused = (errorType: string, reason = errorType): readonly string[] => [
  `auth.attempts error.type=${errorType} method=jwt outcome=failure reason=${reason} 1`,
  `auth.errors error.type=${errorType} operation=authenticate 1`,
];
const GUEST_WITH_EXPIRED_TOKEN = [
  'auth.errors error.type=expired_token operation=token_validate 1',
  validation('expired_token'),
];

const answerError: ErrorRequestHandler = (error, _request, response, _next) => {
  response.sendStatus((error as { status?: number }).status ?? 500);
};
const serveIt: RequestHandler = (_request, response) => {
  response.send('served');
};

function createExpressApp(factory: (options: object) => RequestHandler): express.Express {
  const options = { secret: SECRET, algorithms: ['HS256'] };
  const guard = factory(options);
  const app = express();
  app.get('/me', guard, serveIt);
  app.get('/optional', factory({ ...options, credentialsRequired: false }), serveIt);
  const swallowing: RequestHandler = (request, response, next) => {
    void guard(request, response, () => {
      next();
    });
  };
  app.get('/swallowing', swallowing, serveIt);
  const except = guard as RequestHandler & { unless(paths: object): RequestHandler };
  app.get('/open', except.unless({ path: ['/open'] }), serveIt);
  app.get('/property', factory({ ...options, requestProperty: 'caller' }), serveIt);
  app.use(answerError);
  return app;
}

describe.each([
  ['express-jwt 8', expressjwt as unknown as (options: object) => RequestHandler],
  ['express-jwt 6', expressJwt6],
])('patched %s', (_name, factory) => {
  const observe = (headers: Headers, path: string) =>
    observeZeroCode(() => serve(createExpressApp(factory), get(headers, path)));

  it.each(['/me', '/optional', '/property'])('counts an accepted token once: %s', async (path) => {
    const { result, counted } = await observe(VALID, path);

    expect(result).toEqual([200]);
    expect(counted).toEqual([ACCEPTED, GOOD]);
  });

  it.each([
    ['no token', {}, refused('missing_auth')],
    ['an expired token', EXPIRED, [...refused('expired_token'), validation('expired_token')]],
    [
      'a forged token',
      FORGED,
      [
        ...refused('invalid_signature', 'invalid_credentials'),
        validation('invalid_signature', 'invalid_credentials'),
      ],
    ],
    [
      'another scheme',
      { authorization: 'Basic YTpi' },
      [...refused('invalid_format'), validation('invalid_format')],
    ],
  ])('tells %s', async (_what, headers, expected) => {
    const { result, counted } = await observe(headers, '/me');

    expect(result).toEqual([401]);
    expect(counted).toEqual(expected);
  });

  it('sees no attempt when a guest is served', async () => {
    const { result, counted } = await observe({}, '/optional');

    expect(result).toEqual([200]);
    expect(counted).toEqual([]);
  });

  it('keeps what its middleware can do besides', async () => {
    const { result, counted } = await observe({}, '/open');

    expect(result).toEqual([200]);
    expect(counted).toEqual([]);
  });
});

describe('patched koa-jwt', () => {
  function createKoa(options: object): Koa {
    const app = new Koa();
    app.use(koaJwt({ secret: SECRET, algorithms: ['HS256'], ...options }));
    app.use((context) => {
      context.body = 'served';
    });
    return app;
  }
  const observe = (headers: Headers, options = {}) =>
    observeZeroCode(() => serve(createKoa(options).callback(), get(headers, '/')));

  it.each([
    ['an accepted token', VALID, 200, [ACCEPTED, GOOD]],
    ['no token', {}, 401, refused('missing_auth')],
    ['an expired token', EXPIRED, 401, [...refused('expired_token'), validation('expired_token')]],
  ] as const)('counts once: %s', async (_what, headers, status, expected) => {
    const { result, counted } = await observe(headers);

    expect(result).toEqual([status]);
    expect(counted).toEqual(expected);
  });

  it.each([
    ['no token: nothing at all', {}, []],
    ['a bad token: a failed validation', EXPIRED, GUEST_WITH_EXPIRED_TOKEN],
    ['a good token: an attempt', VALID, [ACCEPTED, GOOD]],
  ] as const)('serves with passthrough, %s', async (_what, headers, expected) => {
    const { result, counted } = await observe(headers, {
      passthrough: true,
      key: 'caller',
    });

    expect(result).toEqual([200]);
    expect(counted).toEqual(expected);
  });
});
