import type { AuthObservationKind, CountedObservation } from '@authmeter/core';
import type { AuthErrorType, AuthMethod, AuthOutcome } from '@authmeter/core/conventions';

/** Methods whose credential nobody guesses: it was issued, and is verified. */
const VERIFIED_METHODS: ReadonlySet<string> = new Set<AuthMethod>([
  'jwt',
  'oauth',
  'oidc',
  'saml',
  'session',
  'passkey',
  'mtls',
  'guest',
]);

/**
 * Failures that a wrong guess has: the credential was judged, or a lock refused to judge it. An expired credential, a missing
 * or an unreadable one is no guess, whatever it fails with and however often.
 */
const FAILURES_OF_A_GUESS: readonly AuthErrorType[] = [
  'invalid_credentials',
  'user_not_found',
  'account_locked',
  'user_disabled',
];

/** Whoever fails to log in is guessing, also behind a limiter; a client of an API that is throttled is not. */
const FAILURES_OF_A_LOGIN: readonly AuthErrorType[] = ['rate_limited', 'unknown'];

const FAILURES: Readonly<Partial<Record<AuthObservationKind, ReadonlySet<AuthErrorType>>>> = {
  login: new Set([...FAILURES_OF_A_GUESS, ...FAILURES_OF_A_LOGIN]),
  mfa_challenge: new Set([...FAILURES_OF_A_GUESS, ...FAILURES_OF_A_LOGIN]),
  attempt: new Set(FAILURES_OF_A_GUESS),
};

/**
 * How a try at a credential that can be guessed ended; undefined for what is no such try, or the second factor of a login
 * that is told by itself.
 */
export function outcomeOfTry({
  observation,
  failure,
  isPart,
}: CountedObservation): AuthOutcome | undefined {
  if (isPart === true || !isTry(observation)) return undefined;
  if (failure === undefined) return 'success';
  return FAILURES[observation.kind]?.has(failure.errorType) === true ? 'failure' : undefined;
}

function isTry(observation: CountedObservation['observation']): boolean {
  switch (observation.kind) {
    case 'login':
      return !VERIFIED_METHODS.has(observation.method ?? 'password');
    case 'attempt':
      return observation.method !== undefined && !VERIFIED_METHODS.has(observation.method);
    case 'mfa_challenge':
      return observation.stage === 'verified';
    default:
      return false;
  }
}
