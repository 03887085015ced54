import type { ServerResponse } from 'node:http';
import { prepareLayer, type ObserveLayerOptions } from '@authmeter/core';
import type { AnyHandler, ExpressRequest, Middleware, RequestOf } from './middleware';
import { partsOf } from './request-parts';

/** How one auth middleware is observed; all options have defaults. */
export type ObserveAuthOptions<Request = ExpressRequest> = ObserveLayerOptions<Request>;

/**
 * Wraps one auth middleware and takes the exact reason from it: what it passes to `next`, throws, rejects with, or
 * answers. Its behaviour, errors and timing stay its own. Of several words the first counts.
 *
 * @throws AuthmeterOptionError at set-up for an option that cannot be used. Never throws into a request.
 */
export function observeAuth<Handler extends AnyHandler, Request = RequestOf<Handler>>(
  middleware: Handler,
  options: ObserveAuthOptions<Request> = {},
): Handler {
  const enter = prepareLayer<Request, ServerResponse>('observeAuth', options);
  const authenticate = middleware as unknown as Middleware;
  const observed: Middleware = function observeAuthentication(request, response, next) {
    const layer = enter(partsOf(request, response));
    if (layer === undefined) return authenticate(request, response, next);
    const pass = (...signals: [signal?: unknown]): void => {
      layer.handOn(signals[0]);
      next(...signals);
    };
    return layer.run(() => authenticate(request, response, pass));
  };
  // What else the middleware can do, such as `unless`, it can do observed.
  return Object.assign(observed, middleware);
}
