import { exchangeInProgress, exchangeToSpeakIn, type TokenValidation } from '@authmeter/core';
import { callbackPlace, withHeardCallback } from '../patching/callback';
import type { LibraryPatch } from '../patching/library-patch';
import type { Wrap } from '../patching/wrap-once';
import { runtimeFor, switchOf, type Runtime } from '../runtime';
import { factsOfToken, isNothing } from './token-facts';

const LIBRARY = 'jsonwebtoken';

/** Counts verifications with their precise reason, and what is signed. */
export const JSONWEBTOKEN: LibraryPatch = {
  library: LIBRARY,
  supported: ['>=8.5.1 <10'],
  functions: {
    verify: wrapVerify(),
    sign: wrapSign(),
  },
};

function wrapVerify(): Wrap {
  const here = switchOf(LIBRARY);
  return (original) =>
    function verify(this: unknown, ...parameters) {
      const { runtime } = here;
      // A verifier that is called with nothing validates nothing: koa-jwt does that on every request.
      if (runtime === undefined || isNothing(parameters[0]))
        return original.apply(this, parameters);
      const validations = runtime.ownMeter.tokenValidations;
      const place = callbackPlace(parameters);
      if (place !== -1) {
        return original.apply(this, hearVerdict(validations.start(), parameters, place));
      }
      // Nothing is captured, nothing allocated and nothing called in between: this runs for every token.
      const exchange = exchangeToSpeakIn();
      const startedAt = validations.now();
      let claims: unknown;
      try {
        claims = original.apply(this, parameters);
      } catch (error) {
        validations.fail(exchange, startedAt, error);
        throw error;
      }
      validations.succeed(exchange, startedAt, claims, factsOfToken);
      return claims;
    };
}

function hearVerdict(
  validation: TokenValidation,
  parameters: readonly unknown[],
  place: number,
): unknown[] {
  return withHeardCallback(parameters, place, (error, claims) => {
    if (isError(error)) validation.fail(error);
    else validation.succeed(claims, factsOfToken);
  });
}

function wrapSign(): Wrap {
  return (original) =>
    function sign(this: unknown, ...parameters) {
      const runtime = runtimeFor(LIBRARY);
      // Whoever signs by this library, such as Nest's JwtService, may be observed itself.
      const isInside = exchangeInProgress()?.declared?.operation === 'token_issue';
      if (runtime === undefined || isInside) return original.apply(this, parameters);
      const place = callbackPlace(parameters);
      if (place === -1) {
        return runtime.meter.observe('token_issue', {}, () => original.apply(this, parameters));
      }
      const heard = withHeardCallback(parameters, place, (error) => {
        recordIssuance(runtime, error);
      });
      return original.apply(this, heard);
    };
}

function recordIssuance({ meter }: Runtime, error: unknown): void {
  meter.record(
    isError(error)
      ? { kind: 'error', operation: 'token_issue', error }
      : { kind: 'token_issuance' },
  );
}

function isError(error: unknown): boolean {
  return error !== null && error !== undefined;
}
