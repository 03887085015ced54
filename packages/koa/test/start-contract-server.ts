import {
  contractRequest,
  operationsOf,
  serveOnFreePort,
  type ContractAnswer,
  type ContractApp,
  type ContractStep,
  type GuardStep,
  type StartServer,
} from '@authmeter/adapter-contract';
import Router, { type RouterMiddleware } from '@koa/router';
import type Koa from 'koa';
import rateLimit from 'koa-ratelimit';
import { authMetrics, observeAuth, observeRateLimit } from '../src';
import { listenerOf, type KoaClass } from './koa-versions';

/** Starts the contract's application on one line of Koa. */
export function startContractServer(App: KoaClass): StartServer {
  return async (contract) => {
    const operations = operationsOf<Koa.Context, Koa.Response>(contract.routes, (response) => {
      return { status: response.status, location: response.get('location') };
    });
    const router = new Router();
    for (const { method, path, steps, handle } of contract.routes) {
      const layers = steps.map((step) => middlewareOf(contract, step));
      const handler: Koa.Middleware = async (ctx) => {
        send(ctx, await handle(contractRequest(ctx.req, ctx.res)));
      };
      router[method === 'GET' ? 'get' : 'post'](
        path,
        ...([...layers, handler] as RouterMiddleware[]),
      );
    }
    const answerError: Koa.Middleware = async (ctx, next) => {
      try {
        await next();
      } catch (error) {
        ctx.status = contract.statusOf(error);
      }
    };
    const metrics = authMetrics(contract.meter, { operations });
    return serveOnFreePort(
      listenerOf(App, metrics, answerError, router.routes() as Koa.Middleware),
    );
  };
}

function middlewareOf({ meter }: ContractApp, step: ContractStep): Koa.Middleware {
  switch (step.kind) {
    case 'guard':
      return observeAuth(guardOf(step), { meter, optional: step.isOptional ?? false });
    case 'limiter': {
      const limiter = rateLimit({ driver: 'memory', db: new Map(), max: step.limit });
      return observeRateLimit(limiter, { meter, limiter: step.limiter });
    }
    case 'check':
      return (ctx, next) => {
        const answer = step.check(contractRequest(ctx.req, ctx.res));
        if (answer === undefined) return next();
        send(ctx, answer);
        return undefined;
      };
    case 'session':
      return (ctx, next) => {
        ctx.state['user'] = step.account;
        return next();
      };
    default:
      return step satisfies never;
  }
}

function guardOf(guard: GuardStep): Koa.Middleware {
  const accept = async (ctx: Koa.Context, user: unknown, next: Koa.Next): Promise<void> => {
    if (user !== undefined) ctx.state['user'] = user;
    await next();
    // Koa refuses a second call; what counts is that nothing is counted twice.
    if (guard.passesTwice === true) await next().catch(() => undefined);
  };
  switch (guard.refuses) {
    case 'by throwing':
      return (ctx, next) =>
        accept(ctx, guard.authenticate(contractRequest(ctx.req, ctx.res)), next);
    case 'by rejecting':
    case 'by passing the error on':
      return async (ctx, next) => {
        await accept(ctx, await guard.authenticate(contractRequest(ctx.req, ctx.res)), next);
      };
    case 'by answering':
      return async (ctx, next) => {
        const request = contractRequest(ctx.req, ctx.res);
        const claims = await guard.authenticate(request).catch(() => 'refused' as const);
        if (claims === 'refused') send(ctx, { status: guard.status });
        else await accept(ctx, claims, next);
      };
    default:
      return guard satisfies never;
  }
}

function send(ctx: Koa.Context, { status, location }: ContractAnswer): void {
  if (location !== undefined) ctx.set('Location', location);
  ctx.status = status;
}
