import type { AuthObservation } from '../../../src/model/auth-observation';
import type { AuthMeterOptions } from '../../../src/options/auth-meter-options';
import { linesOf, NOW_EPOCH_SECONDS } from '../measured-meter';

const DECLARED: AuthMeterOptions = { limiters: ['login'], dependencies: ['user-database'] };

const ROWS: readonly (readonly [
  what: string,
  observation: AuthObservation,
  lines: readonly string[],
])[] = [
  [
    'a request that a limiter let pass, and how much of the limit is used',
    { kind: 'rate_limit', limiter: 'login', result: 'allowed', usageRatio: 0.4 },
    [
      'auth.rate_limit.requests{limiter=login,result=allowed} 1',
      'auth.rate_limit.usage.ratio{limiter=login} 0.4',
    ],
  ],
  [
    'a refused request as a hit of its masked source, which is no failed attempt',
    { kind: 'rate_limit', limiter: 'login', result: 'limited', sourceAddress: '203.0.113.9' },
    [
      'auth.rate_limit.hits{ip_address=203.0.113.0,limiter=login} 1',
      'auth.rate_limit.requests{limiter=login,result=limited} 1',
    ],
  ],
  [
    'an undeclared limiter as _OTHER everywhere',
    { kind: 'rate_limit', limiter: 'secret-limiter', result: 'limited', usageRatio: 1 },
    [
      'auth.rate_limit.hits{ip_address=unknown,limiter=_OTHER} 1',
      'auth.rate_limit.requests{limiter=_OTHER,result=limited} 1',
      'auth.rate_limit.usage.ratio{limiter=_OTHER} 1',
    ],
  ],
  [
    'a locked account, for another cause unless one is said',
    { kind: 'lockout', transition: 'locked' },
    ['auth.lockouts{cause=other,transition=locked} 1'],
  ],
  [
    'why an account was released',
    { kind: 'lockout', transition: 'unlocked', cause: 'admin' },
    ['auth.lockouts{cause=admin,transition=unlocked} 1'],
  ],
  [
    'a security event, whatever else is known of it',
    {
      kind: 'security_event',
      event: 'brute_force',
      severity: 'critical',
      failedAttempts: 50,
      windowSeconds: 60,
      action: 'blocked',
    },
    ['auth.security.events{event=brute_force,severity=critical} 1'],
  ],
  [
    'the end of a detection, which was counted when it began',
    { kind: 'security_event_end', event: 'brute_force', failedAttempts: 40 },
    [],
  ],
  [
    'a rotation of a credential of the service',
    { kind: 'credential_rotation', credentialType: 'signing_key', outcome: 'success' },
    ['auth.credential.rotations{credential_type=signing_key,outcome=success} 1'],
  ],
  [
    'a failed rotation, which is no error of an authentication',
    { kind: 'credential_rotation', credentialType: 'certificate', outcome: 'failure' },
    ['auth.credential.rotations{credential_type=certificate,outcome=failure} 1'],
  ],
  [
    'the age of a credential of the service',
    {
      kind: 'credential_age',
      credentialType: 'signing_key',
      state: 'current',
      createdAtEpochSeconds: NOW_EPOCH_SECONDS - 3600,
    },
    ['auth.credential.age.seconds{credential_type=signing_key,state=current} 3600'],
  ],
  [
    'a dependency that is up',
    { kind: 'dependency_check', dependency: 'user-database', up: true, durationSeconds: 0.5 },
    [
      'auth.dependency.check.duration.seconds{dependency=user-database,outcome=success} count=1 sum=0.5',
      'auth.dependency.up{dependency=user-database} 1',
    ],
  ],
  [
    'an undeclared dependency that is down',
    { kind: 'dependency_check', dependency: 'printer', up: false },
    ['auth.dependency.up{dependency=_OTHER} 0'],
  ],
  [
    'a failure of a part of Authmeter',
    { kind: 'instrumentation_failure', component: 'audit' },
    ['auth.instrumentation.failures{component=audit} 1'],
  ],
  [
    'events that a part of Authmeter dropped',
    { kind: 'dropped_events', component: 'audit', count: 12 },
    ['auth.instrumentation.dropped_events{component=audit} 12'],
  ],
];

describe('recording counts', () => {
  it.each(ROWS)('%s', async (_what, observation, lines) => {
    expect(await linesOf([observation], DECLARED)).toEqual(lines);
  });
});

describe('the country of an attempt', () => {
  const nowhere = { kind: 'attempt', outcome: 'success', method: 'jwt' } as const;
  const attempt: AuthObservation = { ...nowhere, sourceAddress: '203.0.113.9' };
  const attempts = 'auth.attempts{method=jwt,outcome=success} 1';

  it('is counted where the host supplies a locator, which is asked about the whole address', async () => {
    const locateCountry = jest.fn(() => 'BR');

    expect(await linesOf([attempt], { locateCountry })).toEqual([
      attempts,
      'auth.source.countries{country=BR,outcome=success} 1',
    ]);
    expect(locateCountry.mock.calls).toEqual([['203.0.113.9']]);
  });

  it.each([['Brazil'], ['br'], [undefined]])('is _OTHER for the answer %s', async (answer) => {
    expect(await linesOf([attempt], { locateCountry: () => answer })).toContain(
      'auth.source.countries{country=_OTHER,outcome=success} 1',
    );
  });

  it('is not asked for without an address', async () => {
    const locateCountry = jest.fn(() => 'BR');

    expect(await linesOf([nowhere], { locateCountry })).toEqual([attempts]);
    expect(locateCountry).not.toHaveBeenCalled();
  });
});
