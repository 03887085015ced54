import { prepareLogin, type ObserveLoginOptions as LoginOptions } from '@authmeter/core';
import type { Context, Response } from 'koa';
import { partsOf } from './context-parts';
import type { AnyHandler, Middleware } from './middleware';

/** How a login route is observed; all options have defaults. Callbacks get the context, and Koa's response. */
export type ObserveLoginOptions = LoginOptions<Context, Response>;

/**
 * Wraps the middleware of a login route, so that a refusal is a failed login whatever its status. Its behaviour
 * and errors stay its own; of what fails downstream after it called `next`, the status alone speaks.
 *
 * @throws AuthmeterOptionError at set-up for an option that cannot be used. Never throws into a request.
 */
export function observeLogin<Handler extends AnyHandler>(
  handler: Handler,
  options: ObserveLoginOptions = {},
): Handler {
  const enter = prepareLogin<Context, Response>('observeLogin', options);
  const logIn = handler as unknown as Middleware;
  const observed: Middleware = function observeLoginRoute(ctx, next) {
    const login = enter(partsOf(ctx));
    if (login === undefined) return logIn(ctx, next);
    const pass = (): Promise<unknown> => {
      login.handOn();
      return next();
    };
    return login.run(() => logIn(ctx, pass));
  };
  return Object.assign(observed, handler);
}
