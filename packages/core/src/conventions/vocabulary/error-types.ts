import type { AuthFault, AuthReason } from './reasons';

/** One row of the failure vocabulary. */
export interface ErrorTypeDefinition {
  readonly reason: AuthReason;
  readonly fault: AuthFault;
  /** One sentence: what happened. */
  readonly meaning: string;
  /** What the person who is paged does first. */
  readonly action: string;
}

/** Checks definitions where they are written, and keeps the names of the types and nothing else of them. */
function defineErrorTypes<Name extends string>(
  definitions: Readonly<Record<Name, ErrorTypeDefinition>>,
): Readonly<Record<Name, ErrorTypeDefinition>> {
  return definitions;
}

/** Every precise failure, with the reason that it folds to. Source: conventions section 4. */
export const ERROR_TYPE_DEFINITIONS = defineErrorTypes({
  missing_auth: {
    reason: 'missing_auth',
    fault: 'client',
    meaning: 'No credential was presented where one is needed.',
    action:
      'Nothing, unless it rises with a release: then a client stopped sending its credential.',
  },
  invalid_format: {
    reason: 'invalid_format',
    fault: 'client',
    meaning: 'A credential was presented that cannot be parsed: scheme, segments, base64 or JSON.',
    action: 'Look for a client release or a proxy that rewrites headers.',
  },
  invalid_credentials: {
    reason: 'invalid_credentials',
    fault: 'client',
    meaning: 'Well formed and judged wrong: a password, code, API key or opaque token.',
    action: 'Look at the top sources and accounts: one of each is brute force, many are stuffing.',
  },
  invalid_signature: {
    reason: 'invalid_credentials',
    fault: 'client',
    meaning: "The token's signature is missing or does not verify, or it cannot be decrypted.",
    action: 'Compare the signing key of issuer and verifier, first of all after a deployment.',
  },
  invalid_algorithm: {
    reason: 'invalid_credentials',
    fault: 'client',
    meaning: "The token's algorithm is not allowed or does not fit the key.",
    action: 'Treat a rise as an attack (alg none, HS/RS confusion) and look at its sources.',
  },
  unknown_key: {
    reason: 'invalid_credentials',
    fault: 'client',
    meaning: "No key fits the token's key id.",
    action:
      'Check that a rotated key was published before it signed, and how long keys are cached.',
  },
  invalid_claims: {
    reason: 'invalid_credentials',
    fault: 'client',
    meaning: 'The content is not for us: issuer, audience, subject, nonce, type or tenant.',
    action: 'Compare the configured issuer and audience with those of the refused tokens.',
  },
  token_revoked: {
    reason: 'invalid_credentials',
    fault: 'client',
    meaning: 'The credential was good and has been withdrawn: logged out, revoked or deleted.',
    action: 'Expect it after a logout or a revocation; otherwise see who revoked.',
  },
  token_reuse: {
    reason: 'invalid_credentials',
    fault: 'client',
    meaning: 'A one-time credential came twice: a replayed refresh token, code or challenge.',
    action: 'Treat it as theft: revoke the family and tell the account holder.',
  },
  user_not_found: {
    reason: 'invalid_credentials',
    fault: 'client',
    meaning: 'The identity does not exist.',
    action: 'Many from one source are enumeration; many at once may be a wrong tenant or database.',
  },
  csrf_failed: {
    reason: 'invalid_credentials',
    fault: 'client',
    meaning: 'A CSRF token, an origin or an OAuth state did not match.',
    action: 'Check cookie and domain settings; without a release it is an attack.',
  },
  expired_token: {
    reason: 'expired_token',
    fault: 'client',
    meaning: 'The token, session or code is past its lifetime.',
    action: 'Check token lifetime and whether clients refresh in time.',
  },
  token_not_yet_valid: {
    reason: 'expired_token',
    fault: 'client',
    meaning: 'The token says that it becomes valid in the future.',
    action: 'Compare the clocks of issuer and verifier.',
  },
  account_locked: {
    reason: 'account_restricted',
    fault: 'client',
    meaning: 'The account is locked after too many failures.',
    action: 'See who is trying: many locked accounts at once are an attack.',
  },
  user_disabled: {
    reason: 'account_restricted',
    fault: 'client',
    meaning: 'The account exists and is banned, disabled or expired.',
    action: 'Nothing, unless many accounts were disabled at once.',
  },
  challenge_required: {
    reason: 'account_restricted',
    fault: 'client',
    meaning:
      'One more step is wanted: a second factor, consent, a confirmed address, a new password.',
    action: 'Nothing; a rise shows users who do not get past the step.',
  },
  access_denied: {
    reason: 'insufficient_permissions',
    fault: 'client',
    meaning: 'The user, the identity provider or a sign-in policy said no.',
    action: 'Check the sign-in policy if it rises with a release.',
  },
  insufficient_permissions: {
    reason: 'insufficient_permissions',
    fault: 'client',
    meaning: 'Authenticated, and not allowed: scope, role or policy.',
    action: 'Check role and scope assignments of the affected route.',
  },
  rate_limited: {
    reason: 'rate_limited',
    fault: 'client',
    meaning: 'Our own limiter refused before the credential was judged.',
    action: 'See which limiter and which source: an attack, or a limit that is too low.',
  },
  dependency_error: {
    reason: 'dependency_error',
    fault: 'server',
    meaning: 'Something that we call failed: network, TLS, timeout, 5xx or an unreadable answer.',
    action: 'Check the dependency: key host, identity provider, database, cache.',
  },
  configuration_error: {
    reason: 'internal_error',
    fault: 'server',
    meaning: "A secret, key, strategy or the service's own account is wrong or missing.",
    action: 'Compare the configuration with that of the last healthy release.',
  },
  internal_error: {
    reason: 'internal_error',
    fault: 'server',
    meaning: "A bug in the service's own code.",
    action: 'Look for the exception in the log of the release that brought it.',
  },
  unknown: {
    reason: 'unknown',
    fault: 'unknown',
    meaning: 'Nothing said why: mostly a bare 401.',
    action: 'Wrap the auth layer, or pass a rule, so that the reason is seen.',
  },
});

/** What happened, precisely: what an analyst asks for. */
export type AuthErrorType = keyof typeof ERROR_TYPE_DEFINITIONS;
export const AUTH_ERROR_TYPES = Object.keys(ERROR_TYPE_DEFINITIONS) as readonly AuthErrorType[];
