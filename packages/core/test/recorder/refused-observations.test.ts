import type { AuthObservation } from '../../src/model/auth-observation';
import { linesOf } from './measured-meter';

const REFUSED = ['auth.instrumentation.failures{component=recorder} 1'];

const ILLEGAL: readonly (readonly [what: string, observation: unknown])[] = [
  ['a kind that does not exist', { kind: 'teleport' }],
  ['no kind', { outcome: 'success' }],
  ['a kind that every object has', { kind: 'constructor' }],
  ['a kind that every object answers', { kind: 'toString' }],
  ['an attempt without outcome', { kind: 'attempt', method: 'jwt', durationSeconds: 1 }],
  ['an attempt of unheard outcome', { kind: 'attempt', outcome: 'maybe', durationSeconds: 1 }],
  ['a login of unheard outcome', { kind: 'login', outcome: 'ok' }],
  ['a registration without outcome', { kind: 'registration' }],
  ['a validation without outcome', { kind: 'token_validation' }],
  ['a refresh without outcome', { kind: 'token_refresh', durationSeconds: 1 }],
  ['a logout of unheard cause', { kind: 'logout', cause: 'boredom', durationSeconds: 1 }],
  ['a session that pauses', { kind: 'session', change: 'paused', method: 'jwt' }],
  [
    'a session that ends of boredom',
    { kind: 'session', change: 'ended', cause: 'boredom', durationSeconds: 60 },
  ],
  ['an unheard OAuth step', { kind: 'oauth_step', step: 'dance', outcome: 'success' }],
  [
    'a failed OAuth step of unheard outcome',
    { kind: 'oauth_step', step: 'start', outcome: 'maybe', durationSeconds: 1 },
  ],
  [
    'an unheard stage of a second factor',
    {
      kind: 'mfa_challenge',
      factor: 'totp',
      stage: 'lost',
      outcome: 'failure',
      durationSeconds: 1,
    },
  ],
  ['an unheard reset event', { kind: 'password_reset', event: 'forgot', durationSeconds: 1 }],
  [
    'an unheard hash operation',
    { kind: 'password_hash', algorithm: 'bcrypt', operation: 'rot13', durationSeconds: 1 },
  ],
  ['an unheard guest event', { kind: 'guest', event: 'left' }],
  ['an error of no operation', { kind: 'error', operation: 'dance', errorType: 'unknown' }],
  ['an authorization without outcome', { kind: 'authorization', policy: 'admin' }],
  [
    'an unheard limiter result',
    { kind: 'rate_limit', result: 'blocked', usageRatio: 1, sourceAddress: '203.0.113.9' },
  ],
  ['an unheard transition of a lock', { kind: 'lockout', transition: 'broken' }],
  [
    'a security event of unheard severity',
    { kind: 'security_event', event: 'brute_force', severity: 'high' },
  ],
  ['the end of an unheard security event', { kind: 'security_event_end', event: 'brute force' }],
  [
    'an unheard credential',
    { kind: 'credential_rotation', credentialType: 'door', outcome: 'success' },
  ],
  ['an unheard state', { kind: 'credential_age', credentialType: 'api_key', state: 'lost' }],
  ['an unheard result of a look-up', { kind: 'key_lookup', result: 'perhaps' }],
  ['a failure of no component', { kind: 'instrumentation_failure', component: 'kitchen' }],
  ['dropped events of no component', { kind: 'dropped_events', component: 'kitchen', count: 1 }],
  ['no dropped events', { kind: 'dropped_events', component: 'audit', count: 0 }],
  ['minus one dropped event', { kind: 'dropped_events', component: 'audit', count: -1 }],
  ['half a dropped event', { kind: 'dropped_events', component: 'audit', count: 0.5 }],
];

describe('an observation with a value that no metric has', () => {
  it.each(ILLEGAL)(
    'counts as a failure of the recorder and as nothing else: %s',
    async (_what, told) => {
      expect(await linesOf([told as AuthObservation])).toEqual(REFUSED);
    },
  );

  it.each(ILLEGAL)('is not told to observers: %s', async (_what, told) => {
    const observe = jest.fn();
    await linesOf([told as AuthObservation], { observers: [{ observe }] });

    expect(observe).not.toHaveBeenCalled();
  });
});

describe('an absurd duration', () => {
  const attempts = 'auth.attempts{method=jwt,outcome=success} 1';

  it.each<readonly [string, unknown]>([
    ['NaN', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['minus infinity', Number.NEGATIVE_INFINITY],
    ['a text', '0.25'],
    ['null', null],
    ['a big integer', 1n],
  ])('of %s is left out, and the event is counted all the same', async (_what, durationSeconds) => {
    const attempt = { kind: 'attempt', outcome: 'success', method: 'jwt', durationSeconds };

    expect(await linesOf([attempt as AuthObservation])).toEqual([attempts]);
  });

  it('below zero, of a clock that went back, is 0', async () => {
    const attempt = {
      kind: 'attempt',
      outcome: 'success',
      method: 'jwt',
      durationSeconds: -3,
    } as const;

    expect(await linesOf([attempt])).toEqual([
      attempts,
      'auth.operation.duration.seconds{operation=authenticate,outcome=success} count=1 sum=0',
    ]);
  });

  it('of a century is the largest bucket and a finite sum', async () => {
    const attempt = {
      kind: 'attempt',
      outcome: 'success',
      method: 'jwt',
      durationSeconds: 3.2e9,
    } as const;

    expect(await linesOf([attempt])).toContain(
      'auth.operation.duration.seconds{operation=authenticate,outcome=success} count=1 sum=3200000000',
    );
  });
});
