import type { IncomingMessage, ServerResponse } from 'node:http';
import { observeLayer } from '@authmeter/core';
import { isKoaContext, partsOfContext, type KoaContext } from '../layers/koa-context';
import type { LibraryPatch } from '../patching/library-patch';
import { readProperty, readText } from '../patching/read-property';
import { dressAs, type LibraryFunction, type Wrap } from '../patching/wrap-once';
import { runtimeFor } from '../runtime';

const LIBRARY = 'koa-jwt';
const USUAL_KEY = 'user';

const wrapFactory: Wrap = (original) =>
  function koaJwt(this: unknown, ...parameters) {
    const middleware = original.apply(this, parameters);
    if (typeof middleware !== 'function') return middleware;
    const key = readText(parameters[0], 'key') ?? USUAL_KEY;
    return observeLayerOf(middleware as LibraryFunction, key);
  };

/** Its middleware is a layer: what it throws is its refusal, what it lets pass in spite of it is a guest's. */
export const KOA_JWT: LibraryPatch = {
  library: LIBRARY,
  supported: ['>=3.6.0 <5'],
  itself: wrapFactory,
};

function observeLayerOf(middleware: LibraryFunction, key: string): LibraryFunction {
  const observed: LibraryFunction = function (this: unknown, context, next) {
    const runtime = runtimeFor(LIBRARY);
    if (runtime === undefined || !isKoaContext(context) || typeof next !== 'function') {
      return middleware.call(this, context, next);
    }
    const enter = observeLayer<IncomingMessage, ServerResponse>(runtime.meter, runtime.http, {
      method: 'jwt',
      isOptional: false,
    });
    const layer = enter(partsOfContext(context, key));
    if (layer === undefined) return middleware.call(this, context, next);
    const before = swallowedErrorOf(context);
    const pass: LibraryFunction = () => {
      const swallowed = swallowedErrorOf(context);
      if (swallowed === before) layer.pass();
      else layer.tolerate(swallowed);
      return (next as LibraryFunction)();
    };
    return layer.run(() => middleware.call(this, context, pass));
  };
  return dressAs(middleware, observed);
}

/** Why a token could not be verified that was let pass all the same. */
function swallowedErrorOf({ state }: KoaContext): unknown {
  return readProperty(state, 'jwtOriginalError');
}
