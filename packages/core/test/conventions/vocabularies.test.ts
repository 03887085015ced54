import * as conventions from '../../src/conventions';

/** The contract's closed lists, in its words. */
const CLOSED_LISTS: readonly (readonly [name: keyof typeof conventions, values: string])[] = [
  ['AUTH_OUTCOMES', 'success, failure'],
  [
    'AUTH_REASONS',
    'invalid_credentials, expired_token, missing_auth, invalid_format, rate_limited, unknown, ' +
      'insufficient_permissions, account_restricted, dependency_error, internal_error',
  ],
  [
    'AUTH_METHODS',
    'jwt, api_key, oauth, password, session, passkey, otp, magic_link, basic, saml, oidc, mtls, ldap, guest',
  ],
  [
    'AUTH_OPERATIONS',
    'authenticate, login, logout, register, token_validate, token_issue, token_refresh, token_revoke, ' +
      'oauth_start, oauth_callback, password_reset, mfa_verify, authorize',
  ],
  ['TOKEN_TYPES', 'access, refresh, id, session, api_key, one_time'],
  [
    'GRANT_TYPES',
    'authorization_code, refresh_token, client_credentials, password, device_code, token_exchange',
  ],
  ['OAUTH_STEPS', 'start, callback, code_exchange, userinfo, account_link, refresh'],
  ['MFA_FACTORS', 'totp, webauthn, sms, email, push, recovery_code'],
  ['MFA_STAGES', 'issued, verified, abandoned'],
  ['PASSWORD_RESET_EVENTS', 'requested, email_sent, completed, failed, expired'],
  ['GUEST_EVENTS', 'created, resumed, converted, expired, rejected'],
  ['RATE_LIMIT_RESULTS', 'allowed, limited, skipped, store_error'],
  ['LOCKOUT_CAUSES', 'max_retries, suspicious, customer, admin, other'],
  ['LOCKOUT_TRANSITIONS', 'locked, unlocked, expired'],
  [
    'SECURITY_EVENTS',
    'token_reuse, csrf_failure, brute_force, credential_stuffing, password_spray, failure_spike, ' +
      'impossible_travel, session_use_after_expire, signature_burst, success_after_failures',
  ],
  ['SEVERITIES', 'info, warn, critical'],
  ['END_CAUSES', 'user, timeout, admin, rotation, reuse, password_change, other'],
  ['CREDENTIAL_TYPES', 'signing_key, api_key, client_secret, password, certificate'],
  ['CREDENTIAL_STATES', 'current, previous, next'],
  ['KEY_LOOKUP_RESULTS', 'hit, miss, refreshed, not_found, error'],
  ['HASH_ALGORITHMS', 'argon2, bcrypt, scrypt, pbkdf2'],
  ['HASH_OPERATIONS', 'hash, verify'],
  ['COMPONENTS', 'recorder, observer, error_rules, locator, adapter, audit, detectors, live'],
  ['ALLOW_LISTS', 'methods, limiters, providers, policies, dependencies'],
];

/** Attributes that record a foreign value as `_OTHER`; in all others it is a mistake of the caller's. */
const FOLDING =
  'algorithm, country, dependency, factor, grant_type, limiter, method, policy, provider, token_type';

/** Which option adds to which attribute. */
const EXTENDED_BY: Readonly<Record<string, string>> = {
  method: 'methods',
  provider: 'providers',
  policy: 'policies',
  limiter: 'limiters',
  dependency: 'dependencies',
};

const ATTRIBUTES = new Set<conventions.AttributeDefinition>(
  conventions.METRIC_CATALOGUE.flatMap(({ attributes }) => [...attributes]),
);

describe('the closed lists', () => {
  it.each(CLOSED_LISTS)('%s is %s', (name, values) => {
    const list = conventions[name] as unknown as readonly string[];

    expect([...list].sort()).toEqual(values.split(', ').sort());
  });

  it('includes the 249 countries of ISO 3166-1, each once, in alphabetical order', () => {
    expect(conventions.COUNTRIES).toHaveLength(249);
    expect(conventions.COUNTRIES).toEqual([...new Set(conventions.COUNTRIES)].sort());
    expect(conventions.COUNTRIES.join('')).toMatch(/^[A-Z]{498}$/);
    expect(conventions.COUNTRIES).toEqual(expect.arrayContaining(['BR', 'DE', 'GB', 'US', 'ZW']));
  });
});

describe('the attributes', () => {
  it('fold exactly where the contract has _OTHER', () => {
    const folding = [...ATTRIBUTES].filter(({ folds }) => folds === true).map(({ key }) => key);

    expect(folding.sort()).toEqual(FOLDING.split(', '));
    expect(conventions.OTHER_VALUE).toBe('_OTHER');
  });

  it('are extended by exactly the options of the contract', () => {
    const extended = [...ATTRIBUTES].flatMap(({ key, extendedBy }) =>
      extendedBy === undefined ? [] : [[key, extendedBy] as const],
    );

    expect(Object.fromEntries(extended)).toEqual(EXTENDED_BY);
  });

  it.each([...ATTRIBUTES])(
    '$key has values from somewhere, and says what it means',
    (attribute) => {
      const sources = [
        attribute.values.length > 0,
        attribute.extendedBy !== undefined,
        attribute.ledger !== undefined,
      ];

      expect(sources).toContain(true);
      expect(attribute.meaning).toMatch(/^[A-Z].+\.$/);
      expect(attribute.key).toMatch(/^(error\.type|[a-z]+(_[a-z]+)*)$/);
      expect(attribute.values.filter((value) => !/^[A-Za-z][\w.]*$/.test(value))).toEqual([]);
    },
  );
});
