import type { AuthErrorType } from '../conventions';
import type { AuthErrorCategory } from '../model/auth-observer';

/** Causes that say little: whatever else is known says more. */
const VAGUE: ReadonlySet<AuthErrorType> = new Set(['unknown']);
/** Verdicts of an outer layer that an inner library call explains better. */
const EXPLAINED_FROM_INSIDE: ReadonlySet<AuthErrorType> = new Set([
  'unknown',
  'invalid_credentials',
]);

/** Of two refusals the one that came first, which is the inner one, unless it is vague. */
export function moreTelling(
  first: AuthErrorCategory | undefined,
  second: AuthErrorCategory | undefined,
): AuthErrorCategory | undefined {
  if (first === undefined) return second;
  return VAGUE.has(first.errorType) && second !== undefined ? second : first;
}

/**
 * The cause of a refusal in the light of what failed inside. A fault of the host's own is never blamed on the
 * client, and a swallowed cause is recovered.
 */
export function explainedBy(
  refusal: AuthErrorCategory | undefined,
  inner: AuthErrorCategory | undefined,
): AuthErrorCategory | undefined {
  if (refusal === undefined || inner === undefined) return refusal ?? inner;
  const innerExplains = EXPLAINED_FROM_INSIDE.has(refusal.errorType) && !VAGUE.has(inner.errorType);
  return inner.fault === 'server' || innerExplains ? inner : refusal;
}
