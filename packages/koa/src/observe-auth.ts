import { prepareLayer, type ObserveLayerOptions } from '@authmeter/core';
import type { Context, Response } from 'koa';
import { authStateOf, partsOf } from './context-parts';
import type { AnyHandler, Middleware } from './middleware';

/** How one auth middleware is observed; all options have defaults. Callbacks get the context. */
export type ObserveAuthOptions = ObserveLayerOptions<Context>;

/**
 * Wraps one auth middleware and takes the exact reason from it: what it throws, rejects with, or answers. Its
 * behaviour and errors stay its own. Of several words the first counts, so what fails downstream after it called
 * `next` is not its refusal.
 *
 * @throws AuthmeterOptionError at set-up for an option that cannot be used. Never throws into a request.
 */
export function observeAuth<Handler extends AnyHandler>(
  middleware: Handler,
  options: ObserveAuthOptions = {},
): Handler {
  const enter = prepareLayer<Context, Response>('observeAuth', options);
  const authenticate = middleware as unknown as Middleware;
  const observed: Middleware = function observeAuthentication(ctx, next) {
    const layer = enter(partsOf(ctx));
    if (layer === undefined) return authenticate(ctx, next);
    // Another layer in front may have left its own.
    const { jwtOriginalError: before } = authStateOf(ctx);
    const pass = (): Promise<unknown> => {
      const { jwtOriginalError } = authStateOf(ctx);
      if (jwtOriginalError === before) layer.pass();
      else layer.tolerate(jwtOriginalError);
      return next();
    };
    return layer.run(() => authenticate(ctx, pass));
  };
  // What else the middleware can do, such as `unless`, it can do observed.
  return Object.assign(observed, middleware);
}
