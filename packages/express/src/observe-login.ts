import type { ServerResponse } from 'node:http';
import { prepareLogin, type ObserveLoginOptions as LoginOptions } from '@authmeter/core';
import type { AnyHandler, ExpressRequest, Middleware, RequestOf } from './middleware';
import { partsOf } from './request-parts';

/** How a login route is observed; all options have defaults. */
export type ObserveLoginOptions<Request = ExpressRequest> = LoginOptions<Request, ServerResponse>;

/**
 * Wraps the handler of a login route, so that a refusal is a failed login whatever its status. Its behaviour,
 * errors and timing stay its own.
 *
 * @throws AuthmeterOptionError at set-up for an option that cannot be used. Never throws into a request.
 */
export function observeLogin<Handler extends AnyHandler, Request = RequestOf<Handler>>(
  handler: Handler,
  options: ObserveLoginOptions<Request> = {},
): Handler {
  const enter = prepareLogin<Request, ServerResponse>('observeLogin', options);
  const logIn = handler as unknown as Middleware;
  const observed: Middleware = function observeLoginRoute(request, response, next) {
    const login = enter(partsOf(request, response));
    if (login === undefined) return logIn(request, response, next);
    const pass = (...signals: [signal?: unknown]): void => {
      if (signals[0] instanceof Error) login.fail(signals[0]);
      next(...signals);
    };
    return login.run(() => logIn(request, response, pass));
  };
  return Object.assign(observed, handler);
}
