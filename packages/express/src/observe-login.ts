import type { ServerResponse } from 'node:http';
import {
  checkObserveOptions,
  getDefaultAuthMeter,
  observeResult,
  openHttpExchange,
  resolveHttpOptions,
  runInExchange,
  type AuthMeter,
  type AuthMethodName,
  type Judgement,
  type VerdictFacts,
} from '@authmeter/core';
import type { AnyHandler, ExpressRequest, Middleware } from './middleware';
import { partsOf } from './request-parts';

/** How a login route is observed; all options have defaults. */
export interface ObserveLoginOptions {
  /** Default: the default meter. */
  readonly meter?: AuthMeter;
  /** What the user logs in with. Default `password`. */
  readonly method?: AuthMethodName;
  /** Judges the answer where its status does not tell: a redirect, a flag in the body. */
  readonly outcome?: (request: ExpressRequest, response: ServerResponse) => Judgement | undefined;
  /** Reads whose login it was, also when it failed. Default: from `req.auth` and `req.user`. */
  readonly identify?: (request: ExpressRequest) => VerdictFacts | undefined;
}

/**
 * Wraps the handler of a login route, so that a refusal is a failed login whatever its status. Its behaviour,
 * errors and timing stay its own.
 *
 * @throws AuthmeterOptionError at set-up for an option that cannot be used. Never throws into a request.
 */
export function observeLogin<Handler extends AnyHandler>(
  handler: Handler,
  options: ObserveLoginOptions = {},
): Handler {
  const {
    meter = getDefaultAuthMeter(),
    method = 'password',
    outcome,
    ...own
  } = checkObserveOptions('observeLogin', options);
  const settings = resolveHttpOptions('observeLogin', own);
  const login = handler as unknown as Middleware;
  const observed: Middleware = function observeLoginRoute(request, response, next) {
    const opened = openHttpExchange(meter, settings, partsOf(request, response));
    if (opened === undefined) return login(request, response, next);
    const { exchange } = opened;
    exchange.declare({ operation: 'login', method });
    // In front of the listener that settles, whoever opened the exchange.
    response.prependOnceListener('close', () => {
      meter.guard('adapter', () => {
        exchange.learn(own.identify?.(request));
      });
      const judgement = meter.guard('adapter', () => outcome?.(request, response));
      if (judgement !== undefined) exchange.leave('login', judgement);
    });
    const fail = (error: unknown): void => {
      exchange.refuse({ error });
    };
    const pass = (...signals: [signal?: unknown]): void => {
      if (signals[0] instanceof Error) fail(signals[0]);
      next(...signals);
    };
    return observeResult(() => runInExchange(exchange, () => login(request, response, pass)), {
      onThrow: fail,
    });
  };
  return observed as unknown as Handler;
}
