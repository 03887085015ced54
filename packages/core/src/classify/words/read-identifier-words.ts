import type { AuthErrorType } from '../../conventions';
import { readIdentifierConcepts } from './read-words';
import { matchConcepts } from './word-pattern';
import { IDENTIFIER_PATTERNS } from './word-patterns';

/**
 * What the words of a code or name say, as in `OTP_EXPIRED` or `UserNotFoundException`, for all the
 * libraries that no table knows. Undefined where they say nothing.
 */
export function readIdentifierWords(identifier: string): AuthErrorType | undefined {
  const concepts = readIdentifierConcepts(identifier);
  return concepts === 0 ? undefined : matchConcepts(concepts, IDENTIFIER_PATTERNS);
}
