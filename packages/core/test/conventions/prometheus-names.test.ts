import {
  instrumentName,
  METRIC_CATALOGUE,
  prometheusLabel,
  prometheusName,
  type MetricDefinition,
} from '../../src/conventions';

/** The last column of the contract's table of instruments. */
const PROMETHEUS_NAMES: Readonly<Record<string, string>> = {
  'auth.attempts': 'auth_attempts_total',
  'auth.logins': 'auth_logins_total',
  'auth.logouts': 'auth_logouts_total',
  'auth.registrations': 'auth_registrations_total',
  'auth.operation.duration.seconds': 'auth_operation_duration_seconds',
  'auth.token.validations': 'auth_token_validations_total',
  'auth.token.validation.duration.seconds': 'auth_token_validation_duration_seconds',
  'auth.token.age.seconds': 'auth_token_age_seconds',
  'auth.token.remaining_lifetime.seconds': 'auth_token_remaining_lifetime_seconds',
  'auth.token.issuances': 'auth_token_issuances_total',
  'auth.token.refreshes': 'auth_token_refreshes_total',
  'auth.token.revocations': 'auth_token_revocations_total',
  'auth.sessions.active': 'auth_sessions_active',
  'auth.session.duration.seconds': 'auth_session_duration_seconds',
  'auth.oauth.steps': 'auth_oauth_steps_total',
  'auth.mfa.challenges': 'auth_mfa_challenges_total',
  'auth.password_reset.events': 'auth_password_reset_events_total',
  'auth.password.hash.duration.seconds': 'auth_password_hash_duration_seconds',
  'auth.guest.events': 'auth_guest_events_total',
  'auth.authorizations': 'auth_authorizations_total',
  'auth.rate_limit.requests': 'auth_rate_limit_requests_total',
  'auth.rate_limit.hits': 'auth_rate_limit_hits_total',
  'auth.rate_limit.usage.ratio': 'auth_rate_limit_usage_ratio',
  'auth.lockouts': 'auth_lockouts_total',
  'auth.source.failures': 'auth_source_failures_total',
  'auth.account.failures': 'auth_account_failures_total',
  'auth.source.countries': 'auth_source_countries_total',
  'auth.users.active': 'auth_users_active',
  'auth.security.events': 'auth_security_events_total',
  'auth.errors': 'auth_errors_total',
  'auth.credential.rotations': 'auth_credential_rotations_total',
  'auth.credential.age.seconds': 'auth_credential_age_seconds',
  'auth.key.lookups': 'auth_key_lookups_total',
  'auth.dependency.up': 'auth_dependency_up',
  'auth.dependency.check.duration.seconds': 'auth_dependency_check_duration_seconds',
  'auth.instrumentation.folded': 'auth_instrumentation_folded_total',
  'auth.instrumentation.failures': 'auth_instrumentation_failures_total',
  'auth.instrumentation.dropped_events': 'auth_instrumentation_dropped_events_total',
};

const WORD_OF_UNIT: Readonly<Record<string, string>> = { s: 'seconds', '1': 'ratio' };

describe('prometheusName', () => {
  it('is the series name of the contract for every metric', () => {
    const names = METRIC_CATALOGUE.map((definition) => [
      definition.name,
      prometheusName(definition),
    ]);

    expect(Object.fromEntries(names)).toEqual(PROMETHEUS_NAMES);
  });

  it('is unique, also among the series that histograms add', () => {
    const series = METRIC_CATALOGUE.flatMap((definition) => {
      const name = prometheusName(definition);
      return definition.kind === 'histogram'
        ? ['_bucket', '_sum', '_count'].map((suffix) => name + suffix)
        : [name];
    });

    expect(series).toHaveLength(31 + 7 * 3);
    expect(new Set(series).size).toBe(series.length);
  });

  it.each<MetricDefinition>([...METRIC_CATALOGUE])(
    'is the name that a translation of OTLP gives $name, unit and all',
    (definition) => {
      expect(translateAsOtlpDoes(definition)).toBe(PROMETHEUS_NAMES[definition.name]);
    },
  );

  it('puts a namespace in front, dots as underscores', () => {
    expect(prometheusName({ name: 'auth.attempts', kind: 'counter' }, 'compozy.api')).toBe(
      'compozy_api_auth_attempts_total',
    );
  });
});

describe('instrumentName', () => {
  const attempts = { name: 'auth.attempts', kind: 'counter' } as const;

  it.each([
    [undefined, 'otel', 'auth.attempts'],
    ['compozy', 'otel', 'compozy.auth.attempts'],
    [undefined, 'prometheus', 'auth_attempts_total'],
    ['compozy', 'prometheus', 'compozy_auth_attempts_total'],
  ] as const)('with namespace %s in the style %s is %s', (namespace, style, expected) => {
    expect(instrumentName(attempts, namespace, style)).toBe(expected);
  });

  it('is dotted and without a namespace by default', () => {
    expect(instrumentName(attempts)).toBe('auth.attempts');
  });
});

describe('prometheusLabel', () => {
  it('turns the dots of an attribute key into underscores', () => {
    expect(prometheusLabel('error.type')).toBe('error_type');
    expect(prometheusLabel('outcome')).toBe('outcome');
  });
});

/** Prometheus' default strategy: the unit's word and `_total` are added, each unless it is there already. */
function translateAsOtlpDoes({ name, kind, unit }: MetricDefinition): string {
  const words = name.split(/[^a-z0-9]+/);
  const word = WORD_OF_UNIT[unit];
  // The translator adds `ratio` to gauges only.
  if (word !== undefined && (unit !== '1' || kind === 'gauge') && !words.includes(word)) {
    words.push(word);
  }
  if (kind === 'counter' && !words.includes('total')) words.push('total');
  return words.join('_');
}
