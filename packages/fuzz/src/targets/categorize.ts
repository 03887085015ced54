import { categorizeAuthError } from '@authmeter/core';
import { AUTH_ERROR_TYPES, ERROR_TYPE_DEFINITIONS } from '@authmeter/core/conventions';
import fc from 'fast-check';
import { HOSTILE_VALUES, type MakeValue } from '../inputs/hostile-values';
import { defineTarget } from '../target';

/** The classifier, given whatever can be thrown, and hints of the same kind. */
export const CATEGORIZE = defineTarget({
  name: 'categorize',
  promise: 'any value gets a category of the closed list, and nothing is thrown',
  start: () =>
    Promise.resolve({
      inputs: fc.tuple(HOSTILE_VALUES, HOSTILE_VALUES),
      attempt: ([makeError, makeHints]: readonly [MakeValue, MakeValue]) => {
        const hints = makeHints() as object;
        const { errorType, reason, fault } = categorizeAuthError(makeError(), hints);
        if (!AUTH_ERROR_TYPES.includes(errorType)) throw new Error(`${errorType} is in no list`);
        const definition = ERROR_TYPE_DEFINITIONS[errorType];
        if (definition.reason !== reason || definition.fault !== fault) {
          throw new Error(`${errorType} came with ${reason} and ${fault}`);
        }
      },
    }),
});
