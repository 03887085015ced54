import { observeConnectLayer, type LayerOptions } from '../layers/connect-layer';
import type { LibraryPatch } from '../patching/library-patch';
import type { LibraryFunction, Wrap } from '../patching/wrap-once';

const LIBRARY = 'express-jwt';

/** What is read of the options of express-jwt. */
interface ExpressJwtOptions {
  readonly credentialsRequired?: unknown;
  readonly requestProperty?: unknown;
  readonly userProperty?: unknown;
}

/** Its middleware is a layer: what it passes on is its refusal. */
export const EXPRESS_JWT: LibraryPatch = {
  library: LIBRARY,
  supported: ['>=7.5.0 <9'],
  functions: { expressjwt: wrapFactory('auth') },
};

/** The same, when the module was the function itself. */
export const EXPRESS_JWT_6: LibraryPatch = {
  library: LIBRARY,
  supported: ['>=6.0.0 <7'],
  itself: wrapFactory('user'),
};

function wrapFactory(usualProperty: string): Wrap {
  return (original) =>
    function expressjwt(this: unknown, ...parameters) {
      const middleware = original.apply(this, parameters);
      if (typeof middleware !== 'function') return middleware;
      const options = layerOptions(parameters[0] as ExpressJwtOptions, usualProperty);
      return observeConnectLayer(middleware as LibraryFunction, options);
    };
}

function layerOptions(
  { credentialsRequired, userProperty, requestProperty }: ExpressJwtOptions,
  usualProperty: string,
): LayerOptions {
  const property = userProperty ?? requestProperty;
  return {
    library: LIBRARY,
    isOptional: credentialsRequired === false,
    property: typeof property === 'string' ? property : usualProperty,
  };
}
