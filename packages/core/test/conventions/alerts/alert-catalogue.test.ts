import {
  ALERT_CATALOGUE,
  ALERT_SEVERITIES,
  type AlertDefinition,
  type AlertName,
} from '../../../src/conventions';
import { describeAlert } from './describe-alert';

const ALERTS: readonly AlertDefinition[] = ALERT_CATALOGUE;

/** Each alert as the contract states it: when it fires, for how long, how severe. */
const CONTRACT: Readonly<Record<AlertName, string>> = {
  AuthFailureRatioHigh:
    'auth.attempts{outcome=failure} / auth.attempts > 0.5, 5m, traffic 0.1/s; for 5m; warning',
  AuthServiceDown:
    'auth.attempts{outcome=failure, reason=dependency_error|internal_error} / auth.attempts > 0.5, 5m, traffic 0.1/s; for 2m; critical',
  AuthFailureRateHigh: 'auth.attempts{outcome=failure} > 5 in 1s, 5m; for 5m; warning',
  AuthInvalidCredentialsHigh:
    'auth.attempts{outcome=failure, reason=invalid_credentials} > 10 in 1s, 5m; for 2m; critical',
  AuthExpiredTokensHigh:
    'auth.attempts{outcome=failure, reason=expired_token} > 1 in 1s, 5m; for 5m; warning',
  AuthServerErrors:
    'auth.errors{error.type=dependency_error|configuration_error|internal_error} > 1 in 1s, 5m; for 2m; critical',
  LoginFailureRatioElevated:
    'auth.logins{outcome=failure} / auth.logins > 0.1, 5m, traffic 0.1/s; for 5m; warning',
  LoginFailureRatioHigh:
    'auth.logins{outcome=failure} / auth.logins > 0.2, 5m, traffic 0.1/s; for 5m; critical',
  RegistrationFailureRatioHigh:
    'auth.registrations{outcome=failure} / auth.registrations > 0.1, 5m, traffic 0.1/s; for 5m; warning',
  RegistrationSpike:
    'auth.registrations > 5 x the 60m before, 10m AND auth.registrations > 20, 10m; for 0m; warning',
  TokenValidationFailureRatioHigh:
    'auth.token.validations{outcome=failure} / auth.token.validations > 0.05, 5m, traffic 0.1/s; for 5m; warning',
  InvalidTokenSpike:
    'auth.token.validations{outcome=failure, reason!=dependency_error|internal_error} > 3 x the 60m before, 5m AND auth.token.validations{outcome=failure, reason!=dependency_error|internal_error} > 20, 5m; for 0m; warning',
  UnknownKeyFailures:
    'auth.errors{error.type=unknown_key|invalid_signature} > 0.1 in 1s, 5m AND auth.errors{error.type=unknown_key|invalid_signature} / auth.errors > 0.2, 5m, traffic 0.1/s; for 5m; warning',
  ClockSkewSuspected:
    'auth.errors{error.type=token_not_yet_valid} > 0.1 in 1s, 5m; for 5m; warning',
  BruteForceSuspected:
    'auth.source.failures{ip_address!=other|unknown} > 10 in 1s, 5m by ip_address; for 2m; critical',
  SourceFailuresHigh:
    'auth.source.failures{ip_address!=other|unknown} > 50, 10m by ip_address; for 0m; warning',
  AttackDetected:
    'auth.security.events{event=brute_force|credential_stuffing|password_spray} > 0, 5m by event; for 0m; critical',
  TokenReuseDetected: 'auth.security.events{event=token_reuse} > 0, 5m; for 0m; critical',
  CsrfFailures: 'auth.security.events{event=csrf_failure} > 5, 5m; for 0m; warning',
  MassAccountLockout: 'auth.lockouts{transition=locked} > 5 in 1s, 5m; for 5m; warning',
  RateLimitHitsElevated: 'auth.rate_limit.hits > 10 in 60s, 5m; for 0m; warning',
  RateLimitHitsHigh: 'auth.rate_limit.hits > 100 in 60s, 5m; for 0m; critical',
  AuthLatencyElevated:
    'p95 of auth.operation.duration.seconds > 0.5, 5m, traffic 0.1/s by operation; for 5m; warning',
  AuthLatencyHigh:
    'p95 of auth.operation.duration.seconds > 1, 5m, traffic 0.1/s by operation; for 5m; critical',
  LoginLatencyHigh:
    'p95 of auth.operation.duration.seconds{operation=login} > 2, 5m, traffic 0.1/s; for 5m; warning',
  RefreshLatencyHigh:
    'p95 of auth.operation.duration.seconds{operation=token_refresh} > 1, 5m, traffic 0.1/s; for 5m; warning',
  TokenValidationSlow:
    'mean of auth.token.validation.duration.seconds > 0.05, 5m, traffic 0.1/s; for 5m; warning',
  TokenValidationVerySlow:
    'mean of auth.token.validation.duration.seconds > 0.1, 5m, traffic 0.1/s; for 5m; critical',
  AuthDependencyDown: 'auth.dependency.up is 0 by dependency; for 1m; critical',
  CredentialRotationOverdue:
    'highest auth.credential.age.seconds{state=current} > 7776000 by credential_type; for 60m; warning',
  AuthMetricsAbsent: 'no auth.attempts, seen in 360m; for 5m; warning',
  AuthCardinalityFolding:
    'auth.instrumentation.folded / auth.source.failures + auth.account.failures + auth.rate_limit.hits > 0.2, 15m, traffic 0.1/s AND auth.instrumentation.folded > 10 in 1s, 15m; for 15m; warning',
  AuthAvailabilityBurnFast:
    'auth.attempts{outcome=failure, reason=dependency_error|internal_error} / auth.attempts > 14.4 x (1 - 0.999), 5m and 60m, traffic 0.1/s; for 2m; critical',
  AuthAvailabilityBurnSlow:
    'auth.attempts{outcome=failure, reason=dependency_error|internal_error} / auth.attempts > 6 x (1 - 0.999), 30m and 360m, traffic 0.1/s; for 15m; warning',
};

