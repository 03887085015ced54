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
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import { authMetrics, observeAuth, observeRateLimit } from '../src';
import type { CreateExpressApp } from './express-versions';

/** Starts the contract's application on one line of Express. */
export function startContractServer(createApp: CreateExpressApp): StartServer {
  return async (contract) => {
    const operations = operationsOf(contract.routes, (response: Response) => {
      return { status: response.statusCode, location: String(response.getHeader('location')) };
    });
    const app = createApp();
    app.use(authMetrics(contract.meter, { operations: operations as never }));
    for (const { method, path, steps, handle } of contract.routes) {
      const layers = steps.map((step) => catching(middlewareOf(contract, step)));
      const handler: RequestHandler = (request, response) => {
        const answer = handle(contractRequest(request, response));
        if (!(answer instanceof Promise)) return send(response, answer);
        return answer.then((later) => {
          send(response, later);
        });
      };
      app[method === 'GET' ? 'get' : 'post'](path, ...layers, catching(handler));
    }
    const answerError: ErrorRequestHandler = (error, _request, response, _next) => {
      response.status(contract.statusOf(error)).end();
    };
    app.use(answerError);
    return serveOnFreePort(app);
  };
}

/** Express 4 drops a rejected promise, so its applications hand it on; in Express 5 it changes nothing. */
function catching(middleware: RequestHandler): RequestHandler {
  return (request, response, next) => {
    const result: unknown = middleware(request, response, next);
    if (result instanceof Promise) result.catch(next);
  };
}

function middlewareOf({ meter }: ContractApp, step: ContractStep): RequestHandler {
  switch (step.kind) {
    case 'guard':
      return observeAuth(guardOf(step), { meter, optional: step.isOptional ?? false });
    case 'limiter':
      return observeRateLimit(rateLimit({ limit: step.limit }), { meter, limiter: step.limiter });
    case 'check':
      return (request, response, next) => {
        const answer = step.check(contractRequest(request, response));
        if (answer === undefined) next();
        else send(response, answer);
      };
    case 'session':
      return (request, _response, next) => {
        Object.assign(request, { user: step.account });
        next();
      };
    default:
      return step satisfies never;
  }
}

function guardOf(guard: GuardStep): RequestHandler {
  const accept = (request: Request, auth: unknown, next: () => void): void => {
    if (auth !== undefined) Object.assign(request, { auth });
    next();
    if (guard.passesTwice === true) next();
  };
  switch (guard.refuses) {
    case 'by throwing':
      return (request, response, next) => {
        accept(request, guard.authenticate(contractRequest(request, response)), next);
      };
    case 'by rejecting':
      return async (request, response, next) => {
        accept(request, await guard.authenticate(contractRequest(request, response)), next);
      };
    case 'by passing the error on':
      return (request, response, next) => {
        guard.authenticate(contractRequest(request, response)).then((claims) => {
          accept(request, claims, next);
        }, next);
      };
    case 'by answering':
      return (request, response, next) => {
        guard.authenticate(contractRequest(request, response)).then(
          (claims) => {
            accept(request, claims, next);
          },
          () => {
            send(response, { status: guard.status });
          },
        );
      };
    default:
      return guard satisfies never;
  }
}

function send(response: Response, { status, location }: ContractAnswer): void {
  if (response.headersSent) return;
  if (location !== undefined) response.location(location);
  response.status(status).end();
}
