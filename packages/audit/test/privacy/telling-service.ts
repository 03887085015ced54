import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AuthMeter } from '@authmeter/core';
import { authMetrics, observeAuth, observeLogin, observeStrategy } from '@authmeter/express';
import { context, trace, type Tracer } from '@opentelemetry/api';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import { verify } from 'jsonwebtoken';
import { Passport } from 'passport';
import { Strategy as LocalStrategy } from 'passport-local';
import { SIGNING_KEY, tellingError, type Secrets } from './secrets';

/** A service on Express that is careless with secrets in every way that its own code can be. */
export interface TellingService {
  readonly url: string;
  /** What its routes find out, and put into errors, infos, headers and results. */
  secrets: Secrets | undefined;
  stop(): Promise<void>;
}

export async function startTellingService(
  meter: AuthMeter,
  tracer: Tracer,
): Promise<TellingService> {
  const service: { secrets: Secrets | undefined } = { secrets: undefined };
  const known = (): Secrets => {
    if (service.secrets === undefined) throw new Error('no secrets yet');
    return service.secrets;
  };
  const app = express();
  app.use((request, _response, next) => {
    const span = tracer.startSpan('request');
    request.once('close', () => {
      span.end();
    });
    context.with(trace.setSpan(context.active(), span), next);
  });
  app.use(
    authMetrics(meter, {
      trustedHops: 1,
      sessionCookies: ['session'],
      identify: (request) => identityOf(request, known),
      operations: {
        'POST /login': 'login',
        'POST /sign-in': { operation: 'login', outcome: () => refusal(known()) },
        'GET /callback': 'oauth_callback',
        'POST /reset/:token': 'password_reset',
        'POST /refresh': 'token_refresh',
        'POST /logout': 'logout',
      },
    }),
  );
  app.use(express.urlencoded({ extended: false }));

  const guard: RequestHandler = (request, _response, next) => {
    const [, token = ''] = (request.headers.authorization ?? '').split(' ');
    Object.assign(request, { auth: verify(token, SIGNING_KEY) });
    next();
  };
  const passport = new Passport();
  passport.use(observeStrategy(localStrategy(known), meter));

  app.get('/me', observeAuth(guard, { meter }), (_request, response) => {
    response.set('x-user', known().accountId).json(known());
  });
  app.get('/admin', observeAuth(guard, { meter }), () => {
    throw Object.assign(tellingError(known()), { status: 403 });
  });
  app.post(
    '/login',
    passport.authenticate('local', { session: false }) as RequestHandler,
    (_request, response) => {
      response.json(known());
    },
  );
  app.post(
    '/thrown',
    observeLogin(
      () => {
        throw tellingError(known());
      },
      { meter, identify: () => ({ accountId: known().accountId, method: known().password }) },
    ),
  );
  const answer: RequestHandler = (_request, response) => {
    response.redirect(302, `/?error=${known().code}`);
  };
  for (const path of ['/sign-in', '/reset/:token', '/refresh', '/logout']) app.post(path, answer);
  app.get('/callback', answer);
  const answerError: ErrorRequestHandler = (
    error: { status?: number },
    _request,
    response,
    _next,
  ) => {
    response
      .status(error.status ?? 401)
      .set('www-authenticate', `Bearer error="${known().code}", realm="${known().apiKey}"`)
      .json(known());
  };
  app.use(answerError);

  const server: Server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(service, {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  });
}

function identityOf(request: object, known: () => Secrets) {
  if (!('auth' in request) && !('user' in request)) return undefined;
  const { accountId, sessionId, email } = known();
  return { accountId, sessionId, route: `/users/${email}`, method: sessionId };
}

function refusal(secrets: Secrets) {
  return { outcome: 'failure', error: tellingError(secrets) } as const;
}

function localStrategy(known: () => Secrets): LocalStrategy {
  return new LocalStrategy(
    { usernameField: 'email', passwordField: 'password' },
    (email, password, done) => {
      const secrets = known();
      if (password === 'throws') throw tellingError(secrets);
      if (password === 'fails') done(tellingError(secrets));
      else if (password === 'refuses') {
        done(null, false, { message: `${email} and ${secrets.password} do not go together` });
      } else if (password === 'says it') done(null, false, secrets.password as never);
      else done(null, { id: secrets.accountId, email, password });
    },
  );
}