describe('the alerts', () => {
  it('are exactly those of the contract, in its words', () => {
    const rows = ALERTS.map((alert) => [alert.name, describeAlert(alert)]);

    expect(rows).toEqual(Object.entries(CONTRACT));
  });

  it('have names that differ and pages that can be named after them', () => {
    const names = ALERTS.map(({ name }) => name);

    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^([A-Z][a-z]+){2,5}$/.test(name))).toEqual([]);
  });

  it.each(ALERTS)('says in one sentence what $name means, without a number', ({ meaning }) => {
    expect(meaning).toMatch(/^[A-Z][^.0-9]{12,110}\.$/);
  });

  it.each(ALERTS)('says how severe $name is and which seeds ask for it', ({ severity, seeds }) => {
    expect(ALERT_SEVERITIES).toContain(severity);
    expect(seeds.join()).toMatch(/^00[0-4](,00[0-4])*$/);
  });

  it('pairs a milder alert with the severer one of the same kind and no other', () => {
    const pairs = ALERTS.flatMap(({ name, milderThan }) =>
      milderThan === undefined ? [] : [[name, milderThan]],
    );

    expect(pairs).toEqual([
      ['LoginFailureRatioElevated', 'LoginFailureRatioHigh'],
      ['RateLimitHitsElevated', 'RateLimitHitsHigh'],
      ['AuthLatencyElevated', 'AuthLatencyHigh'],
      ['TokenValidationSlow', 'TokenValidationVerySlow'],
      ['AuthAvailabilityBurnSlow', 'AuthAvailabilityBurnFast'],
    ]);
  });

  it('of a pair, are alike but for severity, limits and times', () => {
    const byName = new Map(ALERTS.map((alert) => [alert.name, alert]));
    const pairs = ALERTS.flatMap((milder) => {
      const severer = byName.get(milder.milderThan ?? '');
      return severer === undefined ? [] : [{ milder, severer }];
    });

    for (const { milder, severer } of pairs) {
      expect([milder.severity, severer.severity]).toEqual(['warning', 'critical']);
      expect(milder.keeps).toEqual(severer.keeps);
      expect(milder.conditions.map(({ shape }) => shape)).toEqual(
        severer.conditions.map(({ shape }) => shape),
      );
    }
    expect(pairs).toHaveLength(5);
  });

  it('are explained by a service that is down where they are shares of the same failures', () => {
    const symptoms = ALERTS.flatMap(({ name, symptomOf }) =>
      symptomOf === undefined ? [] : [[name, symptomOf]],
    );

    expect(symptoms).toEqual(
      [
        'AuthFailureRatioHigh',
        'LoginFailureRatioElevated',
        'LoginFailureRatioHigh',
        'RegistrationFailureRatioHigh',
        'TokenValidationFailureRatioHigh',
        'AuthAvailabilityBurnFast',
        'AuthAvailabilityBurnSlow',
      ].map((name) => [name, 'AuthServiceDown']),
    );
  });
});
