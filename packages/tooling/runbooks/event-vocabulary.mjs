/**
 * What audit events are called and what they carry.
 * @type {import('./judge-log-filter.mjs').EventVocabulary}
 */
export const EVENT_VOCABULARY = {
  names: [
    'auth.login.success',
    'auth.login.failure',
    'auth.login.success_after_failures',
    'auth.attempt.failure',
    'auth.token.expired',
    'auth.token.issued',
    'auth.token.revoked',
    'auth.token.reuse',
    'auth.account.locked',
    'auth.account.unlocked',
    'auth.attack.suspected',
    'auth.csrf.failure',
    'auth.rate_limit.exceeded',
    'auth.mfa.success',
    'auth.mfa.failure',
    'auth.registration.success',
    'auth.registration.failure',
    'auth.password.changed',
    'auth.password.reset_requested',
    'session.start',
    'session.end',
  ],
  attributes: [
    'client.address',
    'user.hash',
    'http.route',
    'error.type',
    'session.id',
    'kind',
    'failed_attempts',
    'window_seconds',
    'action',
  ],
};
