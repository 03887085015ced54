import 'reflect-metadata';
import { DatabaseSync } from 'node:sqlite';
import type { RequestListener } from 'node:http';
import { authMetrics as betterAuthMetrics, observeHandler } from '@authmeter/better-auth';
import { authMetrics, observeAuth, observeLogin } from '@authmeter/express';
import { AuthMetricsModule, observeGuard } from '@authmeter/nestjs';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import type { IncomingMessage } from 'node:http';
import { verify } from 'jsonwebtoken';
import { adapterTarget } from './adapter-target';

const SECRET = 'a secret that no input has';

/** Throws what jsonwebtoken throws; false without a header. */
function verifies({ headers }: IncomingMessage): boolean {
  const { authorization } = headers;
  if (authorization === undefined) return false;
  verify(authorization.replace(/^Bearer /i, ''), SECRET);
  return true;
}

export const EXPRESS = adapterTarget('express', (meter) => {
  const app = express();
  const guard: RequestHandler = (request, response, next) => {
    if (verifies(request)) next();
    else response.status(401).end();
  };
  const logIn: RequestHandler = (request, response) => {
    const body = request.body as { email?: unknown } | undefined;
    response.status(body?.email === undefined ? 422 : 403).end();
  };
  app.use(authMetrics(meter, { trustedHops: 2, sessionCookies: ['sid'] }), express.json());
  app.get('/me', observeAuth(guard, { meter }));
  app.post('/login', observeLogin(logIn, { meter }));
  app.use(((_error, _request, response, _next) => {
    response.status(401).end();
  }) as ErrorRequestHandler);
  return Promise.resolve({ listener: app, paths: ['/me', '/login'] });
});

/** Nest 12 is ESM only. */
export const NEST = adapterTarget('nestjs', async (meter) => {
  const { Controller, Get, Module, UseGuards } = await import('@nestjs/common');
  const { NestFactory } = await import('@nestjs/core');

  class TokenGuard implements CanActivate {
    canActivate(context: ExecutionContext): boolean {
      return verifies(context.switchToHttp().getRequest<IncomingMessage>());
    }
  }

  @Controller()
  class MeController {
    @Get('me')
    @UseGuards(observeGuard(TokenGuard))
    me() {
      return 'me';
    }
  }

  @Module({ imports: [AuthMetricsModule.forRoot({ meter })], controllers: [MeController] })
  class AppModule {}

  const app = await NestFactory.create(AppModule, { logger: false });
  await app.init();
  return {
    listener: app.getHttpAdapter().getInstance() as RequestListener,
    paths: ['/me'],
    stop: () => app.close(),
  };
});

export const BETTER_AUTH = adapterTarget('better-auth', async (meter) => {
  const { betterAuth } = await import('better-auth');
  const { getMigrations } = await import('better-auth/db/migration');
  const { toNodeHandler } = await import('better-auth/node');
  const database = new DatabaseSync(':memory:');
  const settings = {
    logger: { disabled: true },
    telemetry: { enabled: false },
    emailAndPassword: { enabled: true },
    database,
    baseURL: 'http://localhost',
    secret: 'a secret of this service, long enough for everything',
    plugins: [betterAuthMetrics(meter)],
  };
  const auth = betterAuth(settings);
  await (await getMigrations(settings)).runMigrations();
  const handle = toNodeHandler(observeHandler(auth.handler, meter));
  const listener: RequestListener = (request, response) => {
    // What a framework does with a handler that rejects; Node's URL parser refuses some targets.
    handle(request, response).catch(() => response.writeHead(400).end());
  };
  return {
    listener,
    paths: ['/api/auth/sign-in/email', '/api/auth/get-session', '/api/auth/sign-out'],
    stop: () => {
      database.close();
      return Promise.resolve();
    },
  };
});
