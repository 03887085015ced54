import type { AuthOperation } from '@authmeter/core/conventions';
import type { LibraryPatch } from '../patching/library-patch';
import type { Wrap } from '../patching/wrap-once';
import { runtimeFor } from '../runtime';
import { factsOfToken, isNothing } from './token-facts';

const LIBRARY = '@nestjs/jwt';

/** The service of Nest: also tells what fails before or around the library that it uses. */
export const NESTJS_JWT: LibraryPatch = {
  library: LIBRARY,
  supported: ['>=11.0.0 <13'],
  methods: {
    JwtService: {
      verify: wrapMethod('token_validate'),
      verifyAsync: wrapMethod('token_validate'),
      sign: wrapMethod('token_issue'),
      signAsync: wrapMethod('token_issue'),
    },
  },
};

function wrapMethod(operation: Extract<AuthOperation, 'token_validate' | 'token_issue'>): Wrap {
  const isValidation = operation === 'token_validate';
  const facts = isValidation ? { identify: factsOfToken } : {};
  return (original) =>
    function jwtServiceMethod(this: unknown, ...parameters) {
      const runtime = runtimeFor(LIBRARY);
      const isVoid = isValidation && isNothing(parameters[0]);
      if (runtime === undefined || isVoid) return original.apply(this, parameters);
      return runtime.meter.observe(operation, facts, () => original.apply(this, parameters));
    };
}
