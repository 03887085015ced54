import { METRIC_CATALOGUE, METRIC_KINDS } from '../../src/conventions';

const TOKEN_AGE_BOUNDS = [60, 300, 900, 1800, 3600, 7200, 14400, 28800, 86400];
const OPERATION_BOUNDS = [
  0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2, 2.5, 5, 7.5, 10,
];

/** Kind, unit and attributes of each instrument, as the contract lists them. */
const CONTRACT: Readonly<
  Record<string, readonly [kind: string, unit: string, attributes: string]>
> = {
  'auth.attempts': ['counter', '{attempt}', 'outcome, reason, error.type, method'],
  'auth.logins': ['counter', '{login}', 'outcome, reason, error.type, method'],
  'auth.logouts': ['counter', '{logout}', 'cause'],
  'auth.registrations': ['counter', '{registration}', 'outcome, reason, method'],
  'auth.operation.duration.seconds': ['histogram', 's', 'operation, outcome'],
  'auth.token.validations': ['counter', '{validation}', 'outcome, reason, error.type, token_type'],
  'auth.token.validation.duration.seconds': ['histogram', 's', 'outcome'],
  'auth.token.age.seconds': ['histogram', 's', 'method'],
  'auth.token.remaining_lifetime.seconds': ['histogram', 's', 'method'],
  'auth.token.issuances': ['counter', '{token}', 'token_type, grant_type'],
  'auth.token.refreshes': ['counter', '{refresh}', 'outcome, reason'],
  'auth.token.revocations': ['counter', '{token}', 'token_type, cause'],
  'auth.sessions.active': ['upDownCounter', '{session}', 'method'],
  'auth.session.duration.seconds': ['histogram', 's', 'cause'],
  'auth.oauth.steps': ['counter', '{step}', 'step, outcome, provider'],
  'auth.mfa.challenges': ['counter', '{challenge}', 'factor, stage, outcome'],
  'auth.password_reset.events': ['counter', '{event}', 'event'],
  'auth.password.hash.duration.seconds': ['histogram', 's', 'algorithm, operation'],
  'auth.guest.events': ['counter', '{event}', 'event'],
  'auth.authorizations': ['counter', '{decision}', 'outcome, policy'],
  'auth.rate_limit.requests': ['counter', '{request}', 'limiter, result'],
  'auth.rate_limit.hits': ['counter', '{hit}', 'limiter, ip_address, user_id'],
  'auth.rate_limit.usage.ratio': ['gauge', '1', 'limiter'],
  'auth.lockouts': ['counter', '{lockout}', 'cause, transition'],
  'auth.source.failures': ['counter', '{failure}', 'ip_address'],
  'auth.account.failures': ['counter', '{failure}', 'user_id'],
  'auth.source.countries': ['counter', '{attempt}', 'country, outcome'],
  'auth.users.active': ['gauge', '{user}', ''],
  'auth.security.events': ['counter', '{event}', 'event, severity'],
  'auth.errors': ['counter', '{error}', 'error.type, operation'],
  'auth.credential.rotations': ['counter', '{rotation}', 'credential_type, outcome'],
  'auth.credential.age.seconds': ['gauge', 's', 'credential_type, state'],
  'auth.key.lookups': ['counter', '{lookup}', 'result'],
  'auth.dependency.up': ['gauge', '{dependency}', 'dependency'],
  'auth.dependency.check.duration.seconds': ['histogram', 's', 'dependency, outcome'],
  'auth.instrumentation.folded': ['counter', '{value}', 'metric'],
  'auth.instrumentation.failures': ['counter', '{failure}', 'component'],
  'auth.instrumentation.dropped_events': ['counter', '{event}', 'component'],
};

/** Upper bounds of each histogram, in seconds. */
const BOUNDS: Readonly<Record<string, readonly number[]>> = {
  'auth.token.age.seconds': TOKEN_AGE_BOUNDS,
  'auth.token.remaining_lifetime.seconds': [
    0, 30, 60, 300, 900, 1800, 3600, 14400, 86400, 604800, 2592000,
  ],
  'auth.operation.duration.seconds': OPERATION_BOUNDS,
  'auth.dependency.check.duration.seconds': OPERATION_BOUNDS,
  'auth.token.validation.duration.seconds': [
    0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1,
  ],
  'auth.password.hash.duration.seconds': [0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1, 2, 5],
  'auth.session.duration.seconds': [60, 300, 900, 3600, 14400, 28800, 86400, 604800, 2592000],
};

const ALERT_THRESHOLDS_SECONDS = [0.5, 1, 2];

describe('the catalogue', () => {
  it('holds exactly the instruments of the contract, in its order', () => {
    const rows = METRIC_CATALOGUE.map(({ name, kind, unit, attributes }) => [
      name,
      [kind, unit, attributes.map(({ key }) => key).join(', ')],
    ]);

    expect(rows).toEqual(Object.entries(CONTRACT));
  });

  it('gives every histogram the bounds of the contract, and nothing else bounds', () => {
    const bounds = METRIC_CATALOGUE.flatMap((definition) =>
      'buckets' in definition ? [[definition.name, definition.buckets] as const] : [],
    );

    expect(Object.fromEntries(bounds)).toEqual(BOUNDS);
    expect(METRIC_CATALOGUE.filter(({ kind }) => kind === 'histogram')).toHaveLength(7);
  });

  it.each(Object.entries(BOUNDS))('has strictly rising bounds in %s', (_name, bounds) => {
    expect(bounds.length).toBeGreaterThan(0);
    expect(bounds).toEqual([...new Set(bounds)].sort((a, b) => a - b));
  });

  it('has a bound at each latency threshold of an alert', () => {
    expect(OPERATION_BOUNDS).toEqual(expect.arrayContaining(ALERT_THRESHOLDS_SECONDS));
  });

  it.each(METRIC_CATALOGUE)('names, measures and describes $name well', (definition) => {
    expect(definition.name).toMatch(/^auth(\.[a-z]+(_[a-z]+)*)+$/);
    expect(definition.name).not.toMatch(/total/);
    expect(definition.unit).toMatch(/^(s|1|\{[a-z_]+\})$/);
    expect(definition.unit === 's').toBe(definition.name.endsWith('.seconds'));
    expect(definition.unit === '1').toBe(definition.name.endsWith('.ratio'));
    expect(definition.description).toMatch(/^[A-Z1].{10,}\.$/);
    expect(definition.seeds.join()).toMatch(/^00[0-4](,00[0-4])*$/);
    expect(METRIC_KINDS).toContain(definition.kind);
  });
});
