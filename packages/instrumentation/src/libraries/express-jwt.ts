import { observeConnectLayer, type LayerOptions } from '../layers/connect-layer';
import type { LibraryPatch } from '../patching/library-patch';
import { readProperty, readText } from '../patching/read-property';
import type { LibraryFunction, Wrap } from '../patching/wrap-once';

const LIBRARY = 'express-jwt';

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
      const options = layerOptions(parameters[0], usualProperty);
      return observeConnectLayer(middleware as LibraryFunction, options);
    };
}

function layerOptions(options: unknown, usualProperty: string): LayerOptions {
  return {
    library: LIBRARY,
    isOptional: readProperty(options, 'credentialsRequired') === false,
    property:
      readText(options, 'userProperty') ?? readText(options, 'requestProperty') ?? usualProperty,
  };
}
