import { CONCEPT as C } from './lexicon';
import type { WordPattern } from './word-pattern';

const REFUSING = C.invalid | C.missing | C.not;

/** Codes and class names may also speak of the server's own troubles; sentences are not believed there. */
const SERVER_PATTERNS: readonly WordPattern[] = [
  { all: C.network, says: 'dependency_error' },
  { all: C.response, any: C.malformed | C.invalid | C.not, says: 'dependency_error' },
  { all: C.key | C.malformed, none: C.secret, says: 'dependency_error' },
  { all: C.timeout, any: C.token, says: 'expired_token' },
  { all: C.timeout, says: 'dependency_error' },
];

/** The order matters: what is peculiar comes before what is common. */
const SHARED_PATTERNS: readonly WordPattern[] = [
  { all: C.forgery, any: REFUSING | C.expired | C.malformed, says: 'csrf_failed' },
  { all: C.reused, says: 'token_reuse' },
  {
    all: C.setup,
    any: REFUSING | C.found | C.disabled,
    none: C.algorithm,
    says: 'configuration_error',
  },
  { all: C.expired | C.user, none: C.token | C.secret, says: 'user_disabled' },
  { all: C.expired | C.secret, none: C.token | C.key, says: 'challenge_required' },
  { all: C.expired | C.invalid, none: C.claim, says: 'invalid_credentials' },
  { all: C.expired, says: 'expired_token' },
  { all: C.revoked, says: 'token_revoked' },
  { all: C.locked, says: 'account_locked' },
  { all: C.attempt | C.limit, says: 'account_locked' },
  { all: C.banned, says: 'user_disabled' },
  { all: C.algorithm, says: 'invalid_algorithm' },
  { all: C.signature, says: 'invalid_signature' },
  { all: C.step, any: C.not | C.missing, none: C.invalid, says: 'challenge_required' },
  { all: C.user | C.disabled, none: C.secret, says: 'user_disabled' },
  { all: C.user | C.not | C.active, none: C.secret, says: 'user_disabled' },
  { all: C.early, any: C.not | C.token | C.jwt | C.invalid, says: 'token_not_yet_valid' },
  { all: C.not | C.active | C.token, none: C.secret, says: 'token_not_yet_valid' },
  { all: C.key, any: C.not | C.missing, none: C.secret, says: 'unknown_key' },
  { all: C.limit, says: 'rate_limited' },
];

const LATE_PATTERNS: readonly WordPattern[] = [
  { all: C.claim, says: 'invalid_claims' },
  { all: C.permission, says: 'insufficient_permissions' },
  { all: C.malformed, says: 'invalid_format' },
  { all: C.jwt | C.invalid, none: C.step, says: 'invalid_format' },
  { all: C.user | C.not | C.found, none: C.token | C.secret, says: 'user_not_found' },
  { all: C.user | C.missing | C.found, none: C.token | C.secret, says: 'user_not_found' },
  { all: C.invalid, any: C.token | C.secret | C.user | C.provided, says: 'invalid_credentials' },
  { all: C.invalid | C.step, says: 'invalid_credentials' },
  { all: C.not | C.found | C.secret, says: 'invalid_credentials' },
  { all: C.not | C.provided, none: C.found, says: 'missing_auth' },
];

/** For codes, names and constructor names. */
export const IDENTIFIER_PATTERNS: readonly WordPattern[] = [
  ...SERVER_PATTERNS,
  ...SHARED_PATTERNS,
  { all: C.disabled, says: 'configuration_error' },
  { all: C.not | C.active, says: 'configuration_error' },
  ...LATE_PATTERNS,
  { all: C.not | C.found | C.token, says: 'invalid_credentials' },
  { all: C.missing, any: C.token | C.secret | C.provided, says: 'missing_auth' },
  { all: C.denied, says: 'access_denied' },
];

/** For whole sentences of known words. */
export const PHRASE_PATTERNS: readonly WordPattern[] = [
  ...SHARED_PATTERNS,
  ...LATE_PATTERNS,
  { all: C.not | C.found | C.token, says: 'missing_auth' },
  { all: C.missing, any: C.token | C.secret | C.key | C.provided, says: 'missing_auth' },
  { all: C.step | C.user, says: 'challenge_required' },
  { all: C.denied, says: 'access_denied' },
];

/** For an authorization server's explanation of a code that already says what kind of failure it was. */
export const DESCRIPTION_PATTERNS: readonly WordPattern[] = [
  { all: C.reused, says: 'token_reuse' },
  // The sentence of RFC 6749 section 5.2 that lists every cause there is.
  { all: C.expired | C.revoked | C.invalid, says: undefined },
  { all: C.expired, says: 'expired_token' },
  { all: C.not | C.active | C.token, none: C.user, says: 'expired_token' },
  { all: C.revoked, says: 'token_revoked' },
  { all: C.locked, says: 'account_locked' },
  { all: C.attempt | C.limit, says: 'account_locked' },
  { all: C.banned, says: 'user_disabled' },
  { all: C.user | C.disabled, says: 'user_disabled' },
  { all: C.signature, says: 'invalid_signature' },
  { all: C.step, any: C.missing | C.not, none: C.invalid, says: 'challenge_required' },
  { all: C.user | C.not | C.found, none: C.token | C.secret, says: 'user_not_found' },
];
