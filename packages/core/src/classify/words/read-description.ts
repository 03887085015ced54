import type { AuthErrorType } from '../../conventions';
import { readEntraNumber } from '../libraries/entra-numbers';
import { readTextConcepts } from './read-words';
import { matchConcepts } from './word-pattern';
import { DESCRIPTION_PATTERNS } from './word-patterns';

/** Keycloak's way of saying that a required action is pending. */
const NOT_SET_UP = 'Account is not fully set up';

/** What an authorization server's description adds to its code, or undefined. The text is cut already. */
export function readDescription(description: string): AuthErrorType | undefined {
  if (description.startsWith(NOT_SET_UP)) return 'challenge_required';
  return (
    readEntraNumber(description) ??
    matchConcepts(readTextConcepts(description), DESCRIPTION_PATTERNS)
  );
}
