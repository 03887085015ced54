import type { IncomingMessage, ServerResponse } from 'node:http';
import { observeResult, openLimiterDecision, resultOfLimiterError } from '@authmeter/core';
import { isExchange } from '../layers/is-exchange';
import type { LibraryPatch } from '../patching/library-patch';
import { readProperty, readText } from '../patching/read-property';
import { dressAs, type LibraryFunction, type Wrap } from '../patching/wrap-once';
import { runtimeFor } from '../runtime';

const LIBRARY = 'express-rate-limit';
const USUAL_PROPERTY = 'rateLimit';

type Request = IncomingMessage & Record<string, unknown>;

const wrapFactory: Wrap = (original) =>
  function rateLimit(this: unknown, ...parameters) {
    const middleware = original.apply(this, parameters);
    if (typeof middleware !== 'function') return middleware;
    return observeMiddleware(middleware as LibraryFunction, parameters[0]);
  };

/** Counts what its middleware decides; who is refused was limited. */
export const EXPRESS_RATE_LIMIT: LibraryPatch = {
  library: LIBRARY,
  supported: ['>=6.1.0 <9'],
  itself: wrapFactory,
  functions: { rateLimit: wrapFactory },
};

function observeMiddleware(middleware: LibraryFunction, options: unknown): LibraryFunction {
  const property = readText(options, 'requestPropertyName') ?? USUAL_PROPERTY;
  // Its name in the header that tells the policy.
  const identifier = readProperty(options, 'identifier');
  const observed: LibraryFunction = function (this: unknown, request, response, next, ...others) {
    const runtime = runtimeFor(LIBRARY);
    const call = (handOn: unknown): unknown =>
      middleware.call(this, request, response, handOn, ...others);
    if (runtime === undefined || !isExchange(request, response) || typeof next !== 'function') {
      return call(next);
    }
    const decide = openLimiterDecision(
      runtime.meter,
      runtime.nameLimiter(LIBRARY, identifier),
      request as Request,
      () => (request as Request)[property],
    );
    const fail = (error: unknown): void => {
      decide((info) => resultOfLimiterError(error, info));
    };
    const pass: LibraryFunction = (...signals) => {
      const [error] = signals;
      if (error !== undefined && error !== null) fail(error);
      else decide((info) => (info === undefined ? 'skipped' : 'allowed'));
      return (next as LibraryFunction)(...signals);
    };
    return observeResult(() => call(pass), {
      onReturn: () => {
        // Whoever left before the limiter had answered was not limited.
        if (!(response as ServerResponse).destroyed) decide(() => 'limited');
      },
      onThrow: fail,
    });
  };
  return dressAs(middleware, observed);
}
