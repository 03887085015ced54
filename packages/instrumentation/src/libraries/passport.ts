import { observeStrategy, runPassportCall, type PassportCallOptions } from '@authmeter/core';
import type { LibraryPatch } from '../patching/library-patch';
import { dressAs, type LibraryFunction, type Wrap } from '../patching/wrap-once';
import { runtimeFor } from '../runtime';

const LIBRARY = 'passport';

type Strategy = Parameters<typeof observeStrategy>[0];

/** Strategies tell why they refuse; what that means depends on who acts on it. */
export const PASSPORT: LibraryPatch = {
  library: LIBRARY,
  supported: ['>=0.4.1 <0.8'],
  methods: {
    Authenticator: {
      use: wrapUse(),
      authenticate: wrapAuthenticate((parameters) =>
        parameters.slice(1).some((parameter) => typeof parameter === 'function')
          ? 'host'
          : 'passport',
      ),
      authorize: wrapAuthenticate(() => 'nobody'),
    },
  },
};

function wrapUse(): Wrap {
  return (original) =>
    function use(this: unknown, ...parameters) {
      parameters.forEach(observe);
      return original.apply(this, parameters);
    };
}

function wrapAuthenticate(
  actorOf: (parameters: readonly unknown[]) => PassportCallOptions['actor'],
): Wrap {
  return (original) =>
    function authenticate(this: unknown, ...parameters) {
      const [given] = parameters;
      const strategies: readonly unknown[] = Array.isArray(given) ? given : [given];
      strategies.forEach(observe);
      const middleware = original.apply(this, parameters);
      if (typeof middleware !== 'function') return middleware;
      return observeMiddleware(middleware as LibraryFunction, {
        strategies: strategies.length,
        actor: actorOf(parameters),
      });
    };
}

function observeMiddleware(
  middleware: LibraryFunction,
  options: PassportCallOptions,
): LibraryFunction {
  const observed: LibraryFunction = function (this: unknown, ...parameters) {
    const [request] = parameters;
    const run = (): unknown => middleware.apply(this, parameters);
    const isObserved = runtimeFor(LIBRARY) !== undefined && typeof request === 'object';
    return isObserved && request !== null ? runPassportCall(request, options, run) : run();
  };
  return dressAs(middleware, observed);
}

/** A strategy, where something that was given is one: it may as well be a name. */
function observe(given: unknown): void {
  const runtime = runtimeFor(LIBRARY);
  const isStrategy =
    typeof given === 'object' &&
    given !== null &&
    typeof (given as Partial<Strategy>).authenticate === 'function';
  if (runtime !== undefined && isStrategy) observeStrategy(given as Strategy, runtime.ownMeter);
}
