import type { LibraryPatch } from '../patching/library-patch';
import type { Wrap } from '../patching/wrap-once';
import { runtimeFor } from '../runtime';
import { observeKeySet } from './jose-key-set';
import { factsOfToken, isNothing } from './token-facts';

const LIBRARY = 'jose';

const wrapJwtVerify: Wrap = (original) =>
  function jwtVerify(this: unknown, ...parameters) {
    const runtime = runtimeFor(LIBRARY);
    if (runtime === undefined || isNothing(parameters[0])) return original.apply(this, parameters);
    return runtime.meter.observe('token_validate', { identify: factsOfToken }, () =>
      original.apply(this, parameters),
    );
  };

const wrapSign: Wrap = (original) =>
  function sign(this: unknown, ...parameters) {
    const runtime = runtimeFor(LIBRARY);
    if (runtime === undefined) return original.apply(this, parameters);
    return runtime.meter.observe('token_issue', {}, () => original.apply(this, parameters));
  };

const wrapCreateRemoteJwkSet: Wrap = (original) =>
  function createRemoteJWKSet(this: unknown, ...parameters) {
    const getKey = original.apply(this, parameters);
    return typeof getKey === 'function' ? observeKeySet(getKey as typeof original) : getKey;
  };

/** Counts verifications with their precise reason, what is signed, and how verification keys were found. */
export const JOSE: LibraryPatch = {
  library: LIBRARY,
  supported: ['>=4.0.0 <7'],
  functions: { jwtVerify: wrapJwtVerify, createRemoteJWKSet: wrapCreateRemoteJwkSet },
  methods: { SignJWT: { sign: wrapSign } },
};
