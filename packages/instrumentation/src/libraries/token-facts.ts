import { identityOf, type VerdictFacts } from '@authmeter/core';

/** Whether a verifier was given nothing to verify. */
export function isNothing(token: unknown): boolean {
  return token === undefined || token === null || token === '';
}

/**
 * Whose token it is and how long it lives, from what a verifier returns: the claims, or an object that holds them as
 * its `payload`.
 */
export function factsOfToken(verified: unknown): VerdictFacts | undefined {
  return identityOf(verified, undefined);
}
