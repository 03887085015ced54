/** Who has to act on a failure: the caller, whoever runs the service, or nobody can tell. */
export const AUTH_FAULTS = ['client', 'server', 'unknown'] as const;
export type AuthFault = (typeof AUTH_FAULTS)[number];

/** What the coarse reasons mean, in documentation order. Source: seed 000, extended for seeds 002 and 004. */
export const AUTH_REASON_MEANINGS = {
  invalid_credentials:
    'A credential was judged and found wrong, forged, withdrawn or not meant for us.',
  expired_token: 'A token was used outside its validity window, too late or too early.',
  missing_auth: 'No credential was presented where one is needed.',
  invalid_format: 'A credential was presented that cannot be read.',
  rate_limited: 'Our own limiter refused before the credential was judged.',
  account_restricted: 'The account is locked or disabled, or has to take one more step.',
  insufficient_permissions: 'The caller is known and is not allowed to do this.',
  dependency_error: 'Something that we call failed: a key host, a database, an identity provider.',
  internal_error: "The service's own fault: a bug or its configuration.",
  unknown: 'Nothing said why.',
} as const;

/** Why an attempt failed, coarsely: what an alert selects on. */
export type AuthReason = keyof typeof AUTH_REASON_MEANINGS;
export const AUTH_REASONS = Object.keys(AUTH_REASON_MEANINGS) as readonly AuthReason[];
