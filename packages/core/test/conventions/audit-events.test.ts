import {
  AUDIT_EVENTS,
  AUDIT_RETENTIONS,
  AUDIT_SEVERITIES,
  FAILURE_ATTRIBUTES,
  OCSF_AUTHENTICATION,
  SECURITY_EVENTS,
  SUBJECT_ATTRIBUTES,
  type AuditEventDefinition,
} from '../../src/conventions';
import type { AuthObservationKind } from '../../src/model/auth-observation';

const EVENTS: readonly AuditEventDefinition[] = AUDIT_EVENTS;

/** The contract's events, and those that decisions 15 and 16 add. */
const CONTRACT: Readonly<Record<string, string>> = {
  INFO:
    'auth.login.success, auth.token.expired, auth.token.issued, auth.token.revoked, auth.account.unlocked, ' +
    'auth.mfa.success, auth.registration.success, auth.password.changed, auth.password.reset_requested, ' +
    'session.start, session.end, auth.logout, auth.attack.ended',
  WARN:
    'auth.login.failure, auth.attempt.failure, auth.login.success_after_failures, auth.account.locked, ' +
    'auth.csrf.failure, auth.rate_limit.exceeded, auth.mfa.failure, auth.registration.failure, ' +
    'auth.authorization.failure, auth.token.refresh_failure, auth.password.reset_failure, auth.audit.suppressed',
  ERROR: 'auth.token.reuse, auth.attack.suspected',
};

/** What each category is expected with. Source: Elastic Common Schema, categorization fields. */
const ECS_TYPES: Readonly<Record<string, string>> = {
  authentication: 'start, end, info',
  iam: 'admin, change, creation, deletion, group, info, user',
  session: 'start, end, info',
  intrusion_detection: 'allowed, denied, info',
};

/** The whole vocabulary that OWASP's cheat sheet has for what we observe. */
const OWASP_WORDS = new Set(
  (
    'authn_login_success, authn_login_successafterfail, authn_login_fail, authn_login_fail_max, authn_login_lock, ' +
    'authn_password_change, authn_password_change_fail, authn_impossible_travel, authn_token_created, ' +
    'authn_token_revoked, authn_token_reuse, authz_fail, excess_rate_limit_exceeded, session_created, ' +
    'session_expired, session_use_after_expire, user_created'
  ).split(', '),
);

const KINDS: Readonly<Partial<Record<AuthObservationKind, string>>> = {
  attempt: 'outcome, errorType',
  login: 'outcome',
  logout: '',
  registration: 'outcome',
  token_validation: 'errorType',
  token_issuance: '',
  token_refresh: 'outcome, errorType',
  token_revocation: '',
  session: 'change',
  mfa_challenge: 'stage, outcome',
  password_reset: 'event',
  error: 'operation, errorType',
  authorization: 'outcome',
  rate_limit: 'result',
  lockout: 'transition',
  security_event: 'event',
  security_event_end: '',
};

describe('the audit events', () => {
  it.each(Object.entries(CONTRACT))('of severity %s are those of the contract', (text, names) => {
    const found = EVENTS.filter(({ severity }) => severity === text).map(({ name }) => name);

    expect(found.sort()).toEqual(names.split(', ').sort());
  });

  it('have the severity numbers of OpenTelemetry', () => {
    expect(AUDIT_SEVERITIES).toEqual({ INFO: 9, WARN: 13, ERROR: 17 });
  });

  it('are each named once', () => {
    expect(new Set(EVENTS.map(({ name }) => name)).size).toBe(EVENTS.length);
  });

  it.each(EVENTS)('$name comes from observations that exist, and says what happened', (event) => {
    for (const { kind, where = {} } of event.sources) {
      const fields = KINDS[kind as AuthObservationKind]?.split(', ');

      expect(fields).toEqual(expect.arrayContaining(Object.keys(where)));
    }
    expect(event.meaning).toMatch(/^[A-Z].{10,}\.$/);
    expect(Object.keys(AUDIT_RETENTIONS)).toContain(event.retention);
  });

  it.each(EVENTS)('$name has no key twice', ({ attributes }) => {
    const keys = [...Object.values(SUBJECT_ATTRIBUTES), ...FAILURE_ATTRIBUTES, ...attributes].map(
      ({ key }) => key,
    );

    expect(new Set(keys).size).toBe(keys.length);
  });

  it('are critical only where no rate cap could hold them back', () => {
    const capped = EVENTS.filter(({ isFloodable }) => isFloodable);

    expect(capped.map(({ severity }) => severity)).not.toContain('ERROR');
    expect(capped.length).toBeGreaterThan(0);
  });

  it('keep signs of attacks for a year and the rest for 90 days', () => {
    expect(AUDIT_RETENTIONS).toEqual({ authentication: 90, security: 365 });
    expect(EVENTS.filter(({ severity }) => severity === 'ERROR')).toEqual([
      expect.objectContaining({ retention: 'security' }),
      expect.objectContaining({ retention: 'security' }),
    ]);
  });
});

describe('the mapping of audit events', () => {
  it.each(EVENTS)('of $name to ECS has types that its categories expect', ({ ecs }) => {
    const expected = ecs.category.flatMap((category) => ECS_TYPES[category]?.split(', '));

    expect(expected).toEqual(expect.arrayContaining([...ecs.type]));
  });

  it.each(EVENTS)('of $name to OWASP uses words that exist', ({ owasp, owaspByKind = {} }) => {
    const words = [...(owasp === undefined ? [] : [owasp]), ...Object.values(owaspByKind)];

    expect(words.filter((word) => !OWASP_WORDS.has(word))).toEqual([]);
    expect(SECURITY_EVENTS).toEqual(expect.arrayContaining(Object.keys(owaspByKind)));
  });

  it.each(EVENTS)('of $name to OCSF names its activity exactly where no id does', ({ ocsf }) => {
    expect(ocsf.activityName === undefined).toBe(ocsf.activity !== 'other');
    expect(OCSF_AUTHENTICATION).toMatchObject({ categoryUid: 3, classUid: 3002 });
  });

  it.each(EVENTS)('agrees on how $name ended', ({ name, ecs, ocsf }) => {
    expect([name, ocsf.status]).toEqual([name, ecs.outcome ?? 'unknown']);
  });
});
