import {
  checkObserveOptions,
  enterLayer,
  getDefaultAuthMeter,
  identify,
  observeResult,
  openHttpExchange,
  resolveHttpOptions,
  runInExchange,
  type AuthLayer,
  type AuthMeter,
  type AuthMethodName,
  type VerdictFacts,
} from '@authmeter/core';
import type { AnyHandler, ExpressRequest, Middleware } from './middleware';
import { partsOf } from './request-parts';

/** How one auth middleware is observed; all options have defaults. */
export interface ObserveAuthOptions {
  /** Default: the default meter. */
  readonly meter?: AuthMeter;
  /** What the middleware authenticates with. Default: what the request shows, or else `jwt`. */
  readonly method?: AuthMethodName;
  /** Whether it also lets callers pass whom it does not know. Default false. */
  readonly optional?: boolean;
  /** Reads who was accepted, and with what token. Default: from `req.auth` and `req.user`. */
  readonly identify?: (request: ExpressRequest) => VerdictFacts | undefined;
}

/** `next('route')` and `next('router')` choose a route, they are no errors. */
const ROUTING_SIGNALS: readonly unknown[] = ['route', 'router'];

/**
 * Wraps one auth middleware and takes the exact reason from it: what it passes to `next`, throws, rejects with, or
 * answers. Its behaviour, errors and timing stay its own. Of several words the first counts.
 *
 * @throws AuthmeterOptionError at set-up for an option that cannot be used. Never throws into a request.
 */
export function observeAuth<Handler extends AnyHandler>(
  middleware: Handler,
  options: ObserveAuthOptions = {},
): Handler {
  const {
    meter = getDefaultAuthMeter(),
    method,
    optional,
    ...own
  } = checkObserveOptions('observeAuth', options);
  const settings = resolveHttpOptions('observeAuth', own);
  const authenticate = middleware as unknown as Middleware;
  const observed: Middleware = function observeAuthentication(request, response, next) {
    const parts = partsOf(request, response);
    const opened = openHttpExchange(meter, settings, parts);
    if (opened === undefined) return authenticate(request, response, next);
    const layer = enterLayer(opened, request, { method, isOptional: optional ?? false });
    const pass = (...signals: [signal?: unknown]): void => {
      meter.guard('adapter', () => {
        speak(layer, signals[0], () => identify(meter, settings, parts));
      });
      next(...signals);
    };
    return observeResult(
      () => runInExchange(opened.exchange, () => authenticate(request, response, pass)),
      { onThrow: layer.refuse },
    );
  };
  return observed as unknown as Handler;
}

/** What a call of `next` says. */
function speak(layer: AuthLayer, signal: unknown, identity: () => VerdictFacts | undefined): void {
  if (signal === undefined || signal === null) layer.pass(identity());
  else if (ROUTING_SIGNALS.includes(signal)) layer.standAside(identity());
  else layer.refuse(signal);
}
